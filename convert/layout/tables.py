"""Tables down the page: row heights, and slices that fit where the page has room.

Rows are kept whole where they fit on a page and cut between their lines where they do not; header rows come again on
every page. Rows that a spanning cell ties together are cut like one tall row.

The cells of a long table are set when a page is drawn; those that may take more than one line are set before, too, to know
how high the rows are. What they hold is kept only where it must be the same both times.
"""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from convert.layout.bits import Bit, Slice, bits_height, mark_bit
from convert.layout.result import Element, Line, Picture
from convert.layout.strips import CellBox, EdgeStrip, PictureStrip, Strip, TableStrip, TextStrip
from convert.layout.tablemarks import Marks, echo

_CUT_SLACK = 0.01
_LONG = 400  # rows: what more of them hold is not kept
_MOST_HEAD = 0.5  # of a page: a higher head does not come again


class TableBox:
    """A table that has not been placed yet, from row `done` on."""

    def __init__(self, strip: TableStrip, gap: float = 0.0) -> None:
        """`gap`: from the table to what follows, in pt."""
        self.strip = strip
        self.below = gap + strip.below if strip.below else 0.0
        self._padding = strip.rules.padding_em * strip.look.em
        self._kept: dict[int, list[list[Bit]]] = {}  # by row: what its cells hold
        self._lines: dict[str, float] = {}  # by role: how high a cell with one line is
        self._reach = max((cell.rows for row in strip.rows for cell in row), default=1)
        self._edges = list(accumulate(self._heights(), initial=0.0))
        self._head = self._edges[strip.head]
        self._stops = self._row_ends()
        self.done = 0.0  # height that has been placed

    @property
    def total(self) -> float:
        """The height of the whole table, in pt."""
        return self._edges[-1]

    @property
    def left(self) -> bool:
        """Whether there is anything still to place."""
        return self.done < self.total - _CUT_SLACK

    def least(self) -> float:
        """The height of the header and the first row."""
        return self._stops[0] if self._stops else self.total

    def take(self, room: float, *, fresh: bool) -> Slice | None:
        """The next slice that is at most `room` pt high; None where a fresh page is needed first."""
        follows = self.done and self.done >= self._head - _CUT_SLACK
        repeated = self._head if follows and self._head <= _MOST_HEAD * room else 0.0
        limit = self.done + room - repeated
        reached = bisect_right(self._stops, limit + _CUT_SLACK) - 1
        whole = self._stops[reached] if reached >= 0 else 0.0
        if whole <= self.done + _CUT_SLACK:
            if not fresh:
                return None
            whole = self._cut(limit)
        start, self.done = self.done, whole
        if any(row in self._kept for row in self._rows(start, whole)):
            return self._slice(start, whole, repeated)
        return Slice(whole - start + repeated, later=functools.partial(self._slice, start, whole, repeated))

    def whole(self) -> Slice:
        """All of it, for a cell to hold."""
        return self._slice(0.0, self.total, 0.0)

    # --- rows --------------------------------------------------------------------------------------------------------

    def _heights(self) -> list[float]:
        """Each row as high as its highest cell; a cell over several rows stretches the last of them."""
        heights = [self.strip.look.pitch] * len(self.strip.rows)
        over: list[tuple[CellBox, float]] = []
        long = len(heights) > _LONG
        for number, cells in enumerate(self.strip.rows):
            if long and number > self.strip.head and all(lines := [self._line_height(cell) for cell in cells]):
                heights[number] = max((heights[number], *lines))
                continue
            held = self._set(number, again=False)
            if not long or number <= self.strip.head or _is_referred_to(held):
                self._kept[number] = held
            for cell, bits in zip(cells, held, strict=True):
                height = self._height(bits)
                if cell.rows > 1:
                    over.append((cell, height))
                else:
                    heights[number] = max(heights[number], height)
        for cell, height in sorted(over, key=lambda each: each[0].rows):
            end = min(cell.row + cell.rows, len(heights))
            heights[end - 1] += max(height - sum(heights[cell.row : end]), 0.0)
        return heights

    def _line_height(self, cell: CellBox) -> float:
        """The height of a cell that surely takes one line, that of the first such; 0 for any other."""
        role = self.strip.line_role(cell)
        if role and role not in self._lines:
            (strips,) = self.strip.set_row([cell], True)
            self._lines[role] = self._height(bits_of(strips, self._padding))
        return self._lines[role] if role else 0.0

    def _set(self, row: int, *, again: bool) -> list[list[Bit]]:
        return [bits_of(strips, self._padding) for strips in self.strip.set_row(self.strip.rows[row], again)]

    def _held(self, row: int) -> list[list[Bit]]:
        """What the cells of a row hold."""
        kept = self._kept.get(row)
        return self._set(row, again=True) if kept is None else kept

    def _height(self, bits: list[Bit]) -> float:
        return bits_height(bits) + self._padding

    def _row_ends(self) -> list[float]:
        """Edges where the table may end on a page: below a row that no span ties to the next, and not in the header."""
        tied = {
            edge for row in self.strip.rows for cell in row if cell.rows > 1
            for edge in range(cell.row + 1, cell.row + cell.rows)
        }  # fmt: skip
        last = len(self._edges) - 1
        return [self._edges[i] for i in range(min(self.strip.head + 1, last), last + 1) if i not in tied]

    def _extent(self, cell: CellBox) -> tuple[float, float]:
        return self._edges[cell.row], self._edges[min(cell.row + cell.rows, len(self.strip.rows))]

    def _rows(self, start: float, end: float) -> Iterator[int]:
        """The rows with cells that have a part between two heights."""
        first = max(bisect_right(self._edges, start + _CUT_SLACK) - self._reach, 0)
        for row in range(first, min(bisect_left(self._edges, end - _CUT_SLACK), len(self.strip.rows))):
            if any(self._extent(cell)[1] > start + _CUT_SLACK for cell in self.strip.rows[row]):
                yield row

    # --- cuts and slices ---------------------------------------------------------------------------------------------

    def _cut(self, limit: float) -> float:
        """A row taller than a page is cut where a line ends and no line of another cell is cut in two; else where any
        line ends; a line taller than a page hangs over."""
        spans: list[tuple[float, float]] = []
        for row in self._rows(self.done, max(limit, self.done + 1)):
            self._kept[row] = self._held(row)  # the rest comes from the same lines
            tops = ((self._edges[row] + bit.top, bit) for bits in self._kept[row] for bit in bits if not bit.is_mark)
            spans += ((top, top + bit.height) for top, bit in tops)
        ends = [end for _, end in spans if end > self.done + _CUT_SLACK]
        fitting = [end for end in ends if end <= limit]
        near = [span for span in spans if span[0] < limit and span[1] > self.done]
        clean = (e for e in sorted(fitting, reverse=True) if not any(_is_within(e, span) for span in near))
        return next(clean, 0.0) or max(fitting, default=0.0) or min(ends, default=self.total)

    def _slice(self, start: float, end: float, repeated: float) -> Slice:
        content: list[Bit] = []
        marks = Marks(self.strip.rules)
        for row in range(self.strip.head) if repeated else ():
            for cell, bits in zip(self.strip.rows[row], self._held(row), strict=True):
                marks.add(cell, *self._extent(cell))
                down = self._edges[row] + self._lowered(cell, bits)
                content += (echo(bit, down) for bit in bits)
        shift = repeated - start
        for row in self._rows(start, end):
            for cell, bits in zip(self.strip.rows[row], self._held(row), strict=True):
                top, bottom = self._extent(cell)
                cuts = (top < start - _CUT_SLACK, bottom > end + _CUT_SLACK)
                if bottom > start + _CUT_SLACK:
                    marks.add(cell, max(top, start) + shift, min(bottom, end) + shift, cuts)
                down = top if any(cuts) else top + self._lowered(cell, bits)
                content += _moved(bits, down + shift, start + shift, end + shift)
        return Slice(end - start + repeated, content, marks.drawn())

    def _lowered(self, cell: CellBox, bits: list[Bit]) -> float:
        """How far the content of a whole cell stands below its top."""
        top, bottom = self._extent(cell)
        return (bottom - top - self._height(bits)) / 2 if self.strip.rules.valign == "middle" else 0.0


