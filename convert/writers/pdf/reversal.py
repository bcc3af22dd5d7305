"""Characters that run from right to left, as PDF wants them: each show string from left to right as it is seen, marked as
reversed (ISO 32000-1, 14.8.2.3.3). Programs that copy text put them back in the order in which they are read.

The strings themselves follow each other in the order in which they are read, for that is the order of the structure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from convert.kit.direction import levels, runs_right_to_left
from convert.layout.result import Line
from convert.writers.pdf.adornment import placed_runs
from convert.writers.pdf.encoding import Piece


def is_turned(line: Line) -> bool:
    """Whether the line has characters of a script from right to left."""
    return runs_right_to_left(line.text.text, line.start, line.end)


class Stretch(NamedTuple):
    """Characters `[start, end)` of a text that run in one direction; whether that is from right to left."""

    start: int
    end: int
    is_right: bool


def stretches(line: Line) -> Iterator[Stretch]:
    """The line's characters by their direction, in the order in which they are read."""
    at = line.start
    for is_right, group in groupby(levels(line.text.text[line.start : line.end]), lambda level: level == 1):
        size = sum(1 for _ in group)
        yield Stretch(at, at + size, is_right)
        at += size


def edges_of(line: Line) -> dict[int, tuple[float, float]]:
    """Where each character of the line begins and where its advance, tracking included, ends, in pt from the page's left side."""
    return {start: (edges[0], edges[-1]) for _, start, edges in placed_runs(line)}


def show_reversed(piece: Piece, start: int, end: int, edges: Mapping[int, tuple[float, float]]) -> str:
    """Show the characters `[start, end)` from the last to the first, each at its place."""
    parts: list[str] = []
    for at in range(end - 1, start - 1, -1):
        code = piece.codes[piece.digits * (at - piece.start) : piece.digits * (at + 1 - piece.start)]
        move = 0.0 if at == start else edges[at - 1][0] - edges[at][1]
        parts.append(f"<{code}>{-1000 * move / piece.size:.1f}" if abs(move) > 0.001 else f"<{code}>")
    return f"/ReversedChars BMC [{''.join(parts)}]TJ EMC"
