"""What a picture says about itself: type, size, orientation, colours. Read from its header; no pixel is decoded."""

from __future__ import annotations

import importlib
import io
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from convert.kit.images.kinds import JPEG, SVG, TIFF, Kind, kind_of

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

Colors = Literal["grey", "rgb", "cmyk", "other"]

_DEFAULT_DPI = 96.0  # CSS pixels: what browsers and word processors take where a picture does not say
_LOWEST_DPI, _HIGHEST_DPI = 10.0, 10000.0  # beyond, the field holds an aspect ratio or rubbish
_PT_PER_INCH = 72
_ORIENTATION, _X_RESOLUTION = 0x0112, 0x011A  # Exif 2.32, 4.6.4
_ON_ITS_SIDE = 5  # orientations from here on exchange width and height
_COLORS: dict[str, Colors] = {"1": "grey", "L": "grey", "LA": "grey", "I;16": "grey", "CMYK": "cmyk", "LAB": "other"}


class ImageInfo(NamedTuple):
    """What a picture says about itself.

    `type`: its media type (`image/png`). Its size, as it is to be seen, in pixels and by its resolution in pt.
    `orientation`: how the pixels lie, by the numbers of Exif (1: upright). `several`: whether it holds more pictures
    than one (frames, pages). `profile`: its ICC profile, "" for none.
    """

    type: str
    width_px: int
    height_px: int
    width_pt: float
    height_pt: float
    orientation: int = 1
    several: bool = False
    colors: Colors = "rgb"
    profile: bytes = b""


def image_info(data: bytes) -> ImageInfo | None:
    """What a picture says about itself; None for a kind that cannot be printed and for a broken header.

    The content decides, not a name. Without a resolution a pixel is 1/96 inch.
    """
    kind = kind_of(data)
    if kind is SVG:
        return _drawn(data)
    if kind is None or not kind.reader:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what it mends
            return _described(open_picture(data, kind), kind)
    except Exception:  # Pillow raises many kinds for broken files, all meaning the same
        return None


def _drawn(data: bytes) -> ImageInfo | None:
    """What an SVG drawing says."""
    from convert.kit.images.svg.source import read_svg

    try:
        drawing = read_svg(data)
    except ValueError:
        return None
    width, height = drawing.width, drawing.height
    point = _PT_PER_INCH / _DEFAULT_DPI
    return ImageInfo(SVG.type, max(round(width), 1), max(round(height), 1), width * point, height * point)


def open_picture(data: bytes, kind: Kind) -> ImageFile:
    """A picture of a kind with its header read. Raises what Pillow raises, of any kind.

    `Image.open` would try every format, and object to large ones.
    """
    module, name = kind.reader.split(".")
    opened: ImageFile = getattr(importlib.import_module(f"PIL.{module}"), name)(io.BytesIO(data))
    return opened


def _described(picture: ImageFile, kind: Kind) -> ImageInfo | None:
    tags = _tags(picture)
    (width, height), (x_dpi, y_dpi) = picture.size, _resolution(picture.info.get("dpi"))
    if not width or not height:
        return None
    if kind is JPEG and "jfif_unit" not in picture.info and _X_RESOLUTION not in tags:
        x_dpi = y_dpi = _DEFAULT_DPI  # Pillow says 72 for those that say nothing
    value = tags.get(_ORIENTATION)
    orientation = value if isinstance(value, int) and 1 <= value <= 8 else 1
    if orientation >= _ON_ITS_SIDE:
        x_dpi, y_dpi = y_dpi, x_dpi
        if kind is not TIFF:  # Pillow says a TIFF's size as it is to be seen
            width, height = height, width
    profile = picture.info.get("icc_profile")
    return ImageInfo(
        kind.type,
        width,
        height,
        width * _PT_PER_INCH / x_dpi,
        height * _PT_PER_INCH / y_dpi,
        orientation,
        bool(getattr(picture, "is_animated", False)),
        _COLORS.get(picture.mode, "rgb"),
        profile if isinstance(profile, bytes) else b"",
    )


def _tags(picture: ImageFile) -> Mapping[int, object]:
    """The picture's Exif data by tag; as browsers do, nothing else is asked for how it lies."""
    from PIL.Image import Exif

    own: Mapping[int, object] | None = getattr(picture, "tag_v2", None)
    exif = Exif()
    try:
        exif.load(picture.info.get("exif") or b"")
    except Exception:  # damaged Exif data say nothing
        return {}
    return exif if own is None else own


def _resolution(dpi: object) -> tuple[float, float]:
    if not isinstance(dpi, tuple) or len(dpi) != 2:
        return _DEFAULT_DPI, _DEFAULT_DPI
    x, y = (float(value) for value in dpi)
    believable = _LOWEST_DPI <= x <= _HIGHEST_DPI and _LOWEST_DPI <= y <= _HIGHEST_DPI
    return (x, y) if believable else (_DEFAULT_DPI, _DEFAULT_DPI)
