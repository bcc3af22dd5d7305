"""Numerals and units: GB/T 15835-2011, GB 3100 (cl. 9 of GB/T 9704-2012 refers to them)."""

from __future__ import annotations

from convert.checks.rule import Rule
from convert.checks.rules.flawed import word_rule
from convert.checks.wording import numerals

_STANDARD = "GB/T 15835-2011, "

RULES: tuple[Rule, ...] = (
    word_rule(
        "range-unit", _STANDARD + "5.1.3", "应",
        "% and 万, 亿 with both numbers of a range: 15%～30%", "数值范围中前一个数值不省略“%”“万”“亿”",
        numerals.ranges,
    ),
    word_rule(
        "digits-full-width", _STANDARD + "5.1.7", "一般",
        "digits of half width", "阿拉伯数字占半个汉字位置",
        numerals.full_width_digits,
    ),
    word_rule(
        "decimal-zero", _STANDARD + "5.1.2", "应",
        "0 before the point of a decimal", "纯小数必须写出小数点前定位的“0”",
        numerals.bare_decimals,
    ),
    word_rule(
        "digit-groups", _STANDARD + "5.1.1", "应",
        "digits in groups of three, if in groups", "数字分节以三位为一组",
        numerals.broken_groups,
    ),
    word_rule(
        "numerals-mixed", _STANDARD + "5.3", "应",
        "beside Arabic digits only 万 and 亿", "除“万”“亿”外，阿拉伯数字与汉字数字不混用",
        numerals.mixed_numerals,
    ),
    word_rule(
        "approximation-mixed", _STANDARD + "5.2.1", "应",
        "Han numerals with 几", "含“几”的概数用汉字数字",
        numerals.mixed_approximations,
    ),
    word_rule(
        "approximation-comma", _STANDARD + "5.2.1", "应",
        "no 、 in an approximate number", "两数字连用表示概数，其间不用顿号",
        numerals.split_approximations,
    ),
    word_rule(
        "zero-form", _STANDARD + "5.2.5", "应",
        "the zero of numbers is 〇", "编号、年份中的零写作“〇”",
        numerals.zeros,
    ),
    word_rule(
        "unit-symbol", "9", "应",
        "symbols of units as GB 3100 has them: kg, km, kW", "计量单位符号按 GB 3100 书写，如 kg、km、kW",
        numerals.unit_symbols,
    ),
)  # fmt: skip
