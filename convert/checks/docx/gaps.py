"""How far the paragraphs of a Word file stand from each other and from the sheet's top, as far as the file tells it."""

from __future__ import annotations

import math
import re

from convert.checks.docx.pitches import size_of
from convert.checks.facts import TextAlign
from convert.kit.cjk import display_em
from convert.kit.units import mm, to_mm
from convert.measure.docx import Page, Paragraph

APART = ("cell", "box", "contents")
"""What paragraphs stand in whose places say nothing of the text's."""
_WIDE = "\u3000"
_FAR = re.compile(r"\s{3,}")  # between what stands at the two ends of a line
_EDGE = 0.04  # of a line: words that end so near its edge may need another one


class Above:
    """What stands between the last words and the next, in pt; unknown where a part of it is."""

    def __init__(self) -> None:
        self._height: float | None = None
        self._after: float | None = None
        self.new_page = False

    def words(self, paragraph: Paragraph, pitch: float | None) -> None:
        """A paragraph with words stands above."""
        size = size_of(paragraph)
        plain = pitch is not None and paragraph.within not in APART and not paragraph.rules
        self._height = (pitch - size) / 2 if plain and pitch is not None else None
        self._after, self.new_page = paragraph.after, False

    def blank(self, paragraph: Paragraph) -> None:
        """An empty one does."""
        self.new_page = self.new_page or paragraph.new_page
        empty = paragraph.spacing.value if paragraph.spacing.rule == "exact" else None
        known = (self._height, self._after, empty, paragraph.before, paragraph.after)
        if paragraph.drawn or paragraph.rules or None in known:
            self._height = None
            return
        self._height = sum(value for value in known[:4] if value is not None)
        self._after = paragraph.after

    def gap(self, paragraph: Paragraph, pitch: float | None) -> float | None:
        """From the bottom of the characters above to the top of a paragraph's, in mm."""
        if paragraph.within in APART or paragraph.new_page or self.new_page or pitch is None:
            return None
        known = (self._height, self._after, paragraph.before, (pitch - size_of(paragraph)) / 2)
        return None if None in known else to_mm(sum(value for value in known if value is not None))


class Down:
    """How far down the first page the next paragraph stands, in pt; not known any more where something above it is not."""

    def __init__(self, page: Page | None) -> None:
        self._at: float | None = mm(page.top) if page else None
        self._width = mm(page.width - page.left - page.right) if page else 0.0

    def next(self, paragraph: Paragraph, pitch: float | None) -> float | None:
        """From the sheet's top to the top of the first characters of the next paragraph, in mm."""
        if self._at is None or paragraph.within in APART or paragraph.new_page:
            self._at = None
            return None
        size = size_of(paragraph)
        exact = paragraph.spacing.value if paragraph.spacing.rule == "exact" else None
        height = (pitch or exact) if size else exact
        if height is None or paragraph.before is None:
            self._at = None
            return None
        top = self._at + paragraph.before + (height - size) / 2
        lines = self._lines(paragraph)
        unknown = lines is None or paragraph.after is None or (paragraph.drawn and not paragraph.text)
        self._at = None if unknown else self._at + paragraph.before + (lines or 1) * height + (paragraph.after or 0)
        return to_mm(top)

    def _lines(self, paragraph: Paragraph) -> int | None:
        """How many lines its words need; None where that depends on the faces."""
        lines = 0
        em = next((piece.size + piece.tracking for piece in paragraph.pieces if piece.size), 0.0)
        for line in paragraph.text.split("\n"):
            needed = display_em(line) * em / self._width if self._width else 0.0
            if needed > 1 - _EDGE and (needed + _EDGE) % 1 < 2 * _EDGE:
                return None
            lines += max(math.ceil(needed), 1)
        return lines


def typed_sides(paragraph: Paragraph, align: TextAlign | None, page: Page | None) -> tuple[float | None, float | None]:
    """Where the first line begins, and what is free at the right of the only line or of what the lines fill, in em: as the
    paragraph says it and as full-width blanks are typed. Narrow blanks, whose width the faces know, leave it unknown."""
    text = paragraph.text
    size = size_of(paragraph)
    indent, right = paragraph.first, paragraph.right
    if not size or indent is None or "\t" in text:
        return indent, right if "\t" not in text else None
    before, after = len(text) - len(text.lstrip(_WIDE)), len(text) - len(text.rstrip(_WIDE))
    starts: float | None = None if text.lstrip(_WIDE)[:1].isspace() else indent + before
    if align == "right":
        return starts, None if text.rstrip(_WIDE)[-1:].isspace() else right + after
    if align == "center" or page is None or starts is None or _FAR.search(text.strip()):
        return starts, right if align == "center" or page is None else None
    free = mm(page.width - page.left - page.right) / size - starts - display_em(text.strip(_WIDE))
    return starts, max(free, right) if free > 1 else right
