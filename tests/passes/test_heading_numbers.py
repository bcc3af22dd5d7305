"""Typed numbers of headings are told from their words; what only looks like one stays."""

from __future__ import annotations

import pytest

from convert.model import Document, Heading, LineBreak, Span, Strong, Text
from convert.model.build import heading, inlines, numbered, para
from convert.model.nodes import Inline
from convert.model.walk import nodes, plain
from convert.passes.heading_numbers import split_heading_numbers


def split(*headings: str) -> list[tuple[str, str]]:
    document = split_heading_numbers(Document(tuple(heading(1, words) for words in headings)))
    found = [node for node in nodes(document) if isinstance(node, Heading)]
    assert [plain(numbered(node)) for node in found] == list(headings)
    return [(node.number, plain(node.children)) for node in found]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("一、总体要求", "一、"),
        ("（二）工作目标", "（二）"),
        ("3.基本原则", "3."),
        ("（4） 保障措施", "（4） "),
        ("第一章　总则", "第一章　"),
        ("第2章：方法", "第2章："),
        ("第三部分 结论", "第三部分 "),
        ("①先做", "①"),
        ("Chapter 2: Results", "Chapter 2: "),
        ("Appendix A Data", "Appendix A "),
        ("SECTION IV. Law", "SECTION IV. "),
        ("附录B 数据", "附录B "),
    ],
)
def test_a_number_with_a_mark_of_its_own_is_one_anywhere(typed: str, number: str) -> None:
    assert split(typed) == [(number, typed.removeprefix(number))]


@pytest.mark.parametrize(
    "typed",
    [
        "总体要求", "2024 年工作总结", "第一章", "3D 打印", "5 Ways to fail", "1.5亿元项目", "10 个问题", "一是加强领导",
        "Part of the work", "A. Smith", "V. Putin", "第一章的要求", "2.5 kg of salt",
    ],
)  # fmt: skip
def test_words_that_look_like_a_number_stay(typed: str) -> None:
    assert split(typed, "其他") == [("", typed), ("", "其他")]


@pytest.mark.parametrize(
    "typed",
    [
        ("1 Introduction", "2 Results"),
        ("1.1总体", "1.2目标", "1.2.1 细目"),
        ("3 Results", "3.1 Data"),
        ("I. Law", "II. Facts"),
        ("A. Law", "B. Facts"),
        ("2.1. Scope", "2.2. Terms"),
    ],
)
def test_a_number_without_a_mark_is_one_where_it_counts(typed: tuple[str, ...]) -> None:
    assert all(number for number, _ in split(*typed))


def test_one_that_does_not_count_stays_among_those_that_do() -> None:
    assert [number for number, _ in split("1 Introduction", "2 Results", "20 Questions")] == ["1 ", "2 ", ""]


@pytest.mark.parametrize(
    ("children", "rest"),
    [
        ((Strong((Text("一、总体"),)), Text("要求")), (Strong((Text("总体"),)), Text("要求"))),
        ((Span((), id="x"), Text(" 一、要求")), (Span((), id="x"), Text("要求"))),
    ],
)
def test_a_number_within_marks_is_told(children: tuple[Inline, ...], rest: tuple[Inline, ...]) -> None:
    (found,) = split_heading_numbers(Document((Heading(children, 1),))).blocks
    assert isinstance(found, Heading) and found.number.strip() == "一、" and found.children == rest


def test_what_has_a_number_or_none_is_shared() -> None:
    document = Document((Heading(inlines("一、要求"), 1, "1 "), heading(1, "甲", LineBreak()), para("一、文")))
    assert split_heading_numbers(document) is document
