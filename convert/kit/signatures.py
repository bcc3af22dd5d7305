"""What a file is, by what stands in it: names lie, above all those that end in `.doc`."""

from __future__ import annotations

import re

_HEAD = 4096  # bytes in which a format shows itself
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("encrypted", "EncryptedPackage"),  # a password-protected package ([MS-OFFCRYPTO], 2.3.4.4)
    ("doc", "WordDocument"),  # [MS-DOC], 2.1.1; WPS Office writes the same stream
    ("xls", "Workbook"),
    ("ppt", "PowerPoint Document"),
    ("works", "CONTENTS"),  # Microsoft Works, whose files end in .wps as well
)
_ODF = re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)")
_EPUB = b"mimetypeapplication/epub+zip"  # OCF 3.3, 4.2.1: the first member, not compressed
_ODF_KINDS = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp"}
_PARTS = (("docx", b"word/"), ("xlsx", b"xl/"), ("pptx", b"ppt/"))
_WORD_XML = re.compile(rb"<w:wordDocument[\s>]")  # of 2003
_HTML = re.compile(rb"(?:<\?xml[^>]*>|<!--.*?-->|\s)*+<(!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL)
_MIME = re.compile(rb"(?:[\w-]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?content-type:\s*multipart/related", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

BINARY = frozenset(
    {"doc", "docx", "encrypted", "epub", "odt", "ods", "odp", "ole", "pdf", "ppt", "pptx", "works", "xls", "xlsx"}
)
"""Kinds that cannot be taken for text."""

NAMES = {
    "doc": "Word 97–2003 (DOC)",
    "docx": "DOCX",
    "epub": "EPUB",
    "html": "HTML",
    "mhtml": "MHTML",
    "odt": "ODT",
    "rtf": "RTF",
    "works": "Microsoft Works",
    "word-xml": "Word 2003 XML",
}
"""Names of kinds as people know them; for all others, the kind in capitals."""


def kind_of(data: bytes) -> str:
    """What the bytes are: one of `BINARY`, html, mhtml, rtf, word-xml; text; or "" where nothing tells."""
    if data.startswith(_OLE):
        names = ((kind, stream.encode("utf-16-le")) for kind, stream in _STREAMS)
        return next((kind for kind, name in names if name in data), "ole")
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if data.startswith(b"%PDF-"):
        return "pdf"
    return _text_kind(data[:_HEAD])


def _zip_kind(data: bytes) -> str:
    """By its first member (EPUB, ODF), or by the folders of its parts (Office Open XML; OCF where the first member is
    another)."""
    if data.startswith(_EPUB, 30) or (b"META-INF/container.xml" in data and b"word/" not in data):
        return "epub"
    found = _ODF.match(data, 30)
    if found:
        return _ODF_KINDS[found[1]]
    return next((kind for kind, folder in _PARTS if folder in data), "")


def _text_kind(head: bytes) -> str:
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            head = head[len(bom) :].decode(encoding, "ignore").encode()
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    for kind, pattern in (("mhtml", _MIME), ("html", _HTML)):
        if pattern.match(head):
            return kind
    if _WORD_XML.search(head):
        return "word-xml"
    return "" if _CONTROLS.search(head) or not head.strip() else "text"
