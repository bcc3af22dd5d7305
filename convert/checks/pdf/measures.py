"""The type area, the leading and the characters a line, as the printed lines show them."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from convert.checks.pdf.lines import CLOSING, MM_PER_PT, OPENING, Row
from convert.kit.cjk import is_han

_NEAR = 1.5  # mm
_HANGS = 1.0  # mm
_WIDEST_MARGIN = 35.0  # mm
_SHORT = 1.5  # em
_LEAST_ROWS = 3  # of running text, for its left edge to be the type area's
_LEAST_STEPS = 12  # from character to character
_LEAST_LINES = 2  # that end at an edge, for it to be one


class Measures(NamedTuple):
    """What the running text shows. `size` of its characters (pt), the `left` and `right` edge of the type area (mm; None
    where no line shows it), from line to line `pitch` (pt), from character to character `cell` (mm); `reach`: where the
    longest line ends."""

    size: float
    left: float | None
    right: float | None
    pitch: float | None
    cell: float | None
    reach: float | None = None

    @property
    def edge(self) -> float | None:
        """The right edge of the type area, or what comes nearest to it."""
        return self.right if self.right is not None else self.reach

    def em(self, size: float) -> float:
        """The width of a character of a size as set, in mm."""
        if self.cell and abs(size - self.size) < 0.3:
            return self.cell
        return size * MM_PER_PT

    @property
    def cells(self) -> float | None:
        """How many characters a line holds."""
        if self.cell is None or self.left is None or self.right is None:
            return None
        return math.floor((self.right - self.left) / self.cell + 0.3)


def measure_text(rows: Sequence[Row], width: float) -> Measures:
    """The measures of the running text among rows; `width`: of the sheet, in mm."""
    size = body_size(rows)
    body = [row for row in rows if abs(row.size - size) < 0.3]
    left = _left(body)
    ends = [row.right for row in body if row.glyphs[-1].char not in CLOSING]
    right = max(ends, default=None)
    if right is not None and (
        sum(right - each < _NEAR for each in ends) < _LEAST_LINES or width - right > _WIDEST_MARGIN
    ):
        right = None
    natural = [row for row in body if right is not None and right - row.right > _SHORT * row.em]
    return Measures(size, left, right, _pitch(body), _cell(natural) or _cell(body), max(ends, default=None))


def _left(body: Sequence[Row]) -> float | None:
    """Where the lines begin that begin furthest left: the type area's edge, if it is as near to the sheet's edge as margins
    are, or paragraphs begin two characters right of it. Where all lines are first ones, none shows the edge."""
    lefts = [row.left for row in body if row.glyphs[0].char not in OPENING]
    left = min(lefts, default=None)
    if left is None or len(body) < _LEAST_ROWS:
        return None
    two = 2 * body[0].em
    indented = any(abs(each - left - two) < _NEAR for each in lefts)
    return left if left <= _WIDEST_MARGIN or indented else None


def body_size(rows: Iterable[Row]) -> float:
    """The size that most characters have, in pt."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.glyphs)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def start(row: Row, em: float, edge: float) -> float:
    """Where a row begins: an opening mark there may have its blank half outside the measure. It has where the text then
    begins nearer to a whole character from the `edge`."""
    first = row.glyphs[0]
    if first.char not in OPENING or first.ink[0] - first.left < 0.3 * em:
        return first.left

    def off(left: float) -> float:
        cells = (left - edge) / em
        return abs(cells - round(cells))

    return min(first.left, first.left + em / 2, key=off)


def end(row: Row, edge: float) -> float:
    """Where a row ends: a closing mark there may have its blank half beyond the `edge`."""
    last = row.glyphs[-1]
    beyond = last.char in CLOSING and last.right > edge + _HANGS
    return last.right - (last.right - last.left) / 2 if beyond else last.right


def _pitch(body: Sequence[Row]) -> float | None:
    """The most frequent distance between lines that follow each other."""
    steps = [
        round((below.baseline - above.baseline) / MM_PER_PT, 1)
        for above, below in pairwise(body)
        if above.page == below.page and 0 < below.baseline - above.baseline < 4 * above.em
    ]
    if not steps:
        return None
    common = Counter(round(step * 2) for step in steps).most_common(1)[0][0] / 2
    return statistics.median(step for step in steps if abs(step - common) <= 0.5)


def _cell(rows: Iterable[Row]) -> float | None:
    """The usual distance between Chinese characters that follow each other; lines that are not full show it best, for they
    are not spread to the edge."""
    steps: list[float] = []
    for row in rows:
        steps += [
            second.left - first.left
            for first, second in pairwise(row.glyphs)
            if is_han(first.char) and is_han(second.char) and first.size == second.size
        ]
    steps = [step for step in steps if step > 0]
    return statistics.median(steps) if len(steps) >= _LEAST_STEPS else None
