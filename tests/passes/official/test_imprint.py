"""版记 (GB/T 9704-2012 cl. 7.4): what the text and the metadata say of it, in the standard's order and between its rules."""

from __future__ import annotations

import pytest

from convert.diagnostics import Report
from convert.model import Block, Document, Group, Meta, PageBreak, Para, Rule, Span, Strong, Text
from convert.model.build import para
from convert.model.walk import plain
from convert.passes.official.imprint import place_imprint
from convert.style.compute import read_sheet
from convert.style.variants import Variants

CC = para("抄送：甲厅，乙厅。", role="cc")
PRINTED = para("丙厅办公室　　2025年6月24日印发", role="printing")
_NONE = Meta()
META = Meta(cc=("甲厅", "乙厅"), printing_office="丙厅办公室", printing_date="2025年6月24日")


def placed(
    *blocks: Block, meta: Meta = _NONE, settings: tuple[str, ...] = (), report: Report | None = None
) -> tuple[Document, Variants]:
    variants = Variants(read_sheet("gbt9704", settings))
    return place_imprint(Document(blocks, meta), variants, report or Report("test")), variants


def shown(blocks: tuple[Block, ...]) -> list[str]:
    """What stands in the group that ends the blocks: the words, or the roles of rules."""
    (*_, last) = blocks
    assert isinstance(last, Group) and last.role == "imprint"
    return [plain(block) if isinstance(block, Para) else f"— {block.role}" for block in last.children]


EXPECTED = ["— imprint", "抄送：甲厅，乙厅。", "— imprint-between", "丙厅办公室2025年6月24日印发", "— imprint"]


@pytest.mark.parametrize("blocks", [(), (CC,), (PRINTED,), (PRINTED, CC), (Rule(), CC, Rule(), PRINTED, Rule())])
def test_text_and_metadata_make_one_imprint(blocks: tuple[Block, ...]) -> None:
    document, _ = placed(para("正文"), *blocks, meta=META)
    assert document.blocks[:-1] == (para("正文"),)
    assert shown(document.blocks) == EXPECTED


def test_what_was_inferred_stands_in_the_text_and_is_not_said_again() -> None:
    meta = Meta(cc=("甲厅",), printing_date="2025年6月24日", inferred=("cc", "printing_date"))
    document, _ = placed(para("正文"), meta=meta)
    assert document.blocks == (para("正文"),)


def test_the_date_stands_at_the_far_end() -> None:
    document, _ = placed(PRINTED)
    (line,) = (block for block in document.blocks[-1].children if isinstance(block, Para))  # type: ignore[union-attr]
    assert line.children == (Text("丙厅办公室"), Span((Text("2025年6月24日印发"),), role="far"))


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("丙厅办公室", "2025年6月24日印发"), ["丙厅办公室2025年6月24日印发"]),
        (("2025年6月24日印发",), ["2025年6月24日印发"]),
        (("丙厅办公室",), ["丙厅办公室"]),
        (("丙厅办公室 2025年6月24日印发", "（共印300份）"), ["丙厅办公室2025年6月24日印发", "（共印300份）"]),
    ],
)
def test_lines_of_the_printing(lines: tuple[str, ...], wanted: list[str]) -> None:
    document, _ = placed(*(para(line, role="printing") for line in lines))
    assert shown(document.blocks)[1:-1] == wanted


def test_marks_in_the_line_stay() -> None:
    line = para("丙厅", Strong((Text("办公室"),)), " 2025年6月24日印发", role="printing")
    document, _ = placed(line)
    assert shown(document.blocks)[1:-1] == ["丙厅办公室 2025年6月24日印发"]


def test_dates_of_the_metadata_are_written_as_the_clause_has_them() -> None:
    document, _ = placed(meta=Meta(printing_office="丙厅", printing_date="2025-06-04"))
    assert shown(document.blocks)[1] == "丙厅2025年6月4日印发"


@pytest.mark.parametrize(
    ("label", "left"), [("抄送：", 4.0), ("抄报：", 4.0), ("发：", 3.0), ("抄送机关：", 6.0), ("", 4.0)]
)
def test_lines_hang_behind_their_label(label: str, left: float) -> None:
    document, variants = placed(para(f"{label}甲厅，乙厅。", role="cc"))
    (line,) = (block for block in document.blocks[-1].children if isinstance(block, Para))  # type: ignore[union-attr]
    look = variants.sheet.roles[line.role]
    assert (look.left_em, look.indent_em) == (left, -(left - 1) if label else 0.0)


def test_recipients_stand_above_copies_without_a_rule_between() -> None:
    document, _ = placed(CC, para("主送：丁厅。", role="imprint-recipient"), PRINTED)
    assert shown(document.blocks)[:4] == ["— imprint", "主送：丁厅。", "抄送：甲厅，乙厅。", "— imprint-between"]


def test_it_stands_below_attachments() -> None:
    attached = para("附件", role="attachment-label"), para("附件的文字")
    document, _ = placed(para("正文"), PageBreak(), CC, PRINTED, *attached)
    assert document.blocks[:-1] == (para("正文"), *attached)
    assert shown(document.blocks) == EXPECTED


def test_one_in_the_midst_of_a_collection_stays_where_it_is() -> None:
    blocks = (para("甲文"), CC, PRINTED, para("乙文"))
    document, _ = placed(*blocks)
    assert document.blocks == blocks


def test_one_that_is_made_is_made_the_same_again() -> None:
    document, _ = placed(para("正文"), CC, PRINTED)
    again, _ = placed(*document.blocks)
    assert again == document


def test_a_missing_full_stop_is_told_and_the_words_are_kept() -> None:
    report = Report("test")
    document, _ = placed(para("抄送：甲厅", role="cc"), report=report)
    assert shown(document.blocks)[1] == "抄送：甲厅"
    assert [found.code for found in report.diagnostics] == ["imprint-stop"]


def test_lines_that_go_on_in_the_next_paragraph_need_none() -> None:
    report = Report("test")
    lines = ("抄送：甲厅，乙厅；", "丙厅。", "分送：丁厅", "主送：戊厅。")
    placed(*(para(line, role="cc") for line in lines), report=report)
    assert [found.args["text"] for found in report.diagnostics] == ["分送：丁厅"]


def test_what_a_style_does_not_show_is_told() -> None:
    report = Report("test")
    settings = ("imprint.shows=['cc']", "imprint.rules=false")
    document, _ = placed(para("正文"), meta=META, settings=settings, report=report)
    assert shown(document.blocks) == ["抄送：甲厅，乙厅。"]
    assert [found.code for found in report.diagnostics] == ["imprint-unshown"]
    document, _ = placed(para("正文"), PRINTED, settings=settings)
    assert shown(document.blocks) == ["丙厅办公室2025年6月24日印发"]
