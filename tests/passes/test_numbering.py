"""Headings numbered anew by the scheme of the style."""

from __future__ import annotations

from dataclasses import replace

from convert.diagnostics import Report
from convert.model import Document, Heading, Para, Span, Text
from convert.model.build import heading, numbered, para
from convert.model.nodes import Block
from convert.model.walk import nodes, plain
from convert.passes.numbering import number_headings
from convert.style.compute import read_sheet

LOOK = replace(read_sheet("gbt9704").numbering, mode="auto")
CHAPTERS = replace(LOOK, levels=("第{cjk}章　", "{1}.{2} ", "{1}.{2}.{3} "))


def printed(*blocks: Block, look: object = LOOK) -> tuple[list[str], list[str]]:
    report = Report("test")
    document = number_headings(Document(blocks), look, report)  # type: ignore[arg-type]
    lines = [plain(numbered(n)) for n in nodes(document) if isinstance(n, Heading)]
    return lines, [d.code for d in report.diagnostics]


def test_headings_count_by_level_and_begin_again_below_another() -> None:
    levels = (1, 2, 2, 3, 4, 5, 6, 1, 2)
    assert printed(*(heading(level, "题") for level in levels)) == (
        ["一、题", "（一）题", "（二）题", "1.题", "（1）题", "①题", "题", "二、题", "（一）题"], []
    )  # fmt: skip


def test_levels_may_show_those_above_them() -> None:
    lines, _ = printed(*(heading(level, "题") for level in (1, 2, 2, 3, 1, 3)), look=CHAPTERS)
    assert lines == ["第一章　题", "1.1 题", "1.2 题", "1.2.1 题", "第二章　题", "2.1.1 题"]


def test_typed_numbers_that_change_are_told_and_others_are_not() -> None:
    blocks = heading(1, "一、甲"), heading(1, "三、乙"), heading(2, "(1) 丙"), Heading((Text("丁"),), 1, "三、")
    assert printed(*blocks) == (["一、甲", "二、乙", "（一）丙", "三、丁"], ["heading-renumbered"] * 2)


def test_what_stands_apart_keeps_what_is_typed_and_does_not_count() -> None:
    blocks = (
        heading(1, "甲"),
        Heading((Text("前言"),), 1, role="unnumbered"),
        heading(1, "附录A 数据"),
        heading(1, "第一章"),
        heading(1, "乙"),
    )
    assert printed(*blocks) == (["一、甲", "前言", "附录A 数据", "第一章", "二、乙"], [])


def test_attachments_count_from_one() -> None:
    assert printed(heading(1, "甲"), para("附件1", role="attachment-label"), heading(1, "乙"))[0] == [
        "一、甲",
        "一、乙",
    ]


def test_headings_that_run_in_count_with_the_others() -> None:
    def opened(number: str) -> Para:
        return para(Span((Text(f"{number}加强领导。"),), role="heading2"), "各地要加强领导。")

    report = Report("test")
    blocks = heading(1, "甲"), heading(2, "乙"), opened("（三）"), opened("第"), heading(2, "丙")
    document = number_headings(Document(blocks), LOOK, report)
    assert [plain(numbered(b) if isinstance(b, Heading) else b) for b in document.blocks] == [
        "一、甲", "（一）乙", "（二）加强领导。各地要加强领导。", "第加强领导。各地要加强领导。", "（三）丙"
    ]  # fmt: skip
    assert [d.code for d in report.diagnostics] == ["heading-renumbered"]


def test_nothing_changes_where_numbers_are_kept() -> None:
    document = Document((heading(1, "甲"),))
    assert number_headings(document, replace(LOOK, mode="keep"), Report()) is document
