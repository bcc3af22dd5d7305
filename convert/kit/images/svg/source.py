"""Read an SVG drawing, and leave of it what can be shown and does no harm."""

from __future__ import annotations

import functools
import math
import re
from typing import NamedTuple

from lxml import etree

from convert.kit.images.kinds import GZIP, unpacked
from convert.kit.images.svg.cleaning import clean
from convert.kit.images.svg.elements import SVG, XLINK
from convert.kit.images.svg.weight import weight_of
from convert.kit.xml import parse_xml

_LARGEST = 32 * 2**20  # bytes of XML, unpacked
_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|ex)?\s*")
_PX = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "em": 16.0, "ex": 8.0}
_DEFAULT = (300.0, 150.0)  # px: CSS 2.2, 10.3.2, for what says no size
_MOST_PX = 100_000.0
_SLENDER = 1000  # times longer than wide: no picture is


class Drawing(NamedTuple):
    """An SVG drawing that has been cleaned: its XML, its size in CSS pixels, what was taken out of it (names of
    elements and attributes), and how many shapes it draws, about."""

    data: bytes
    width: float
    height: float
    removed: tuple[str, ...]
    weight: int = 1


@functools.lru_cache(maxsize=32)
def read_svg(data: bytes) -> Drawing:
    """The drawing. Raises ValueError where it is none, is damaged or too large.

    Nothing outside the file is looked at; entities of its own are put in (https://www.w3.org/TR/xml/#sec-entity-decl).
    """
    if data.startswith(GZIP):
        data = unpacked(data, _LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError("too large")
    if b"xlink:" in data and b"xmlns:xlink" not in data:  # HTML has no use for declarations
        data = data.replace(b"<svg", b'<svg xmlns:xlink="%s"' % XLINK.encode(), 1)
    data = data.replace(b'"https://www.w3.org/2000/svg"', b'"%s"' % SVG.encode())  # well meant, and seen often
    root = parse_xml(data, None, doctype="read")
    if root.tag == "svg":  # without a namespace it is what HTML takes for SVG
        root = parse_xml(
            etree.tostring(root).replace(b"<svg", b'<svg xmlns="%s"' % SVG.encode(), 1), None, doctype="read"
        )
    if root.tag != f"{{{SVG}}}svg":
        raise ValueError("not an SVG drawing")
    removed = clean(root)
    weight = weight_of(root)
    width, height = _size(root)
    if not (math.isfinite(width) and math.isfinite(height)) or max(width, height) > _SLENDER * min(width, height):
        raise ValueError("no picture's shape")
    return Drawing(etree.tostring(root, encoding="UTF-8", xml_declaration=True), width, height, removed, weight)


def _size(root: etree._Element) -> tuple[float, float]:
    """The drawing's size in px by its attributes, which are completed so that every program scales it alike."""
    box = [
        float(number) for number in re.findall(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", root.get("viewBox", ""))
    ]
    box_width, box_height = (box[2], box[3]) if len(box) == 4 and box[2] > 0 and box[3] > 0 else (0.0, 0.0)
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    if not width and not height:
        width, height = (box_width, box_height) if box_width else _DEFAULT
    elif box_width:
        width = width or height * box_width / box_height
        height = height or width * box_height / box_width
    width, height = width or _DEFAULT[0], height or _DEFAULT[1]
    if max(width, height) > _MOST_PX:
        scale = _MOST_PX / max(width, height)
        width, height = width * scale, height * scale
    root.set("width", f"{width:.6g}")
    root.set("height", f"{height:.6g}")
    if not box_width:
        root.set("viewBox", f"0 0 {width:.6g} {height:.6g}")
    return width, height


def _length(text: str) -> float:
    """A length in px; 0 for none, for a share of something, and for what is not above 0."""
    match = _NUMBER.fullmatch(text)
    return max(float(match[1]) * _PX[match[2] or "px"], 0.0) if match else 0.0
