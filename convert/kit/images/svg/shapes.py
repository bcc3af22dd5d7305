"""The outlines of a drawing's elements (SVG 1.1, 8 and 9)."""

from __future__ import annotations

import math

from lxml import etree

from convert.kit.images.svg.paths import Path, ellipse, path_of, polygon, rectangle
from convert.kit.images.svg.styles import length, numbers


def outline(element: etree._Element, width: float, height: float) -> Path | None:
    """The outline of a shape or path; empty where it draws nothing, None for other elements. `width`, `height`: what
    shares of lengths are of. Raises BeyondError for lengths that cannot be told."""
    diagonal = math.hypot(width, height) / math.sqrt(2)

    def given(name: str, whole: float, default: str = "0") -> float:
        return length(element.get(name, default), whole=whole)

    match etree.QName(element).localname:
        case "path":
            return path_of(element.get("d", ""))
        case "rect":
            rx, ry = element.get("rx", "auto"), element.get("ry", "auto")
            radii = [length("0" if r == "auto" else r, whole=w) for r, w in ((rx, width), (ry, height))]
            if "auto" in (rx, ry):
                radii = [max(radii)] * 2
            size = given("width", width), given("height", height)
            return rectangle(given("x", width), given("y", height), *size, *radii) if min(size) > 0 else ()
        case "circle":
            radius = given("r", diagonal)
            return ellipse(given("cx", width), given("cy", height), radius, radius) if radius > 0 else ()
        case "ellipse":
            rx, ry = (element.get(name, "0") for name in ("rx", "ry"))
            size = length(rx, whole=width), length(ry, whole=height)
            return ellipse(given("cx", width), given("cy", height), *size) if min(size) > 0 else ()
        case "line":
            ends = ((given(f"x{n}", width), given(f"y{n}", height)) for n in (1, 2))
            return polygon(ends, closed=False)
        case "polyline" | "polygon" as name:
            values = numbers(element.get("points", ""))
            return polygon(zip(values[::2], values[1::2], strict=False), closed=name == "polygon")
        case _:
            return None
