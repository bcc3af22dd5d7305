"""Headers and footers: what stands in them on which page, and where."""

from __future__ import annotations

import pytest

from convert.kit.units import to_mm
from convert.layout.composition import Composition
from convert.layout.result import Line, Page, Stroke
from convert.model import Block, Group, PageBreak, Ref
from convert.model.build import heading, para
from tests.layout.composing import composed, lines_of, words
from tests.specimens import SENTENCE

HEADED = (
    "header.left={title}",
    "header.center={heading}",
    "header.right={number}",
    "header.drop_mm=8",
    "header.rule_pt=0.5",
)


def furniture(page: Page, kind: str) -> list[Line]:
    return [i for i in page.items if isinstance(i, Line) and i.text.element.furniture == kind]


def shown(made: Composition, kind: str = "header") -> list[list[str]]:
    return [[words(line) for line in furniture(page, kind)] for page in made.pages.pages]


def test_a_header_has_its_texts_beside_each_other_above_a_rule() -> None:
    made = composed(heading(1, "一、总则"), para(SENTENCE), settings=HEADED, title="工作报告", number="〔2025〕1号")
    page = made.pages.pages[0]
    left, center, right = furniture(page, "header")
    assert [words(line) for line in (left, center, right)] == ["工作报告", "一、总则", "〔2025〕1号"]
    assert to_mm(left.x) == pytest.approx(28, abs=0.1)
    assert to_mm(center.x + center.width / 2) == pytest.approx(28 + 78, abs=0.1)
    assert to_mm(right.x + right.width) == pytest.approx(28 + 156, abs=0.3)
    (rule,) = (item for item in page.items if isinstance(item, Stroke))
    assert (to_mm(rule.x1), to_mm(rule.x2)) == pytest.approx((28, 184), abs=0.1)
    assert left.y < rule.y1 < lines_of(page)[0].y - 14
    middle = to_mm(left.y - 0.35 * left.size)
    assert middle == pytest.approx(37 - 8, abs=0.5)


def test_what_the_document_does_not_say_is_left_out() -> None:
    assert shown(composed(para("文"), settings=HEADED)) == [[]]
    assert not any(isinstance(item, Stroke) for item in composed(para("文"), settings=HEADED).pages.pages[0].items)


def test_the_heading_is_the_first_on_the_page_else_the_one_before() -> None:
    blocks = (
        para("前"), PageBreak(), heading(1, "甲"), heading(1, "乙"), PageBreak(), heading(2, "（一）"), para("文"),
        PageBreak(), heading(1, "丙"),
    )  # fmt: skip
    made = composed(*blocks, settings=("header.left={heading}",))
    assert shown(made) == [["甲"], ["甲"], ["乙"], ["丙"]]


def test_even_and_first_pages_have_their_own() -> None:
    settings = ("header.left=odd", "header.even.right=even", "header.first.center=first")
    assert shown(composed(para("会" * 2600), settings=settings)) == [["first"], ["even"], ["odd"], ["even"], ["odd"]]


def test_pages_are_counted() -> None:
    made = composed(para("会" * 1500), settings=("footer.center=Page {page} of {pages}",))
    assert shown(made, "footer") == [["Page 1 of 3", "— 1 —"], ["— 2 —"], ["Page 3 of 3", "— 3 —"]]


def kinds(*blocks: Block) -> Composition:
    return composed(*blocks, settings=("header.left={title}", "sections.cover.header.left=''"), title="报告")


def test_each_kind_of_pages_has_its_own_numbers() -> None:
    cover, front = Group((para("封面"),), role="cover"), Group((para("会" * 1500),), role="front")
    across = Group((para("横"),), role="landscape")
    made = kinds(cover, front, para("文"), across, para("末"))
    assert [page.label for page in made.pages.pages] == ["", "i", "ii", "iii", "1", "2", "3"]
    assert shown(made, "footer") == [[], ["— i —"], ["— ii —"], ["— iii —"], ["— 1 —"], ["— 2 —"], ["— 3 —"]]
    assert shown(made) == [[], *[["报告"]] * 6]


def test_references_give_the_printed_number() -> None:
    front = Group((para("会" * 700), heading(2, "前言", id="f")), role="front")
    made = kinds(front, heading(2, "文", id="p"), para("见", Ref("p", "page"), "和", Ref("f", "page")))
    assert words(lines_of(made.pages.pages[-1])[-1]).endswith("见1和ii")
    assert (made.page_of("p"), made.page_of("f"), made.page_of("nowhere")) == ("1", "ii", "1")


def test_a_kind_may_have_margins_of_its_own() -> None:
    made = composed(Group((para("文"),), role="front"), para("文"), settings=("sections.front.page.top_mm=60",))
    tops = [to_mm(lines_of(page)[0].y - 0.88 * 16) for page in made.pages.pages]
    assert tops == pytest.approx([60, 37], abs=0.1)


def test_pages_across_have_theirs_at_the_edges_of_the_page_or_of_the_sheet() -> None:
    across = Group((para("横"),), role="landscape")
    page = composed(across, settings=("sections.landscape.edges=page",)).pages.pages[0]
    (line,) = furniture(page, "footer")
    assert not line.turned
    assert to_mm(line.y) == pytest.approx(210 - 26 + 7, abs=2)
    made = composed(across, settings=("header.left=H", "header.drop_mm=7", "header.rule_pt=1")).pages.pages[0]
    (head,) = furniture(made, "header")
    assert head.turned
    assert to_mm(head.x) == pytest.approx(297 - 37 + 7, abs=2)  # the head of the sheet is its right edge
    (rule,) = (item for item in made.items if isinstance(item, Stroke))
    assert rule.x1 == rule.x2
    assert 297 - 37 < to_mm(rule.x1) < 297 - 30


def test_on_even_pages_margins_change_sides_where_they_are_mirrored() -> None:
    pages = composed(para("会" * 1500), settings=("page.mirror=true",)).pages.pages
    assert [round(to_mm(lines_of(page)[1].x)) for page in pages] == [28, 26, 28]


def test_texts_without_room_for_them_are_set_smaller() -> None:
    made = composed(
        para("文"), settings=("header.left={title}", "header.right={number}"), title="题" * 40, number="号" * 20
    )
    left, right = furniture(made.pages.pages[0], "header")
    assert left.x + left.width <= right.x + 0.1
    assert left.size == right.size < 10.5
    assert len(words(left) + words(right)) == 60


def test_furniture_is_no_part_of_the_text() -> None:
    made = composed(para("文"), settings=HEADED, title="报告")
    assert all(line.text.element.kind == "artifact" for line in furniture(made.pages.pages[0], "header"))