def bits_of(strips: Iterable[Strip], padding: float) -> list[Bit]:
    """The bits of strips below each other, the first `padding` pt from the top."""
    bits: list[Bit] = []
    top, ink = padding, 0.0
    for strip in strips:
        if isinstance(strip, TextStrip):
            leading = (strip.look.pitch - strip.look.size) / 2
            top += max(ink + strip.lines[0].up - top - leading, 0.0) if strip.lines else 0.0
            if strip.marker:
                strip.marker.above = strip.lines[0].above
                bits.append(Bit(top + leading, strip.look.pitch - leading, strip.marker))
            for line in strip.lines:
                pitch = line.above + strip.look.pitch + line.below
                bits.append(Bit(top + leading, pitch - leading, line))
                top += pitch
                ink = top - leading + line.down
        elif isinstance(strip, PictureStrip):
            picture = Picture(strip.media, strip.x, 0.0, strip.width, strip.height, strip.element)
            bits.append(Bit(top, strip.height, picture))
            top += strip.height
        elif isinstance(strip, EdgeStrip):  # only its room: boxes are not drawn there
            top += strip.look.padding("top" if strip.opens else "bottom")
        elif isinstance(strip, TableStrip):
            inner = TableBox(strip).whole()
            bits += (mark_bit(mark, top) for mark in inner.marks)
            bits += (Bit(top + bit.top, bit.height, bit.item) for bit in inner.bits)
            top += inner.height
    return bits


def _moved(bits: list[Bit], down: float, start: float, end: float) -> Iterator[Bit]:
    """The bits that begin between two heights once they are `down` pt lower, and what of the marks lies there."""
    for bit in bits:
        moved = Bit(bit.top + down, bit.height, bit.item)
        if not moved.is_mark:
            if start - _CUT_SLACK <= moved.top < end - _CUT_SLACK:
                yield moved
        elif moved.top <= end and moved.top + moved.height >= start:
            yield moved.within(start, end)


def _is_within(height: float, span: tuple[float, float]) -> bool:
    return span[0] + _CUT_SLACK < height < span[1] - _CUT_SLACK


def _is_referred_to(held: list[list[Bit]]) -> bool:
    """Whether something in a row has an id or a footnote: its place must be known before it is drawn."""
    lines = (bit.item for bits in held for bit in bits if not bit.is_mark)
    return any((isinstance(line, Line) and (line.notes or line.places)) or _has_id(line) for line in lines)


def _has_id(item: object) -> bool:
    element = item.text.element if isinstance(item, Line) else item.element if isinstance(item, Picture) else None
    while isinstance(element, Element) and element.kind != "table":
        if element.node is not None and element.node.id:
            return True
        element = element.parent
    return False
