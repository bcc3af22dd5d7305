"""An SVG drawing as marks on paper: outlines with their paints. What goes beyond that is left to who draws pixels.

Known: shapes and paths, groups, `use`, transformations, fills and strokes, linear and radial gradients, clipping by one
shape, opacity of single marks. Not known: filters, masks, patterns, markers, pictures, opacity of groups, blending.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from lxml import etree

from convert.kit.images.svg.elements import SVG, XLINK
from convert.kit.images.svg.paint import Gradient, Gradients, color_of
from convert.kit.images.svg.paths import Path, bounds, polygon, transformed
from convert.kit.images.svg.shapes import outline
from convert.kit.images.svg.source import Drawing
from convert.kit.images.svg.styles import LARGEST, BeyondError, Style, length, numbers, opacity, style_of
from convert.kit.images.svg.transforms import Matrix, transformation, viewing

_SKIPPED = frozenset(
    [
        "defs",
        "symbol",
        "clipPath",
        "linearGradient",
        "radialGradient",
        "pattern",
        "marker",
        "mask",
        "filter",
        "style",
        "title",
        "desc",
    ]
)
_CONTAINERS = frozenset(("g", "svg", "use"))
_MOST_FADED = 100  # marks that are compared with each other
_INITIAL = {"filter": "none", "mask": "none", "marker-start": "none", "marker-mid": "none", "marker-end": "none",
            "paint-order": "normal", "vector-effect": "none"}  # fmt: skip


class Stroke(NamedTuple):
    """How a line is drawn, lengths in the mark's own units."""

    width: float
    cap: str
    join: str
    miter: float
    dashes: tuple[float, ...]
    offset: float


class Clip(NamedTuple):
    """A path in px that nothing is drawn outside of."""

    path: Path
    evenodd: bool


class Mark(NamedTuple):
    """An outline in its own units, brought to px by `matrix`, with the paints of its inside and of its line ("" for
    none) and how much of them covers what lies below."""

    path: Path
    matrix: Matrix
    fill: str | Gradient
    stroke: str
    evenodd: bool
    line: Stroke
    cover: tuple[float, float]
    clips: tuple[Clip, ...]


class Plot(NamedTuple):
    """A drawing of a size in px as its marks, in the order of painting."""

    width: float
    height: float
    marks: tuple[Mark, ...]


class _Place(NamedTuple):
    """Where an element stands: its transformation to px, what it inherits, what clips it."""

    matrix: Matrix
    style: Style
    clips: tuple[Clip, ...]


def plot_of(drawing: Drawing) -> Plot | None:
    """The marks of a flattened drawing without letters; None where it asks for more."""
    root = etree.fromstring(drawing.data)
    try:
        plotter = _Plotter(root)
        place = _Place(viewing(root, drawing.width, drawing.height), style_of(root, {}), ())
        if opacity(place.style.get("opacity", "1")) < 1 or not _is_plain(root, place.style):
            return None
        for child in root:
            plotter.draw(child, place)
    except (BeyondError, ValueError, RecursionError, OverflowError):
        return None
    return Plot(drawing.width, drawing.height, tuple(plotter.marks))


def _is_plain(element: etree._Element, style: Style) -> bool:
    unknown = any(style.get(name, initial) not in (initial, "") for name, initial in _INITIAL.items())
    return not unknown and "style" not in element.attrib


