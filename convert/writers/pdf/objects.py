"""PDF objects that ReportLab lacks, or that it writes in a way PDF/A forbids."""

from __future__ import annotations

import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from convert.kit.deflate import press


class Raw(PDFObject):  # type: ignore[misc]
    """An object that is formatted already."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def format(self, document: PDFDocument) -> bytes:
        """ReportLab's protocol: the object's bytes."""
        return self.data


class Stream(PDFObject):  # type: ignore[misc]
    """A stream that ends in a line feed of its own, as PDF/A demands (ISO 19005-2, 6.1.7.1).

    `entries`: what its dictionary holds besides the length. `level`: zlib's, -1 for data that is stored as it is; `dense`: data that
    hardly shrinks.
    """

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: bytes = b"", level: int = 6, *, dense: bool = False) -> None:
        if level >= 0:
            data = press(data) if dense else zlib.compress(data, level)
            entries += b"/Filter/FlateDecode"
        self.data = b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)

    def format(self, document: PDFDocument) -> bytes:
        """ReportLab's protocol: the object's bytes."""
        return self.data


def text_string(text: str) -> bytes:
    """A text string object (ISO 32000-1, 7.9.2.2): as it is where it is ASCII, else in UTF-16."""
    if text.isascii() and text.isprintable():
        return b"(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("ascii") + b")"
    return b"<FEFF" + utf16(text).encode("ascii") + b">"


def utf16(text: str) -> str:
    """Hexadecimal UTF-16 in the byte order of PDF."""
    return text.encode("utf-16-be", "replace").hex().upper()


def real(value: float) -> str:
    """A number with as few digits as say it to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
