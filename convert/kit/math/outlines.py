"""What a drawn formula is: outlines on a baseline. Lengths are in 1/1000 em, from the baseline's left end, upwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

UNITS = 1000
"""Of an em."""


class Step(NamedTuple):
    """A step of an outline: `m` to a point, `l` a line, `c` a curve with two control points, `h` back to its start."""

    kind: str
    points: tuple[float, ...] = ()


Shape = tuple[Step, ...]
"""What is filled at once, by the rule of winding numbers."""


class Placed(NamedTuple):
    """A glyph's shape where it stands: its origin, and what its coordinates are multiplied by. The shapes of one glyph
    are equal wherever it stands."""

    shape: Shape
    x: float
    y: float
    scale: float


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A formula: how wide it is, how far it reaches above and below its baseline, its glyphs, its rules and frames."""

    width: float
    height: float
    depth: float
    glyphs: tuple[Placed, ...]
    rules: tuple[Shape, ...]
