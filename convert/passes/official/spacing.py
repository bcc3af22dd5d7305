"""Where a signature does not fit on the page of the text, the spacing of the lines may be adjusted (GB/T 9704-2012 cl. 7.3.5.5):
one line more on a page brings the signature onto it, one less brings more text to the signature's page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from convert.layout.composition import Composition
from convert.layout.result import ASCENT, Element, Line, Page
from convert.model import Group
from convert.passes.official.signing import SIGNING
from convert.style.sheet import Sheet

_HOLE = 3.0  # lines that may stay empty below the text: a signature takes two along


def other_spacings(composition: Composition) -> Iterator[int]:
    """The numbers of lines on a page that may be tried, the smallest change first; none where the signature fits."""
    sheet = composition.sheet
    if not sheet.respace or fits(composition):
        return
    for change in range(1, sheet.respace + 1):
        yield sheet.grid.lines + change
        yield sheet.grid.lines - change


def fits(composition: Composition) -> bool:
    """Whether no signature stands on a page to which it took the end of the text along, so that room is left below the text
    before it."""
    if not any(isinstance(block, Group) and block.role == SIGNING for block in composition.document.blocks):
        return True
    pages = composition.pages.pages
    return not any(
        _begins_with_taken_lines(page, composition.sheet) and _hole(before, composition.sheet) > _HOLE
        for before, page in pairwise(pages)
    )


def _begins_with_taken_lines(page: Page, sheet: Sheet) -> bool:
    """Whether a signature stands on a page below no more lines than it takes along."""
    lines = [item for item in page.items if isinstance(item, Line) and item.text.element.kind != "artifact"]
    above = next((at for at, line in enumerate(lines) if _signs(line.text.element)), len(lines))
    return above < len(lines) and above <= sheet.typography.orphans + sheet.typography.widows


def _signs(element: Element | None) -> bool:
    while element is not None:
        if isinstance(element.node, Group) and element.node.role == SIGNING:
            return True
        element = element.parent
    return False


def _hole(page: Page, sheet: Sheet) -> float:
    """How many lines stay empty at the foot of a page."""
    lines = [item for item in page.items if isinstance(item, Line) and item.text.element.kind != "artifact"]
    paper = page.section.paper(sheet)
    bottom = max((line.y + (1 - ASCENT) * line.size for line in lines), default=paper.top)
    return (paper.top + paper.area_height - bottom) / sheet.grid.pitch
