"""What hostile files are made of: packages, pictures, nested markup."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

from tests.readers.docx.packages import PNG, package, relations, root

__all__ = [
    "PNG",
    "bomb",
    "document",
    "drawing",
    "nested",
    "paragraph",
    "png",
    "relations",
    "remade",
    "root",
    "with_entities",
    "zipped",
]

Member = tuple[str | zipfile.ZipInfo, str | bytes]


def paragraph(text: str) -> str:
    """A paragraph of WordprocessingML; `text` is XML."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def document(body: str, refers: dict[str, tuple[str, str]] | None = None, **parts: str | bytes) -> bytes:
    """A DOCX with this in its body, and words before and after it: see `tests.readers.docx.packages.package`."""
    return package(paragraph("before") + body + paragraph("after"), refers, **parts)


def remade(members: Mapping[str, str | bytes]) -> bytes:
    """A DOCX that has these members beside the usual ones, or in their place."""
    return zipped(members_of(document("")) | dict(members))


def members_of(data: bytes) -> dict[str, str | bytes]:
    """What is in a zip file, the last one of each name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def drawing(relation: str, extent: tuple[int, int] = (914400, 914400), kind: str = "embed") -> str:
    """A paragraph with a picture; `extent` in EMU, `kind` embed or link."""
    width, height = extent
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="x"/><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:{kind}="{relation}"/>'
        f"</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def nested(opening: str, closing: str, levels: int, inside: str) -> str:
    """Markup in markup in markup."""
    return opening * levels + inside + closing * levels


def with_entities(xml: bytes, declarations: str) -> bytes:
    """An XML file with a document type that declares entities."""
    head, rest = xml.decode().split("?>", 1)
    return f"{head}?><!DOCTYPE any [{declarations}]>{rest}".encode()


def zipped(members: Iterable[Member] | Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file with members that need not be sound."""
    import warnings

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names may come twice
        for name, content in members.items() if isinstance(members, Mapping) else members:
            archive.writestr(name, content)
    return buffer.getvalue()


def bomb(base: bytes, member: str, head: bytes, unit: bytes, tail: bytes, megabytes: int) -> bytes:
    """A zip file like `base` with a member that inflates to so many MB of `unit`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != member:
                new.writestr(entry, old.read(entry))
        with new.open(member, "w", force_zip64=True) as file:
            file.write(head)
            block = unit * (1_000_000 // len(unit))
            for _ in range(megabytes):
                file.write(block)
            file.write(tail)
    return buffer.getvalue()


def png(width: int, height: int, *, bits: int = 1, color: int = 0, data: bytes | None = None) -> bytes:
    """A PNG of one colour, in so many bits a channel; `data` stands for its pixels where they are not what its header says."""
    if data is None:
        row = b"\0" * (1 + (width * bits * {0: 1, 2: 3, 6: 4}[color] + 7) // 8)
        packer = zlib.compressobj(9)
        data = b"".join([*(packer.compress(row) for _ in range(height)), packer.flush()])
    header = struct.pack(">IIBBBBB", width, height, bits, color, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
