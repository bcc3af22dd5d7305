"""What each output can hold of a picture: as it is where it can, else as a PNG or JPEG that shows the same.

Core media types: EPUB 3.3, 3.2; Office programs show PNG, JPEG and GIF everywhere, TIFF and BMP not on the web or on
phones, WebP hardly; PDF holds JPEG data as they are (ISO 32000-1, 8.9.5 and 7.4.8) and PNG's once cut out of their file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, assert_never

from convert.kit.images.header import ImageInfo, image_info
from convert.kit.images.kinds import GIF, JPEG, PNG, SVG, WEBP
from convert.kit.images.pixels import screen_picture, to_jpeg, to_png
from convert.kit.images.profiles import usable
from convert.kit.images.svg.lettering import NONE, Lettering

if TYPE_CHECKING:
    from convert.kit.images.svg.vectors import Plot

Output = Literal["pdf", "docx", "epub"]
Change = Literal["none", "png", "jpeg", "clean", "draw", "plot"]
"""Nothing · encoded anew as PNG or JPEG · an SVG drawing cleaned · that and a picture
of it · its marks on paper, or where they are not enough a picture."""

_HELD: dict[Output, frozenset[str]] = {
    "pdf": frozenset((JPEG.type, PNG.type)),
    "docx": frozenset((JPEG.type, PNG.type, GIF.type)),
    "epub": frozenset((JPEG.type, PNG.type, GIF.type, WEBP.type)),
}
_OF_DRAWINGS: dict[Output, Change] = {"pdf": "plot", "docx": "draw", "epub": "clean"}


class Form(NamedTuple):
    """A picture as one output gets it: its media type and bytes. `drawing`: the SVG that `data` is drawn from, for who
    can show that too; `plot`: the marks of a drawing, for who makes them itself."""

    type: str
    data: bytes
    drawing: bytes = b""
    plot: Plot | None = None


def change_for(info: ImageInfo, output: Output) -> Change:
    """What a picture has to become for an output.

    Its first frame alone is printed, upright, in grey or RGB. A PDF turns a JPEG as it draws it, and shows CMYK by its
    profile: such pictures are not encoded a second time.
    """
    if info.type == SVG.type:
        return _OF_DRAWINGS[output]
    to_change: Change = "jpeg" if info.type == JPEG.type else "png"
    if info.type not in _HELD[output] or (info.several and info.type != JPEG.type):
        return to_change
    if output == "pdf" and info.type == JPEG.type:
        cmyk_unknown = info.colors == "cmyk" and not usable(info.profile, b"CMYK")
        return to_change if cmyk_unknown else "none"
    return "none" if info.orientation == 1 and info.colors in ("grey", "rgb") else to_change


def changed(data: bytes, change: Change, lettering: Lettering = NONE) -> Form:
    """A picture after a change; `lettering`: the faces for letters in drawings. Raises ValueError where it is broken."""
    match change:
        case "none":
            info = image_info(data)
            if info is None:
                raise ValueError("not a picture")
            return Form(info.type, data)
        case "png":
            return Form(PNG.type, to_png(*screen_picture(data)))
        case "jpeg":
            return Form(JPEG.type, to_jpeg(*screen_picture(data)))
        case "clean" | "draw" | "plot":
            return _drawn(data, change, lettering)
        case _:
            assert_never(change)


def _drawn(data: bytes, change: Change, lettering: Lettering) -> Form:
    from convert.kit.images.svg.raster import raster
    from convert.kit.images.svg.setting import set_drawing
    from convert.kit.images.svg.source import read_svg
    from convert.kit.images.svg.vectors import plot_of

    drawing = set_drawing(read_svg(data), lettering)
    plot = plot_of(drawing) if change == "plot" else None
    if change == "clean" or plot:
        return Form(SVG.type, drawing.data, plot=plot)
    return Form(PNG.type, raster(drawing, lettering), drawing.data)
