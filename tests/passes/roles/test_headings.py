"""Headings that are typed by hand, and what is none: lists, years, decimals, rules."""

from __future__ import annotations

import pytest

from convert.diagnostics import Report
from convert.model import Document, Heading, Para, Span
from convert.model.build import heading, para
from convert.model.nodes import Block, Strong, Text
from convert.model.walk import plain
from convert.passes.roles import recognise_roles

BODY = "各地要压实责任，认真抓好落实。"


def recognise(*blocks: Block | str) -> tuple[Document, Report]:
    report = Report()
    document = Document(tuple(para(block) if isinstance(block, str) else block for block in blocks))
    return recognise_roles(document, report), report


def levels(*blocks: Block | str) -> list[int]:
    """The level of each block; 0 for a paragraph, negative for the heading that opens one."""
    return [level_of(block) for block in recognise(*blocks)[0].blocks]


def level_of(block: Block) -> int:
    if isinstance(block, Heading):
        return block.level
    first = block.children[0] if isinstance(block, Para) and block.children else None
    return -int(first.role[-1]) if isinstance(first, Span) and first.role.startswith("heading") else 0


# --- on lines of their own -------------------------------------------------------------------------------------------


def test_numbered_short_lines_are_headings() -> None:
    assert levels("一、总体要求", BODY, "（一）指导思想", BODY, "二、主要任务") == [1, 0, 2, 0, 1]


def test_four_levels_of_the_standard() -> None:
    lines = (
        "一、任务",
        "（一）领域",
        "1. 工业",
        "（1）节能",
        BODY,
        "（2）降碳",
        BODY,
        "2. 农业",
        BODY,
        "（二）保障",
        BODY,
    )
    assert levels(*lines) == [1, 2, 3, 4, 0, 4, 0, 3, 0, 2, 0]


def test_levels_that_are_left_out_are_not_counted() -> None:
    assert levels("一、任务", "1. 工业", BODY, "2. 农业", BODY) == [1, 2, 0, 2, 0]


def test_a_document_may_use_numbers_the_other_way_round() -> None:
    lines = [
        "一、任务",
        "1. 工业",
        "（一）节能",
        BODY,
        "（二）降碳",
        BODY,
        "2. 农业",
        "（一）种植",
        BODY,
        "（二）养殖",
        BODY,
    ]
    assert levels(*lines) == [1, 2, 3, 0, 3, 0, 2, 3, 0, 3, 0]


def test_one_sentence_with_its_stop_is_a_heading_where_text_follows() -> None:
    assert levels("一、回顾", "（一）经济稳中有进。", BODY, "（二）改革持续深化。", BODY) == [1, 2, 0, 2, 0]


def test_chapters_and_sections_of_laws() -> None:
    lines = (
        "第一章　总则",
        "第一条 为了…，制定本法。",
        "第二章　机构",
        "第一节　一般规定",
        "第二条 国家设立机构。",
        "第二节　职责",
        "第三条 机构负责管理。",
    )
    assert levels(*lines) == [1, 0, 1, 2, 0, 2, 0]
    assert levels("第一章 總則", "第一條 本法依憲法制定之。", "第二章 附則", "第二條 本法自公布日施行。") == [
        1,
        0,
        1,
        0,
    ]


def test_headings_of_the_source_stay_and_typed_ones_stand_below_them() -> None:
    assert levels(heading(1, "总则"), "一、总体要求", BODY, heading(1, "附则")) == [1, 2, 0, 1]
    assert levels(heading(2, "一、总则"), BODY, "（一）概述", BODY) == [2, 0, 3, 0]
    assert levels(heading(2, "一、总则"), BODY, "二、总体要求", BODY) == [2, 0, 0, 0]


def test_numbers_begin_anew_in_an_attachment() -> None:
    lines = ("一、要求", BODY, "二、安排", BODY, "某某局", "2025年6月1日", "附件", "任务清单", "一、工业", BODY)
    assert levels(*lines) == [1, 0, 1, 0, 0, 0, 0, 0, 1, 0]


def test_a_slip_of_the_count_is_forgiven() -> None:
    assert levels("一、甲项", BODY, "二、乙项", BODY, "二、丙项", BODY, "四、丁项", BODY) == [1, 0, 1, 0, 1, 0, 1, 0]


def test_each_is_reported() -> None:
    _, report = recognise("一、总体要求")
    assert [(d.code, d.args) for d in report.diagnostics] == [
        ("heading-recognised", {"text": "一、总体要求", "level": "1"})
    ]


# --- run in ----------------------------------------------------------------------------------------------------------


