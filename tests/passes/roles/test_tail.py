"""What stands below the text: notes, signature, date, attachments, imprint."""

from __future__ import annotations

import pytest

from convert.diagnostics import Report
from convert.model import Document, LineBreak, PageBreak, Para, Text
from convert.model.build import heading, para
from convert.model.nodes import Block
from convert.model.walk import plain
from convert.passes.roles import recognise_roles

TITLE = "关于开展安全检查的通知"
BODY = "各地要压实责任，认真抓好落实。"


def roles(*lines: str | Block) -> list[tuple[str, str]]:
    blocks = tuple(para(line) if isinstance(line, str) else line for line in (TITLE, BODY, *lines))
    document = recognise_roles(Document(blocks), Report())
    return [(block.role, plain(block)) for block in document.blocks if block.role and block.role != "title"]


def test_a_full_tail() -> None:
    tail = {
        "附件：1. 任务清单": "attachment-note",
        "2. 统计表": "attachment-item",
        "某某省应急管理厅": "signature",
        "2025年6月23日": "date",
        "（此件公开发布）": "annotation",
        "附件1": "attachment-label",
        "任务清单": "attachment-title",
        "抄送：省委办公厅，省人大常委会办公厅。": "cc",
        "某某省应急管理厅办公室　　2025年6月24日印发": "printing",
        "共印100份": "printing",
    }
    lines = list(tail)
    lines.insert(7, "各单位填报本单位任务。")
    assert roles(*lines) == [(role, line) for line, role in tail.items()]


def test_each_is_reported_with_its_reason() -> None:
    report = Report()
    lines = (
        TITLE,
        BODY,
        "附件：任务清单",
        "某某局",
        "2025年6月23日",
        "（公开）",
        "附件",
        "任务清单",
        BODY,
        "抄送：省委。",
        "某办2025年6月24日印发",
    )
    recognise_roles(Document(tuple(map(para, lines))), report)
    assert {d.code for d in report.diagnostics} == {
        "title-found",
        "attachment-note-recognised",
        "signature-recognised",
        "date-recognised",
        "annotation-recognised",
        "attachment-recognised",
        "attachment-title-recognised",
        "cc-recognised",
        "printing-recognised",
    }
    assert all(d.severity == "info" for d in report.diagnostics)


@pytest.mark.parametrize(
    "date", ["2025年6月23日", "二〇二五年六月二十三日", "2025 年 6 月 3 日", "XXXX年X月XX日", "[日期]"]
)
def test_dates_below_a_signature(date: str) -> None:
    assert roles("某某省财政厅", date) == [("signature", "某某省财政厅"), ("date", date)]


def test_joint_signatures_and_posts() -> None:
    assert [role for role, _ in roles("某某省财政厅", "某某省教育厅", "2025年6月23日")] == [
        "signature",
        "signature",
        "date",
    ]
    assert roles("省长　王某某", "2025年6月23日") == [("signature", "省长　王某某"), ("date", "2025年6月23日")]


def test_signature_and_date_on_one_line() -> None:
    assert roles("某某局办公室　　2025年6月23日") == [("signature", "某某局办公室　　2025年6月23日")]
    assert roles("截至　2025年6月23日", BODY) == roles("某某局　2025年6月23日", BODY) == []


def test_signature_and_date_in_one_paragraph_become_two() -> None:
    both = Para((Text("某某省财政厅"), LineBreak(), Text("2025年6月23日")))
    assert roles(both) == [("signature", "某某省财政厅"), ("date", "2025年6月23日")]


def test_a_name_that_the_source_sets_to_the_right() -> None:
    signed = (para("张三", align="right"), para("2025年6月23日", align="right"))
    assert roles(*signed) == [("signature", "张三"), ("date", "2025年6月23日")]


def test_notes_of_attachments() -> None:
    assert roles("附件：任务清单", "某某局", "2025年6月23日")[0] == ("attachment-note", "附件：任务清单")
    each = ("附件1：任务清单", "附件2：统计表", "某某局", "2025年6月23日")
    assert [role for role, _ in roles(*each)] == ["attachment-note", "attachment-item", "signature", "date"]
    below = ("附件：", "1. 任务清单", "2. 统计表", "某某局", "2025年6月23日")
    assert [role for role, _ in roles(*below)][:3] == ["attachment-note", "attachment-item", "attachment-item"]


def test_attachments_begin_with_a_label() -> None:
    assert roles("附件1：任务清单", BODY) == [("attachment-label", "附件1：任务清单")]
    assert roles("某某局", "2025年6月1日", PageBreak(), "附 件 2", "统计表", BODY)[2:] == [
        ("attachment-label", "附 件 2"),
        ("attachment-title", "统计表"),
    ]


def test_a_form_names_its_note() -> None:
    assert roles("某某局", "2025年6月1日", heading(2, "附注"), "（联系人：张三）")[2] == (
        "annotation",
        "（联系人：张三）",
    )


def test_a_cc_line_goes_on() -> None:
    assert [
        role for role, _ in roles("抄送：省委办公厅，省政府办公厅，", "省人大常委会办公厅。", "某办 2025年6月24日印发")
    ] == ["cc", "cc", "printing"]


@pytest.mark.parametrize(
    "lines",
    [
        ("2025年6月23日，全省防汛工作会议召开。", BODY),
        ("2025年6月23日", BODY),  # text follows
        ("会议时间", "2025年6月23日", "会议地点", BODY),
        ("重要时间节点", "2025年6月1日", BODY, "2025年6月23日", BODY),
        ("附件中的表格应当填写完整。", BODY),
        ("详见附件：任务清单已印发各单位。请遵照执行。", BODY),
        ("会议决定抄送：省委。", BODY),
        ("（一）加强领导", "（二）强化督查"),
        ("某某公司", "某某研究院", "某某学校"),  # a list of names
        ("（此件公开发布）", BODY),
        ("报送：各单位要按时报送材料。", BODY),
    ],
)
def test_running_text_is_none_of_these(lines: tuple[str, ...]) -> None:
    assert roles(*lines) == []


def test_who_was_at_a_meeting() -> None:
    there = ["出席：某厅张三，某局李四", "请假：王五", "列席人员：赵六"]
    assert roles(BODY, *there) == [("attendance", line) for line in there]
    assert roles(BODY, there[0], "某某省财政厅办公室　2025年6月24日印发")[0][0] == "attendance"
    attachment = ["附件1", "责任分工表", BODY]
    assert roles(BODY, there[0], *attachment)[0] == ("attendance", there[0])
    assert roles("会议情况如下。", there[0], BODY) == [], "they stand below the text"
    report = Report()
    recognise_roles(Document(tuple(map(para, (TITLE, BODY, *there)))), report)
    assert [d.code for d in report.diagnostics].count("attendance-recognised") == 3


def test_recipients_and_copies_in_the_imprint() -> None:
    lines = ["主送：各市人民政府。", "抄送：某某省委办公厅。", "某某省财政厅办公室　2025年6月24日印发", "共印100份"]
    assert [role for role, _ in roles(BODY, *lines)] == ["imprint-recipient", "cc", "printing", "printing"]
