"""Transformations of a drawing (SVG 1.1, 7)."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from lxml import etree

from convert.kit.images.svg.styles import BeyondError, numbers

_STEP = re.compile(r"\s*+,?\s*+(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)\s*")


class Matrix(NamedTuple):
    """x′ = a·x + c·y + e, y′ = b·x + d·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def then(self, outer: Matrix) -> Matrix:
        """This transformation and another after it."""
        return Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            outer.a * self.e + outer.c * self.f + outer.e,
            outer.b * self.e + outer.d * self.f + outer.f,
        )


IDENTITY = Matrix(1, 0, 0, 1, 0, 0)


def transformation(text: str) -> Matrix:
    """What a `transform` attribute says. Raises BeyondError for what it may not say."""
    made, at = IDENTITY, 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            if text[at:].strip():
                raise BeyondError(text)
            break
        made, at = _step(match[1], numbers(match[2])).then(made), match.end()
    return made


def _step(name: str, values: list[float]) -> Matrix:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *more] if len(more) < 2:
            return Matrix(1, 0, 0, 1, x, more[0] if more else 0.0)
        case "scale", [x, *more] if len(more) < 2:
            return Matrix(x, 0, 0, more[0] if more else x, 0, 0)
        case "rotate", [angle, *about] if len(about) in (0, 2):
            x, y = about or (0.0, 0.0)
            cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            return Matrix(1, 0, 0, 1, -x, -y).then(Matrix(cos, sin, -sin, cos, x, y))
        case "skewX", [angle]:
            return Matrix(1, 0, math.tan(math.radians(angle)), 1, 0, 0)
        case "skewY", [angle]:
            return Matrix(1, math.tan(math.radians(angle)), 0, 1, 0, 0)
    raise BeyondError(name)


def viewing(root: etree._Element, width: float, height: float) -> Matrix:
    """How the drawing's own units become px (SVG 1.1, 7.7 and 7.8)."""
    left, top, box_width, box_height = numbers(root.get("viewBox", ""))
    x, y = width / box_width, height / box_height
    words = root.get("preserveAspectRatio", "xMidYMid meet").split()
    if words[0] == "none":
        return Matrix(x, 0, 0, y, -left * x, -top * y)
    scale = max(x, y) if words[1:] == ["slice"] else min(x, y)
    across = {"xMin": 0.0, "xMid": 0.5, "xMax": 1.0}.get(words[0][:4])
    down = {"YMin": 0.0, "YMid": 0.5, "YMax": 1.0}.get(words[0][4:])
    if across is None or down is None:
        raise BeyondError(words[0])
    spare_x, spare_y = width - box_width * scale, height - box_height * scale
    return Matrix(scale, 0, 0, scale, across * spare_x - left * scale, down * spare_y - top * scale)
