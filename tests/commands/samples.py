"""Inputs of transcripts that no text can be: made where a transcript names them."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import tarfile
import tempfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

from convert.bulk.journal import Journal
from convert.kit.packing import pack
from convert.kit.resources import fonts_folder
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


def _printed(content: bytes, pages: int = 1, *, packed: bool = True) -> bytes:
    """A PDF with the same on each page."""
    import pikepdf

    made, buffer = pikepdf.new(), BytesIO()
    page = made.add_blank_page()
    page.obj.Contents = made.make_stream(content)
    for _ in range(pages - 1):
        made.pages.append(page)
    made.save(buffer, compress_streams=packed)
    return buffer.getvalue()


def _stream(content: bytes) -> bytes:
    """A stream of objects of a PDF."""
    packed = zlib.compress(content)
    words = b"<</Type/ObjStm/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    return b"1 0 obj " + words + packed + b"\nendstream endobj\n"


def _closed() -> bytes:
    """A face whose licence forbids embedding."""
    from fontTools.ttLib import TTFont

    font, buffer = TTFont(fonts_folder() / "LiberationSans-Regular.ttf"), BytesIO()
    font["OS/2"].fsType = 2
    for record in font["name"].names:
        record.string = {1: "Closed Sans", 4: "Closed Sans", 6: "ClosedSans"}.get(record.nameID, record.toUnicode())
    font.save(buffer)
    return buffer.getvalue()


def _tar(*members: tuple[str, str | None]) -> bytes:
    """An archive of files of 2 MB, and of links."""
    buffer = BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, target in members:
            entry = tarfile.TarInfo(name)
            entry.size = 0 if target else 2 * MB
            entry.type, entry.linkname = (tarfile.SYMTYPE, target) if target else (tarfile.REGTYPE, "")
            archive.addfile(entry, None if target else BytesIO(bytes(2 * MB)))
    return buffer.getvalue()


def _torn(archive: bytes) -> bytes:
    """The archive with its first member overwritten."""
    return archive[:40] + bytes(200) + archive[240:]


def _journal(command: str) -> bytes:
    """A run's journal, in which this was done."""
    with tempfile.TemporaryDirectory() as folder:
        with Journal(Path(folder)):
            pass
        path = Path(folder) / ".triptych" / "journal.db"
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute(command)
            file.execute("PRAGMA journal_mode = DELETE")
        return path.read_bytes()


def _encrypted(archive: bytes) -> bytes:
    """The archive with all of its members said to be encrypted (bit 0 of the flags, APPNOTE.TXT 4.4.4)."""
    data = bytearray(archive)
    for sign, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 1)
    return bytes(data)


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
    "linked.tar": lambda: _tar(("large.txt", None), ("link.txt", "large.txt")),
    "torn.zip": lambda: _torn(pack([("a.txt", _words(2000).encode())], STAMP)),
    "slow.md": lambda: b"| a | b |\n|---|---|\n" + b"| 1 | 2 |\n" * 20_000,
    "r.jsonl.zst": lambda: b"(\xb5/\xfd",
    "r.parquet": lambda: b"PAR1PAR1",
    "newer.db": lambda: _journal("PRAGMA user_version = 99"),
    "broken.db": lambda: _journal("INSERT INTO documents VALUES ('a.txt', 'done', '', '', '', '[', '', '', 0, 0, 1)"),
    "closed.ttf": _closed,
    "bodiless.docx": lambda: members(("word/document.xml", root("document", ""))),
    "streams.pdf": lambda: b"%PDF-1.7\n" + 2 * _stream(b"a" * (MB - 100)),
    "abyss.docx": lambda: package("<w:sdt><w:sdtContent>" * 1300 + p("deep") + "</w:sdtContent></w:sdt>" * 1300),
    "large.pdf": lambda: b"%PDF-1.7\n" + _stream(b"a" * 2 * MB),
    "drawn.pdf": lambda: _printed(b"0 0 m 9 9 l S " * 100_000),
    "plain.pdf": lambda: _printed(b"0 0 m 9 9 l S " * 100_000, packed=False),
    "controls.txt": lambda: b"a\x01" * 600,
    "nested.json": lambda: b'{"pandoc-api-version": [1, 23], "meta": ' + b"[" * 100_000,
    "member.docx": lambda: _encrypted(package(p("a"))),
    "cut.docx": lambda: package(p("a"))[:-60],
    "sheet.docx": lambda: members(("xl/workbook.xml", b"<workbook/>")),
    "broken.docx": lambda: members(("word/document.xml", b"<w:document><w:body>")),
}
"""By file name."""
