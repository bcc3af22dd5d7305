"""Headings and titles made by hand."""

from __future__ import annotations

import pytest

from convert.diagnostics import Report
from convert.model import Heading, Para
from convert.model.walk import plain
from convert.readers.docx import read
from convert.reading.source import Source
from tests.readers.docx.packages import codes, dumped, item, level, numbering, p, package, r, style, understood

TEXT = "会议指出，要坚持以人民为中心的发展思想，统筹发展和安全，全面落实安全生产责任制，持续排查整治风险隐患。"
CENTRE = '<w:jc w:val="center"/>'


def sized(text: str, half_points: int, properties: str = "") -> str:
    return r(text, f'<w:sz w:val="{half_points}"/>{properties}')


def body(text: str = TEXT) -> str:
    return p(content=sized(text, 32))


def headings(content: str, **parts: str) -> list[tuple[int, str]]:
    document, _ = understood(package(content, **parts))
    return [(b.level, b.number + plain(b)) for b in document.blocks if isinstance(b, Heading)]


def test_an_outline_level() -> None:
    content = p("范围", properties='<w:outlineLvl w:val="1"/>') + body()
    assert headings(content) == [(2, "范围")]
    assert codes(content) == ["docx-fake-heading"]
    off = p("范围", "H", '<w:outlineLvl w:val="9"/>') + body()
    assert headings(off, styles=style("H", "heading 1")) == []


def test_numbers_typed_by_hand() -> None:
    content = (
        p("一、总体要求") + body() + p("（一）指导思想") + body() + p("二、保障措施") + body("一、加强领导。" + TEXT)
    )
    assert headings(content) == [(1, "一、总体要求"), (2, "（一）指导思想"), (1, "二、保障措施")]


def test_without_guessing_only_an_outline_level_makes_headings() -> None:
    content = p(content=sized("关于工作的报告", 44), properties=CENTRE) + p("一、总体要求") + body()
    outlined = p("范围", properties='<w:outlineLvl w:val="1"/>')
    source = Source(package(content + outlined), "a.docx", guess=False)
    document = read(source, Report())
    assert [plain(b) for b in document.blocks if isinstance(b, Heading)] == ["范围"]
    assert not any(block.role for block in document.blocks)


def test_chapters_stand_above() -> None:
    content = p("第一章 总则") + body() + p("一、目的") + body() + p("第二章 附则") + body("第一条 " + TEXT)
    assert headings(content) == [(1, "第一章 总则"), (2, "一、目的"), (1, "第二章 附则")]


def test_automatic_numbers() -> None:
    definition = numbering(level(0, "chineseCountingThousand", "%1、"))
    content = item("总体要求") + body() + item("加强领导，明确责任。") + body()
    document, _ = understood(package(content, numbering=definition))
    assert [(type(b).__name__, plain(b)[:6]) for b in document.blocks[::2]] == [
        ("Heading", "总体要求"),
        ("Para", "二、加强领导"),
    ]


def test_decimal_numbers_that_count_on_below_each_other() -> None:
    lines = "1．引言", "1.1编写目的", "1.2背景", "2．总体设计", "2.1需求规定", "2.1.1性能"
    found = headings("".join(p(line) + body() for line in lines))
    assert [depth for depth, _ in found] == [1, 2, 2, 1, 2, 3]
    assert headings("".join(p(line) + body() for line in ("1.准备材料", "2.提交申请", "3.等待"))) == []


def test_lines_that_stand_out() -> None:
    content = (p(content=sized("Background", 40, "<w:b/>")) + body("Text of the report. " * 9) * 2) * 2
    content += p(content=sized("Details", 32, "<w:b/>")) + body("More text of the report. " * 9) * 3
    assert headings(content) == [(1, "Background"), (1, "Background"), (2, "Details")]
    assert set(codes(content)) == {"docx-fake-heading"}


@pytest.mark.parametrize(
    "line", ["A sentence, all of it bold.", "{{ name }}", "x = 2", "-----", "重要：", "他强调，必须落实。"]
)
def test_bold_lines_that_are_no_headings(line: str) -> None:
    assert headings(p(content=sized(line, 32, "<w:b/>")) + body() * 3) == []


def test_where_styles_make_headings_bold_lines_are_only_bold() -> None:
    content = p("甲", "H") + body() + p(content=sized("乙", 32, "<w:b/>")) + body() + p("一、丙") + body()
    assert headings(p("前言文字") + content, styles=style("H", "heading 1")) == [(1, "甲")]


def test_in_a_form_nothing_stands_out() -> None:
    assert headings("".join(p(content=sized(f"项目{n}", 32, "<w:b/>")) for n in "甲乙丙丁") + body()) == []


def test_a_title_is_centred_and_larger_than_everything() -> None:
    lines = [p(properties=CENTRE, content=sized(text, 44)) for text in ("关于做好安全生产工作的", "通知")]
    document, report = understood(package("".join(lines) + body() * 2))
    assert [b.role for b in document.blocks if isinstance(b, Para)] == ["title", "title", "", ""]
    assert document.meta.title == "关于做好安全生产工作的通知"
    assert {found.code for found in report.diagnostics} == {"docx-role-guessed"}


def test_red_letters_name_the_issuer() -> None:
    head = p(properties=CENTRE, content=sized("某某市人民政府文件", 80, '<w:color w:val="FF0000"/>'))
    dump = dumped(head + p(properties=CENTRE, content=sized("关于印发方案的通知", 44)) + body())
    assert understood(package(head + body()))[0].meta.issuers == ("某某市人民政府",)
    assert dump.startswith('para role=issuer\n  text "某某市人民政府文件"\npara role=title')


def test_a_lone_heading_above_all_is_the_title() -> None:
    content = p("关于开展检查的通知", "H") + body() + p("一、工作内容") + body()
    found = dumped(content, styles=style("H", "heading 1"))
    assert found.startswith("para role=title")
    assert headings(content, styles=style("H", "heading 1")) == [(1, "一、工作内容")]
