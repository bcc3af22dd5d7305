"""Numbers of headings: their marks, whether they count, what stands above what."""

from __future__ import annotations

import pytest

from convert.checks.wording.numbers import Numbered, heading_ends, number_marks, order_flaws, sequence_flaws
from tests.checks.wording.flawed import pairs


@pytest.mark.parametrize(
    ("text", "flaws"),
    [
        ("（一）、加强领导", [("（一）、", "（一）")]),
        ("(1)．加强领导", [("(1)．", "(1)")]),
        ("1、加强领导", [("1、", "1.")]),
        ("一.加强领导", [("一.", "一、")]),
        ("第一、加强领导", [("第一、", "第一，")]),
        ("①、加强领导", [("①、", "①")]),
        ("一、加强领导", []),
        ("1.加强领导", []),
        ("（一）加强领导", []),
        ("第一、二季度", []),
        ("10、20和30", []),
        ("1.5万元", []),
    ],
)
def test_the_mark_behind_a_number(text: str, flaws: list[tuple[str, str]]) -> None:
    assert pairs(number_marks, text) == flaws


@pytest.mark.parametrize(
    ("text", "flaws"),
    [
        ("一、总体要求。", [("。", "")]),
        ("为什么？", []),
        ("总体要求", []),
        ("未完……", []),
        ("to be continued...", []),
    ],
)
def test_a_heading_ends_without_a_stop(text: str, flaws: list[tuple[str, str]]) -> None:
    assert pairs(heading_ends, text) == flaws


def test_headings_count_on() -> None:
    headings = [
        Numbered(1, "一、甲"),
        Numbered(2, "（一）甲"),
        Numbered(2, "（三）甲"),
        Numbered(1, "二、乙"),
        Numbered(2, "（一）甲"),
        Numbered(1, "二、丙"),
        Numbered(1, "没有序号"),
        Numbered(1, "一、另起"),
    ]
    assert [(index, flaw.found, flaw.wanted) for index, flaw in sequence_flaws(headings)] == [
        (2, "（三）", "二"),
        (5, "二、", "三"),
    ]


def test_what_stands_above_what() -> None:
    right = [
        Numbered(1, "一、甲"),
        Numbered(2, "1.甲"),
        Numbered(3, "（1）甲"),
        Numbered(1, "二、乙"),
        Numbered(2, "（一）乙"),
    ]
    assert list(order_flaws(right)) == []
    wrong = [Numbered(1, "1.甲"), Numbered(2, "一、甲")]
    assert [index for index, _ in order_flaws(wrong)] == [1]
