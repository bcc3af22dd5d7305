"""Apply the table of rules to a file: what is wrong with it, faults first, what follows from them below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from convert.checks.facts import Facts
from convert.checks.rule import Fault, Finding, Rule
from convert.style.sheet import Sheet


def find_faults(facts: Facts, sheet: Sheet, rules: Sequence[Rule]) -> list[Finding]:
    """All findings in the order of the table; those that follow from others stand below these."""
    return fold([finding for rule in rules for finding in _merged(rule, rule.check(facts, sheet))], rules)


def _merged(rule: Rule, faults: Iterable[Fault]) -> Iterable[Finding]:
    """One finding for each fault, however often it occurs."""
    found: dict[tuple[object, object], Finding] = {}
    for fault in faults:
        key = fault.required, fault.measured
        first = found.get(key)
        places = (*first.places, fault.place) if first else (fault.place,)
        found[key] = Finding(rule, fault.required, fault.measured, places)
    return found.values()


def fold(findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """Findings with those below the first one of a rule that causes them, however many steps away."""
    found = {finding.rule.id for finding in findings}
    above: dict[str, str] = {}
    for cause, effect in [(rule.id, effect) for rule in rules if rule.id in found for effect in rule.causes]:
        if effect not in above and _root(cause, above) != effect:  # no ring
            above[effect] = cause
    roots = {finding.rule.id: _root(finding.rule.id, above) for finding in findings}
    kept: list[Finding] = []
    for id in dict.fromkeys(roots.values()):
        first, *more = [finding for finding in findings if finding.rule.id == id]
        below = tuple(each for each in findings if roots[each.rule.id] == id != each.rule.id)
        kept += [replace(first, consequences=below), *more]
    order = {rule.id: number for number, rule in enumerate(rules)}
    return sorted(kept, key=lambda finding: order[finding.rule.id])


def _root(id: str, above: dict[str, str]) -> str:
    while id in above:
        id = above[id]
    return id


def count(findings: Iterable[Finding], *, standard: bool) -> int:
    """How many findings the standard stands behind, or how many practice does; consequences are not counted."""
    return sum(finding.rule.standard == standard for finding in findings)
