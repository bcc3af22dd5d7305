"""Whether a picture can be printed, and why not."""

from __future__ import annotations

import warnings
from typing import Literal

from convert.kit.images.header import image_info, open_picture
from convert.kit.images.kinds import JPEG, SVG, kind_of
from convert.kit.limits import USUAL, Limits

Fault = Literal["broken", "unknown", "large", "slow"]
"""Its data are damaged or no picture's · a kind of picture that cannot be drawn · more pixels than are decoded · a drawing that
takes longer than it may."""

_EIGHTH = 8
_TRIAL = 64  # pixels


def fault_of(data: bytes, limits: Limits = USUAL) -> Fault | None:
    """Why a picture cannot be printed; None where it can. All of it is decoded, a JPEG at an eighth of its size; what has more
    pixels than `limits` has not begun."""
    kind = kind_of(data)
    if kind is None:
        return "broken"
    if kind is SVG:
        return _fault_of_drawing(data, limits)
    if not kind.reader:
        return "unknown"
    info = image_info(data)
    if info is None:
        return "broken"
    if info.width_px * info.height_px > limits.megapixels * 1_000_000:
        return "large"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = open_picture(data, kind)
            if kind is JPEG:
                picture.draft(picture.mode, (max(picture.width // _EIGHTH, 1), max(picture.height // _EIGHTH, 1)))
            picture.load()
    except Exception:  # Pillow raises many kinds for broken files, all meaning the same
        return "broken"
    return None


def _fault_of_drawing(data: bytes, limits: Limits) -> Fault | None:
    """It is drawn small: what resvg cannot draw, nobody can. One of much to draw is drawn as it will be, where it can be
    stopped."""
    from convert.kit.images.svg.raster import is_drawn_within, is_heavy, raster
    from convert.kit.images.svg.source import read_svg

    try:
        drawing = read_svg(data)
        if is_heavy(drawing):
            return None if is_drawn_within(drawing, limits.drawing_seconds) else "slow"
        raster(drawing, width=_TRIAL)
    except ValueError:
        return "broken"
    return None
