"""The head of an official document, and what stands around its title."""

from __future__ import annotations

import pytest

from convert.diagnostics import Report
from convert.model import Document
from convert.model.build import heading, para
from convert.model.nodes import Block
from convert.model.walk import plain
from convert.passes.roles import recognise_roles
from convert.passes.roles.head import is_recipients

BODY = "为贯彻落实全省会议精神，切实做好防汛工作，经研究，决定开展检查。现将有关事项通知如下。"
TITLE = "某某省应急管理厅关于开展安全检查的通知"


def roles(*lines: str | Block) -> list[tuple[str, str]]:
    """The lines that got a role, and which."""
    blocks = tuple(para(line) if isinstance(line, str) else line for line in lines)
    document = recognise_roles(Document(blocks), Report())
    return [(block.role, plain(block)) for block in document.blocks if block.role]


def codes(*lines: str) -> list[str]:
    report = Report()
    recognise_roles(Document(tuple(map(para, lines))), report)
    return sorted(d.code for d in report.diagnostics)


def test_a_full_head() -> None:
    head = [
        "000123",
        "机密★1年",
        "特　急",
        "某某省应急管理厅文件",
        "某应急〔2025〕12号",
        "签发人：张三 李四",
        TITLE,
        "各市应急管理局：",
    ]
    wanted = ["copy-number", "classification", "urgency", "issuer", "number", "signer", "title", "recipient"]
    assert roles(*head, BODY) == list(zip(wanted, head, strict=True))
    assert codes(*head, BODY) == [
        "classification-recognised",
        "copy-number-recognised",
        "issuer-recognised",
        "number-recognised",
        "recipient-recognised",
        "signer-recognised",
        "title-found",
        "urgency-recognised",
    ]


def test_several_issuers_and_a_signer_beside_the_number() -> None:
    head = ["某某省财政厅", "某某省教育厅文件", "某财教〔2025〕3号　　　签发人：王五", TITLE, BODY]
    assert [role for role, _ in roles(*head)] == ["issuer", "issuer", "number", "title"]


def test_orders_have_a_number_of_their_own() -> None:
    assert roles("某某省人民政府令", "第101号", BODY)[:2] == [("issuer", "某某省人民政府令"), ("number", "第101号")]


def test_minutes_name_themselves() -> None:
    assert [role for role, _ in roles("某某市人民政府", "常务会议纪要", "某府纪要〔2025〕1号", BODY)] == [
        "issuer",
        "issuer",
        "number",
    ]


def test_minutes_may_have_a_bare_number() -> None:
    assert roles("某某区政府常务会议纪要", "〔2025〕6号", BODY) == [
        ("title", "某某区政府常务会议纪要"),
        ("number", "〔2025〕6号"),
    ]


def test_the_number_may_stand_below_the_title() -> None:
    assert roles(TITLE, "某应急〔2025〕12号", "各市应急管理局：", BODY) == [
        ("title", TITLE),
        ("number", "某应急〔2025〕12号"),
        ("recipient", "各市应急管理局："),
    ]


def test_a_title_may_stand_in_two_lines_and_below_other_lines() -> None:
    assert roles("国务院办公厅", "关于印发工作方案的通知", "各省、自治区、直辖市人民政府：", BODY) == [
        ("title", "国务院办公厅"),
        ("title", "关于印发工作方案的通知"),
        ("recipient", "各省、自治区、直辖市人民政府："),
    ]
    joint = ["中共某某省委", "某某省人民政府", "关于加快建设的意见"]
    assert roles(*joint, BODY) == [("title", line) for line in joint]
    broken = ["国务院办公厅", "关于做好2025年春节期间", "安全生产工作的通知"]
    assert roles(*broken, BODY) == [("title", line) for line in broken]
    broken = ["关于做好2025年春节期间", "安全生产工作的通知"]
    assert roles(*broken, BODY) == [("title", line) for line in broken]
    assert roles("下载", "打印", "2026年某某省政府工作报告", BODY) == [("title", "2026年某某省政府工作报告")]


def test_what_stands_below_a_title() -> None:
    lines = [
        "政府工作报告",
        "——2026年1月27日在某某省人民代表大会上",
        "省长　王某某",
        "来源：某某日报",
        "2026-02-03 09:02",
        "各位代表：",
    ]
    wanted = ["title", "subtitle", "dateline", "dateline", "dateline", "recipient"]
    assert roles(*lines, BODY) == list(zip(wanted, lines, strict=True))
    assert {"subtitle-recognised", "dateline-recognised"} <= set(codes(*lines, BODY))


def test_when_a_law_was_passed_and_changed() -> None:
    lines = ["某某管理条例", "2003年6月8日　国务院令第379号公布", "2007年8月26日　《国务院关于修改的决定》第一次修订"]
    assert [role for role, _ in roles(*lines, "第一条 为了规范管理，制定本条例。")] == ["title", "dateline", "dateline"]


def test_an_adoption_note_and_a_name_before_the_salutation() -> None:
    lines = ["某某市物业管理条例", "（2025年3月1日某某市人民代表大会常务委员会通过）", "张三丰", "各位委员："]
    assert [role for role, _ in roles(*lines, BODY)] == ["title", "subtitle", "dateline", "recipient"]


