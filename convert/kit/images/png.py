"""The parts of a PNG file (ISO/IEC 15948, 5 and 11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_SIGNATURE = 8  # bytes
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
_GREY, _RGB, _PALETTE = 0, 2, 3


class PngParts(NamedTuple):
    """The image data of a PNG, compressed as they are in the file, and what it takes to read them.

    `channels`: values a pixel, transparency included. `palette`: RGB triples, empty for a picture without one.
    `plain`: whether rows follow each other and nothing is transparent, so that a PDF can take the data as they are.
    """

    width: int
    height: int
    bits: int
    channels: int
    palette: bytes
    plain: bool
    data: bytes


def png_parts(data: bytes) -> PngParts:
    """Cut a PNG into its parts. Raises ValueError where it has none."""
    head = palette = b""
    transparent = False
    pieces: list[bytes] = []
    for name, content in _chunks(data):
        match name:
            case b"IHDR":
                head = content
            case b"PLTE":
                palette = content
            case b"tRNS":
                transparent = True
            case b"IDAT":
                pieces.append(content)
    if len(head) < 13 or not pieces:
        raise ValueError("no PNG")
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    bits, color, interlace = head[8], head[9], head[12]
    plain = color in (_GREY, _RGB, _PALETTE) and not interlace and not transparent
    return PngParts(
        width, height, bits, _CHANNELS[color], palette if color == _PALETTE else b"", plain, b"".join(pieces)
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _SIGNATURE
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length
