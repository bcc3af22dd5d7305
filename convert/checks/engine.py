"""Apply the table of rules to a file: what is wrong with it, faults first, what follows from them below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from convert.checks.facts import Facts
from convert.checks.rule import Fault, Finding, Rule, Words
from convert.style.sheet import Sheet

_LENGTH = re.compile(r"([+-]?\d+(?:\.\d+)?) (mm|pt|characters)")


def find_faults(facts: Facts, sheet: Sheet, rules: Sequence[Rule]) -> list[Finding]:
    """All findings in the order of the table; those that follow from others stand below these."""
    return fold([finding for rule in rules for finding in _merged(rule, rule.check(facts, sheet))], rules)


def _merged(rule: Rule, faults: Iterable[Fault]) -> Iterable[Finding]:
    """One finding for each fault, however often it occurs; lengths that are wrong in the same way are one, with their
    range."""
    found: dict[tuple[object, object], list[Fault]] = {}
    for fault in faults:
        length = _LENGTH.fullmatch(fault.measured.en)
        found.setdefault((fault.required, length[2] if length else fault.measured), []).append(fault)
    for group in found.values():
        yield Finding(
            rule, group[0].required, _range([fault.measured for fault in group]), tuple(f.place for f in group)
        )


def _range(measured: Sequence[Words]) -> Words:
    """Several lengths as one: from the least to the greatest."""
    by_value = sorted(set(measured), key=lambda each: float(length[1]) if (length := _LENGTH.fullmatch(each.en)) else 0)
    least, most = by_value[0], by_value[-1]
    if least == most:
        return least
    low_en, low_zh = least.en.partition(" ")[0], least.zh.partition(" ")[0]
    return Words(f"{low_en} to {most.en}", f"{low_zh}～{most.zh}")


def fold(findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """Findings with those below the first one of a rule that causes them, however many steps away."""
    findings = _fold_paragraphs(findings)
    found = {finding.rule.id for finding in findings}
    causes = [rule for rule in rules if rule.id in found and not rule.local]
    above: dict[str, str] = {}
    for cause, effect in [(rule.id, effect) for rule in causes for effect in rule.causes]:
        if effect not in above and _root(cause, above) != effect:  # no ring
            above[effect] = cause
    roots = {finding.rule.id: _root(finding.rule.id, above) for finding in findings}
    kept: list[Finding] = []
    for id in dict.fromkeys(roots.values()):
        first, *more = [finding for finding in findings if finding.rule.id == id]
        below = [each for each in findings if roots[each.rule.id] == id != each.rule.id]
        flat = [part for each in below for part in (replace(each, consequences=()), *each.consequences)]
        kept += [replace(first, consequences=(*first.consequences, *flat)), *more]
    order = {rule.id: number for number, rule in enumerate(rules)}
    return sorted(kept, key=lambda finding: order[finding.rule.id])


def _fold_paragraphs(findings: Sequence[Finding]) -> list[Finding]:
    """Findings of rules that are `local` with those below them that stand in their paragraphs and nowhere else."""
    kept = list(findings)
    for cause in findings:
        if cause.rule.local and cause in kept:
            where = _paragraphs(cause)
            below = [each for each in kept if each.rule.id in cause.rule.causes and _paragraphs(each) <= where]
            kept = [
                replace(each, consequences=tuple(below)) if each is cause else each
                for each in kept
                if each not in below
            ]
    return kept


def _paragraphs(finding: Finding) -> set[tuple[str, int | None]]:
    return {(place.part, place.paragraph) for place in finding.places}


def _root(id: str, above: dict[str, str]) -> str:
    while id in above:
        id = above[id]
    return id


def count(findings: Iterable[Finding], *, standard: bool) -> int:
    """How many findings the standard stands behind, or how many practice does; consequences are not counted."""
    return sum(finding.rule.standard == standard for finding in findings)
