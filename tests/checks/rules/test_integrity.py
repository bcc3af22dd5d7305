"""The rule that compares a file with its source."""

from __future__ import annotations

from dataclasses import replace

from convert.checks.integrity import wording_of
from convert.model import Document
from convert.model.build import para
from tests.checks.findings import element, facts, worded


def test_a_changed_word_is_found_where_the_source_is_given() -> None:
    measured = facts(element("body", "各地要切实执行。"))
    assert worded(measured) == []
    same = replace(measured, wording=wording_of(Document((para("各地要切实执行。"),))))
    assert worded(same) == []
    other = replace(measured, wording=wording_of(Document((para("各地要认真执行。"),))))
    assert worded(other) == ["text-changed"]
