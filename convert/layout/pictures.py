"""How large a picture is printed. One answer for all paged outputs."""

from __future__ import annotations

from convert.kit.images import ImageInfo
from convert.model import Image
from convert.style.sheet import Page

_TALLEST = 0.9  # of the type area's height: a picture's caption must fit below it


def picture_size(image: Image, info: ImageInfo, room: float, page: Page) -> tuple[float, float]:
    """Width and height in pt: what the document says, else the picture's own, scaled down to `room` pt of width and to
    the page."""
    width, height = image.width or info.width_pt, image.height or info.height_pt
    scale = min(1.0, room / width, page.area_height * _TALLEST / height)
    return width * scale, height * scale
