"""How far the lines and the characters of a Word file stand from each other, as far as it says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from convert.checks.facts import Element
from convert.measure.docx import Page
from convert.measure.docx.paragraphs import Paragraph

_SINGLE = 1.3  # times the size: what Word gives a single line in Chinese faces
_HIGHEST = 1584  # pt: the most that Word takes
_ROOM = 1.25  # times the size: a pitch of at least so much is not widened by the faces
_RUNNING = frozenset({"body", "heading3", "heading4", "recipient"})


def size_of(paragraph: Paragraph) -> float:
    """The size of the first characters of a paragraph, in pt."""
    return next((piece.size for piece in paragraph.pieces if piece.text.strip() and piece.size), 0.0)


def pitch_of(paragraph: Paragraph, page: Page | None) -> float | None:
    """From line to line in pt. Where Word works it out from the faces it is an estimate: a single line of Chinese
    characters takes 1.3 times their size, or whole lines of the page's grid (ISO/IEC 29500-1, 17.6.5)."""
    rule, value = paragraph.spacing
    size = size_of(paragraph)
    if rule == "exact":
        return min(value, _HIGHEST) or None
    single = _SINGLE * size
    if rule == "atLeast":
        return value if value >= _ROOM * size else None
    if page and page.grid in ("lines", "linesAndChars", "snapToChars") and page.line_pitch and paragraph.snaps:
        return math.ceil(single / page.line_pitch - 0.05) * page.line_pitch * value if size else None
    return single * value or None


def body_pitch(elements: Sequence[Element]) -> float | None:
    """The pitch of most of the running text."""
    found = Counter[float]()
    for element in elements:
        if element.role in _RUNNING and element.pitch is not None:
            found[round(element.pitch, 2)] += len(element.text)
    return found.most_common(1)[0][0] if found else None


def body_cell(
    paragraphs: Sequence[Paragraph], running: frozenset[int | None], sections: Sequence[Page]
) -> float | None:
    """What a character of most of the running text takes, in pt. `running`: the numbers of its paragraphs, from 1."""
    found = Counter[float]()
    for number, paragraph in enumerate(paragraphs, 1):
        page = sections[min(paragraph.section, len(sections) - 1)] if sections else None
        added = page.char_space if page and page.grid in ("linesAndChars", "snapToChars") and paragraph.snaps else 0.0
        for piece in (each for each in paragraph.pieces if each.size and number in running):
            found[round(piece.size + piece.tracking + added, 3)] += len(piece.text)
    return found.most_common(1)[0][0] if found else None
