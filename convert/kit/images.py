"""Pictures: their type and size, read from the header alone. No pixel is decoded."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

_DEFAULT_DPI = 96.0  # CSS pixels: what browsers and word processors take where a picture does not say
_LOWEST_DPI, _HIGHEST_DPI = (
    10.0,
    10000.0,
)  # beyond, the field holds an aspect ratio or rubbish
_PT_PER_INCH = 72


class ImageInfo(NamedTuple):
    """A picture's media `type` (`image/png`), its size in pixels, and its own size in pt by its resolution."""

    type: str
    width_px: int
    height_px: int
    width_pt: float
    height_pt: float


def image_info(data: bytes) -> ImageInfo | None:
    """What a PNG, JPEG or GIF picture says about itself; None for anything else and for a broken header.

    The content decides, not a name. Without a resolution a pixel is 1/96 inch.
    """
    try:
        picture = _opened(data)
        if picture is None or not all(picture.size):
            return None
        (width, height), (x_dpi, y_dpi) = (
            picture.size,
            _resolution(picture.info.get("dpi")),
        )
    except Exception:  # Pillow raises many kinds for broken files, all meaning the same
        return None
    return ImageInfo(
        f"image/{(picture.format or '').lower()}",
        width,
        height,
        width * _PT_PER_INCH / x_dpi,
        height * _PT_PER_INCH / y_dpi,
    )


def _opened(data: bytes) -> ImageFile | None:
    """The picture with its header read, by its signature: `Image.open` would try every format and object to large ones."""
    stream = io.BytesIO(data)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(stream)
    if data.startswith(b"\xff\xd8\xff"):
        from PIL.JpegImagePlugin import JpegImageFile

        return JpegImageFile(stream)
    if data.startswith((b"GIF87a", b"GIF89a")):
        from PIL.GifImagePlugin import GifImageFile

        return GifImageFile(stream)
    return None


def _resolution(dpi: object) -> tuple[float, float]:
    if not isinstance(dpi, tuple) or len(dpi) != 2:
        return _DEFAULT_DPI, _DEFAULT_DPI
    x, y = (float(value) for value in dpi)
    believable = _LOWEST_DPI <= x <= _HIGHEST_DPI and _LOWEST_DPI <= y <= _HIGHEST_DPI
    return (x, y) if believable else (_DEFAULT_DPI, _DEFAULT_DPI)
