"""Grid tables (https://pandoc.org/MANUAL.html#extension-grid_tables): cells drawn with `+`, `-` and `|`.

A cell is found as docutils finds it: from its upper left corner along its upper edge, down its right one and back. An
East Asian character takes two columns, as in the editor that the table was drawn in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from convert.kit.cjk import EAST_ASIAN, one_of
from convert.model.nodes import Align

BORDER = re.compile(r"\+(?:[-=:]+\+)+")
"""The first line of a grid table."""

_FILL = "\ufdd1"  # a noncharacter; it follows a wide character, so that each column is one character


class GridCell(NamedTuple):
    """A cell: where it is, how many rows and columns it covers, the line its text begins in, and its lines."""

    row: int
    column: int
    rowspan: int
    colspan: int
    line: int
    text: str


@dataclass(slots=True)
class Grid:
    """A table: its cells by rows, how many rows it has and how many of them are header rows, the columns' alignments and
    shares of the width."""

    cells: list[GridCell]
    header_rows: int
    aligns: list[Align]
    widths: list[float]
    rows: int


def grid_of(lines: Sequence[str]) -> Grid | None:
    """The table that lines draw; None where they draw none."""
    for drawn in ([_widened(line) for line in lines], list(lines)):
        if len({len(line) for line in drawn}) == 1 and BORDER.fullmatch(drawn[-1]):
            return _grid(drawn)
    return None


def _widened(line: str) -> str:
    return one_of(EAST_ASIAN).sub(lambda char: char[0] + _FILL, line.rstrip())


def _grid(drawn: list[str]) -> Grid | None:
    boxes = dict(_boxes(drawn))
    tops = sorted({top for top, _ in boxes} | {bottom for bottom, _ in boxes.values()})
    lefts = sorted({left for _, left in boxes} | {right for _, right in boxes.values()})
    area = sum((bottom - top) * (right - left) for (top, left), (bottom, right) in boxes.items())
    if not boxes or area != (len(drawn) - 1) * (len(drawn[0]) - 1):
        return None  # the cells do not fill the rectangle
    doubled = [n for n, line in enumerate(drawn) if "=" in line and BORDER.fullmatch(line)]
    cells = [
        GridCell(
            tops.index(top),
            lefts.index(left),
            tops.index(bottom) - tops.index(top),
            lefts.index(right) - lefts.index(left),
            top + 1,
            _text(line[left + 1 : right] for line in drawn[top + 1 : bottom]),
        )
        for (top, left), (bottom, right) in sorted(boxes.items())
    ]
    head = doubled[0] if doubled and doubled[0] < len(drawn) - 1 else 0
    marks = drawn[head]
    aligns = [_align(marks[left + 1 : right]) for left, right in pairwise(lefts)]
    total = lefts[-1] - lefts[0]
    widths = [round((right - left) / total, 4) for left, right in pairwise(lefts)]
    return Grid(cells, tops.index(head) if head in tops else 0, aligns, widths, len(tops) - 1)


def _text(lines: Iterator[str]) -> str:
    """The text of a cell, without the space that all its lines begin with."""
    plain = [line.replace(_FILL, "").rstrip() for line in lines]
    margin = min((len(line) - len(line.lstrip(" ")) for line in plain if line), default=0)
    return "\n".join(line[margin:] for line in plain)


def _align(mark: str) -> Align:
    left, right = mark.startswith(":"), mark.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else ""


# --- cells -------------------------------------------------------------------------------------------------------


def _boxes(drawn: list[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The upper left and the lower right corner of each cell."""
    corners, seen = [(0, 0)], set()
    while corners:
        corner = corners.pop()
        top, left = corner
        if corner in seen or top >= len(drawn) - 1 or left >= len(drawn[0]) - 1:
            continue
        seen.add(corner)
        found = _box(drawn, top, left)
        if found:
            yield corner, found
            corners += (top, found[1]), (found[0], left), found


def _box(drawn: list[str], top: int, left: int) -> tuple[int, int] | None:
    """The lower right corner of the cell that begins at an upper left one."""
    for right in range(left + 1, len(drawn[0])):
        char = drawn[top][right]
        if char not in "-=:+":
            return None
        if char != "+":
            continue
        for bottom in range(top + 1, len(drawn)):
            char = drawn[bottom][right]
            if char not in "|+":
                break
            is_corner = char == "+" and drawn[bottom][left] == "+" and _is_edge(drawn[bottom][left + 1 : right])
            if is_corner and all(line[left] in "|+" for line in drawn[top:bottom]):
                return bottom, right
    return None


def _is_edge(text: str) -> bool:
    return bool(text) and all(char in "-=:+" for char in text)
