"""Boxes around blocks: where their edges are, over pages, within each other."""

from __future__ import annotations

from itertools import pairwise

import pytest

from convert.kit.math.plainform import plain_form
from convert.kit.units import to_mm
from convert.layout.result import ASCENT, Fill, Line, Page, Stroke
from convert.model import Cell, CodeBlock, Column, Group, List, ListItem, MathBlock, Quote, Row, Table
from convert.model.build import heading, para
from tests.layout.composing import all_words, composed, lines_of

SENTENCE = "会议指出，要全面贯彻落实安全生产责任制，坚决防范遏制重特大事故发生。"
LEFT, RIGHT = 28.0, 210.0 - 26.0
PADDING = 0.4 * 16.0


def strokes(page: Page) -> list[Stroke]:
    return [item for item in page.items if isinstance(item, Stroke)]


def horizontal(page: Page) -> list[float]:
    return sorted(stroke.y1 for stroke in strokes(page) if stroke.y1 == stroke.y2)


def top(line: Line) -> float:
    return line.y - ASCENT * line.size


def test_a_frame_stands_in_the_leading_and_takes_no_line_of_the_grid() -> None:
    boxed = composed(para(SENTENCE), Group((para("甲"), para("乙")), role="boxed"), para(SENTENCE)).pages.pages[0]
    plain = composed(para(SENTENCE), para("甲"), para("乙"), para(SENTENCE)).pages.pages[0]
    assert [line.y for line in lines_of(boxed)] == [line.y for line in lines_of(plain)]
    first, last = (next(line for line in lines_of(boxed) if line.text.text == text) for text in "甲乙")
    assert horizontal(boxed) == pytest.approx([top(first) - PADDING, top(last) + last.size + PADDING], abs=0.2)
    sides = sorted(to_mm(stroke.x1) for stroke in strokes(boxed) if stroke.x1 == stroke.x2)
    assert sides == pytest.approx([LEFT, RIGHT])


def test_text_stands_in_from_the_frame() -> None:
    (page,) = composed(Group((para(SENTENCE * 3),), role="boxed")).pages.pages
    for line in lines_of(page)[1:-1]:
        assert to_mm(line.x) > LEFT + 2
        assert to_mm(line.x + line.width) < RIGHT - 2


def test_a_frame_goes_round_a_formula_that_is_higher_than_a_line() -> None:
    formula = MathBlock("", plain_form(r"\frac{\frac{a}{b}}{\frac{c}{d}}", "", display=True))
    (page,) = composed(Group((formula,), role="boxed")).pages.pages
    (line,) = lines_of(page)
    upper, lower = horizontal(page)
    height = line.above + line.size + line.below
    assert height > 1.5 * line.size
    assert lower - upper >= height + line.up + line.down


def test_a_frame_goes_on_over_pages_and_is_open_at_the_cut() -> None:
    first, middle, last = composed(Group((para(SENTENCE * 48),), role="boxed")).pages.pages
    assert [len(horizontal(page)) for page in (first, middle, last)] == [1, 0, 1]
    for page in (first, middle, last):
        upright = [stroke for stroke in strokes(page) if stroke.x1 == stroke.x2]
        assert len(upright) == 2
        lines = lines_of(page)
        assert upright[0].y1 <= top(lines[0])
        assert upright[0].y2 >= top(lines[-1]) + lines[-1].size
    assert len(lines_of(middle)) == 22


def test_a_frame_does_not_begin_alone_at_the_foot_of_a_page() -> None:
    first, second = composed(*(para("会") for _ in range(22)), Group((para("甲" * 50),), role="boxed")).pages.pages
    assert not strokes(first)
    assert len(horizontal(second)) == 2


def test_grounds_lie_below_what_they_hold_outer_ones_first() -> None:
    settings = ('roles.boxed.background="#eeeeee"', 'roles.code.background="#dddddd"')
    inner = Group((para("甲"), CodeBlock("x = 1")), role="boxed")
    (page,) = composed(Group((para("外"), inner), role="boxed"), settings=settings).pages.pages
    fills = [item for item in page.items if isinstance(item, Fill)]
    assert [fill.color for fill in fills] == ["#eeeeee", "#eeeeee", "#dddddd"]
    for outer, inside in pairwise(fills):
        assert outer.y < inside.y
        assert outer.y + outer.height > inside.y + inside.height
        assert outer.x < inside.x


def test_a_rule_beside_a_quotation_takes_no_room_on_the_other_sides() -> None:
    settings = ("roles.quote.border_pt=2", 'roles.quote.border_sides=["left"]', "roles.quote.padding_em=1",
                "roles.quote.left_em=0")  # fmt: skip
    quote = Quote((para(SENTENCE), List((ListItem(children=(para("项"),)),))))
    (page,) = composed(quote, settings=settings).pages.pages
    (rule,) = strokes(page)
    assert to_mm(rule.x1) == pytest.approx(LEFT)
    assert rule.weight == 2
    assert max(line.x + line.width for line in lines_of(page)) <= (RIGHT + 0.1) * 72 / 25.4


def test_paragraphs_with_a_role_of_their_own_have_its_box() -> None:
    settings = ("roles.heading1.border_pt=1", 'roles.heading1.border_sides=["bottom"]')
    (page,) = composed(heading(1, "一、总体要求"), para(SENTENCE), settings=settings).pages.pages
    assert len(strokes(page)) == 1


def test_boxes_in_cells_keep_their_words() -> None:
    cell = Cell((Group((para("甲"), CodeBlock("乙")), role="boxed"),))
    assert all_words(composed(Table((Column(),), body=(Row((cell,)),))).pages) == "甲乙"
