"""Balanced titles: GB/T 9704-2012 cl. 7.3.1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.kit.cjk import NO_END, NO_START, display_em
from convert.model import Document, Meta
from convert.model.build import para
from convert.model.dump import dump
from convert.model.walk import plain
from convert.passes.title_lines import balance, place_title
from convert.style.compute import read_sheet

MEASURE = 20.1  # em: 156 mm in 22 pt characters


@pytest.mark.parametrize(
    "lines",
    [
        ["省应急管理厅召开党委扩大会议　", "传达学习省委十一届九次全会精神"],
        ["国务院办公厅关于进一步做好", "高校毕业生等青年就业创业工作的通知"],
        ["中共河南省委河南省人民政府", "关于加快建设现代化产业体系", "推动高质量发展的实施意见"],
        ["Report of the Committee on Long-Term ", "Planning and Budget Execution 2025"],
        ["2026年安徽省政府工作报告"],
    ],
)
def test_titles_break_where_their_sense_allows(lines: list[str]) -> None:
    assert balance("".join(lines), MEASURE) == [line.strip() for line in lines]


def test_names_in_brackets_are_kept_whole_where_they_fit() -> None:
    lines = balance("关于印发《国家突发事件总体应急预案》的通知及有关事项的说明", MEASURE)
    assert any("《国家突发事件总体应急预案》" in line for line in lines)


def test_numbers_are_never_cut() -> None:
    for line in balance("河南省应急管理厅2025年第一季度安全生产形势分析报告", MEASURE):
        assert not line.endswith("20") and not line.startswith("年")


@given(st.text("省应急管理厅召开会议《》“”、，的关于2025年 abc", min_size=1, max_size=70))
def test_balancing_loses_nothing_and_obeys_the_rules(text: str) -> None:
    lines = balance(text, MEASURE)
    assert "".join("".join(lines).split()) == "".join(text.split())
    if len(lines) > 1:
        assert all(display_em(line) <= MEASURE for line in lines)
        assert not any(line[0] in NO_START for line in lines[1:]) or " " in text
        assert not any(line[-1] in NO_END for line in lines[:-1]) or " " in text


def test_the_title_of_the_metadata_is_placed_once() -> None:
    sheet = read_sheet("gbt9704")
    document = Document((para("文"),), Meta(title="关于安全生产的报告"))
    placed = place_title(document, sheet)
    assert dump(placed).splitlines()[1:3] == ["para role=title", '  text "关于安全生产的报告"']
    assert place_title(placed, sheet) == placed


def test_lines_are_joined_by_breaks_that_yield() -> None:
    title = "省应急管理厅召开党委扩大会议　传达学习省委十一届九次全会精神"
    document = place_title(Document((para(title, role="title"),)), read_sheet("gbt9704"))
    assert "linebreak role=balance" in dump(document)


def test_a_title_of_several_paragraphs_is_printed_as_one() -> None:
    lines = (para("国务院办公厅", role="title"), para("关于印发方案的通知", role="title"), para("各省人民政府："))
    placed = place_title(Document(lines), read_sheet("gbt9704"))
    assert [plain(block) for block in placed.blocks] == ["国务院办公厅\n关于印发方案的通知", "各省人民政府："]


def test_what_no_title_line_can_hold_is_given_back_at_once() -> None:
    long = "关于进一步加强全省防汛抗旱和安全生产工作确保人民群众生命财产安全的紧急通知" * 50
    assert balance(long, 20) == [long]
