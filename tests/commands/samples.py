"""Inputs of transcripts that no text can be: made where a transcript names them."""

from __future__ import annotations

import random
from collections.abc import Callable
from io import BytesIO

from PIL import Image

from convert.kit.packing import pack
from tests.readers.docx.packages import p, package, root
from tests.readers.docx.test_package import STAMP, members

MB = 2**20


def _noise(size: int) -> bytes:
    """A PNG of about so many bytes, which nothing makes smaller."""
    side = int((size / 3) ** 0.5)
    buffer = BytesIO()
    Image.frombytes("RGB", (side, side), random.Random(size).randbytes(side * side * 3)).save(buffer, "png")
    return buffer.getvalue()


def _blank(pixels: int) -> bytes:
    buffer = BytesIO()
    Image.new("1", (pixels, 1000)).save(buffer, "png")
    return buffer.getvalue()


def _words(size: int) -> str:
    return random.Random(size).randbytes(size // 2).hex()


def _printed(content: bytes, pages: int = 1) -> bytes:
    """A PDF with the same on each page."""
    import pikepdf

    made, buffer = pikepdf.new(), BytesIO()
    page = made.add_blank_page()
    page.obj.Contents = made.make_stream(content)
    for _ in range(pages - 1):
        made.pages.append(page)
    made.save(buffer)
    return buffer.getvalue()


SAMPLES: dict[str, Callable[[], bytes]] = {
    "large.txt": lambda: "会议\n".encode() * 200_000,
    "blank.docx": lambda: members(("word/document.xml", b" " * 9 * MB)),
    "double.docx": lambda: members(
        ("word/document.xml", root("document", f"<w:body>{p('one')}</w:body>")),
        ("WORD/document.xml", root("document", f"<w:body>{p('two')}</w:body>")),
    ),
    "nested.docx": lambda: package("<w:sdt><w:sdtContent>" * 50 + p("deep") + "</w:sdtContent></w:sdt>" * 50),
    "large.docx": lambda: package(p("a") + f"<!-- {_words(3 * MB // 2)} -->"),
    "parts.docx": lambda: package(
        p("a"), {"s": ("styles", "styles.xml")}, word_styles_xml=f"<w:styles><!-- {_words(MB)} --></w:styles>"
    ),
    "noise.png": lambda: _noise(3 * MB // 2),
    "one.png": lambda: _noise(700_000),
    "two.png": lambda: _noise(800_000),
    "wide.png": lambda: _blank(3000),
    "pages.pdf": lambda: _printed(b"0 0 m 9 9 l S " * 2000, 50),
    "words.pdf": lambda: _printed(b"BT (" + b"a" * 2000 + b") Tj ET", 600),
    "book.epub": lambda: pack(
        [("mimetype", b"application/epub+zip"), ("a", _words(5 * MB // 2).encode())], STAMP, frozenset({"mimetype"})
    ),
}
"""By file name."""
