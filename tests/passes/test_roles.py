"""Headings of bare text, and roles that the style does not know."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.model import Document, Heading
from convert.model.build import heading, para
from convert.model.nodes import Block
from convert.passes.roles import check_roles, recognise_roles
from convert.style.compute import read_sheet


def recognised(*blocks: Block) -> list[int]:
    """The level of each block; 0 for a paragraph."""
    document = recognise_roles(Document(blocks), Report("test"))
    return [b.level if isinstance(b, Heading) else 0 for b in document.blocks]


def test_numbered_short_lines_are_headings() -> None:
    assert recognised(para("一、总体要求"), para("正文。"), para("（一）指导思想"), para("二、主要任务")) == [
        1,
        0,
        2,
        1,
    ]


def test_sentences_are_not() -> None:
    long = "一、" + "全面贯彻落实" * 8
    assert recognised(para("一、加强领导。要压实责任"), para("一、加强领导；"), para(long)) == [0, 0, 0]


def test_a_level_must_begin_at_one() -> None:
    assert recognised(para("三、其他"), para("（二）其他")) == [0, 0]


def test_headings_of_the_source_stay_and_typed_ones_stand_below_them() -> None:
    assert recognised(heading(1, "总则"), para("一、总体要求"), para("正文。")) == [1, 2, 0]
    assert recognised(heading(2, "一、总则"), para("正文。"), para("二、总体要求")) == [2, 0, 0]


def test_guesses_are_reported() -> None:
    report = Report("test")
    recognise_roles(Document((para("一、总体要求"),)), report)
    assert [(d.code, d.args) for d in report.diagnostics] == [
        ("heading-recognised", {"text": "一、总体要求", "level": "1"})
    ]


def test_unknown_roles_are_reported_with_the_nearest_name() -> None:
    report = Report("test")
    check_roles(Document((para("甲", role="recipiant"), para("乙", role="byline"))), read_sheet("gbt9704"), report)
    assert [(d.code, d.args) for d in report.diagnostics] == [
        ("role-unknown", {"role": "recipiant", "near": "recipient"})
    ]
