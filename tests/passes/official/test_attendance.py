"""Who was there (出席, 请假, 列席) below the text: GB/T 9704-2012 cl. 10.3."""

from __future__ import annotations

import pytest

from convert.config import Options
from convert.diagnostics import Report
from convert.layout.composition import Composition
from convert.measure import pdf
from convert.model import Block, Document, Group, Meta, Para, Span, Text
from convert.model.build import para
from convert.model.walk import plain
from convert.pipeline import compose, read_document, write_document

LONG = "省应急管理厅周启明、郑海，省水利厅林若溪，省气象局何远，省自然资源厅欧阳文清，省交通运输厅孙立"


def composed(*blocks: Block, **meta: object) -> Composition:
    document = Document(blocks, Meta(title="会议纪要", **meta))  # type: ignore[arg-type]
    return compose(document, "a.md", Options(fonts="bundled"), Report("a.md"))


def said(made: Composition) -> list[str]:
    """The words of the blocks behind the title; those of groups in brackets."""
    found: list[str] = []
    for block in made.document.blocks[1:]:
        found += [f"[{plain(each)}]" for each in block.children] if isinstance(block, Group) else [plain(block)]
    return found


def test_what_the_metadata_says_stands_below_the_text_in_order() -> None:
    made = composed(para("正文。"), observers=("陈述", "卫青"), attendees=(LONG,), absentees=("冯雪",))
    assert said(made) == ["正文。", f"[出席：{LONG}]", "[请假：冯雪]", "[列席：陈述、卫青]"]


def test_names_that_are_lists_themselves_are_parted_by_semicolons() -> None:
    made = composed(para("正文。"), attendees=("甲厅张三、李四", "乙厅王五"))
    assert said(made)[-1] == "[出席：甲厅张三、李四；乙厅王五]"


def test_what_the_text_says_stays_and_is_not_said_again() -> None:
    typed = para("出席：张三", role="attendance")
    made = composed(para("正文。"), typed, attendees=("李四",), absentees=("冯雪",))
    assert said(made) == ["正文。", "[出席：张三]", "[请假：冯雪]"]


def test_it_stands_above_the_signature_and_below_the_note_of_attachments() -> None:
    made = composed(
        para("正文。"), para("附件：名单", role="attachment-note"), para("某厅", role="signature"),
        para("2025年5月7日", role="date"), attendees=("张三",),
    )  # fmt: skip
    assert said(made) == ["正文。", "附件：名单", "[出席：张三]", "[某厅]", "[2025年5月7日]"]


def test_documents_without_are_as_they_were() -> None:
    made = composed(para("正文。"))
    assert said(made) == ["正文。"]
    assert not made.sheet.variants


def test_what_was_inferred_from_the_text_stands_in_it() -> None:
    made = composed(para("正文。"), attendees=("张三",), inferred=("attendees",))
    assert said(made) == ["正文。"]


def test_labels_are_set_apart_and_colons_are_not() -> None:
    made = composed(para("正文。"), para(Text("列席人员:张三"), role="attendance"))
    (line,) = (block for group in made.document.blocks if isinstance(group, Group) for block in group.children)
    assert isinstance(line, Para)
    assert line.children == (Span((Text("列席人员"),), role="attendance-label"), Text(":张三"))


def test_wrapped_lines_begin_below_the_first_name() -> None:
    """Two characters in, the label in 黑体, one blank line below the text."""
    made = composed(para("正文。"), attendees=(LONG,), absentees=("冯雪",))
    text, *lines = [line for line in pdf.read_lines(write_document(made, "pdf")) if not line.is_artifact][1:]
    cell, pitch = 156 / 28, (225 - 156 / 28) / 21
    assert lines[0].left == pytest.approx(28 + 2 * cell, abs=0.3)
    assert lines[1].left == pytest.approx(28 + 5 * cell, abs=0.3)
    assert lines[-1].left == pytest.approx(28 + 2 * cell, abs=0.3)
    assert lines[0].top - text.top == pytest.approx(2 * pitch, abs=0.3)
    assert lines[-1].top - lines[-2].top == pytest.approx(pitch, abs=0.3)
    assert [glyph.font.rpartition("+")[2][:9] for glyph in lines[0].glyphs[:4]] == ["FandolHei"] * 2 + ["FandolFan"] * 2


def test_word_gives_it_back() -> None:
    made = composed(para("正文。"), attendees=(LONG,), absentees=("冯雪",))
    read = read_document(write_document(made, "docx"), "a.docx", Options(roles="off"), Report("a.docx"))
    again = compose(read, "a.docx", Options(fonts="bundled"), Report("a.docx"))
    assert said(again) == said(made)


def test_labels_are_not_put_into_texts_of_other_languages() -> None:
    document = Document((para("Text."),), Meta(title="Report", attendees=("Ann",)))
    made = compose(document, "a.md", Options(style="report", fonts="bundled"), Report("a.md"))
    assert said(made) == ["Text."]
