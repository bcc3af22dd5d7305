from __future__ import annotations

from typing import Any

import pytest

from convert.diagnostics import Report
from convert.model import Meta, Para
from convert.model.build import para
from convert.passes.official.agreement import tell_differences

FOUND: dict[str, list[Para]] = {
    "issuer": [para("甲省应急 管理厅文件", role="issuer")],
    "number": [para("甲〔2025〕1号　签发人：王五", role="number")],
    "urgency": [para("特急", role="urgency")],
}


def told(found: dict[str, list[Para]], **meta: Any) -> list[str]:
    report = Report("test")
    tell_differences(found, Meta(**meta), report)
    return [finding.code for finding in report.diagnostics]


@pytest.mark.parametrize(
    "meta",
    [
        {"issuers": ("甲省应急管理厅",), "number": "甲〔2025〕1号", "urgency": "特急"},
        {"mark": "甲省应急管理厅文件"},
        {"copy_number": "000001", "signers": ("王五",)},
        {"number": "乙〔2025〕2号", "inferred": ("number",)},
        {},
    ],
)
def test_what_agrees_is_not_told(meta: dict[str, Any]) -> None:
    assert told(FOUND, **meta) == []


@pytest.mark.parametrize(
    "meta",
    [{"issuers": ("乙厅",)}, {"mark": "甲省应急管理厅" + "令"}, {"number": "甲〔2025〕2号"}, {"urgency": "加急"}],
)
def test_what_differs_is_told(meta: dict[str, Any]) -> None:
    assert told(FOUND, **meta) == ["head-differs"]


def test_what_the_text_does_not_have_is_printed_as_given() -> None:
    assert told({}, issuers=("乙厅",), number="乙〔2025〕2号", signers=("王五",)) == []


def test_a_number_is_compared_in_the_form_that_metadata_has() -> None:
    typed = {"number": [para("甲[２０２５]第01号", role="number")]}
    assert told(typed, number="甲〔2025〕1号") == []
    assert told(typed, number="甲〔2025〕10号") == ["head-differs"]
