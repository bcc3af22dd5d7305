"""Automatic numbers: what they show, where they begin again, where they are a list's and where the words'."""

from __future__ import annotations

import pytest

from convert.model.walk import plain
from tests.readers.docx.packages import codes, dumped, item, level, numbering, p, package, style, understood

HANGING = '<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr>'
DECIMAL = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2.") + level(2, "decimal", "%1.%2.%3")
CHAPTERS = (
    level(0, "chineseCounting", "第%1章")
    + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    + level(2, "chineseCountingThousand", "第%3条", '<w:lvlRestart w:val="0"/>')
)


def lines(body: str, definitions: str, **parts: str) -> list[str]:
    document, _ = understood(package(body, numbering=definitions, **parts))
    return [plain(block) for block in document.blocks]


def test_numbers_that_belong_to_the_words_become_words() -> None:
    body = item("总则。", 0) + item("甲。", 2) + item("乙。", 2) + item("分则。", 0) + item("小。", 1) + item("丙。", 2)
    assert lines(body, numbering(CHAPTERS)) == [
        "第一章 总则。",
        "第一条 甲。",
        "第二条 乙。",
        "第二章 分则。",
        "2.1 小。",  # isLgl: all numbers decimal
        "第三条 丙。",  # lvlRestart 0: counts through
    ]


def test_a_level_begins_again_below_a_higher_one() -> None:
    body = item("a") + item("b", 1) + item("c", 1) + item("d") + item("e", 1)
    assert dumped(body, numbering=numbering(DECIMAL)) == (
        'list ordered=true\n  listitem\n    para\n      text "a"\n'
        '    list ordered=true style="lower-alpha"\n      listitem\n        para\n          text "b"\n'
        '      listitem\n        para\n          text "c"\n'
        '  listitem\n    para\n      text "d"\n'
        '    list ordered=true style="lower-alpha"\n      listitem\n        para\n          text "e"'
    )


def test_an_override_gives_a_list_its_own_start() -> None:
    override = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    body = item("a") + item("b") + item("c", number=2) + item("d", number=2)
    dump = dumped(body, numbering=numbering(DECIMAL) + override)
    assert dump.splitlines()[0] == "list ordered=true"
    assert "list ordered=true start=5" in dump


def test_lists_of_one_definition_count_on_over_what_stands_between() -> None:
    second = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    body = item("a") + item("b") + p("between") + item("c", number=2)
    assert "list ordered=true start=3" in dumped(body, numbering=numbering(DECIMAL) + second)


def test_chinese_numbers_are_a_list_where_they_hang_and_words_where_they_do_not() -> None:
    hanging = numbering(level(0, "chineseCounting", "%1、", HANGING))
    inline = numbering(level(0, "chineseCounting", "%1、"))
    body = item("加强领导，明确责任。") + item("狠抓落实，务求实效。")
    assert dumped(body, numbering=hanging).startswith("list ordered=true style=cjk\n")
    assert lines(body, inline) == ["一、加强领导，明确责任。", "二、狠抓落实，务求实效。"]


def test_headings_keep_their_number_apart() -> None:
    styles = style("H", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = p("总体要求", "H") + p("主要任务", "H")
    dump = dumped(body, styles=styles, numbering=numbering(level(0, "chineseCounting", "%1、")))
    assert 'heading level=1 number="一、"\n  text "总体要求"' in dump
    assert 'heading level=1 number="二、"\n  text "主要任务"' in dump


def test_a_style_finds_its_level_by_its_name() -> None:
    styles = style("A", "甲", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "B", "乙", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    definition = level(0, "decimal", "第%1节", '<w:pStyle w:val="A"/>') + level(
        1, "decimal", "第%1.%2款", '<w:pStyle w:val="B"/>'
    )
    assert lines(p("x。", "A") + p("y。", "B") + p("z。", "B"), numbering(definition), styles=styles) == [
        "第1节 x。",
        "第1.1款 y。",
        "第1.2款 z。",
    ]


def test_numbering_can_be_taken_off() -> None:
    styles = style("A", "甲", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    assert "list" not in dumped(p("x", "A", off), styles=styles, numbering=numbering(DECIMAL))


def test_a_list_through_a_style_of_lists() -> None:
    definitions = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>{level(0, "upperRoman", "%1.")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert 'list ordered=true style="upper-roman"' in dumped(item("x"), numbering=definitions)


def test_marks_that_a_list_cannot_print_are_told() -> None:
    assert codes(item("x"), numbering=numbering(level(0, "decimal", "[%1]"))) == ["docx-list-mark"]


@pytest.mark.parametrize(
    ("form", "text", "delimiter"),
    [("decimal", "%1.", ""), ("decimal", "%1)", "paren"), ("lowerLetter", "(%1)", "parens"), ("decimal", "%1、", "comma")]
)  # fmt: skip
def test_the_marks_around_numbers_are_kept(form: str, text: str, delimiter: str) -> None:
    definition = numbering(level(0, form, text))
    assert (f"delimiter={delimiter}" in dumped(item("x"), numbering=definition)) == bool(delimiter)
    assert codes(item("x"), numbering=definition) == []


def test_a_list_that_is_nowhere_defined_is_none() -> None:
    assert dumped(item("x", 99, 77)) == 'para\n  text "x"'
