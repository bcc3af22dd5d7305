"""The style of an element of a flattened drawing: its own properties and those it inherits (SVG 1.1, 6.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from convert.kit.images.svg.stylesheet import PROPERTIES

_NOT_INHERITED = frozenset((
    "opacity", "clip-path", "mask", "filter", "overflow", "display", "stop-color", "stop-opacity", "vector-effect",
    "text-decoration", "dominant-baseline", "alignment-baseline", "baseline-shift",
))  # fmt: skip
_PX = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|ex|%)?\s*")
_SIZES = {"medium": 16.0, "small": 13.0, "x-small": 10.0, "large": 18.0, "x-large": 24.0}

LARGEST = 1e9
"""Beyond, a number is a mistake: no program draws that far."""

Style = Mapping[str, str]


class BeyondError(Exception):
    """The drawing asks for more than is known here: another program has to draw it."""


def style_of(element: etree._Element, parent: Style) -> dict[str, str]:
    """The element's style; `font-size` in px."""
    style = {name: value for name, value in parent.items() if name not in _NOT_INHERITED}
    for name, value in element.items():
        if name in PROPERTIES and value != "inherit":
            style[name] = value
    inherited = float(parent.get("font-size", "16"))
    if "font-size" in element.attrib:
        style["font-size"] = f"{_font_size(style['font-size'], inherited)}"
    if style.get("fill") == "currentColor":
        style["fill"] = style.get("color", "black")
    if style.get("stroke") == "currentColor":
        style["stroke"] = style.get("color", "black")
    return style


def _font_size(text: str, inherited: float) -> float:
    if text in _SIZES:
        return _SIZES[text]
    return length(text, inherited, inherited)


def length(text: str, em: float = 16.0, whole: float = 0.0) -> float:
    """A length in user units; `whole`: what shares are of. Raises BeyondError."""
    match = _LENGTH.fullmatch(text)
    if match is None:
        raise BeyondError(text)
    number, unit = float(match[1]), match[2] or ""
    if abs(number) > LARGEST:
        raise BeyondError(text)
    if unit == "%":
        return number / 100 * whole
    return number * (_PX[unit] if unit in _PX else em if unit == "em" else em / 2)


def numbers(text: str) -> list[float]:
    """The numbers of a list. Raises BeyondError."""
    found = [float(number) for number in re.findall(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", text)]
    if any(abs(number) > LARGEST for number in found):
        raise BeyondError(text)
    return found


def opacity(text: str) -> float:
    """A share of 1, between 0 and 1. Raises BeyondError."""
    try:
        value = float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        raise BeyondError(text) from None
    return min(max(value, 0.0), 1.0)
