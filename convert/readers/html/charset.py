"""The characters of a page, by the encoding that it names or shows."""

from __future__ import annotations

from convert.diagnostics import InputError, Pos, Report
from convert.kit.charsets import codec_of, declared_charset
from convert.kit.encoding import decode_broken
from convert.reading.decoding import decoded_text, settled
from convert.reading.html.references import report_references


def page_text(data: bytes, report: Report) -> str:
    """The characters of a page. An encoding that it names wrongly is reported (`html-charset`).

    Bytes that the named encoding does not have become U+FFFD, as in browsers, with a diagnostic (`html-bytes`). Raises
    InputError for what is no text (see `convert.kit.encoding.decode`).
    """
    text = settled(_decoded(data, report), report)
    report_references(text, report)
    return text


def _decoded(data: bytes, report: Report) -> str:
    named = declared_charset(data)
    try:
        decoded = decoded_text(data, report, named)
    except InputError:
        if not named or b"\0" in data:
            raise
        return _broken(data, named, report)
    if named and not decoded.bom and not data.isascii() and codec_of(named) != decoded.encoding:
        report.add("html-charset", named=named.upper(), encoding=decoded.encoding.upper())
    return decoded.text


def _broken(data: bytes, named: str, report: Report) -> str:
    text = decode_broken(data, named)
    line = text.count("\n", 0, max(text.find("\ufffd"), 0)) + 1
    report.add("html-bytes", Pos(line), n=text.count("\ufffd"), encoding=named.upper())
    return text
