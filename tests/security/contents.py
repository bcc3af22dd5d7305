"""Everything that is in a finished file, unpacked: members of zip files within each other, streams of PDF files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pikepdf


def contents(data: bytes, name: str = "") -> Iterator[tuple[str, bytes]]:
    """The pieces of a file by name, unpacked; the file itself first."""
    yield name, data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                yield from contents(archive.read(entry), f"{name}/{entry.filename}")
    elif data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for number, thing in enumerate(pdf.objects):
                if isinstance(thing, pikepdf.Stream):
                    yield from contents(unpacked(thing), f"{name}/{number}")
                else:
                    yield f"{name}/{number}", thing.unparse() if hasattr(thing, "unparse") else repr(thing).encode()


def unpacked(stream: pikepdf.Stream) -> bytes:
    """The bytes of a stream without its filters, as far as they can be taken away."""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # a JPEG is its own filter
        return stream.read_raw_bytes()
