"""Where characters stand on their line, and what begins on it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

from convert.layout.lines import Measured
from convert.layout.result import Line, Run, SetText

T = TypeVar("T")


def offset(at: int, line: Line, measured: Measured) -> float:
    """Where the character at `at` begins, in pt from the line's `x`."""
    moves = moves_of(line.text, line.start, at)
    added = sum(move - measured.moves.get(i, 0.0) for i, move in moves)
    advance = measured.cumulative[at] - measured.cumulative[line.start]
    return advance + added + line.stretch * (at - line.start) - line.lead


def moves_of(text: SetText, start: int, end: int) -> list[tuple[int, float]]:
    """The moves after the characters `[start, end)` of a text."""
    first = bisect_left(text.moves, (start,))
    return text.moves[first : bisect_left(text.moves, (end,), first)]


def runs_of(line: Line) -> list[Run]:
    """The runs that have characters on a line."""
    runs = line.text.runs
    first = bisect_left(runs, line.start + 1, key=lambda run: run.end)
    return runs[first : bisect_left(runs, line.end, first, key=lambda run: run.start)]


def begun(items: Sequence[T], line: Line, at: Callable[[T], int]) -> Sequence[T]:
    """Those of the items that begin on a line. `at`: where in the text each does; they are in that order."""
    first = bisect_left(items, line.start, key=at)
    return items[first : bisect_left(items, line.end, first, key=at)]
