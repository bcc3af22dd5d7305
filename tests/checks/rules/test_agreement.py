"""Attachments are called what the note calls them."""

from __future__ import annotations

from convert.checks.engine import find_faults
from convert.checks.facts import Element
from convert.checks.rules.agreement import RULES
from convert.style.compute import read_sheet
from tests.checks.findings import element, facts

NOTE = element("attachment-note", "附件：1.任务清单"), element("attachment-item", "2.统计表")


def told(*elements: Element) -> list[tuple[str, str, str]]:
    """What is required and measured, and where."""
    findings = find_faults(facts(*elements), read_sheet("gbt9704"), RULES)
    return [(each.required.en, each.measured.zh, each.places[0].quote) for each in findings]


def attachment(label: str, *title: str) -> tuple[Element, ...]:
    return element("attachment-label", label), *(element("attachment-title", line) for line in title)


def test_the_same_words_agree() -> None:
    assert told(*NOTE, *attachment("附件1", "任务", "清单"), *attachment("附件2", "统计表")) == []


def test_other_words_and_numbers_are_told_where_they_stand() -> None:
    assert told(*NOTE, *attachment("附件1", "任务表"), *attachment("附件2", "统计表")) == [
        ("attachment 1: “任务清单”", "附件1：“任务表”", "任务表")
    ]
    assert told(*NOTE, *attachment("附件1", "任务清单")) == [("attachment 2: “统计表”", "无附件2", "附件：1.任务清单")]
    alone = element("attachment-note", "附件：清单"), *attachment("附件", "清单"), *attachment("附件2", "名单")
    assert told(*alone) == [("no attachment 2", "附件2：“名单”", "名单")]


def test_nothing_is_told_of_what_is_not_there() -> None:
    assert told(*NOTE) == [] and told(*attachment("附件1", "清单")) == []
