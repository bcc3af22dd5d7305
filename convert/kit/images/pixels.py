"""Pixels: decode a picture as it is to be seen, give it colours that every output can show, encode it anew."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from convert.kit.images.header import image_info, open_picture
from convert.kit.images.jpeg import inverted, is_adobe
from convert.kit.images.kinds import JPEG, TIFF, kind_of

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose

_QUALITY = 95  # of a JPEG encoded anew: a second loss that is not seen
_LEVEL = 6  # zlib's
_SRGB_SPACES = {"RGB": b"RGB ", "RGBA": b"RGB ", "L": b"GRAY", "LA": b"GRAY"}


def upright_picture(data: bytes) -> Image:
    """The picture's first frame as it is to be seen: turned by its orientation, its colours as they are.

    Raises ValueError where it is broken or no picture.
    """
    kind, info = kind_of(data), image_info(data)
    if kind is None or info is None:
        raise ValueError("not a picture")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = open_picture(data, kind)
            picture.load()
    except Exception as error:  # Pillow raises many kinds for broken files, all meaning the same
        raise ValueError("broken picture") from error
    made: Image = picture
    if kind is JPEG and picture.mode == "CMYK" and not is_adobe(data):
        made = inverted(picture)
    turn = None if kind is TIFF else _turns().get(info.orientation)
    return made if turn is None else made.transpose(turn)


def _turns() -> dict[int, Transpose]:
    """What brings a picture of an orientation upright (Exif 2.32, 4.6.4)."""
    from PIL.Image import Transpose

    return {2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM,
            5: Transpose.TRANSPOSE, 6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE,
            8: Transpose.ROTATE_90}  # fmt: skip


def screen_picture(data: bytes) -> tuple[Image, bytes]:
    """The picture upright in grey or RGB of eight bits a channel, with transparency where it has any (modes L, LA, RGB,
    RGBA), and its ICC profile if that still describes it. Without one it is sRGB.

    Raises ValueError where it is broken.
    """
    from convert.kit.images.profiles import to_srgb, usable

    picture = upright_picture(data)
    profile = picture.info.get("icc_profile") or b""
    if picture.mode in ("CMYK", "LAB"):
        return to_srgb(picture, profile), b""
    picture = _eight_bits(picture)
    return picture, profile if usable(profile, _SRGB_SPACES[picture.mode]) else b""


def _eight_bits(picture: Image) -> Image:
    match picture.mode:
        case "L" | "LA" | "RGB" | "RGBA" if "transparency" not in picture.info:
            return picture
        case "1":
            return picture.convert("L")
        case "I" | "I;16" | "I;16B" | "I;16L" | "I;16N" | "F":
            return _scaled(picture)
        case "La":
            return picture.convert("LA")
        case "L" | "LA":
            return picture.convert("LA")
        case _:
            return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _scaled(picture: Image) -> Image:
    """Wide grey values as eight bits: 16-bit ones by their range, fractions as shares of white, bytes as they are."""
    low, high = picture.getextrema()
    assert isinstance(low, int | float) and isinstance(high, int | float)
    if picture.mode.startswith("I;16"):
        factor = 1 / 257
    elif picture.mode == "F" and high <= 1:
        factor = 255.0
    else:
        factor = 1.0 if high <= 255 else 1 / 257
    return picture.convert("F").point(lambda value: value * factor + 0.5).convert("L")


def to_png(picture: Image, profile: bytes = b"") -> bytes:
    """A PNG of the picture (modes 1, L, LA, P, RGB, RGBA, I;16)."""
    buffer = io.BytesIO()
    bare(picture).save(buffer, "PNG", compress_level=_LEVEL, icc_profile=profile or None)
    return buffer.getvalue()


def to_jpeg(picture: Image, profile: bytes = b"") -> bytes:
    """A JPEG of the picture (modes L, RGB), its colours at full resolution."""
    buffer = io.BytesIO()
    bare(picture).save(buffer, "JPEG", quality=_QUALITY, subsampling=0, icc_profile=profile or None)
    return buffer.getvalue()


def bare(picture: Image) -> Image:
    """The picture without what it says about itself: its makers, cameras and places are nobody's business."""
    made = picture.copy()
    made.info = {}
    return made
