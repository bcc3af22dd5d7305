"""Names of attachments in the note and above the attachments."""

from __future__ import annotations

import pytest

from convert.kit.attachments import Attachment, Disagreement, disagreements, label_number, lead_of, name_of


@pytest.mark.parametrize(
    ("line", "lead", "name"),
    [
        ("附件：工作方案", "附件：", "工作方案"),
        ("附件：1.工作方案；", "附件：1.", "工作方案"),
        ("2. 名单", "2. ", "名单"),
        ("附件2：名单", "附件2：", "名单"),
        ("附　件：1、名单", "附　件：1、", "名单"),
        ("附件：2025年计划", "附件：", "2025年计划"),
        ("1.5万亩名单", "", "1.5万亩名单"),
        ("1.2025年计划", "1.", "2025年计划"),
        ("2．2025年计划", "2．", "2025年计划"),
        ("名单", "", "名单"),
    ],
)
def test_lines_of_a_note_have_a_lead_and_a_name(line: str, lead: str, name: str) -> None:
    assert (lead_of(line), name_of(line)) == (lead, name)


@pytest.mark.parametrize(("label", "number"), [("附件", 0), ("附件1", 1), ("附 件 12：", 12), ("附件二", 2), ("某", 0)])
def test_labels_have_numbers(label: str, number: int) -> None:
    assert label_number(label) == number


def test_names_agree_but_for_marks_and_spaces() -> None:
    assert not list(disagreements(["《甲 表》", "乙；"], [Attachment("甲表", 1), Attachment("乙", 2)]))
    assert not list(disagreements(["甲"], [Attachment("甲")]))


def test_what_differs_or_is_not_there_is_told_by_number() -> None:
    found = disagreements(["甲", "乙", "丙"], [Attachment("乙", 2), Attachment("甲表", 1), Attachment("丁", 4)])
    assert list(found) == [Disagreement(1, "甲", "甲表"), Disagreement(3, "丙", ""), Disagreement(4, "", "丁")]


def test_nothing_is_told_where_one_side_is_missing() -> None:
    assert not list(disagreements([], [Attachment("甲")])) and not list(disagreements(["甲"], []))
