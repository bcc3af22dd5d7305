"""The pages as they pile up: first ones have margins and rules of their own."""

from __future__ import annotations

import pytest

from convert.diagnostics import StyleError
from convert.kit.units import to_mm
from convert.layout.result import ASCENT, Page, Stroke
from convert.model import Group
from convert.model.build import para
from convert.style.compute import read_sheet
from tests.layout.composing import composed, lines_of
from tests.specimens import SENTENCE

_FIRST = ("page.first.top_mm=25.16", "page.first.bottom_mm=25.94", "footer.first.center=''")
_RULED = (
    "rules={foot={weights_pt=[0.75, 1.5], gap_pt=0.75, color='#e00000', width_mm=170, centered_on='sheet'}}",
    "footer.first.rule='foot'",
    "footer.first.edge_mm=20",
)


def spans(pages: list[Page]) -> list[tuple[float, float]]:
    """From the top of the first em box of each page to the bottom of its last one, in mm."""
    cell = 156 / 28
    tops = ([to_mm(line.y - ASCENT * line.size) for line in lines_of(page)] for page in pages)
    return [(round(found[0], 1), round(found[-1] + cell, 1)) for found in tops]


def test_the_first_page_fills_its_own_type_area() -> None:
    """GB/T 9704-2012 cl. 10.1: 24 lines of the grid, and the others as usual."""
    made = composed(*(para("文") for _ in range(60)), settings=_FIRST)
    assert spans(made.pages.pages) == [(25.2, 271.1), (37.0, 262.0), (37.0, 178.4)]


def test_the_text_has_a_first_page_behind_a_cover_too() -> None:
    made = composed(Group((para("封面"),), role="cover"), *(para("文") for _ in range(30)), settings=_FIRST)
    tops = [top for top, _ in spans(made.pages.pages)]
    assert tops == [65.0, 25.2, 37.0]


def test_a_rule_stands_at_the_edge_of_the_sheet() -> None:
    pages = composed(para(SENTENCE * 60), settings=_RULED).pages.pages
    strokes = [[item for item in page.items if isinstance(item, Stroke)] for page in pages]
    assert [len(found) for found in strokes[:2]] == [2, 0]
    upper, lower = strokes[0]
    assert (upper.weight, lower.weight) == (0.75, 1.5)
    assert [to_mm(upper.x1), to_mm(upper.x2)] == pytest.approx([20, 190])
    assert to_mm(lower.y1 + lower.weight / 2) == pytest.approx(277)


def test_margins_leave_a_type_area_and_rules_are_named() -> None:
    with pytest.raises(StyleError, match="no type area"):
        read_sheet("gbt9704", ("page.first.top_mm=280",))
    with pytest.raises(StyleError, match="no rule"):
        read_sheet("gbt9704", ("footer.first.rule='none'",))
