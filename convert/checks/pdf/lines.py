"""From glyphs to printed lines, and what stands around the text: page numbers, running heads, rules across."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from convert.checks.facts import Border, Box, Piece, Run, TextLine
from convert.measure.pdf import Area, Glyph, Stroke

MM_PER_PT = 25.4 / 72
OPENING, CLOSING = frozenset("“‘（《〈【「『〔［"), frozenset("，。、；：！？”’）》〉】」』〕］")
LABEL = re.compile(r"[—–\-－─·\s]*(\d{1,4}|[ivxlc]{1,7})[—–\-－─·\s]*", re.IGNORECASE)
"""A page's printed number, with what stands at its sides."""

_ASCENT = 0.88  # of the em box, above the baseline, in Chinese faces
_GAP = 0.9  # em
_SAME_ROW = 0.6  # mm between baselines of faces that sit differently
_RULE_HEIGHT, _RULE_WIDTH = 1.6, 60.0  # mm: what is thinner and longer is a rule across
_DOUBLE = 2.0  # mm between the two lines of a double rule
_TOUCH = 0.6  # mm
_SIDEWAYS = re.compile(r"[—–-]|\d{1,3}")
_MARGIN, _LOWER_HALF = 36.0, 148.0  # mm
_FOOT, _HEAD = 255.0, 27.0  # mm: what stands beyond these may be no text
_BOLD = re.compile("bold|heavy|black|粗", re.IGNORECASE)


class Row(NamedTuple):
    """The glyphs of one printed line, from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def page(self) -> int:
        """The page it stands on, from 1."""
        return self.glyphs[0].page

    @property
    def text(self) -> str:
        """Its characters, with an ideographic space where a gap holds them apart."""
        return "\u3000".join(piece.text for piece in self.pieces)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What stands together: a gap of a character or nearly so holds it apart."""
        return tuple(_pieces(self.glyphs))

    @property
    def size(self) -> float:
        """The size that most of its characters have, in pt."""
        sizes = Counter(round(glyph.size, 1) for glyph in self.glyphs)
        return max(sizes, key=lambda size: (sizes[size], size))

    @property
    def em(self) -> float:
        """The height of its characters in mm."""
        return self.size * MM_PER_PT

    @property
    def color(self) -> str:
        """The colour that most of its characters have."""
        return Counter(glyph.color for glyph in self.glyphs).most_common(1)[0][0]

    @property
    def face(self) -> str:
        """The face of most of its Chinese characters."""
        return Counter(glyph.font for glyph in self.glyphs).most_common(1)[0][0]

    @property
    def baseline(self) -> float:
        """The baseline of most of its characters."""
        return next(glyph.baseline for glyph in self.glyphs if round(glyph.size, 1) == self.size)

    @property
    def top(self) -> float:
        """The top of its em box."""
        return self.baseline - _ASCENT * self.em

    @property
    def bottom(self) -> float:
        """The bottom of its em box."""
        return self.top + self.em

    @property
    def left(self) -> float:
        """The left edge of its first advance box."""
        return min(glyph.left for glyph in self.glyphs)

    @property
    def right(self) -> float:
        """The right edge of its last advance box."""
        return max(glyph.right for glyph in self.glyphs)


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """The printed lines, page by page from top to bottom: glyphs whose baselines are the same but for a hair, and small
    ones (notes, indices) that stand within the height of a line."""
    found: list[Row] = []
    for _, on_page in groupby(sorted(glyphs, key=lambda g: (g.page, g.baseline)), key=lambda g: g.page):
        groups: list[list[Glyph]] = []
        for glyph in on_page:
            if groups and _in_row(groups[-1][-1], glyph):
                groups[-1].append(glyph)
            else:
                groups.append([glyph])
        found += [Row(tuple(sorted(group, key=lambda g: g.left))) for group in _joined(groups)]
    return found


def _in_row(last: Glyph, glyph: Glyph) -> bool:
    return abs(glyph.baseline - last.baseline) < _SAME_ROW


def _joined(groups: list[list[Glyph]]) -> Iterator[list[Glyph]]:
    """Raised and lowered characters go with the larger ones whose line they stand in."""
    groups = sorted(groups, key=lambda group: -max(glyph.size for glyph in group))
    lines: list[list[Glyph]] = []
    for group in groups:
        size, at = max(glyph.size for glyph in group), group[0].baseline
        host = next(
            (
                line
                for line in lines
                if size < 0.8 * line[0].size and -0.75 < (at - line[0].baseline) / (line[0].size * MM_PER_PT) < 0.3
            ),
            None,
        )
        if host:
            host += group
        else:
            lines.append(sorted(group, key=lambda glyph: -glyph.size))
    yield from sorted(lines, key=lambda line: line[0].baseline)


