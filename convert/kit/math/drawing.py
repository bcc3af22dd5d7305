"""Formulas as outlines, by ziamath in the face STIX Two Math that it brings along.

Characters that the face lacks (Chinese ones) are drawn in those that the caller names.
"""

from __future__ import annotations

import copy
import functools
import re
import warnings
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

from convert.kit.fonts import Face
from convert.kit.math.outlines import UNITS, Drawing, Placed, Shape, Step
from convert.kit.math.presentation import INTEGRALS, parse

FaceOf = Callable[[str], "Face | None"]
"""Gives a face that has a character."""

_PX_IN_PT = 0.75  # ziamath takes an em of space for so many px that it is a third too wide
_NUMBER = re.compile(r"-?[0-9.]+")
_ROWS = frozenset({"math", "mrow", "mstyle", "mtd"})
_MOST_EFFORT = 20_000
"""Elements that are set for one formula, half a second's work: rows in rows double it with each level."""
_WIDE = {"ˆ": "\u0302", "˜": "\u0303", "¯": "\u2015", "_": "\u2015"}
"""What ziamath takes for marks that grow with what they stand over: the face's combining ones, and a rule."""


def draw(mathml: str, face_of: FaceOf) -> Drawing | None:
    """The drawing of a formula in the plain form of `presentation`. None where the library fails at it, or would take far
    too long."""
    font = _font()
    try:
        root = _prepared(parse(mathml))
        return _Formula(root, font.with_faces(face_of)).drawing() if _effort(root) <= _MOST_EFFORT else None
    except Exception:  # whatever it stumbles over: the formula is then printed as its characters
        return None


def _effort(element: ElementTree.Element) -> int:
    """How many elements the library sets for one: a row sets what is in it twice, first to see how tall it is."""
    inner = sum(map(_effort, element))
    return 1 + (2 * inner if element.tag in _ROWS else inner)


def _prepared(root: Any) -> ElementTree.Element:
    """A formula as ziamath wants it."""
    for each in root.iter("mspace"):
        each.set("width", f"{float(each.get('width').removesuffix('em')) * _PX_IN_PT:.3f}em")
    for each in root.iter("mo"):
        if each.text in INTEGRALS:
            each.set("stretchy", "false")  # else it is as tall in a line as in a formula of its own
    for each in root.iter("mover", "munder"):
        mark = each[1].text or ""
        if mark in _WIDE and (mark == "_" or len("".join(each[0].itertext())) > 1):
            each[1].text = _WIDE[mark]
        elif mark == "˜":
            each[1].text = "~"
    return _copied(root)


def _copied(element: Any) -> ElementTree.Element:
    made = ElementTree.Element(element.tag, dict(element.attrib))
    made.text = element.text
    made.extend(map(_copied, element))
    return made


class _Formula:
    """A formula that ziamath has set. Its coordinates run downwards."""

    def __init__(self, root: ElementTree.Element, font: Any) -> None:
        from ziamath import zmath

        key = f"formula-{id(font)}"
        zmath.loadedfonts[key] = font
        try:
            self._set = zmath.Math(root, size=UNITS, font=key)
        finally:
            del zmath.loadedfonts[key]

    def drawing(self) -> Drawing:
        box = self._set.node.bbox
        glyphs: list[Placed] = []
        rules = ElementTree.Element("g")
        _collect(self._set.node, -box.xmin, 0.0, glyphs, rules)
        shapes = tuple(shape for element in rules for shape in _rules(element))
        return Drawing(box.xmax - box.xmin, max(box.ymax, 0.0), max(-box.ymin, 0.0), tuple(glyphs), shapes)


def _collect(node: Any, x: float, y: float, glyphs: list[Placed], rules: ElementTree.Element) -> None:
    """What a node of ziamath holds: glyphs, and all else as SVG. `x`, `y`: where it stands."""
    from ziamath.drawable import Glyph
    from ziamath.nodes import Mnode

    if isinstance(node, Glyph):
        scale = node.size / node.glyph.font.info.layout.unitsperem
        for glyph, dx, dy in _parts(node.glyph):
            shape = _outline(glyph)
            if shape:
                glyphs.append(Placed(shape, x + dx * scale, dy * scale - y, scale))
    elif isinstance(node, Mnode):
        for (dx, dy), child in zip(node.nodexy, node.nodes, strict=False):
            _collect(child, x + dx, y + dy, glyphs, rules)
    else:
        node.draw(x, y, rules)


def _parts(glyph: Any) -> Iterator[tuple[Any, float, float]]:
    """The glyphs that a glyph is put together from, each with its place in it: tall brackets are made of several."""
    from ziamath.mathtable import AssembledGlyph

    if not isinstance(glyph, AssembledGlyph):
        yield glyph, 0.0, 0.0
        return
    for part, offset in zip(glyph.glyphs, glyph.offsets, strict=True):
        yield (part, 0.0, offset) if glyph.vert else (part, offset, 0.0)


