"""Twelve wrong variants of one document: each is found first, under the right clause, and what follows from it below it."""

from __future__ import annotations

import functools

import pytest

from convert.checking import check_bytes, source_wording
from convert.checks.engine import count
from convert.checks.rule import Finding
from convert.checks.rules import RULES
from convert.config import Options
from convert.diagnostics import Report
from tests.checks.variants import FOLDER, NAME, SOURCE, VARIANTS, printed, wrong

OPTIONS = Options(fonts="bundled")
right = functools.cache(printed)


def found(data: bytes, format: str, *, against: bool = False) -> list[Finding]:
    wording = source_wording(SOURCE.encode(), NAME, OPTIONS, Report(), FOLDER) if against else None
    return check_bytes(data, f"a.{format}", OPTIONS, Report(), RULES, wording)


@pytest.mark.parametrize("format", ["docx", "pdf", "epub"])
def test_the_document_itself_is_as_the_standard_says(format: str) -> None:
    assert found(right(format), format, against=True) == []


@pytest.mark.parametrize(
    ("name", "format"),
    [
        (name, format)
        for name, variant in VARIANTS.items()
        for format in ("docx", "pdf")
        if format == "docx" or variant.in_pdf
    ],
)
def test_each_fault_is_found_as_itself(name: str, format: str) -> None:
    variant = VARIANTS[name]
    findings = found(wrong(variant, format, right(format)), format, against=variant.rule == "text-changed")
    assert [finding.rule.id for finding in findings] == [variant.rule]
    assert count(findings, standard=True) == variant.standard


def test_there_are_twelve() -> None:
    assert len(VARIANTS) == 12
    assert sum(variant.in_pdf for variant in VARIANTS.values()) == 10


def test_consequences_stand_below_the_fault() -> None:
    (finding,) = found(wrong(VARIANTS["US Letter"], "docx", right("docx")), "docx")
    assert {"area-width", "page-number-height"} <= {below.rule.id for below in finding.consequences}
