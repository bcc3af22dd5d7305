"""The encoding that a page names: in `meta` elements, or in an XML declaration (HTML standard §13.2.3.2, prescan)."""

from __future__ import annotations

import codecs
import re

from convert.diagnostics import InputError, Pos, Report
from convert.kit.encoding import decode

_SCANNED = 4096  # bytes; the standard asks for 1024, browsers look further
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"\x84\x31\x95\x33")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARATION = re.compile(rb"""\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_META = re.compile(rb"<meta\b[^>]*>", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE)

_LABELS = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "chinese": "gb18030",
    "gb_2312-80": "gb18030", "csgb2312": "gb18030", "iso-ir-58": "gb18030", "gb_2312": "gb18030", "cp936": "gb18030",
    "ms936": "gb18030", "windows-936": "gb18030", "hz-gb-2312": "hz",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cn-big5": "big5hkscs", "csbig5": "big5hkscs", "x-x-big5": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "ms_kanji": "cp932",
    "euc-jp": "euc_jp", "x-euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "korean": "cp949", "windows-949": "cp949",
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "l1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "windows-1252": "cp1252", "cp1252": "cp1252", "x-cp1252": "cp1252", "iso-ir-100": "cp1252", "x-user-defined": "cp1252",
    "iso-8859-9": "cp1254", "latin5": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874",
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8", "unicode": "utf-8",  # a page that says so is not
    "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic",
    "koi8-ru": "koi8_u", "iso-8859-8-i": "iso8859_8", "logical": "iso8859_8",
}  # fmt: skip
"""Labels that mean another encoding than the codec of that name, or none Python knows (https://encoding.spec.whatwg.org/#names-and-labels)."""


def declared_charset(data: bytes) -> str:
    """The name of Python's codec for the encoding that a page names; empty where it names none that is known."""
    head = _COMMENT.sub(b"", data[:_SCANNED])
    for meta in _META.findall(head):
        found = _CHARSET.search(meta)
        if found and (codec := _codec(found[1])):
            return codec
    found = _DECLARATION.match(head)
    return _codec(found[1]) if found else ""


def _codec(label: bytes) -> str:
    name = label.decode("ascii").strip().lower()
    name = _LABELS.get(name, name)
    try:
        known = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    return known.name if getattr(known, "_is_text_encoding", True) else ""


def page_text(data: bytes, report: Report) -> str:
    """The characters of a page: by its byte-order mark, as UTF-8 where it is that (pages are saved as UTF-8 and keep the
    name of what they were), by what it names, else by what it looks like.

    Bytes that the named encoding does not have become U+FFFD, as in browsers, with a diagnostic (`html-bytes`). Raises
    InputError for what is no text (see `convert.kit.encoding.decode`).
    """
    named = declared_charset(data)
    if not named or named == "utf-8" or data.startswith(_MARKS) or _is_utf8(data):
        return _guessed(data, named, report)
    try:
        guess = decode(data)
    except InputError:
        guess = None
    if guess and codecs.lookup(guess.encoding) == codecs.lookup(named):
        return guess.text
    return _by_name(data, named, report)


def _guessed(data: bytes, named: str, report: Report) -> str:
    try:
        return decode(data).text
    except InputError:
        if named != "utf-8" or b"\0" in data:
            raise
        return _by_name(data, named, report)


def _by_name(data: bytes, named: str, report: Report) -> str:
    text = data.decode(named, "replace")
    at = text.find("\ufffd")
    if at >= 0 and "\ufffd".encode() not in data:
        report.add("html-bytes", Pos(text.count("\n", 0, at) + 1), n=text.count("\ufffd"), encoding=named.upper())
    return text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
