"""The note of attachments, and the attachments: cl. 7.3.4, 7.3.7."""

from __future__ import annotations

from typing import Any

import pytest

from convert.diagnostics import Report
from convert.model import Block, Document, Group, LineBreak, Meta, PageBreak, Para, Rule, Text
from convert.model import replace as replace_node
from convert.model.build import para
from convert.model.walk import nodes, plain
from convert.passes.official import arrange
from convert.style.compute import read_sheet
from convert.style.sheet import Sheet

TEXT = para("正文。")


def arranged(*blocks: Block, settings: tuple[str, ...] = (), **meta: Any) -> tuple[list[Block], Sheet, list[str]]:
    """The blocks of the arranged document, its sheet, and the codes of what was found."""
    report = Report("a.md")
    document = Document((TEXT, *blocks), Meta(**meta))
    placed, sheet = arrange(document, read_sheet("gbt9704", settings), report)
    return list(placed.blocks), sheet, [each.code for each in report.diagnostics]


def noted(*blocks: Block, **meta: Any) -> list[tuple[str, float, float, float]]:
    """The lines of the note: the words, where the first line begins, where the others do, the blank lines above."""
    placed, sheet, _ = arranged(*blocks, **meta)
    lines = [b for b in placed if sheet.base_role(b.role) in ("attachment-note", "attachment-item")]
    looks = [sheet.roles[line.role] for line in lines]
    return [
        (plain(line), look.left_em + look.indent_em, look.left_em, look.before_lines)
        for line, look in zip(lines, looks, strict=True)
    ]


def label(text: str = "附件1") -> Para:
    return para(text, role="attachment-label")


def title(text: str) -> Para:
    return para(text, role="attachment-title")


def note(text: str) -> Para:
    return para(text, role="attachment-note")


def item(text: str) -> Para:
    return para(text, role="attachment-item")


def test_one_name_hangs_behind_the_word() -> None:
    assert noted(attachments=("清单",)) == [("附件：清单", 2, 5, 1)]


def test_several_names_are_numbered_below_each_other() -> None:
    assert noted(attachments=("甲", "乙")) == [("附件：1.甲", 2, 5.75, 1), ("2.乙", 5, 5.75, 0)]
    assert noted(attachments=("甲",) * 10)[-1] == ("10.甲", 5, 6.25, 0)


def test_numbers_and_end_marks_of_the_metadata_are_no_part_of_a_name() -> None:
    assert [line[0] for line in noted(attachments=("1.甲方案；", "附件2：乙表。"))] == ["附件：1.甲方案", "2.乙表"]


def test_what_the_text_says_is_not_said_again() -> None:
    assert noted(note("附件：1.甲"), item("2.乙"), attachments=("丙",)) == [
        ("附件：1.甲", 2, 5.75, 1),
        ("2.乙", 5, 5.75, 0),
    ]
    assert noted(attachments=("甲",), inferred=("attachments",)) == []


def test_typed_forms_keep_their_words() -> None:
    assert noted(note("附件1：甲"), note("附件2：乙")) == [("附件1：甲", 2, 5.5, 1), ("附件2：乙", 2, 5.5, 0)]
    assert noted(note("附件：1、甲")) == [("附件：1、甲", 2, 6.5, 1)]
    lines = replace_node(note("附件：1.甲"), children=(Text("附件：1.甲"), LineBreak(), Text("2.乙")))
    assert [line[0] for line in noted(lines)] == ["附件：1.甲", "2.乙"]


def test_a_chinese_face_has_wide_points() -> None:
    placed, sheet, _ = arranged(note("附件：1.甲"), settings=("fonts.fangsong.latin=['宋体']",))
    assert sheet.roles[placed[1].role].left_em == 6


def test_the_note_stands_below_the_text() -> None:
    signed = para("某厅", role="signature"), para("2025年6月23日", role="date")
    placed, sheet, _ = arranged(*signed, PageBreak(), label("附件"), title("清单"), attachments=("清单",))
    assert [sheet.base_role(b.role) for b in placed] == ["", "attachment-note", "signing", "", "attachment"]
    across = Group((label("附件"), title("清单")), role="landscape")
    placed, sheet, _ = arranged(across, attachments=("清单",), signature=("某厅",), date="2025年6月23日")
    assert [sheet.base_role(b.role) for b in placed] == ["", "attachment-note", "signing", "landscape"]
    whole = Group(across.children, role="attachment")
    assert placed[-1] == Group((whole,), role="landscape"), "the pages are the outer of the two"


def test_each_attachment_is_a_group_up_to_the_next_one_or_the_imprint() -> None:
    cc = para("抄送：某厅。", role="cc")
    placed, _, _ = arranged(label(), title("甲"), TEXT, label("附件2"), title("乙"), TEXT, Rule(), cc)
    assert [b.role or type(b).__name__ for b in placed] == ["Para", "attachment", "attachment", "imprint"]
    first, second = placed[1:3]
    assert isinstance(first, Group) and first.children == (label(), title("甲"), TEXT)
    assert isinstance(second, Group) and len(second.children) == 3


def test_label_and_title_stand_on_the_pages_across_that_follow_them() -> None:
    across = Group((TEXT,), role="landscape")
    placed, _, _ = arranged(label(), title("甲"), across, TEXT)
    group = placed[1]
    assert isinstance(group, Group)
    assert group.children == (replace_node(across, children=(label(), title("甲"), TEXT)), TEXT)


def test_names_that_differ_are_told() -> None:
    named = note("附件：1.甲方案"), item("2.《乙表》")
    assert arranged(*named, label(), title("甲方案"), label("附件2"), title("乙表"))[2] == []
    assert arranged(*named, label(), title("甲办法"), label("附件2"), title("乙表"))[2] == ["attachment-differs"]
    assert arranged(*named, label(), title("甲方案"))[2] == ["attachment-absent"]
    assert arranged(note("附件：甲"), label(), title("甲"), label("附件2"), title("乙"))[2] == ["attachment-unnamed"]
    assert arranged(*named)[2] == [], "they may be bound on their own"


def test_an_end_mark_is_kept_and_told() -> None:
    placed, _, codes = arranged(note("附件：清单。"))
    assert plain(placed[1]) == "附件：清单。" and codes == ["attachment-note-end"]


@pytest.mark.parametrize(
    ("bound", "words"), [("true", ["附件1", "附件2"]), ("false", ["某〔2025〕3号附件1", "某〔2025〕3号附件2"])]
)
def test_attachments_that_are_not_bound_bear_the_documents_number(bound: str, words: list[str]) -> None:
    placed, _, _ = arranged(
        label(), TEXT, label("附件2"), settings=(f"attachments.bound={bound}",), number="某〔2025〕3号"
    )
    assert [plain(n) for n in nodes(tuple(placed)) if n.role == "attachment-label"] == words


def test_other_documents_stay_as_they_are() -> None:
    document = Document((TEXT, TEXT), Meta(title="题"))
    sheet = read_sheet("gbt9704")
    assert arrange(document, sheet, Report()) == (document, sheet)
    report = Report()
    english = Document((para("Text."),), Meta(lang="en", attachments=("List",)))
    assert arrange(english, sheet, report) == (english, sheet)
    assert [each.code for each in report.diagnostics] == ["field-unsaid"]


@pytest.mark.parametrize("words", ["无", "无附件", "none", "附件：无。"])
def test_that_there_are_none_is_not_a_name(words: str) -> None:
    placed, _, codes = arranged(attachments=(words,))
    assert placed == [TEXT] and codes == []
