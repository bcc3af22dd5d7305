"""What stands at the foot of the last page, and which page that is (GB/T 9704-2012 cl. 7.4, 7.5)."""

from __future__ import annotations

import pytest

from convert.layout.result import FootPlace, Line, Page, Pages, Stroke
from convert.model import Block, Group, Note, PageBreak, Rule, Span, Text
from convert.model.build import para
from tests.layout.composing import all_words, composed, lines_of, words
from tests.measure.ruler import LEFT, RIGHT
from tests.specimens import SENTENCE

MM = 72 / 25.4
BOTTOM = 262.0  # cl. 7.4.1: the lower edge of the type area, from the sheet's top
IMPRINT = Group(
    (
        Rule(role="imprint"),
        para("抄送：省委办公厅，" + "省人大常委会办公厅，" * 6 + "省军区。", role="cc"),
        Rule(role="imprint-between"),
        para("某省应急管理厅办公室", Span((Text("2025年6月24日印发"),), role="far"), role="printing"),
        Rule(role="imprint"),
    ),
    role="imprint",
)


def text(lines: int) -> tuple[Block, ...]:
    """So many lines of text, each a paragraph."""
    return tuple(para("文字") for _ in range(lines))


def laid(*blocks: Block, settings: tuple[str, ...] = ()) -> Pages:
    return composed(*blocks, IMPRINT, settings=settings).pages


def numbers(pages: Pages) -> list[str]:
    """The furniture of each page."""
    artifacts = [[i for i in p.items if isinstance(i, Line) and i.text.element.kind == "artifact"] for p in pages.pages]
    return ["".join(words(line) for line in lines) for lines in artifacts]


def rules(page: Page) -> list[Stroke]:
    return [item for item in page.items if isinstance(item, Stroke)]


@pytest.mark.parametrize(
    ("lines", "count", "breaks"),
    [
        (5, 2, 1),  # the text ends on page 1: the imprint stands alone on page 2
        (22, 2, 1),
        (23, 2, 0),  # on page 2, with the imprint below it
        (38, 2, 0),
        (44, 4, 2),  # page 2 is full: page 3 is blank
        (45, 4, 1),  # on page 3
        (67, 4, 0),  # on page 4
    ],
)
def test_it_stands_on_an_even_page(lines: int, count: int, breaks: int) -> None:
    pages = laid(*text(lines))
    assert (len(pages.pages), pages.foot) == (count, FootPlace(breaks, even=True))
    assert len(rules(pages.pages[-1])) == 3


@pytest.mark.parametrize(("lines", "count", "breaks"), [(5, 1, 0), (22, 2, 1), (44, 3, 1)])
def test_it_may_stand_on_the_last_page_whatever_its_number(lines: int, count: int, breaks: int) -> None:
    pages = laid(*text(lines), settings=("imprint.page=last",))
    assert len(pages.pages) == count
    assert pages.foot is not None
    assert pages.foot.breaks == breaks


def test_a_blank_page_and_the_imprint_after_it_are_not_numbered() -> None:
    pages = laid(*text(44))
    assert numbers(pages) == ["— 1 —", "— 2 —", "", ""]
    assert [page.label for page in pages.pages] == ["1", "2", "", ""]
    assert not pages.pages[2].items


def test_an_imprint_alone_on_its_page_is_numbered_where_no_blank_one_precedes_it() -> None:
    assert numbers(laid(*text(45))) == ["— 1 —", "— 2 —", "— 3 —", "— 4 —"]


@pytest.mark.parametrize("lines", [5, 23, 44])
def test_its_last_rule_lies_on_the_lower_edge_of_the_type_area(lines: int) -> None:
    first, between, last = rules(laid(*text(lines)).pages[-1])
    assert last.y1 / MM == pytest.approx(BOTTOM, abs=0.01)
    assert [rule.weight / MM for rule in (first, between, last)] == pytest.approx([0.35, 0.25, 0.35], abs=0.001)
    for rule in (first, between, last):
        assert (rule.x1 / MM, rule.x2 / MM) == pytest.approx((LEFT, RIGHT))