def test_a_short_sentence_opens_its_paragraph_as_a_heading() -> None:
    document, report = recognise("一、加强领导。要压实责任，抓好落实。", "二、严格督查。对落实不力的严肃问责。")
    first = document.blocks[0]
    assert isinstance(first, Para)
    assert first.children == (Span((Text("一、加强领导。"),), role="heading1"), Text("要压实责任，抓好落实。"))
    assert [d.code for d in report.diagnostics] == ["heading-run-in"] * 2


def test_what_the_source_marks_within_it_is_kept() -> None:
    document, _ = recognise(para(Strong((Text("一、加强领导。"),)), "要压实责任。"), "二、严格督查。要动真碰硬。")
    first = document.blocks[0]
    assert isinstance(first, Para)
    assert first.children[0] == Span((Strong((Text("一、加强领导。"),)),), role="heading1")
    crossing, _ = recognise(para(Strong((Text("一、加强领导。要"),)), "压实责任。"), "二、严格督查。要动真碰硬。")
    assert level_of(crossing.blocks[0]) == 0


def test_run_in_and_own_lines_share_a_scheme() -> None:
    lines = (
        "一、任务",
        "（一）工业。要节能降碳。",
        "1. 减排。逐企落实。",
        "2. 增效。逐项推进。",
        "（二）农业。要稳产保供。",
    )
    assert levels(*lines) == [1, -2, -3, -3, -2]


# --- articles --------------------------------------------------------------------------------------------------------


def test_the_number_of_an_article_is_a_span() -> None:
    document, report = recognise(*(f"第{n}条　国家保护公民的权利。公民应当守法。" for n in "一二三"))
    assert [block.children[0] for block in document.blocks if isinstance(block, Para)] == [
        Span((Text(f"第{n}条"),), role="article") for n in "一二三"
    ]
    assert [(d.code, d.args) for d in report.diagnostics] == [("articles-recognised", {"n": "3"})]


def test_articles_with_a_line_of_their_own_are_headings() -> None:
    assert levels("第一条 合同标的", BODY, "第二条 价款", BODY, "第三条 交付", BODY) == [1, 0, 1, 0, 1, 0]


def test_what_is_numbered_below_an_article_is_text() -> None:
    lines = (
        "第一条 有下列情形之一的，不予登记：",
        "（一）材料不全。经告知仍不补正。",
        "（二）弄虚作假。查证属实。",
        "第二条 国家依法管理。",
        "第三条 本办法自公布之日起施行。",
    )
    assert levels(*lines) == [0] * 5


# --- traps -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        ("一、申请书", "二、身份证明", "三、营业执照", "四、授权委托书"),  # a list: no text between
        ("一、加强领导；", "二、强化督查；", "三、狠抓落实。"),
        ("一、时间：2025年6月1日", "二、地点：三楼会议室", BODY),
        ("一、对于群众来信，应当在十五日内答复。逾期不答复的，予以通报。", "二、本规定自2025年1月1日起施行。", BODY),
        ("三、其他", "（二）其他", BODY),  # nothing counts from 1
        ("一、" + "全面贯彻落实" * 8, BODY),
        ("2025.全省经济工作会议召开", BODY, "2026.全省两会召开", BODY),
        ("3.5万吨粮食入库", BODY, "12.4全国交通安全日", BODY),
        ("1. 打开设备电源", BODY, "2. 按下启动键", BODY),  # 1. above everything is a list of steps as often
        ("（1）热点", "（2）难点", BODY),
        ("第一是要加强领导", BODY, "第二是要狠抓落实", BODY),
        ("第三条规定的情形除外。", "第四章的规定适用于本办法。"),
        ("一是加强领导。压实责任。", "二是狠抓落实。动真碰硬。"),
        ("一、“十五五”", "二、“十四五”", "三、“十三五”"),
        ("1. Open the box", "It is heavy.", "2. Read the manual", "It is long."),
    ],
)
def test_these_are_no_headings(lines: tuple[str, ...]) -> None:
    assert levels(*lines) == [0] * len(lines)


def test_entries_of_a_table_of_contents_are_no_headings() -> None:
    lines = (
        "目　录",
        "第一章 总则",
        "第二章 附则",
        "第一章 总则",
        "第一条 为了…，制定本法。",
        "第二章 附则",
        "第二条 自公布之日起施行。",
    )
    assert levels(*lines) == [0, 0, 0, 1, 0, 1, 0]


def test_a_numbered_list_below_a_heading_stays_text() -> None:
    lines = ("一、材料", "1. 申请书", "2. 身份证明", "3. 营业执照", "二、时限", BODY)
    assert levels(*lines) == [1, 0, 0, 0, 1, 0]


def test_words_and_their_order_stay() -> None:
    lines = ["一、任务", "（一）工业。要节能降碳。", "　（二）农业。要稳产保供。", "第一条 甲", "1. 乙。丙。"]
    document, _ = recognise(*lines)
    assert [plain(block) for block in document.blocks] == lines
