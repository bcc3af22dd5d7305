"""Tables down the page: row heights, and slices that fit where the page has room.

Rows are kept whole where they fit on a page and cut between their lines where they do not; header rows come again on
every page. Rows that a spanning cell ties together are cut like one tall row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from convert.layout.flow import CellBox, PictureStrip, Strip, TableStrip, TextStrip
from convert.layout.result import ASCENT, Element, Item, Line, Picture, SetText, Stroke
from convert.style.sheet import Sheet

_BLACK = "#000000"
_CUT_SLACK = 0.01


@dataclass(slots=True)
class Bit:
    """The smallest piece of a cell: one line or picture, `top` in pt below the table's own top."""

    top: float
    height: float
    item: Line | Picture


@dataclass(slots=True)
class Slice:
    """What of a table goes on one page. Tops are counted from the slice's; `edges`: where rules run across."""

    height: float
    bits: list[Bit]
    strokes: list[tuple[float, float, float, float]]
    weight: float

    def items(self, left: float, top: float) -> Iterator[Item]:
        """The slice's items, moved to `left`, `top` (pt from the sheet's corner)."""
        for x1, y1, x2, y2 in self.strokes:
            yield Stroke(left + x1, top + y1, left + x2, top + y2, self.weight, _BLACK)
        for bit in self.bits:
            if isinstance(bit.item, Line):
                line = bit.item
                line.x += left
                line.y = top + bit.top + ASCENT * line.size
                yield line
            else:
                yield replace(bit.item, x=left + bit.item.x, y=top + bit.top)


class TableBox:
    """A table that has not been placed yet, from row `done` on."""

    def __init__(self, strip: TableStrip, sheet: Sheet) -> None:
        self.strip = strip
        self.padding = sheet.table.padding_em * strip.look.em
        self.weight = sheet.table.rule
        self.bits = {id(cell): _bits(cell.strips, self.padding) for cell in strip.cells}
        heights = _row_heights(strip, {k: _height(bits) + self.padding for k, bits in self.bits.items()}, strip.look.pitch)
        self.edges = list(accumulate(heights, initial=0.0))
        self.done = 0.0  # height that has been placed
        self.total = self.edges[-1]
        self.head = self.edges[strip.head]
        self._tied = {edge for cell in strip.cells for edge in range(cell.row + 1, cell.row + cell.rows)}

    @property
    def left(self) -> bool:
        """Whether there is anything still to place."""
        return self.done < self.total - _CUT_SLACK

    def least(self) -> float:
        """The height of the header and the first row."""
        return self._stops()[0] if self._stops() else self.total

    def take(self, room: float, *, fresh: bool) -> Slice | None:
        """The next slice that is at most `room` pt high; None where a fresh page is needed first."""
        repeated = self.head if self.done >= self.head - _CUT_SLACK and self.done else 0.0
        limit = self.done + room - repeated
        whole = max((s for s in self._stops() if self.done + _CUT_SLACK < s <= limit + _CUT_SLACK), default=0.0)
        if not whole:
            if not fresh:
                return None
            whole = self._cut(limit)
        part = self._slice(self.done, whole, repeated)
        self.done = whole
        return part

    def _stops(self) -> list[float]:
        """Edges where the table may end on a page: below a row that no span ties to the next, and not in the header."""
        last = len(self.edges) - 1
        first = min(self.strip.head + 1, last)
        return [self.edges[i] for i in range(first, last + 1) if i not in self._tied]

    def _cut(self, limit: float) -> float:
        """A row taller than a page is cut where the lines of its cells end; a line taller than a page hangs over."""
        ends = [bit.top + bit.height for bits in self._placed() for bit in bits if bit.top >= self.done - _CUT_SLACK]
        best = max((e for e in ends if e <= limit), default=0.0)
        return min(best if best > self.done else min(ends, default=self.total), self.total)

    def _placed(self) -> Iterator[list[Bit]]:
        for cell in self.strip.cells:
            yield [replace(bit, top=bit.top + self.edges[cell.row]) for bit in self.bits[id(cell)]]

    def _slice(self, start: float, end: float, repeated: float) -> Slice:
        bits: list[Bit] = []
        strokes: list[tuple[float, float, float, float]] = []
        for cell, placed in zip(self.strip.cells, self._placed(), strict=True):
            top, bottom = self.edges[cell.row], self.edges[min(cell.row + cell.rows, self.strip.rows)]
            if repeated and cell.row < self.strip.head:
                bits += (replace(bit, item=_echo(bit.item)) for bit in placed)
                strokes += _frame(cell, top, bottom)
            a, b = max(top, start), min(bottom, end)
            if b > a:
                bits += (
                    replace(bit, top=bit.top - start + repeated)
                    for bit in placed
                    if start - _CUT_SLACK <= bit.top < end - _CUT_SLACK
                )
                strokes += _frame(cell, a - start + repeated, b - start + repeated)
        return Slice(end - start + repeated, bits, sorted(set(strokes)), self.weight)


def _frame(cell: CellBox, top: float, bottom: float) -> Iterator[tuple[float, float, float, float]]:
    corners = ((cell.x, top), (cell.x + cell.width, top), (cell.x + cell.width, bottom), (cell.x, bottom), (cell.x, top))
    for (x1, y1), (x2, y2) in pairwise((round(x, 3), round(y, 3)) for x, y in corners):
        yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _echo(item: Line | Picture) -> Line | Picture:
    """A copy of a header's item that is not read out again."""
    artifact = Element("artifact")
    if isinstance(item, Picture):
        return replace(item, element=artifact)
    text = item.text
    runs = [replace(run, element=artifact) for run in text.runs]
    return replace(item, text=SetText(text.text, runs, text.tracking, text.moves, artifact))


def _bits(strips: list[Strip], padding: float) -> list[Bit]:
    bits: list[Bit] = []
    top = padding
    for strip in strips:
        if isinstance(strip, TextStrip):
            leading = (strip.look.pitch - strip.look.size) / 2
            if strip.marker:
                bits.append(Bit(top + leading, strip.look.pitch - leading, strip.marker))
            for line in strip.lines:
                bits.append(Bit(top + leading, strip.look.pitch - leading, line))
                top += strip.look.pitch
        elif isinstance(strip, PictureStrip):
            picture = Picture(strip.media, strip.x, 0.0, strip.width, strip.height, strip.element)
            bits.append(Bit(top, strip.height, picture))
            top += strip.height
        elif isinstance(strip, TableStrip):
            bits += _nested(strip, top)
            top = _height(bits)
    return bits


def _nested(strip: TableStrip, top: float) -> Iterator[Bit]:
    """A table in a cell: its cells' lines below each other, in reading order, without rules."""
    for cell in strip.cells:
        for bit in _bits(cell.strips, 0.0):
            yield replace(bit, top=top + bit.top)
        top = top + _height(_bits(cell.strips, 0.0))


def _height(bits: list[Bit]) -> float:
    return max((bit.top + bit.height for bit in bits), default=0.0)


def _row_heights(strip: TableStrip, heights: dict[int, float], least: float) -> list[float]:
    """Each row as high as its highest cell; a cell over several rows stretches the last of them."""
    rows = [least] * strip.rows
    for cell in sorted(strip.cells, key=lambda cell: cell.rows):
        end = min(cell.row + cell.rows, strip.rows)
        missing = heights[id(cell)] - sum(rows[cell.row : end])
        if missing > 0:
            rows[end - 1] += missing
    return rows
