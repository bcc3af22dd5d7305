"""Pages are read in the encoding that they name, unless they show another."""

from __future__ import annotations

import pytest

from convert.diagnostics import InputError, Report
from convert.readers.html.charset import page_text

WORDS = "<p>会议指出，要坚持安全第一、预防为主。</p>"


@pytest.mark.parametrize(
    ("named", "encoding", "codes"),
    [
        ("gb2312", "gb18030", []),
        ("utf-8", "utf-8", []),
        ("gb2312", "utf-8", ["html-charset"]),
        ("utf-8", "gbk", ["html-charset"]),
        ("iso-8859-1", "gbk", ["html-charset"]),
        ("gbk", "utf-8-sig", []),
    ],
)
def test_the_encoding_of_a_page(named: str, encoding: str, codes: list[str]) -> None:
    page = f'<meta charset="{named}">{WORDS}'
    report = Report()
    assert page_text(page.encode(encoding), report) == page
    assert [found.code for found in report.diagnostics] == codes


def test_bytes_that_are_in_no_encoding_are_reported_with_their_line() -> None:
    report = Report()
    data = b'<meta charset="utf-8">\n' + WORDS.encode() + b"\n\xff\xfe" + WORDS.encode()
    assert page_text(data, report).endswith("\ufffd\ufffd" + WORDS)
    (found,) = report.diagnostics
    assert (found.code, found.args["n"], str(found.pos)) == ("html-bytes", "2", "3")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InputError):
        page_text(b'<meta charset="gbk">\0\1\2\xff\xff', Report())