class _Plotter:
    def __init__(self, root: etree._Element) -> None:
        self.marks: list[Mark] = []
        self._by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
        self._gradients = Gradients(self._by_id)
        box = numbers(root.get("viewBox", ""))
        self._view = (box[2], box[3])

    def draw(self, element: etree._Element, place: _Place) -> None:
        """Draw an element and all in it."""
        name = etree.QName(element).localname
        style = style_of(element, place.style)
        if name in _SKIPPED or style.get("display") == "none":
            return
        if not _is_plain(element, style) or name in ("switch", "image", "text"):
            raise BeyondError(name)
        matrix = transformation(element.get("transform", "")).then(place.matrix)
        clips = place.clips + self._clips(style, matrix)
        inside = _Place(matrix, style, clips)
        if name not in _CONTAINERS:
            self._mark(element, inside)
            return
        if name == "svg":
            raise BeyondError("a drawing in a drawing")
        start = len(self.marks)
        if name == "use":
            self._use(element, inside)
        for child in element:
            self.draw(child, inside)
        whole = opacity(style.get("opacity", "1"))
        if whole < 1:
            self.marks[start:] = _faded(self.marks[start:], whole)

    def _use(self, element: etree._Element, place: _Place) -> None:
        target = self._by_id.get(element.get(f"{{{XLINK}}}href", "")[1:])
        if target is None:
            return
        moved = Matrix(1, 0, 0, 1, length(element.get("x", "0")), length(element.get("y", "0"))).then(place.matrix)
        if etree.QName(target).localname in ("symbol", "svg"):
            raise BeyondError("a symbol's view")
        self.draw(target, place._replace(matrix=moved))

    def _clips(self, style: Style, matrix: Matrix) -> tuple[Clip, ...]:
        value = style.get("clip-path", "none")
        if value == "none":
            return ()
        target = self._by_id.get(value.removeprefix("url(#").removesuffix(")"))
        if target is None or target.tag != f"{{{SVG}}}clipPath" or len(target) != 1:
            raise BeyondError("clip-path")
        (shape,) = target
        own = style_of(shape, style_of(target, {}))
        if target.get("clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse" or "clip-path" in {
            *shape.attrib,
            *target.attrib,
        }:
            raise BeyondError("clip-path")
        inner = (
            transformation(shape.get("transform", "")).then(transformation(target.get("transform", ""))).then(matrix)
        )
        path = self._outline(shape)
        if not path:
            raise BeyondError("clip-path")
        return (Clip(transformed(path, inner), own.get("clip-rule") == "evenodd"),)

    def _mark(self, element: etree._Element, place: _Place) -> None:
        style = place.style
        path = self._outline(element)
        box = bounds(path)
        fill = self._paint(style.get("fill", "black"), box, place.matrix)
        stroke = self._paint(style.get("stroke", "none"), box, place.matrix)
        line = _stroke(style, math.hypot(*self._view) / math.sqrt(2))
        if isinstance(stroke, Gradient):
            raise BeyondError("a line's gradient")
        if not line.width:
            stroke = ""
        if not path or not (fill or stroke) or style.get("visibility", "visible") != "visible":
            return
        own = fill.cover if isinstance(fill, Gradient) else 1.0
        cover = own * opacity(style.get("fill-opacity", "1")), opacity(style.get("stroke-opacity", "1"))
        mark = Mark(path, place.matrix, fill, stroke, style.get("fill-rule") == "evenodd", line, cover, place.clips)
        whole = opacity(style.get("opacity", "1"))
        self.marks += _faded([mark], whole) if whole < 1 else [mark]

    def _outline(self, element: etree._Element) -> Path:
        path = outline(element, *self._view)
        if path is None or any(abs(value) > LARGEST for _, points in path for point in points for value in point):
            raise BeyondError(element.tag)
        return path

    def _paint(self, text: str, box: tuple[float, float, float, float], matrix: Matrix) -> str | Gradient:
        if text.startswith("url("):
            return self._gradients.paint(text[5:].partition(")")[0], box, matrix)
        return color_of(text)


def _faded(marks: list[Mark], share: float) -> list[Mark]:
    """Marks that let what lies below them through as one. Raises BeyondError where they lie on each other."""
    boxes = [_box(mark) for mark in marks]
    for number, mark in enumerate(marks):
        if (mark.fill and mark.stroke) or len(marks) > _MOST_FADED:
            raise BeyondError("opacity")
        left, top, right, bottom = boxes[number]
        if any(a < right and left < c and b < bottom and top < d for a, b, c, d in boxes[:number]):
            raise BeyondError("a group's opacity")
    return [mark._replace(cover=(mark.cover[0] * share, mark.cover[1] * share)) for mark in marks]


def _box(mark: Mark) -> tuple[float, float, float, float]:
    """The box in px around a mark with its line."""
    left, top, right, bottom = bounds(mark.path)
    out = mark.line.width * mark.line.miter / 2 if mark.stroke else 0.0
    corners = polygon(
        ((left - out, top - out), (right + out, top - out), (right + out, bottom + out), (left - out, bottom + out))
    )
    return bounds(transformed(corners, mark.matrix))


def _stroke(style: Style, whole: float) -> Stroke:
    em = float(style.get("font-size", "16"))
    dashes = style.get("stroke-dasharray", "none")
    lengths = [] if dashes == "none" else [length(dash, em, whole) for dash in dashes.replace(",", " ").split()]
    if len(lengths) % 2:
        lengths *= 2
    return Stroke(
        max(length(style.get("stroke-width", "1"), em, whole), 0.0),
        style.get("stroke-linecap", "butt"),
        style.get("stroke-linejoin", "miter"),
        max(float(style.get("stroke-miterlimit", "4")), 1.0),
        tuple(lengths) if sum(lengths) > 0 and min(lengths) >= 0 else (),
        length(style.get("stroke-dashoffset", "0"), em, whole),
    )
