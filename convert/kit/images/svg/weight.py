"""How much there is to draw: a few lines of a drawing can stand for billions of shapes.

What is used, painted with, clipped or masked by is drawn anew each time (https://www.w3.org/TR/SVG11/struct.html#UseElement).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from convert.kit.images.svg.elements import SVG, XLINK

MOST = 300_000
"""What a drawing may weigh."""

_LIGHT = frozenset((f"{{{SVG}}}linearGradient", f"{{{SVG}}}radialGradient"))
_HEAVY = frozenset(f"{{{SVG}}}{name}" for name in ("feTurbulence", "feMorphology", "feConvolveMatrix"))
_EFFORT = 500  # passes over all pixels, about
_LOCAL = re.compile(r"url\(#([^)]*)\)")
_POINTS = re.compile(r"[\d.]++")


def weight_of(root: etree._Element) -> int:
    """How many shapes are drawn, about. Raises ValueError for more than MOST, and for a drawing that uses itself."""
    targets = {element.get("id", ""): element for element in root.iter() if element.get("id")}
    weights: dict[etree._Element, int] = {}
    open_: set[etree._Element] = set()

    def weight(element: etree._Element) -> int:
        if element not in weights:
            if element in open_:
                raise ValueError("uses itself")
            open_.add(element)
            inside = sum(map(weight, element)) + sum(
                count * weight(target) for target, count in _shown(element, targets) if target not in open_
            )
            if element.tag == f"{{{SVG}}}use":
                target = targets.get(element.get(f"{{{XLINK}}}href", "")[1:])
                inside += weight(target) if target is not None else 0
            weights[element] = min((_EFFORT if element.tag in _HEAVY else 1) + inside, MOST + 1)
            open_.discard(element)
        return weights[element]

    try:
        found = weight(root)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if found > MOST:
        raise ValueError("too many elements")
    return found


def _shown(element: etree._Element, targets: dict[str, etree._Element]) -> Iterator[tuple[etree._Element, int]]:
    """What an element is drawn with, and how often: a marker at each of its points."""
    for name, value in element.items():
        for id in _LOCAL.findall(value) if "url(" in value else ():
            target = targets.get(id)
            if target is None or target.tag in _LIGHT:
                continue
            points = len(_POINTS.findall(element.get("d", "") or element.get("points", ""))) // 2
            yield target, max(points, 2) if target.tag == f"{{{SVG}}}marker" or name.startswith("marker") else 1
