"""Each case file, converted once: what its front matter says holds, and the three outputs have the same text."""

from __future__ import annotations

import pytest

from convert.config import Options
from convert.diagnostics import Report
from convert.pipeline import convert_bytes
from tests.documents.cases import FOLDER, Case, case_names, parse_case, read_case
from tests.documents.judges import faults

CASE = """---
title: 题目
tests:
{rules}
---

# 一、标题

正文有**重点**，也有[链接](https://example.org/)。

| 甲 | 乙 |
|---|---|
| 1 | 2 |
"""


def outcome(case: Case) -> list[str]:
    """What does not hold of a case."""
    rules = case.rules
    options = Options(fonts="bundled", style=rules.style, settings=rules.set)
    report = Report(f"{case.name}.md")
    files = convert_bytes(case.source.encode(), f"{case.name}.md", ("pdf", "docx", "epub"), options, report, FOLDER)
    return faults(rules, files, report.folded())


@pytest.mark.parametrize("name", case_names())
def test_what_the_case_says_holds(name: str) -> None:
    found = outcome(read_case(FOLDER / f"{name}.md"))
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ("pdf: {has: {words: [{text: 正文, page: 2}]}}", "pdf has no '正文' as it should be: page 1: another page"),
        ("pdf: {has: {words: [{text: 正文, left_mm: [30, 31]}]}}", "page 1: left "),
        ("pdf: {has: {words: [{text: 重点, font: Kai}]}}", "FandolHei"),
        ("pdf: {has: {words: [{text: 重点, artifact: true}]}}", "no artifact"),
        ("pdf: {has: {words: [没有]}}", "it stands nowhere"),
        ("pdf: {lacks: {words: [重点]}}", "pdf has Word(text='重点'"),
        ("pdf: {has: {tags: [//Note]}}", "pdf tags lacks //Note"),
        ("pdf: {has: {tags: [count(//TH) = 3]}}", "pdf tags lacks count(//TH) = 3: it is 2.0"),
        ("pdf: {lacks: {tags: [//TH]}}", "pdf tags has //TH (2 times)"),
        ("pdf: {pages: [2, 3]}", "pdf has 1 pages"),
        ("docx: {has: {document: [//w:footnoteReference]}}", "docx document lacks //w:footnoteReference"),
        ("docx: {lacks: {document: [//w:tbl]}}", "docx document has //w:tbl (1 times)"),
        ("docx: {has: {nothing: [//w:p]}}", "docx: there is no part word/nothing.xml"),
        ("epub: {has: {content: [aside]}}", "epub content lacks aside"),
        ("epub: {has: {content: [{select: th, count: 3}]}}", "epub content has 2 of th, not 3"),
        ("epub: {lacks: {nav: [a]}}", "epub nav has a"),
        ("text: [链接, 正文]", "where it should, but elsewhere"),
        ("text: [无此]", "'无此' anywhere"),
        ("report: [note-nested]", "report: note-nested did not come"),
    ],
)
def test_a_wrong_expectation_fails_and_says_what_is_there(rules: str, message: str) -> None:
    found = outcome(parse_case("wrong", CASE.format(rules=f"  {rules}")))
    assert len(found) >= 1
    assert message in "\n".join(found)


@pytest.mark.parametrize(
    "rules",
    [
        "pdf: {has: {words: [{text: 标题, page: 1, left_mm: [28, 184], size_pt: 16, font: Hei, artifact: false}]}}",
        "pdf: {has: {words: [{text: 题目, size_pt: 22}], tags: ['//Link', 'count(//TH) = 2']}, pages: 1}",
        "docx: {has: {document: ['//w:hyperlink[.=\"链接\"]'], docProps/core: [//dc:title]}, lacks: {footnotes: [//w:drawing]}}",
        "epub: {has: {content: ['th:contains(甲)', {select: td, count: 2}], nav: [a], package: [spine]}}",
        "text: [标题, 重点, 链接, 甲, 乙]",
    ],
)
def test_a_right_one_passes(rules: str) -> None:
    assert outcome(parse_case("right", CASE.format(rules=f"  {rules}"))) == []


def test_the_rules_reach_no_output() -> None:
    case = parse_case("right", CASE.format(rules="  text: [正文]"))
    assert "tests" not in case.source and "title: 题目" in case.source


@pytest.mark.parametrize(
    "rules",
    [
        "pdfs: {}",
        "pdf: {have: {}}",
        "pdf: {has: {words: [{text: 甲, left: 3}]}}",
        "docx: {has: [//w:p]}",
        "text: 甲",
        "[:",
    ],
)
def test_rules_that_nobody_knows_are_an_error(rules: str) -> None:
    with pytest.raises(ValueError, match="odd: "):
        parse_case("odd", CASE.format(rules=f"  {rules}"))


def test_a_case_without_rules_is_an_error() -> None:
    with pytest.raises(ValueError, match="no 'tests' in the front matter"):
        parse_case("plain", "# 一、标题\n")


@pytest.mark.parametrize(
    "rules", ["docx: {has: {document: ['//w:p[']}}", "epub: {has: {content: ['a[']}}", "epub: {has: {style: [a]}}"]
)
def test_an_expression_that_is_none_is_an_error(rules: str) -> None:
    with pytest.raises(ValueError, match=r"no XPath|no CSS selector|an EPUB has"):
        outcome(parse_case("odd", CASE.format(rules=f"  {rules}")))
