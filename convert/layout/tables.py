"""Tables down the page: row heights, and slices that fit where the page has room.

Rows are kept whole where they fit on a page and cut between their lines where they do not; header rows come again on
every page. Rows that a spanning cell ties together are cut like one tall row.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from convert.layout.bits import Bit, Slice, bits_height, bits_of
from convert.layout.result import BLACK, Element, Fill, Line, Picture, SetText, Stroke
from convert.layout.strips import CellBox, TableStrip
from convert.style.sheet import TableLook

_CUT_SLACK = 0.01


class TableBox:
    """A table that has not been placed yet, from row `done` on."""

    def __init__(self, strip: TableStrip) -> None:
        self.strip = strip
        self.padding = strip.rules.padding_em * strip.look.em
        self.bits = {id(cell): bits_of(cell.strips, self.padding) for cell in strip.cells}
        self.heights = {key: bits_height(bits) + self.padding for key, bits in self.bits.items()}
        heights = _row_heights(strip, self.heights, strip.look.pitch)
        self.edges = list(accumulate(heights, initial=0.0))
        self.done = 0.0  # height that has been placed
        self.total = self.edges[-1]
        self.head = self.edges[strip.head]
        self.rows: list[list[CellBox]] = [[] for _ in range(strip.rows)]
        for cell in strip.cells:
            self.rows[cell.row].append(cell)
        self._reach = max((cell.rows for cell in strip.cells), default=1)
        self._stops = self._row_ends()

    @property
    def left(self) -> bool:
        """Whether there is anything still to place."""
        return self.done < self.total - _CUT_SLACK

    def least(self) -> float:
        """The height of the header and the first row."""
        return self._stops[0] if self._stops else self.total

    def take(self, room: float, *, fresh: bool) -> Slice | None:
        """The next slice that is at most `room` pt high; None where a fresh page is needed first."""
        repeated = self.head if self.done >= self.head - _CUT_SLACK and self.done else 0.0
        limit = self.done + room - repeated
        reached = bisect_right(self._stops, limit + _CUT_SLACK) - 1
        whole = self._stops[reached] if reached >= 0 else 0.0
        if whole <= self.done + _CUT_SLACK:
            if not fresh:
                return None
            whole = self._cut(limit)
        part = self._slice(self.done, whole, repeated)
        self.done = whole
        return part

    def _row_ends(self) -> list[float]:
        """Edges where the table may end on a page: below a row that no span ties to the next, and not in the header."""
        tied = {edge for cell in self.strip.cells for edge in range(cell.row + 1, cell.row + cell.rows)}
        last = len(self.edges) - 1
        return [self.edges[i] for i in range(min(self.strip.head + 1, last), last + 1) if i not in tied]

    def _cut(self, limit: float) -> float:
        """A row taller than a page is cut where the lines of its cells end; a line taller than a page hangs over."""
        tops = (
            (cell, bit) for cell in self._cells(self.done, max(limit, self.done + 1)) for bit in self.bits[id(cell)]
        )
        ends = [self.edges[cell.row] + bit.top + bit.height for cell, bit in tops]
        best = max((e for e in ends if self.done + _CUT_SLACK < e <= limit), default=0.0)
        return best or min((e for e in ends if e > self.done + _CUT_SLACK), default=self.total)

    def _cells(self, start: float, end: float) -> Iterator[CellBox]:
        """The cells that have a part between two heights."""
        first = max(bisect_right(self.edges, start + _CUT_SLACK) - self._reach, 0)
        for row in range(first, min(bisect_left(self.edges, end - _CUT_SLACK), self.strip.rows)):
            yield from self.rows[row]

    def _slice(self, start: float, end: float, repeated: float) -> Slice:
        bits: list[Bit] = []
        marks: dict[Stroke | Fill, None] = {}
        for cell in self._cells(0.0, self.head) if repeated else ():
            top, bottom = self._extent(cell)
            down = top + self._lowered(cell)
            bits += (replace(bit, top=bit.top + down, item=_echo(bit.item)) for bit in self.bits[id(cell)])
            marks |= dict.fromkeys(_marks(cell, top, bottom, self.strip.rules))
        for cell in self._cells(start, end):
            top, bottom = self._extent(cell)
            shift = repeated - start
            cuts = (top < start - _CUT_SLACK, bottom > end + _CUT_SLACK)
            down = top + (0.0 if any(cuts) else self._lowered(cell))
            for bit in self.bits[id(cell)]:
                if start - _CUT_SLACK <= down + bit.top < end - _CUT_SLACK:
                    bits.append(replace(bit, top=down + bit.top + shift))
            if min(bottom, end) > max(top, start):
                part = (max(top, start) + shift, min(bottom, end) + shift)
                marks |= dict.fromkeys(_marks(cell, *part, self.strip.rules, cuts))
        return Slice(end - start + repeated, bits, list(marks))

    def _lowered(self, cell: CellBox) -> float:
        """How far the content of a whole cell stands below its top."""
        top, bottom = self._extent(cell)
        return (bottom - top - self.heights[id(cell)]) / 2 if self.strip.rules.valign == "middle" else 0.0

    def _extent(self, cell: CellBox) -> tuple[float, float]:
        return self.edges[cell.row], self.edges[min(cell.row + cell.rows, self.strip.rows)]


def _marks(
    cell: CellBox, top: float, bottom: float, look: TableLook, cuts: tuple[bool, bool] = (False, False)
) -> Iterator[Stroke | Fill]:
    """The ground and the rules of a cell between two heights. `cuts`: whether pages cut it above and below, where the
    rule between rows stands."""
    left, right = round(cell.x, 3), round(cell.x + cell.width, 3)
    top, bottom = round(top, 3), round(bottom, 3)
    if look.shade and cell.element.kind == "header-cell":
        yield Fill(left, top, right - left, bottom - top, look.shade)
    above, below = (
        look.rows if cut else rule for cut, rule in zip(cuts, (cell.sides.top, cell.sides.bottom), strict=True)
    )
    for weight, edge in (
        (above, (left, top, right, top)),
        (below, (left, bottom, right, bottom)),
        (cell.sides.left, (left, top, left, bottom)),
        (cell.sides.right, (right, top, right, bottom)),
    ):
        if weight:
            yield Stroke(*edge, weight, BLACK)


def _echo(item: Line | Picture) -> Line | Picture:
    """A copy of a header's item that is not read out again."""
    artifact = Element("artifact")
    if isinstance(item, Picture):
        return replace(item, element=artifact)
    return _echoed(item, artifact)


def _echoed(line: Line, artifact: Element) -> Line:
    text = line.text
    runs = [replace(run, element=artifact) for run in text.runs]
    silent = SetText(text.text, runs, text.tracking, text.moves, artifact)
    return replace(line, text=silent, beside=[_echoed(each, artifact) for each in line.beside], notes=[])


def _row_heights(strip: TableStrip, heights: dict[int, float], least: float) -> list[float]:
    """Each row as high as its highest cell; a cell over several rows stretches the last of them."""
    rows = [least] * strip.rows
    for cell in sorted(strip.cells, key=lambda cell: cell.rows):
        end = min(cell.row + cell.rows, strip.rows)
        missing = heights[id(cell)] - sum(rows[cell.row : end])
        if missing > 0:
            rows[end - 1] += missing
    return rows
