"""The table as a whole: names, clauses, what it must not demand, and the page made from it."""

from __future__ import annotations

import re

import pytest

from convert.checks.rule import STRENGTHS, Rule
from convert.checks.rules import RULES
from tests.checks.paper import PAGE, page

# What was in the standard of 1999, or is told on web pages, and is in no clause of 2012.
MYTHS = {
    "25 mm": r"(?<![.\d])25 ?mm",
    "80 mm": r"\b80 ?mm",
    "28 pt": r"\b28(?:\.\d+)? ?(?:pt|磅)|\b30 ?(?:pt|磅)",
    "GB2312": r"GB ?2312",
    "Times": r"Times",
    "bold is asked for": r"(?<!no )\bbold face\b|加粗体",
    "subject words": "主题词",
    "no text on this page": "此页无正文",
    "Chinese numerals for dates": "二〇|汉字数字日期",
    "seals in a row": "每排.{0,4}3",
    "2022": "2022",
}


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.id for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_who_asks_for_what(rule: Rule) -> None:
    assert re.match(r"\d+(\.\d+)*([,;] |$)|GB/T \d+|条例（2012）\d+$", rule.clause), rule.clause
    assert rule.strength in STRENGTHS and rule.standard == (rule.strength in ("应", "一般", "推荐"))
    assert rule.about.en and re.search("[\u4e00-\u9fff]", rule.about.zh)


def test_what_a_rule_causes_is_a_rule() -> None:
    known = {rule.id for rule in RULES}
    assert {effect for rule in RULES for effect in rule.causes} <= known


@pytest.mark.parametrize("myth", MYTHS)
def test_myths_are_not_demanded(myth: str) -> None:
    assert [rule.id for rule in RULES if re.search(MYTHS[myth], f"{rule.about.en}\n{rule.about.zh}")] == []


def test_nothing_is_demanded_in_the_middle_of_the_foot() -> None:
    numbers = [rule for rule in RULES if rule.id.startswith("page-number")]
    assert numbers and not any("middle" in rule.about.en or "居中" in rule.about.zh for rule in numbers)


def test_bold_and_quotation_marks_are_practice() -> None:
    practice = {rule.id for rule in RULES if not rule.standard}
    assert {"bold", "quotes-face", "imprint-even"} <= practice


def test_the_page_of_rules_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m tests.checks.paper"
