"""What the metadata gives and the arranged document says nowhere."""

from __future__ import annotations

from typing import Any

import pytest

from convert.diagnostics import Report
from convert.model import Block, Document, Meta
from convert.model.build import para
from convert.passes.official import arrange
from convert.style.compute import read_sheet

HEAD: dict[str, Any] = {"issuers": ("某厅",), "number": "某发〔2025〕1号"}


def unsaid(*blocks: Block, style: str = "gbt9704", **meta: Any) -> list[str]:
    """The fields that are told."""
    report = Report()
    arrange(
        Document((para("关于工作的通知", role="title"), para("正文。"), *blocks), Meta(**meta)),
        read_sheet(style),
        report,
    )
    return [found.args["field"] for found in report.diagnostics if found.code == "field-unsaid"]


@pytest.mark.parametrize(
    ("field", "meta"),
    [
        ("issuers", {"issuers": ("某厅",)}),
        ("number", {"number": "某发〔2025〕1号"}),
        ("signers", {"signers": ("王五",)}),
        ("annotation", {"annotation": "此件公开发布"}),
        ("urgency", {"urgency": "特急", "style": "report"}),
        ("recipients", {"recipients": ("各县",), "style": "report"}),
    ],
)
def test_what_stands_nowhere_is_told(field: str, meta: dict[str, Any]) -> None:
    assert unsaid(**meta) == [field]


def test_a_printing_office_beside_a_typed_line_is_told() -> None:
    typed = para("2025年6月4日印发", role="printing")
    assert unsaid(typed, printing_office="某办", printing_date="2025-06-04") == ["printing_office"]


def test_what_is_printed_inferred_or_a_property_is_not_told() -> None:
    every: dict[str, Any] = {
        "date": "2025-06-03",
        "signers": ("张 三", "王五"),
        "recipients": ("各县：", "各市"),
        "cc": ("抄送：市委；市人大。",),
        "urgency": "特急",
        "classification": "机密",
        "classification_term": "1年",
        "copy_number": "000001",
        "annotation": "（公开）",
        "attachments": ("1.清单。",),
        "attendees": ("甲、乙",),
        "printing_office": "某办",
        "printing_date": "2025-06-04",
    }
    assert unsaid(**HEAD, **every) == []
    assert unsaid(issuers=("某厅",), inferred=("issuers",)) == []
    assert unsaid(date="2025-06-03", authors=("甲",), keywords=("乙",), source="丙") == []


def test_a_style_without_a_letterhead_has_no_signature_for_it() -> None:
    document = Document((para("Text."),), Meta(**HEAD, date="2025-06-03"))
    placed, _ = arrange(document, read_sheet("report"), Report())
    assert placed.blocks == document.blocks
