"""Paints of a drawing: colours and gradients (SVG 1.1, 11.2 and 13)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from convert.kit.images.svg.elements import SVG, XLINK
from convert.kit.images.svg.styles import BeyondError, opacity
from convert.kit.images.svg.transforms import Matrix, transformation

_LINEAR, _RADIAL, _STOP = (f"{{{SVG}}}{name}" for name in ("linearGradient", "radialGradient", "stop"))
_SHARES = re.compile(r"rgb\(" + r"\s*,\s*".join([r"\s*(\d+\.?\d*|\.\d+)%"] * 3) + r"\s*\)")
_DEEPEST = 20  # gradients that refer to each other


class Gradient(NamedTuple):
    """Colours along a line, or from one circle to another. `points`: x y of both ends, or x y r of both circles, which
    `matrix` brings to px; `stops`: places from 0 to 1 with their colours (`#rrggbb`); `cover`: how much of it covers what
    lies below."""

    points: tuple[float, ...]
    matrix: Matrix
    stops: tuple[tuple[float, str], ...]
    cover: float


def color_of(text: str) -> str:
    """A colour as `#rrggbb`; "" for none. Raises BeyondError for what is none and for transparent ones."""
    from PIL import ImageColor

    if text in ("none", "transparent"):
        return ""
    shares = _SHARES.fullmatch(text)
    if shares:
        return "#" + bytes(round(min(float(share), 100) * 2.55) for share in shares.groups()).hex()
    try:
        channels = ImageColor.getrgb(text.strip())
    except ValueError:
        raise BeyondError(text) from None
    if len(channels) != 3:
        raise BeyondError(text)
    return "#" + bytes(channels).hex()


class Gradients:
    """The gradients of one drawing, by their ids."""

    def __init__(self, by_id: Mapping[str | None, etree._Element]) -> None:
        self._by_id = by_id

    def paint(self, id: str, box: tuple[float, float, float, float], matrix: Matrix) -> str | Gradient:
        """The gradient for a shape with a box in its own units, which `matrix` brings to px; a colour where one is
        all it has. Raises BeyondError."""
        chain = list(self._chain(id))
        attributes = {key: value for element in reversed(chain) for key, value in element.items()}
        stops = next((found for element in chain if (found := tuple(_stops(element)))), ())
        if not stops:
            return ""
        covers = {cover for _, _, cover in stops}
        if len(covers) > 1 or (len(stops) == 1 and covers != {1.0}):
            raise BeyondError("stop-opacity")
        if len(stops) == 1:
            return stops[0][1]
        if attributes.get("spreadMethod", "pad") != "pad":
            raise BeyondError("spreadMethod")
        inner = transformation(attributes.get("gradientTransform", ""))
        relative = attributes.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox"
        if relative:
            left, top, right, bottom = box
            if right <= left or bottom <= top:
                raise BeyondError("a gradient without room")
            inner = inner.then(Matrix(right - left, 0, 0, bottom - top, left, top))
        points = _line(attributes, relative) if chain[0].tag == _LINEAR else _circles(attributes, relative)
        return Gradient(points, inner.then(matrix), tuple((place, color) for place, color, _ in stops), covers.pop())

    def _chain(self, id: str) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST):
            element = self._by_id.get(id)
            if element is None or element.tag not in (_LINEAR, _RADIAL):
                raise BeyondError(id)
            yield element
            id = element.get(f"{{{XLINK}}}href", "")[1:]
            if not id:
                return
        raise BeyondError("a circle of gradients")


def _stops(element: etree._Element) -> Iterator[tuple[float, str, float]]:
    """Places, colours and opacities."""
    last = 0.0
    for stop in element.iterchildren(_STOP):
        last = max(opacity(stop.get("offset", "0")), last)
        yield last, color_of(stop.get("stop-color", "black")) or "#000000", opacity(stop.get("stop-opacity", "1"))


def _share(text: str, relative: bool) -> float:
    """A number, or a share of the box. Raises BeyondError for a share of the whole drawing."""
    try:
        if text.endswith("%"):
            if not relative:
                raise BeyondError(text)
            return float(text[:-1]) / 100
        return float(text.removesuffix("px"))
    except ValueError:
        raise BeyondError(text) from None


def _line(attributes: Mapping[str, str], relative: bool) -> tuple[float, ...]:
    defaults = {"x1": "0%", "y1": "0%", "x2": "100%", "y2": "0%"}
    return tuple(_share(attributes.get(name, default), relative) for name, default in defaults.items())


def _circles(attributes: Mapping[str, str], relative: bool) -> tuple[float, ...]:
    cx, cy, r = (_share(attributes.get(name, "50%"), relative) for name in ("cx", "cy", "r"))
    fx, fy = (
        _share(attributes[name], relative) if name in attributes else center
        for name, center in (("fx", cx), ("fy", cy))
    )
    if r <= 0 or (fx - cx) ** 2 + (fy - cy) ** 2 >= r * r:
        raise BeyondError("a focus outside its circle")
    return fx, fy, 0.0, cx, cy, r
