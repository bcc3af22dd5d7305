"""Numerals and units: what is found, and what looks like a flaw and is none."""

from __future__ import annotations

import pytest

from convert.checks.wording import numerals
from tests.checks.wording.flawed import Find, pairs


@pytest.mark.parametrize(
    ("find", "text", "flaws"),
    [
        (numerals.ranges, "增长4.5-5%", [("4.5-5%", "4.5%～5%")]),
        (numerals.ranges, "投资9～16亿元", [("9～16亿", "9亿～16亿")]),
        (numerals.full_width_digits, "７月１日", [("７", "7"), ("１", "1")]),
        (numerals.bare_decimals, "提高.5个百分点", [(".5", "0.5")]),
        (numerals.broken_groups, "共12,34万元", [("12,34", "")]),
        (numerals.mixed_numerals, "约3千人", [("3千", "3000")]),
        (numerals.mixed_approximations, "20几个，10几人", [("20几", "二十几"), ("10几", "十几")]),
        (numerals.split_approximations, "三、四个月，五、六百人", [("三、四", "三四"), ("五、六", "五六")]),
        (numerals.zeros, "二○二五年", [("二○二", "〇")]),
        (numerals.unit_symbols, "重5KG，长3 Km", [("KG", "kg"), ("Km", "km")]),
    ],
)
def test_flaws_are_found(find: Find, text: str, flaws: list[tuple[str, str]]) -> None:
    assert pairs(find, text) == flaws


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (numerals.ranges, "15%～30%，9亿～16亿，3—5年，2024—2025年"),
        (numerals.full_width_digits, "7月1日"),
        (numerals.bare_decimals, "0.5个，第1.5万"),
        (numerals.broken_groups, "1,234,567元，3,000万元，1、2万元"),
        (numerals.mixed_numerals, "5千克，8千米，3.5万人，第2百"),
        (numerals.mixed_approximations, "二十几个，2020几"),
        (numerals.split_approximations, "第三、四季度，五、六月，三、四级，十三、四年"),
        (numerals.zeros, "二〇二五年，○为空缺"),
        (numerals.unit_symbols, "5kg，3 km，KM公司"),
    ],
)
def test_what_is_right_is_left_alone(find: Find, text: str) -> None:
    assert pairs(find, text) == []