@functools.lru_cache(maxsize=4096)
def _outline(glyph: Any) -> Shape:
    """The shape of a glyph of ziafont, in its own units."""
    steps: list[Step] = []
    at = (0.0, 0.0)
    for operator in glyph.operators:
        points = tuple(number for point in operator.points()[0] for number in (float(point.x), float(point.y)))
        if type(operator).__name__ == "Moveto":
            steps += (Step("h"),) if steps else ()
            steps.append(Step("m", points))
        elif len(points) == 2:
            steps.append(Step("l", points))
        else:
            steps.append(Step("c", _cubic(at, points) if len(points) == 4 else points))
        at = points[-2], points[-1]
    return (*steps, Step("h")) if steps else ()


def _rules(element: ElementTree.Element) -> Iterator[Shape]:
    """The shapes of an SVG element, as ziamath writes rules, frames and strokes."""
    weight = float(element.get("stroke-width", 0))
    if element.tag == "path":
        x1, y1, x2, y2 = map(float, _NUMBER.findall(element.get("d", "")))
        yield _bar(x1, y1, x2, y2, weight)
    elif element.tag == "rect":
        x, y, width, height = (float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
        if weight:
            corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
                yield _bar(x1, y1, x2, y2, weight)
        else:
            yield _polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def _cubic(start: tuple[float, float], points: tuple[float, ...]) -> tuple[float, ...]:
    """A quadratic curve as a cubic one: each control point lies two thirds of the way to the quadratic one's."""
    x, y, *end = points
    near = start[0] + 2 / 3 * (x - start[0]), start[1] + 2 / 3 * (y - start[1])
    far = end[0] + 2 / 3 * (x - end[0]), end[1] + 2 / 3 * (y - end[1])
    return (*near, *far, *end)


def _polygon(first: tuple[float, float], *others: tuple[float, float]) -> Shape:
    lines = (Step("l", (x, -y)) for x, y in others)
    return (Step("m", (first[0], -first[1])), *lines, Step("h"))


def _bar(x1: float, y1: float, x2: float, y2: float, weight: float) -> Shape:
    """A straight line as the area that it covers."""
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1e-6)
    dx, dy = weight / 2 * (y2 - y1) / length, weight / 2 * (x1 - x2) / length
    return _polygon((x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy))


# --- characters that the face lacks ------------------------------------------------------------------------------


@functools.cache
def _font() -> Any:
    """The face that formulas are set in. Raises nothing: it is part of the library."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # how ziamath finds its own file
        from ziafont import config
        from ziamath import mathfont, zmath

    config.svg2 = False  # outlines where they stand, not references to symbols

    class Font(mathfont.MathFont):  # type: ignore[misc]
        """The face, with others beside it."""

        def with_faces(self, face_of: FaceOf) -> Any:
            """A copy that takes characters it lacks from other faces."""
            made = copy.copy(self)
            made.face_of = face_of
            return made

        def findglyph(self, char: str, variant: Any) -> Any:
            """The glyph of a character, in whatever face has it."""
            face = None if self.glyphindex(char) else self.face_of(char)
            return _glyph(char, face) if face else super().findglyph(char, variant)

    return Font(zmath.fontname)


@functools.lru_cache(maxsize=1024)
def _glyph(char: str, face: Face) -> Any:
    """A character's outline from another face, as ziafont holds glyphs. It has the number of no glyph (0), so that the
    math face does not take it for one of its own."""
    from ziafont.fonttypes import BBox
    from ziafont.glyph import SimpleGlyph

    pen = _Pen(UNITS / face.units_per_em)
    face.hb_font.draw_glyph_with_pen(face.glyph[ord(char)], pen)
    advance = face.advance[char]
    own = SimpleNamespace(
        info=SimpleNamespace(filename="", layout=SimpleNamespace(unitsperem=UNITS, ymin=0, ymax=0)),
        advance=lambda glyph, after: advance,
    )
    xs, ys = pen.xs or [0.0], pen.ys or [0.0]
    return SimpleGlyph(0, pen.steps, BBox(min(xs), max(xs), min(ys), max(ys)), own)


class _Pen:
    """Takes down an outline in ziafont's own terms; its methods are called by HarfBuzz (the pens of fontTools)."""

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self.steps: list[Any] = []
        self.xs: list[float] = []
        self.ys: list[float] = []

    def _add(self, kind: str, *points: tuple[float, float]) -> None:
        from ziafont import svgpath

        scaled = [(x * self._scale, y * self._scale) for x, y in points]
        self.xs += (x for x, _ in scaled)
        self.ys += (y for _, y in scaled)
        self.steps.append(getattr(svgpath, kind)(*(svgpath.Point(x, y) for x, y in scaled)))

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("Moveto", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("Lineto", point)

    def qCurveTo(self, control: tuple[float, float], point: tuple[float, float]) -> None:  # noqa: N802
        self._add("Quad", control, point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("Cubic", *points)

    def closePath(self) -> None:  # noqa: N802
        """Outlines of glyphs are closed anyway."""
