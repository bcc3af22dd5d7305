"""The pages of a printed file: their margins as the text shows them, their numbers, what is drawn on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from convert.checks.facts import Border, Box, Element, PageFacts, TextLine
from convert.checks.pdf.lines import LABEL, MM_PER_PT, Row, text_line
from convert.checks.pdf.measures import Measures
from convert.measure.pdf import Picture

_FOOT = frozenset(
    {"imprint-recipient", "cc", "printing"}
)  # what stands at the foot of a page that may have nothing else
_LOW = 0.75  # of the sheet's height: a page whose text ends above is not full


def pages_of(
    sizes: Sequence[tuple[float, float]],
    elements: Sequence[Element],
    text: Sequence[Row],
    around: Sequence[Row],
    measures: Measures,
    rules: Mapping[int, tuple[Border, ...]],
    pictures: Sequence[Picture],
) -> tuple[PageFacts, ...]:
    """A page for each size; `text`: the rows of the document, `around`: the others."""
    printed = {row.page for row in text} | {picture.page for picture in pictures}
    lines: dict[int, list[TextLine]] = {}
    for element in elements:
        for line in element.lines:
            lines.setdefault(line.page, []).append(line)
    filled = _filled(elements)
    upright = [number for number, (width, height) in enumerate(sizes, 1) if number > 1 and width <= height]
    flowing = [line for element in elements if element.role not in _FOOT for line in element.lines]
    tops = [line.em.top for line in flowing if line.page in upright]
    top = min(tops, default=None)
    found: list[PageFacts] = []
    for number, (width, height) in enumerate(sizes, 1):
        here = lines.get(number, [])
        full = number in filled and bool(here) and max(line.em.bottom for line in here) > _LOW * height
        found.append(
            PageFacts(
                number,
                width,
                height,
                top=top if number in upright and here else None,
                bottom=height - max(line.em.bottom for line in here) if full else None,
                left=measures.left,
                right=width - measures.right if measures.right is not None else None,
                filled=full,
                rows=_rows(here, measures) if full else None,
                label=_label(around, number, measures),
                rules=rules.get(number, ()),
                pictures=tuple(Box(p.left, p.top, p.right, p.bottom) for p in pictures if p.page == number),
                turned=width > height,
                blank=number not in printed,
            )
        )
    return tuple(found)


def _filled(elements: Sequence[Element]) -> set[int]:
    """The pages that text goes on beyond: a paragraph of running text stands on both sides of their end."""
    found = set()
    for above, below in pairwise(elements):
        found |= {a.page for a, b in pairwise(above.lines) if a.page != b.page}
        if above.lines[-1].page != below.lines[0].page and {above.role, below.role} <= {"body", "heading3", "heading4"}:
            found.add(above.lines[-1].page)
    return found


def _rows(lines: Sequence[TextLine], measures: Measures) -> int | None:
    """How many lines of the running text's leading stand on a page, where nothing but it stands there."""
    if measures.pitch is None or any(abs(line.size - measures.size) > 0.3 for line in lines):
        return None
    tops = [line.em.top for line in lines]
    return round((max(tops) - min(tops)) / (measures.pitch * MM_PER_PT)) + 1


def _label(around: Sequence[Row], page: int, measures: Measures) -> Element | None:
    row = next((row for row in reversed(around) if row.page == page and LABEL.fullmatch(row.text)), None)
    if row is None:
        return None
    line = text_line(row)
    left = (line.em.left - measures.left) / row.em if measures.left is not None else None
    right = (measures.right - line.em.right) / row.em if measures.right is not None else None
    return Element("page-number", row.text, line.runs, page=page, lines=(line,), indent=left, left=left, right=right)
