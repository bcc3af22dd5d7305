"""Which rules stand around a table's cell. One answer for all outputs."""

from __future__ import annotations

from typing import NamedTuple

from convert.style.sheet import TableLook


class Area(NamedTuple):
    """A cell's place: rows `[top, bottom)` and columns `[left, right)` of the table's, from 0."""

    top: int
    bottom: int
    left: int
    right: int


class Sides(NamedTuple):
    """Weights in pt of the rules around a cell, 0 for none."""

    top: float
    right: float
    bottom: float
    left: float


class Shape(NamedTuple):
    """How many rows a table has, how many of them are its head, and how many columns."""

    rows: int
    head: int
    columns: int


def cell_sides(look: TableLook, shape: Shape, area: Area) -> Sides:
    """The rules around the cell that covers `area`. Where two cells meet, the heavier of their rules stands."""
    heads = area.bottom < shape.head and area.right - area.left > 1
    return Sides(
        look.top if area.top == 0 else _between(look, shape, area.top),
        look.sides if area.right >= shape.columns else look.columns,
        look.bottom
        if area.bottom >= shape.rows
        else max(look.span if heads else 0.0, _between(look, shape, area.bottom)),
        look.sides if area.left == 0 else look.columns,
    )


def _between(look: TableLook, shape: Shape, row: int) -> float:
    """The rule above a row that is not the first."""
    return look.head if row == shape.head else look.rows