@pytest.mark.parametrize(
    "line",
    [
        "各市、县（区）人民政府，省直各部门：",
        "各部门、各单位：",
        "市财政局：",
        "国务院：",
        "各位代表：",
        "尊敬的各位来宾、同志们：",
        "[主送单位]：",
        "XX县教育局:",
    ],
)
def test_recipients(line: str) -> None:
    assert is_recipients(line)
    assert ("recipient", line) in roles(TITLE, line, BODY)


@pytest.mark.parametrize(
    "line",
    [
        "现将有关事项通知如下：",
        "会议强调：",
        "主要任务是：",
        "工作要求：",
        "联系电话：",
        "根据《安全生产法》的规定，现决定：",
        "会议要求，各部门要做到：",
        "时间：",
        "一、主要情况：",
        "各市人民政府。现通知如下：",
    ],
)
def test_lead_ins_are_no_recipients(line: str) -> None:
    assert not is_recipients(line)
    assert roles(TITLE, line, BODY) == [("title", TITLE)]


@pytest.mark.parametrize(
    "line",
    [
        "会议传达学习了国发〔2025〕12号文件。",
        "秘密武器研究取得进展。",
        "特急电报于当晚送达各地，要求立即落实。",
        "签发人：张三同志于6月1日签发了该文件。",
        "全省共排查隐患000123处。",
    ],
)
def test_running_text_is_none_of_these(line: str) -> None:
    assert roles(line, BODY) == []
    assert roles(TITLE, BODY, line) == [("title", TITLE)]


def test_nothing_of_the_head_is_found_within_the_text() -> None:
    lines = [TITLE, BODY, "某应急〔2025〕12号", "机密", "特急", "各市应急管理局：", "来源：某某日报", "000123", BODY]
    assert roles(*lines) == [("title", TITLE)]


def test_forms_say_what_a_paragraph_is() -> None:
    blocks = (heading(2, "标题"), "某通知", heading(2, "主送单位"), "某某市档案馆", heading(2, "正文"), BODY)
    assert roles(*blocks) == [("recipient", "某某市档案馆")]


def test_what_the_source_marks_wins() -> None:
    marked = (para("甲", role="title"), para("某某省应急管理厅", role="byline"), "各市应急管理局：", BODY)
    assert [role for role, _ in roles(*marked)] == ["title", "byline", "recipient"]


def test_more_signers_stand_below() -> None:
    head = ["某厅文件", "某发〔2025〕3号　　签发人：张三　李四光", "王　五　赵六", TITLE, BODY]
    assert [role for role, _ in roles("某某省教育厅文件", *head[1:])] == ["issuer", "number", "signer", "title"]
    apart = ["某某省教育厅文件", "签发人：张三 李四", "王五　赵六", "某发〔2025〕3号", TITLE, BODY]
    assert [role for role, _ in roles(*apart)] == ["issuer", "signer", "signer", "number", "title"]
    assert ("title", "工作报告") in roles("某某省教育厅文件", "某发〔2025〕3号　签发人：张三", "工作报告", BODY)
    assert [role for role, _ in roles("某某省教育厅文件", "某发〔2025〕3号", "防汛抗旱", BODY)] == [
        "issuer",
        "number",
        "title",
    ]


@pytest.mark.parametrize(
    ("mark", "number"),
    [
        ("某某省应急管理厅会议纪要", "第3期"),
        ("某某省应急管理厅办公会议纪要", "（2025年第十二期）"),
        ("应急管理工作简报", "总第120期"),
        ("某某省人民政府令", "第12号"),
    ],
)
def test_numbers_that_stand_alone_belong_to_the_mark_above(mark: str, number: str) -> None:
    assert roles(mark, number, "研究安全生产有关工作的情况", BODY)[:2] == [("issuer", mark), ("number", number)]


@pytest.mark.parametrize("line", ["某某省教育厅关于学习的通知", "第一部分内容", "某某省教育厅"])
def test_other_lines_take_no_number_of_an_issue(line: str) -> None:
    assert ("number", "第3期") not in roles(line, "第3期", BODY)


def test_a_joint_mark_on_one_line() -> None:
    assert roles("某某省财政厅　某某省教育厅文件", "某财教〔2025〕3号", TITLE, BODY)[0][0] == "issuer"
    lines = ["某某省财政厅", "某某省教育厅", "文件", "某财教〔2025〕3号", TITLE, BODY]
    assert [role for role, _ in roles(*lines)] == ["issuer", "issuer", "issuer", "number", "title"]


def test_a_letter_has_its_number_at_the_end_of_a_line_below_the_mark() -> None:
    head = ["某某省应急管理厅", "000012　　　　某应急函〔2025〕45号", "加急", TITLE, "省气象局："]
    wanted = ["issuer", "copy-number", "urgency", "title", "recipient"]
    assert [role for role, _ in roles(*head, BODY)][:5] == wanted
    assert roles("某某省应急管理厅", "机密★1年　某应急函〔2025〕45号", TITLE, BODY)[1][0] == "classification"
    assert roles("某某省应急管理厅", "特急 某应急函〔2025〕45号", TITLE, BODY)[1][0] == "urgency"


def test_minutes_say_who_issued_them_below_their_number() -> None:
    head = ["某某省防汛抗旱指挥部会议纪要", "第3期", "某某省防汛抗旱指挥部办公室　2025年7月18日", TITLE]
    assert [role for role, _ in roles(*head, BODY)][:3] == ["issuer", "number", "issue-line"]
    assert "issue-line-recognised" in codes(*head, BODY)
