"""What each output can hold of a picture: as it is where it can, else as a PNG or JPEG that shows the same.

Core media types: EPUB 3.3, 3.2; Office programs show PNG, JPEG and GIF everywhere, TIFF and BMP not on the web or on
phones, WebP hardly; PDF holds JPEG data as they are (ISO 32000-1, 8.9.5 and 7.4.8) and PNG's once cut out of their file.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from convert.kit.images.header import ImageInfo, image_info
from convert.kit.images.kinds import GIF, JPEG, PNG, WEBP
from convert.kit.images.pixels import screen_picture, to_jpeg, to_png
from convert.kit.images.profiles import usable

Output = Literal["pdf", "docx", "epub"]
Change = Literal["none", "png", "jpeg"]

_HELD: dict[Output, frozenset[str]] = {
    "pdf": frozenset((JPEG.type, PNG.type)),
    "docx": frozenset((JPEG.type, PNG.type, GIF.type)),
    "epub": frozenset((JPEG.type, PNG.type, GIF.type, WEBP.type)),
}


class Form(NamedTuple):
    """A picture as one output gets it: its media type and bytes."""

    type: str
    data: bytes


def change_for(info: ImageInfo, output: Output) -> Change:
    """What a picture has to become for an output.

    Its first frame alone is printed, upright, in grey or RGB. A PDF turns a JPEG as it draws it, and shows CMYK by its
    profile: such pictures are not encoded a second time.
    """
    to_change: Change = "jpeg" if info.type == JPEG.type else "png"
    if info.type not in _HELD[output] or (info.several and info.type != JPEG.type):
        return to_change
    if output == "pdf" and info.type == JPEG.type:
        cmyk_unknown = info.colors == "cmyk" and not usable(info.profile, b"CMYK")
        return to_change if cmyk_unknown else "none"
    return "none" if info.orientation == 1 and info.colors in ("grey", "rgb") else to_change


def changed(data: bytes, change: Change) -> Form:
    """A picture after a change. Raises ValueError where it is broken."""
    if change == "none":
        info = image_info(data)
        if info is None:
            raise ValueError("not a picture")
        return Form(info.type, data)
    picture, profile = screen_picture(data)
    if change == "jpeg":
        return Form(JPEG.type, to_jpeg(picture, profile))
    return Form(PNG.type, to_png(picture, profile))
