"""Where blocks begin and end down a page, by the grid. Heights are in pt below the type area's top."""

from __future__ import annotations

import math

from convert.style.sheet import Computed, Grid

SLACK = 0.5
"""pt that a line may hang over the type area's bottom edge: rounding, not looks."""


def snapped(top: float, grid: Grid) -> float:
    """The first line of the grid at or below `top`; where empty lines are counted from edge to edge, `top` itself."""
    if grid.blank == "edges":
        return top
    return math.ceil((top - SLACK) / grid.pitch) * grid.pitch


def start_of(look: Computed, top: float, grid: Grid, *, spaced: bool) -> float:
    """Where a block's first em box begins that may begin at `top`; `spaced`: after its space before."""
    if spaced:
        top += look.before_lines * grid.pitch
    return snapped(top, grid) if look.on_grid else top


def end_of(look: Computed, top: float, grid: Grid) -> float:
    """The top that follows a block whose next line would begin at `top`: off the grid, its last em box's bottom."""
    if not look.on_grid:
        top = snapped(top - look.pitch + look.size, grid) if look.after_lines else top
    return top + look.after_lines * grid.pitch
