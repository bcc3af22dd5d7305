"""Titles are found in the first line or composed from the lead, never made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from convert.diagnostics import Report
from convert.edits import Edit
from convert.model import Document, Heading, Meta, Para, Rule, Text
from convert.model.build import heading, para
from convert.model.walk import plain
from convert.passes.repair import repair
from convert.passes.roles import recognise_roles
from convert.passes.titles import compose_title, find_title, infer_title, promote_title, raise_headings
from convert.readers.text import read
from convert.reading.source import Source

SEED = Path(__file__).parents[1] / "fixtures" / "meeting-report.txt"
BODY = "会议指出，要坚持安全第一、预防为主，切实把各项措施落到实处，确保人民群众生命财产安全，为经济社会发展提供保障。"


def scraped(*paragraphs: str) -> tuple[Document, Report]:
    report = Report()
    report.edits.add("glosses", [Edit("gloss", -1, -1, 0, "(fā)", "")])
    return Document(tuple(Para((Text(text),)) for text in paragraphs)), report


def test_title_of_the_report() -> None:
    report = Report()
    document = repair(read(Source(SEED.read_bytes()), report), "auto", report)
    titled = infer_title(find_title(document, report), report)
    assert titled.meta.title == "省应急管理厅召开党委扩大会议　传达学习省委十一届九次全会精神"
    assert titled.meta.inferred == ("title",)
    assert titled.blocks == document.blocks
    assert [d.code for d in report.diagnostics].count("title-inferred") == 1


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        (
            "本报讯（记者 张三 通讯员 李四）7月1日上午，市财政局举行庆祝建党座谈会，回顾历史。",
            "市财政局举行庆祝建党座谈会",
        ),
        (
            "近日，县教育局组织开展校园安全大检查，研究部署整改工作。",
            "县教育局组织开展校园安全大检查　研究部署整改工作",
        ),
        (
            "新华社北京6月5日电（记者王五）全国总工会召开推进会，部署下一阶段工作。",
            "全国总工会召开推进会　部署下一阶段工作",
        ),
        (
            "2024年3月5日至6日，市消防救援支队举办春季消防培训班，学习新条例。",
            "市消防救援支队举办春季消防培训班　学习新条例",
        ),
        ("李强主持召开国务院常务会议，研究推动经济工作。", "李强主持召开国务院常务会议　研究推动经济工作"),
        (
            "本网讯 日前，集团公司召开2024年度安全生产工作会议，总结2023年工作。",
            "集团公司召开2024年度安全生产工作会议　总结2023年工作",
        ),
        (
            "9月1日下午，某某学院召开了新学期教职工大会，动员全体教师投入教学。",
            "某某学院召开新学期教职工大会　动员全体教师投入教学",
        ),
    ],
)
def test_title_is_composed_from_the_lead(lead: str, title: str) -> None:
    assert compose_title(lead) == title
    document, report = scraped(lead + BODY, BODY)
    assert infer_title(document, report).meta.title == title


@pytest.mark.parametrize(
    "lead",
    [
        "今年以来，全市经济平稳运行。",
        "为贯彻落实上级精神，6月23日，省厅召开会议。",
        "6月23日召开会议，研究工作。",
        "会议指出，要加强领导。",
        "他们召开会议，研究工作。",
        "The office held a meeting. It went well.",
        "",
    ],
)
def test_no_title_is_made_up(lead: str) -> None:
    assert compose_title(lead) == ""
    if lead:
        document, report = scraped(lead, BODY)
        assert infer_title(document, report) is document


def test_only_a_scrape_gets_an_inferred_title() -> None:
    document, _ = scraped("6月23日，省应急管理厅召开党委扩大会议，传达学习全会精神。")
    report = Report()
    assert infer_title(document, report) is document
    assert not report.diagnostics


@pytest.mark.parametrize(
    "title", ["关于做好防汛工作的报告", "2025年政府工作报告", "Annual Report", "省应急管理厅召开会议"]
)
def test_first_line_is_the_title(title: str) -> None:
    report = Report()
    document = find_title(Document((para(title), para(BODY), para(BODY))), report)
    first = document.blocks[0]
    assert isinstance(first, Para)
    assert (first.role, plain(first), document.meta.title) == ("title", title, title)
    assert [d.code for d in report.diagnostics] == ["title-found"]


@pytest.mark.parametrize(
    "line",
    ["各市人民政府：", "今天开会。", "一、总体要求", "（一）基本情况", "2025年6月23日", "省政发〔2025〕3号", BODY],
)
def test_other_first_lines_are_no_title(line: str) -> None:
    document = Document((para(line), para(BODY + BODY)))
    assert find_title(document, Report()) is document


def test_a_list_of_short_lines_has_no_title() -> None:
    document = Document(tuple(para(line) for line in ("甲公司", "乙公司名录", "丙公司")))
    assert find_title(document, Report()) is document


# --- headings that are titles ----------------------------------------------------------------------------------------


def test_a_sole_first_heading_is_the_title() -> None:
    report = Report()
    document = promote_title(Document((heading(1, "工作总结", id="top"), para(BODY), heading(2, "一、情况"))), report)
    assert document.blocks[0] == Para((Text("工作总结"),), role="title", id="top")
    assert document.meta.title == "工作总结"
    assert [d.code for d in report.diagnostics] == ["title-heading"]


@pytest.mark.parametrize(
    "document",
    [
        Document((heading(1, "上篇"), para(BODY), heading(1, "下篇"))),  # not the only one
        Document((para(BODY), heading(1, "情况"))),  # not the first block
        Document((heading(2, "情况"), para(BODY))),
        Document((heading(1, "一、情况"), para(BODY))),  # numbered: of the text
        Document((para("总结", role="title"), heading(1, "情况"))),
        Document((heading(1, "情况"), para(BODY)), Meta(title="另一个标题")),
    ],
)
def test_other_headings_are_not(document: Document) -> None:
    assert promote_title(document, Report()) is document


def test_headings_begin_at_one_below_a_title() -> None:
    report = Report()
    blocks = (heading(2, "一、情况"), heading(3, "（一）概述"), heading(2, "二、打算"))
    document = raise_headings(Document(blocks, Meta(title="总结")), report)
    assert [block.level for block in document.blocks if isinstance(block, Heading)] == [1, 2, 1]
    assert [(d.code, d.args) for d in report.diagnostics] == [("headings-raised", {"n": "1"})]
    assert raise_headings(document, report) is document
    untitled = Document(blocks)
    assert raise_headings(untitled, report) is untitled


@pytest.mark.parametrize("role", ["", "classification"])
def test_the_only_heading_below_the_elements_of_the_head_is_the_title(role: str) -> None:
    blocks = (para("机密", role=role), Rule(), heading(1, "年度安全报告"), para("本报告正文。"), heading(2, "一、概况"))
    document = recognise_roles(Document(blocks), Report("test"))
    assert document.meta.title == "年度安全报告"
    assert document.blocks[2].role == "title"
    other = recognise_roles(Document((para("前言如下。"), *blocks[2:])), Report("test"))
    assert not other.meta.title
