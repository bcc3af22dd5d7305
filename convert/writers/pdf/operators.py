"""Operators of a content stream, as strings (ISO 32000-1, annex A)."""

from __future__ import annotations

import functools

from convert.kit.math.outlines import Drawing, Shape, Step
from convert.writers.pdf.objects import real, utf16


@functools.lru_cache(maxsize=64)
def color(value: str, *, stroke: bool = False) -> str:
    """Set the colour that text and areas are filled with, or lines drawn with. `value`: `#rrggbb`."""
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    operator = ("G" if red == green == blue else "RG") if stroke else ("g" if red == green == blue else "rg")
    channels = (red,) if red == green == blue else (red, green, blue)
    return f"{' '.join(map(real, channels))} {operator}"


def area(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A filled rectangle; `x`, `y`: its lower left corner."""
    return f"{color(fill)} {real(x)} {real(y)} {real(width)} {real(height)} re f"


def rule(x1: float, y1: float, x2: float, y2: float, weight: float, ink: str) -> str:
    """A straight line."""
    return f"{color(ink, stroke=True)} {real(weight)} w {real(x1)} {real(y1)} m {real(x2)} {real(y2)} l S"


def dot(x: float, y: float, diameter: float, ink: str) -> str:
    """A disc: a line without length, with round ends."""
    return f"1 J {rule(x, y, x, y, diameter, ink)} 0 J"


def outline(weight: float, ink: str) -> str:
    """Fill letters and draw their outlines, `weight` in pt: bold ones (ISO 32000-1, 9.3.6)."""
    return f"{color(ink, stroke=True)} {real(weight)} w 2 Tr"


def image(name: str, x: float, y: float, width: float, height: float) -> str:
    """A picture in a rectangle whose lower left corner is `x`, `y`."""
    return f"q {real(width)} 0 0 {real(height)} {real(x)} {real(y)} cm /{name} Do Q"


def formula(drawing: Drawing, names: list[str], x: float, baseline: float, scale: float, fill: str) -> str:
    """A formula from `x` on its baseline; `scale` in pt, `names`: of the forms that draw its glyphs."""
    rules = map(shape, drawing.rules)
    glyphs = (
        f"q {glyph.scale:.4g} 0 0 {glyph.scale:.4g} {glyph.x:.0f} {glyph.y:.0f} cm /{name} Do Q"
        for name, glyph in zip(names, drawing.glyphs, strict=True)
    )
    place = f"{scale:.6f} 0 0 {scale:.6f} {real(x)} {real(baseline)} cm"
    return "\n".join((f"q {color(fill)} {place}", *rules, *glyphs, "Q"))


def shape(steps: Shape) -> str:
    """An outline, filled."""
    return " ".join((*(_step(step) for step in steps), "f"))


def _step(step: Step) -> str:
    return " ".join((*(f"{number:.0f}" for number in step.points), step.kind))


def artifact(operators: list[str]) -> list[str]:
    """Operators as something that is not read out; they leave no trace in the graphics state."""
    return ["/Artifact BMC q", *operators, "Q EMC"] if operators else []


def meaning(operators: str, char: str) -> str:
    """Operators whose glyph is read out as `char`."""
    return f"/Span<</ActualText<FEFF{utf16(char)}>>>BDC {operators} EMC"