def test_its_lines_stand_in_the_middle_between_the_rules() -> None:
    page = laid(*text(5)).pages[-1]
    first, between, last = rules(page)
    *copies, printing = lines_of(page)
    tops = [line.y - 0.88 * line.size for line in copies]
    assert tops[0] - first.y1 - first.weight / 2 == pytest.approx(7.0, abs=0.01)
    assert between.y1 - between.weight / 2 - tops[-1] - 14 == pytest.approx(7.0, abs=0.01)
    assert printing.y - 0.88 * 14 - between.y1 - between.weight / 2 == pytest.approx(7.0, abs=0.01)
    assert last.y1 - last.weight / 2 - printing.y - 0.12 * 14 == pytest.approx(7.0, abs=0.01)
    assert tops[1] - tops[0] == pytest.approx(28.0)


def test_what_wraps_stands_below_the_first_character_after_the_label() -> None:
    """However its first line is justified."""
    page = laid(*text(5)).pages[-1]
    first, second, *_ = lines_of(page)
    after = first.x + 3 * 14
    assert second.x == pytest.approx(after)
    moves = dict(first.text.moves)
    assert [first.stretch + moves.get(at, 0.0) for at in range(2)] == pytest.approx([0.0, 0.0])


def test_notes_stand_above_it() -> None:
    note = Note((para("脚注的文字"),), number="①", id="note")
    pages = composed(
        *text(25), para("文字", note), IMPRINT, settings=("imprint.page=last",)
    ).pages  # fmt: skip
    page = pages.pages[-1]
    (found,) = (line for line in lines_of(page) if "脚注的文字" in words(line))
    assert found.y < rules(page)[-3].y1


def test_pages_across_end_before_it() -> None:
    across = Group((para(SENTENCE),), role="landscape")
    pages = laid(*text(5), across, settings=("imprint.page=last",))
    assert [page.section.turned for page in pages.pages] == [False, True, False]
    assert pages.foot == FootPlace(1, even=False)


def test_it_ends_the_reading_order() -> None:
    assert all_words(laid(*text(2))).endswith("某省应急管理厅办公室")


def test_one_that_does_not_end_the_document_stands_in_the_text() -> None:
    pages = composed(IMPRINT, para("文字")).pages
    assert pages.foot is None
    assert words(lines_of(pages.pages[0])[-1]) == "文字"


def test_a_page_that_is_empty_is_taken() -> None:
    assert laid().foot == FootPlace(0, even=False, first=True)
    assert len(laid(*text(2), PageBreak()).pages) == 2


@pytest.mark.parametrize("even", [True, False])
def test_the_number_stands_outside(even: bool) -> None:
    """Cl. 7.5: one 4号 character in from the outer edge, the dash 7 mm below the type area."""
    pages = laid(*text(45))
    page = pages.pages[1 if even else 2]
    (number,) = (i for i in page.items if isinstance(i, Line) and i.text.element.kind == "artifact")
    left, right = number.x / MM, (number.x + number.width) / MM
    inset = 14 / MM
    assert (left - LEFT if even else RIGHT - right) == pytest.approx(inset, abs=0.01)


def test_one_higher_than_a_page_stands_in_the_text() -> None:
    high = Group(
        (*IMPRINT.children, *(para("抄送：" + "某厅，" * 200 + "某局。", role="cc") for _ in range(3))), role="imprint"
    )
    pages = composed(para("文字"), high).pages
    assert pages.foot is None
    assert all(line.y > 0 for page in pages.pages for line in lines_of(page))


def test_it_keeps_clear_of_a_seal_over_the_last_line() -> None:
    """A seal reaches below the date that it presses, whether it is there or to be stamped."""
    settings = ("imprint.page=last", "spans.seal={over_mm=42, over_rise_mm=9.4}")
    sealed = para(Span((Text("某厅"),), role="seal"))
    assert len(laid(*text(16), para("某厅"), settings=settings).pages) == 1
    assert len(laid(*text(16), sealed, settings=settings).pages) == 2


def test_one_with_a_note_stands_in_the_text_where_the_note_has_its_place() -> None:
    noted = para("抄送：某厅", Note((para("脚注的文字"),), number="①", id="note"), "。", role="cc")
    pages = composed(para("文字"), Group((noted,), role="imprint")).pages
    assert pages.foot is None
    assert "脚注的文字" in all_words(pages)
