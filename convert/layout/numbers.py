"""Columns of numbers, aligned by the decimal point: the widest part before it and the widest one behind it stand in the
middle of the column together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from convert.layout.columns import placed_cells
from convert.model import Cell, Para, Table, Text, replace
from convert.style.sheet import TableLook

_NUMBER = re.compile(r"([+\-−±]?\d[\d,，]*)((?:\.\d+)?[%‰]?)")
_NOTHING = frozenset({"", "-", "–", "—", "——", "/", "…", "……", "*"})  # cells that say that there is no number
_CHARS = {".": 0.5, ",": 0.5, "+": 1.12, "−": 1.12, "±": 1.1, "-": 0.65, "%": 1.65, "‰": 2.0, "，": 2.0}
"""Widths by that of a digit, as they are in Times and Arial."""
DIGIT_EM = 0.5
"""The width of a digit in Times."""


class Decimal(NamedTuple):
    """A number in its column. Widths in digits: of what stands before its point and behind it, and of the widest such
    parts in the column."""

    before: float
    after: float
    most_before: float
    most_after: float

    def start(self, width: float, digit: float) -> float:
        """Where the number begins in a cell `width` wide, `digit` being the width of a digit, both in pt; 0 where the
        column is too narrow."""
        spare = width - (self.most_before + self.most_after) * digit
        return spare / 2 + (self.most_before - self.before) * digit if spare >= 0 else 0.0

    def point(self, width: float, digit: float) -> float:
        """Where its point is."""
        return self.start(width, digit) + self.before * digit


def decimals(table: Table, look: TableLook) -> dict[tuple[int, int], Decimal]:
    """The numbers by row and column, where the look aligns them and all cells of a column below the head are numbers. A
    column that the source sets left or in the middle stays so."""
    if look.numbers != "decimal":
        return {}
    columns: dict[int, list[tuple[int, tuple[float, float]]]] = {}
    other: set[int] = set()
    for row, column, cell in placed_cells(table):
        words = _words(cell)
        if row < len(table.head) or cell.colspan > 1 or words in _NOTHING:
            continue
        found = _NUMBER.fullmatch(words or "?")
        given = table.columns[column].align if column < len(table.columns) else ""
        if found and (cell.align or given) in ("", "right"):
            columns.setdefault(column, []).append((row, (_width(found[1]), _width(found[2]))))
        else:
            other.add(column)
    kept = ((column, numbers) for column, numbers in columns.items() if column not in other)
    return {(row, column): number for column, numbers in kept for row, number in _aligned(numbers)}


def unaligned(cell: Cell) -> tuple[Para, ...]:
    """What a cell with a number holds, for it to be placed by its point."""
    return tuple(replace(block, align="left") for block in cell.children if isinstance(block, Para))


def _aligned(numbers: list[tuple[int, tuple[float, float]]]) -> Iterator[tuple[int, Decimal]]:
    most_before, most_after = (max(parts) for parts in zip(*(parts for _, parts in numbers), strict=True))
    for row, parts in numbers:
        yield row, Decimal(*parts, most_before, most_after)


def _width(text: str) -> float:
    return sum(_CHARS.get(char, 1.0) for char in text)


def _words(cell: Cell) -> str | None:
    """The characters of a cell that holds nothing else."""
    match cell.children:
        case ():
            return ""
        case (Para(children=children),) if all(isinstance(child, Text) for child in children):
            return "".join(child.text for child in children if isinstance(child, Text)).strip()
        case _:
            return None
