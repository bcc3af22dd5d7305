"""Sections down the pages: pages across, what stands around them, the width of what is on them."""

from __future__ import annotations

import pytest

from convert.kit.units import to_mm
from convert.layout.result import ASCENT, Line, Page
from convert.model import Block, Group, Heading, Note, PageBreak, Quote
from convert.model.build import heading, para
from tests.layout.composing import all_words, composed, lines_of, words
from tests.specimens import SENTENCE


def across(*blocks: Block) -> Group:
    return Group(blocks, role="landscape")


def sizes(*blocks: Block) -> list[tuple[int, int, bool]]:
    pages = composed(*blocks).pages.pages
    return [(round(to_mm(page.width)), round(to_mm(page.height)), page.section.turned) for page in pages]


UPRIGHT, TURNED = (210, 297, False), (297, 210, True)


def test_a_group_across_stands_on_pages_of_its_own() -> None:
    assert sizes(para("甲"), across(para("乙")), para("丙")) == [UPRIGHT, TURNED, UPRIGHT]
    assert sizes(across(para("乙"))) == [TURNED]
    assert sizes(para("甲"), across(para("乙"))) == [UPRIGHT, TURNED]
    assert sizes(across(para("甲")), across(para("乙"))) == [TURNED]
    assert sizes(para("甲"), across(para(SENTENCE * 40)), para("丙")) == [UPRIGHT, TURNED, TURNED, TURNED, UPRIGHT]


def test_breaks_beside_it_leave_no_blank_pages() -> None:
    assert sizes(para("甲"), PageBreak(), across(PageBreak(), para("乙")), PageBreak(), para("丙")) == [
        UPRIGHT, TURNED, UPRIGHT,
    ]  # fmt: skip
    assert sizes(across(), para("甲"), across(), across(across())) == [UPRIGHT]


def test_inside_other_blocks_it_stands_on_its_own_pages_too() -> None:
    assert sizes(Quote((para("甲"), across(para("乙")), para("丙")))) == [UPRIGHT, TURNED, UPRIGHT]


def test_the_type_area_is_turned_with_the_sheet() -> None:
    """GB/T 9704-2012 cl. 5.2.1 and 8: 28 mm of binding edge on top, 37 mm at the right, 26 below, 35 at the left."""
    page = composed(across(para("会" * 900))).pages.pages[0]
    lines = lines_of(page)
    assert to_mm(lines[0].y - ASCENT * lines[0].size) == pytest.approx(28, abs=0.1)
    assert to_mm(lines[1].x) == pytest.approx(35, abs=0.1)
    assert to_mm(lines[1].x + lines[1].width) == pytest.approx(297 - 37, abs=0.2)
    assert to_mm(lines[-1].y) < 210 - 26
    assert len(lines) == 15
    assert {line.end - line.start for line in lines[1:-1]} == {40}


def number(page: Page) -> Line:
    return next(item for item in page.items if isinstance(item, Line) and item.text.element.furniture == "footer")


def test_the_page_number_stays_where_it_is_on_the_sheet() -> None:
    """Cl. 7.5 and 8: 7 mm outside of the type area, one character from its side: as on the other pages, when the sheet is
    turned back."""
    pages = composed(across(para(SENTENCE * 40))).pages.pages
    assert len(pages) == 3
    for page in pages:
        line = number(page)
        assert (words(line), line.turned) == (f"— {page.number} —", True)
        stroke = to_mm(line.x) + 0.3 * 14 * 25.4 / 72  # the dash's, about a third above the baseline
        assert stroke == pytest.approx(28, abs=1)
        one = 14 * 25.4 / 72
        at, expected = (line.y + line.width, 210 - 26 - one) if page.number % 2 else (line.y, 28 + one)
        assert to_mm(at) == pytest.approx(expected, abs=0.1)


def test_notes_are_as_wide_as_their_page() -> None:
    pages = composed(
        across(para("文", Note((para("会" * 70),), number="①"))), para("文", Note((para("会" * 70),), number="②"))
    )
    widths = [max(line.width for line in lines_of(page) if line.size < 16) for page in pages.pages.pages]
    assert [round(to_mm(width)) for width in widths] == pytest.approx([225, 156], abs=4)


def test_no_words_are_lost_and_headings_lead_to_their_pages() -> None:
    blocks = (heading(1, "一、甲"), across(heading(1, "二、乙"), para(SENTENCE * 30)), heading(1, "三、丙"), para("丁"))
    pages = composed(*blocks).pages
    assert all_words(pages) == "一、甲二、乙" + SENTENCE * 30 + "三、丙丁"
    assert [entry.page for entry in pages.outline] == [1, 2, 4]
    assert isinstance(blocks[0], Heading)


def test_margins_that_change_places_do_so_on_the_sheet() -> None:
    """On an even page the binding edge is at the right of the sheet, which is the foot of a page across."""
    pages = composed(across(para(SENTENCE * 60)), settings=("page.mirror=true",)).pages.pages
    tops = [min(to_mm(line.y - ASCENT * line.size) for line in lines_of(page)) for page in pages[:3]]
    assert tops == pytest.approx([28, 26, 28], abs=0.1)
    even = number(pages[1])
    assert to_mm(even.y) == pytest.approx(26 + 14 * 25.4 / 72, abs=0.1)
