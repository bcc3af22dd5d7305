"""What the engine makes of faults: merged where they repeat, folded where they follow from each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from convert.checks.engine import count, find_faults
from convert.checks.facts import Facts
from convert.checks.rule import Fault, Place, Rule, Words, words
from convert.checks.rules import TEXTS
from convert.style.compute import read_sheet
from convert.style.sheet import Sheet
from tests.checks.findings import A4, element, facts, found

SHEET = read_sheet("gbt9704", ())


def faulty(id: str, *measured: str, causes: tuple[str, ...] = (), practice: bool = False) -> Rule:
    """A rule that always finds the same."""

    def check(_facts: Facts, _sheet: Sheet) -> Iterable[Fault]:
        return [Fault(words("1 mm"), words(what), Place(page=n)) for n, what in enumerate(measured, 1)]

    return Rule(id, "1", "practice" if practice else "应", Words(id, id), check, causes)


def test_the_same_fault_in_two_places_is_one_finding() -> None:
    (first, second) = find_faults(facts(), SHEET, [faulty("a", "red", "blue", "red")])
    assert [place.page for place in first.places] == [1, 3]
    assert second.measured.en == "blue"


def test_lengths_that_are_wrong_alike_are_one_finding_with_their_range() -> None:
    (length, size) = find_faults(facts(), SHEET, [faulty("a", "2.5 mm", "14 pt", "0.3 mm", "2.5 mm")])
    assert (length.measured.en, length.measured.zh) == ("0.3 to 2.5 mm", "0.3～2.5 mm")
    assert [place.page for place in length.places] == [1, 3, 4]
    assert size.measured.en == "14 pt"


def test_what_follows_from_a_fault_stands_below_it_however_far() -> None:
    rules = [faulty("c", "x"), faulty("b", "x", causes=("c",)), faulty("a", "x", causes=("b",)), faulty("d", "x")]
    findings = find_faults(facts(), SHEET, rules)
    assert [(f.rule.id, [below.rule.id for below in f.consequences]) for f in findings] == [
        ("a", ["c", "b"]),
        ("d", []),
    ]


def test_a_flaw_of_words_hides_no_other_paragraphs_flaws() -> None:
    def texts(paragraph: int) -> list[str]:
        recipient = replace(element("recipient", "各市人民政府:"), paragraph=2)
        return found(facts(recipient, replace(element("body", "要抓紧,要落实。"), paragraph=paragraph)), rules=TEXTS)

    assert texts(2) == ["recipients-end", "(marks-half-width)", "(marks-half-width)"]
    assert texts(3) == ["recipients-end", "(marks-half-width)", "marks-half-width"]


def test_a_cause_that_is_not_found_hides_nothing() -> None:
    rules = [faulty("a", causes=("b",)), faulty("b", "x")]
    assert [finding.rule.id for finding in find_faults(facts(), SHEET, rules)] == ["b"]


def test_rules_that_cause_each_other_are_not_lost() -> None:
    rules = [faulty("a", "x", causes=("b",)), faulty("b", "x", causes=("a",))]
    found = find_faults(facts(), SHEET, rules)
    assert sorted(id for f in found for id in (f.rule.id, *(below.rule.id for below in f.consequences))) == ["a", "b"]


def test_findings_of_practice_are_counted_apart() -> None:
    findings = find_faults(facts(), SHEET, [faulty("a", "x"), faulty("b", "x", practice=True)])
    assert (count(findings, standard=True), count(findings, standard=False)) == (1, 1)


def test_places_are_told_in_words() -> None:
    assert Place(2, 7, "", "各市").of("en") == "page 2 “各市”"
    assert Place(None, 7, "a.xhtml", "").of("zh") == "a.xhtml 第 7 段"


def test_a_sheet_of_another_size_is_found() -> None:
    assert found(facts(pages=(A4,))) == []
    assert found(facts(pages=(replace(A4, width=215.9, height=279.4),))) == ["sheet-size"]
