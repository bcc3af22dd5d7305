"""Facts for tests of rules, made by hand."""

from __future__ import annotations

from collections.abc import Sequence

from convert.checks.engine import find_faults
from convert.checks.facts import Element, Facts, PageFacts, Run
from convert.checks.rule import Rule
from convert.checks.rules import RULES, TEXTS
from convert.model import Document
from convert.style.compute import read_sheet

A4 = PageFacts(1, 210, 297, label=Element("page-number", "— 1 —"))


def facts(*elements: Element, pages: tuple[PageFacts, ...] = (A4,), document: Document | None = None) -> Facts:
    """A file with some elements."""
    return Facts("pdf", "a.pdf", document or Document(), pages, elements)


def element(role: str, text: str, face: str = "仿宋", size: float = 16, **more: object) -> Element:
    """An element in one face."""
    made: Element = Element(role, text, (Run(text, face, size),), page=1, **more)  # type: ignore[arg-type]
    return made


def worded(measured: Facts) -> list[str]:
    """As `found`, of the rules about words alone."""
    return found(measured, rules=TEXTS)


def found(measured: Facts, style: str = "gbt9704", rules: Sequence[Rule] = RULES) -> list[str]:
    """The ids of the rules that find something, those of consequences in parentheses."""
    findings = find_faults(measured, read_sheet(style, ()), rules)
    return [
        id
        for finding in findings
        for id in (finding.rule.id, *(f"({below.rule.id})" for below in finding.consequences))
    ]
