"""Drawings as form XObjects (ISO 32000-1, 8.10): outlines in sRGB, gradients as shadings (8.7.4.5)."""

from __future__ import annotations

from itertools import pairwise

from convert.kit.images.svg.paint import Gradient
from convert.kit.images.svg.paths import Path
from convert.kit.images.svg.transforms import IDENTITY
from convert.kit.images.svg.vectors import Mark, Plot
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.objects import Stream
from convert.writers.pdf.operators import color

_LEVEL = 6
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_OPAQUE = (1.0, 1.0)


def add_drawing(document: TaggedDocument, plot: Plot) -> int:
    """The object number of a form one unit wide and high that draws a plot."""
    resources = _Resources()
    content = "\n".join(_drawn(mark, resources) for mark in plot.marks)
    width, height = plot.width, plot.height
    matrix = f"{1 / width:.12f} 0 0 {-1 / height:.12f} 0 1"
    head = (
        f"/Type/XObject/Subtype/Form/BBox[0 0 {_real(width)} {_real(height)}]/Matrix[{matrix}]"
        f"/Resources<<{resources.entries()}>>"
    )
    return document.add(Stream(content.encode("ascii"), head.encode("ascii"), _LEVEL))


class _Resources:
    """The shadings and graphics states that a drawing needs."""

    def __init__(self) -> None:
        self._shadings: dict[str, str] = {}
        self._states: dict[tuple[float, float], str] = {}

    def shading(self, gradient: Gradient) -> str:
        return self._shadings.setdefault(_shading(gradient), f"S{len(self._shadings)}")

    def state(self, cover: tuple[float, float]) -> str:
        return self._states.setdefault(cover, f"G{len(self._states)}")

    def entries(self) -> str:
        shadings = "".join(f"/{name} {entry}" for entry, name in self._shadings.items())
        states = "".join(
            f"/{name}<</ca {_real(fill)}/CA {_real(stroke)}>>" for (fill, stroke), name in self._states.items()
        )
        return (f"/Shading<<{shadings}>>" if shadings else "") + (f"/ExtGState<<{states}>>" if states else "")


def _drawn(mark: Mark, resources: _Resources) -> str:
    parts = ["q"]
    for clip in mark.clips:
        parts += _path(clip.path), "W* n" if clip.evenodd else "W n"
    if mark.cover != _OPAQUE:
        parts.append(f"/{resources.state(mark.cover)} gs")
    if mark.matrix != IDENTITY:
        parts.append(f"{_reals(*mark.matrix)} cm")
    path, rule = _path(mark.path), "*" if mark.evenodd else ""
    fill = mark.fill
    if isinstance(fill, Gradient):
        parts += _shaded(path, rule, mark, fill, resources)
        fill = ""
    if fill:
        parts.append(color(fill))
    if mark.stroke:
        parts += _line(mark), color(mark.stroke, stroke=True)
    operator = {(True, True): f"B{rule}", (True, False): f"f{rule}", (False, True): "S"}.get(
        (bool(fill), bool(mark.stroke))
    )
    if operator:
        parts += path, operator
    return " ".join((*parts, "Q"))


def _shaded(path: str, rule: str, mark: Mark, gradient: Gradient, resources: _Resources) -> tuple[str, ...]:
    """A shape filled with a gradient: the gradient's own place, cut out by the shape."""
    a, b, c, d, e, f = mark.matrix
    scale = a * d - b * c
    if not scale:
        return ()
    back = (d / scale, -b / scale, -c / scale, a / scale, (c * f - d * e) / scale, (b * e - a * f) / scale)
    place = f"{_reals(*back)} cm {_reals(*gradient.matrix)} cm"
    return "q", path, f"W{rule} n", place, f"/{resources.shading(gradient)} sh", "Q"


def _line(mark: Mark) -> str:
    line = mark.line
    dashes = f"[{_reals(*line.dashes)}] {_real(line.offset)} d " if line.dashes else ""
    return (
        f"{dashes}{_real(line.width)} w {_CAPS.get(line.cap, 0)} J {_JOINS.get(line.join, 0)} j {_real(line.miter)} M"
    )


def _path(path: Path) -> str:
    return " ".join(
        " ".join((*(f"{_real(x)} {_real(y)}" for x, y in points), _OPERATORS[name])) for name, points in path
    )


def _shading(gradient: Gradient) -> str:
    kind = 2 if len(gradient.points) == 4 else 3
    return (
        f"<</ShadingType {kind}/ColorSpace/DeviceRGB/Coords[{_reals(*gradient.points)}]/Extend[true true]"
        f"/Function {_function(gradient.stops)}>>"
    )


def _function(stops: tuple[tuple[float, str], ...]) -> str:
    """Colours by place: straight between the stops (7.10.3, 7.10.4)."""
    if stops[0][0] > 0:
        stops = ((0.0, stops[0][1]), *stops)
    if stops[-1][0] < 1:
        stops = (*stops, (1.0, stops[-1][1]))
    steps = [(a, b) for a, b in pairwise(stops) if a[0] < b[0]] or [(stops[0], stops[-1])]
    functions = "".join(
        f"<</FunctionType 2/Domain[0 1]/N 1/C0[{_channels(a)}]/C1[{_channels(b)}]>>" for (_, a), (_, b) in steps
    )
    bounds, encode = _reals(*(start for (start, _), _ in steps[1:])), " ".join(["0 1"] * len(steps))
    return f"<</FunctionType 3/Domain[0 1]/Functions[{functions}]/Bounds[{bounds}]/Encode[{encode}]>>"


def _channels(color: str) -> str:
    return _reals(*(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def _reals(*values: float) -> str:
    return " ".join(map(_real, values))


def _real(value: float) -> str:
    """A number to six places, without an exponent."""
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"