def text_line(row: Row) -> TextLine:
    """A row as the rules see it."""
    lefts, tops, rights, bottoms = zip(*(glyph.ink for glyph in row.glyphs), strict=True)
    em = Box(row.left, row.top, row.right, row.bottom)
    ink = Box(min(lefts), min(tops), max(rights), max(bottoms))
    return TextLine(row.page, runs_of(row.glyphs), em, ink, row.pieces)


def _pieces(glyphs: Sequence[Glyph]) -> Iterator[Piece]:
    first = 0
    for n, glyph in enumerate(glyphs):
        if n + 1 == len(glyphs) or glyphs[n + 1].left - glyph.right > _GAP * glyph.size * MM_PER_PT:
            text = "".join(each.char for each in glyphs[first : n + 1])
            yield Piece(text, glyphs[first].left, glyph.right)
            first = n + 1


def runs_of(glyphs: Iterable[Glyph]) -> tuple[Run, ...]:
    """Stretches of glyphs in one look."""

    def look(glyph: Glyph) -> tuple[str, float, str]:
        return glyph.font, round(glyph.size, 1), glyph.color

    return tuple(
        Run("".join(glyph.char for glyph in group), face, size, _BOLD.search(face) is not None, color)
        for (face, size, color), group in ((key, list(found)) for key, found in groupby(glyphs, key=look))
    )


def is_furniture(row: Row, size: tuple[float, float], tagged: bool) -> bool:
    """Whether a row is no text of the document: an artifact, a number at the foot, a running head. `size`: of the page in
    mm; on one that is read across, the number of the sheet stands upright at a side, a character a row."""
    if tagged:
        return all(glyph.content < 0 for glyph in row.glyphs)
    width, height = size
    if width > height and _SIDEWAYS.fullmatch(row.text) and (row.right < _MARGIN or row.left > width - _MARGIN):
        return True
    at_foot = row.top > _FOOT * height / 297 and LABEL.fullmatch(row.text) is not None
    return at_foot or row.bottom < _HEAD * height / 297


def read_rules(strokes: Iterable[Stroke], areas: Iterable[Area], page: int) -> tuple[Border, ...]:
    """The rules across a page from top to bottom, those of tables left out; two that lie close together are one double
    rule, whose weight is both lines'."""
    shapes = [shape for shape in (*strokes, *areas) if shape.page == page]
    upright = [shape for shape in shapes if shape.bottom - shape.top > 3 and shape.right - shape.left < _RULE_HEIGHT]
    found: list[Border] = []
    for shape in sorted(shapes, key=lambda shape: shape.top):
        box = Box(shape.left, shape.top, shape.right, shape.bottom)
        if box.width < _RULE_WIDTH or box.height > _RULE_HEIGHT or any(_touches(box, each) for each in upright):
            continue
        weight = shape.weight if isinstance(shape, Stroke) else box.height / MM_PER_PT
        half = weight * MM_PER_PT / 2 if isinstance(shape, Stroke) else 0.0
        box = Box(box.left, box.top - half, box.right, box.bottom + half)
        last = found[-1] if found else None
        if last and last.box and box.top - last.box.bottom < _DOUBLE and abs(last.box.left - box.left) < _TOUCH:
            whole = Box(box.left, last.box.top, box.right, box.bottom)
            found[-1] = Border(whole, (last.weight or 0) + weight, last.color, double=True)
        else:
            found.append(Border(box, weight, shape.color))
    return tuple(found)


def above_imprint(rows: Sequence[Row], rules: Sequence[Border]) -> list[Row]:
    """The rows but for those below the first of the last page's rules, where an imprint stands, in small characters."""
    last = max((row.page for row in rows), default=0)
    tops = [rule.box.top for rule in rules if rule.box and (last > 1 or rule.box.top > _LOWER_HALF)]
    return [row for row in rows if not (tops and row.page == last and row.top > tops[0])]


def _touches(box: Box, upright: Area) -> bool:
    return upright.top - _TOUCH < box.middle < upright.bottom + _TOUCH and (
        box.left - _TOUCH < upright.left < box.right + _TOUCH
    )


def in_table(row: Row, uprights: list[Area]) -> bool:
    """Whether a row stands between the upright rules of a table."""
    middle = (row.top + row.bottom) / 2
    beside = [each for each in uprights if each.page == row.page and each.top < middle < each.bottom]
    return any(each.left < row.left + 1 for each in beside) and any(each.left > row.right - 1 for each in beside)
