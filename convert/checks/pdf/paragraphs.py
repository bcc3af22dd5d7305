"""From printed lines to paragraphs: by the file's own tags where it has some, else by how the lines stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from convert.checks.facts import TextAlign
from convert.checks.pdf.lines import Row, rows_of
from convert.checks.pdf.measures import Measures, end, start
from convert.measure.pdf import Glyph, Tag
from convert.passes.wording import is_date

_BLOCKS = frozenset({"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "LI", "TOCI", "TD", "TH", "Note", "Code", "Formula"})  # fmt: skip
_WITHIN = {"TD": "cell", "TH": "cell", "Caption": "caption", "TOCI": "toc", "Note": "note", "Code": "code", "Formula": "formula", "L": "list", "BlockQuote": "quote"}  # fmt: skip

_CENTERED = 2.0  # mm off the type area's middle
_SHORT = 3.2  # em: a line that ends so far from the edge is a paragraph's last one
_RIGHT = 0.45  # of the type area: who signs and when stand beyond
_LARGE = 1.2  # times the running text: titles and marks
_NUMBERED = re.compile(r"\d{1,2}[.．、]")
_AXES = 1.6  # mm: the middle of the sheet and of the type area are 1 mm apart


class Paragraph(NamedTuple):
    """The rows of a block; `tag`: its own tag in a tagged file, else ""; `within`: what it stands in (cell, list …)."""

    rows: tuple[Row, ...]
    tag: str = ""
    within: str = ""

    @property
    def text(self) -> str:
        """Its words, lines joined."""
        return "".join(row.text for row in self.rows)

    @property
    def first(self) -> Row:
        """Its first line."""
        return self.rows[0]


def tagged_paragraphs(root: Tag, glyphs: Sequence[Glyph]) -> list[Paragraph]:
    """The blocks that the structure tree tells of, in its order, with their lines."""
    owners: dict[tuple[int, int], int] = {}
    blocks: list[tuple[str, str]] = []

    def visit(tag: Tag, block: int, within: str) -> None:
        within = _WITHIN.get(tag.type, within)
        if tag.type in _BLOCKS:
            block = len(blocks)
            blocks.append((tag.type, within))
        for content in tag.contents:
            owners[content] = block
        for child in tag.children:
            visit(child, block, within)

    visit(root, -1, "")
    members: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        block = owners.get((glyph.page, glyph.content), -1)
        if block >= 0:
            members.setdefault(block, []).append(glyph)
    return [Paragraph(tuple(rows_of(members[n])), *blocks[n]) for n in sorted(members)]


def paragraphs_of(rows: Sequence[Row], measures: Measures) -> list[Paragraph]:
    """The paragraphs that lines form by their places: a line goes on where the one above it is full, is as large and
    stands right above, and it does not begin as a paragraph does. Large centred lines in one face are one."""
    steps = _steps(rows)
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _continues(groups[-1], row, measures, steps):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [Paragraph(tuple(group)) for group in groups]


def _steps(rows: Sequence[Row]) -> dict[float, float]:
    """The most frequent distance between lines of a size that follow each other, in mm."""
    found: dict[float, Counter[float]] = {}
    for above, below in pairwise(rows):
        step = round(below.baseline - above.baseline, 1)
        if above.page == below.page and above.size == below.size and step > 0:
            found.setdefault(above.size, Counter())[step] += 1
    return {size: min(steps, key=lambda step: (-steps[step], step)) for size, steps in found.items()}


def _continues(group: Sequence[Row], row: Row, measures: Measures, steps: dict[float, float]) -> bool:
    above = group[-1]
    if abs(above.size - row.size) > 0.3 or above.color != row.color:
        return False
    if row.page == above.page:
        step = min(steps.get(row.size, 2 * row.em), 2.4 * row.em)
        if row.baseline - above.baseline > 1.3 * step:
            return False
    elif row.page != above.page + 1:
        return False
    if row.size >= _LARGE * measures.size:
        return above.face == row.face and row.page == above.page and _is_centered(above, row)
    return measures.left is not None and measures.edge is not None and _goes_on(group, row, measures)


def _goes_on(group: Sequence[Row], row: Row, measures: Measures) -> bool:
    """Whether the last line of a paragraph is full, and the next one begins as a line within it."""
    em = measures.em(row.size)
    assert measures.left is not None and measures.edge is not None
    if measures.edge - end(group[-1], measures.edge) > _SHORT * em:
        return False
    if len(group[-1].pieces) > 1 or is_date(row.text):
        return False
    if start(group[-1], em, measures.left) - measures.left > _RIGHT * (measures.edge - measures.left):
        return False
    indent = (start(row, em, measures.left) - measures.left) / measures.em(measures.size)
    hangs = len(group) > 1 and abs(start(group[-1], em, measures.left) - start(row, em, measures.left)) < 0.3 * em
    if abs(indent - 2) < 0.4 and not hangs:
        return False
    if indent > 2.5 and _NUMBERED.match(row.text):
        return False
    return indent < 0.5 or start(row, em, measures.left) > start(group[0], em, measures.left) - 0.3 * em


def _is_centered(above: Row, row: Row) -> bool:
    """Whether two lines have one middle."""
    return abs((row.left + row.right) / 2 - (above.left + above.right) / 2) < _CENTERED


def align_of(paragraph: Paragraph, measures: Measures) -> TextAlign | None:
    """How a paragraph stands in the type area, as far as its lines show it."""
    if measures.left is None or measures.right is None:
        return None
    em = measures.em(paragraph.first.size)
    lefts = [start(row, em, measures.left) - measures.left for row in paragraph.rows]
    rights = [measures.right - end(row, measures.right) for row in paragraph.rows]
    width = measures.right - measures.left
    even = all(abs(a - b) < 2 * _AXES for a, b in zip(lefts, rights, strict=True))
    if even and (min(lefts) > 0.5 * em or paragraph.first.size > _LARGE * measures.size):
        return "center"
    if len(lefts) == 1 and lefts[0] > _RIGHT * width:
        return "right"
    if len(rights) > 2 and max(rights[:-1]) - min(rights[:-1]) < 0.5 * em:
        return "justify"
    return "left"
