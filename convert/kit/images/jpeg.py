"""What a JPEG file says in its markers beyond its size (ITU-T T.81, annex B; T.872, 6.5.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_START_OF_SCAN, _END, _APP14 = 0xDA, 0xD9, 0xEE
_WITHOUT_LENGTH = frozenset((0x01, *range(0xD0, 0xD9)))


def is_adobe(data: bytes) -> bool:
    """Whether it has Adobe's marker: its CMYK values then are inverted, 0 for full ink."""
    return any(marker == _APP14 and content.startswith(b"Adobe") for marker, content in _segments(data))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The markers before the first scan with what they hold."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in (_START_OF_SCAN, _END):
            return
        if marker == 0xFF or marker in _WITHOUT_LENGTH:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)


def inverted(picture: Image) -> Image:
    """The picture with all values turned round: Pillow takes any CMYK file for one of Adobe's."""
    from PIL import ImageChops

    return ImageChops.invert(picture)
