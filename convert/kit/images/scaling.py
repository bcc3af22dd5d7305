"""Pictures with fewer pixels: for what is printed smaller than it was taken."""

from __future__ import annotations

from convert.kit.images.kinds import JPEG, PNG
from convert.kit.images.pixels import screen_picture, to_jpeg, to_png


def scaled_down(data: bytes, type: str, width: int, height: int) -> tuple[str, bytes]:
    """The media type and bytes of a picture of so many pixels, upright, in grey or RGB: a JPEG stays one, all else
    becomes a PNG. `type`: the media type of `data`. Raises ValueError where it is broken."""
    from PIL.Image import Resampling

    picture, profile = screen_picture(data)
    small = picture.resize((width, height), Resampling.LANCZOS)
    return (JPEG.type, to_jpeg(small, profile)) if type == JPEG.type else (PNG.type, to_png(small, profile))
