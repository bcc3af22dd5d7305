"""Rules about words: a function that finds the flaws of one text, applied to the elements of some roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from convert.checks.facts import Element, Facts, FileKind
from convert.checks.rule import Fault, Place, Rule, Strength, Words, at, words
from convert.checks.wording.flaws import Flaw
from convert.style.sheet import Sheet

UNREAD = frozenset({"code", "formula", "toc", "toc1", "toc2", "toc3", "toc-caption"})
"""Roles of elements whose characters are no sentences, or are said elsewhere."""

_MOST = 3  # different flaws of one rule that are told one by one
_AROUND = 6  # characters of the text before and after a flaw


def word_rule(
    id: str,
    clause: str,
    strength: Strength,
    en: str,
    zh: str,
    find: Callable[[str], Iterable[Flaw]],
    roles: tuple[str, ...] = (),
    causes: tuple[str, ...] = (),
    kinds: tuple[FileKind, ...] = ("pdf", "docx", "epub"),
) -> Rule:
    """A rule that applies `find` to every element with one of some roles; without roles, to all that are read as text.
    `kinds`: the files whose words tell enough. A flaw in one paragraph causes none in another."""
    about = Words(en, zh)

    def check(facts: Facts, _sheet: Sheet) -> Iterable[Fault]:
        if facts.kind not in kinds:
            return ()
        chosen = facts.of(*roles) if roles else [each for each in facts.elements if each.role not in UNREAD]
        return told([(flaw, around(element, flaw)) for element in chosen for flaw in find(element.text)], about)

    return Rule(id, clause, strength, about, check, causes, local=True)


def told(flaws: list[tuple[Flaw, Place]], about: Words) -> Iterator[Fault]:
    """Flaws as faults: one by one where they are few, else as one fault that occurs in many places."""
    if len({(flaw.found, flaw.wanted) for flaw, _ in flaws}) <= _MOST:
        for flaw, place in flaws:
            yield Fault(words(f"“{flaw.wanted}”") if flaw.wanted else about, words(f"“{flaw.found}”"), place)
        return
    first, many = flaws[0][0].found, len(flaws)
    measured = words(f"“{first}” and {many - 1} others", f"“{first}”等 {many} 处")
    for _, place in flaws:
        yield Fault(about, measured, place)


def around(element: Element, flaw: Flaw) -> Place:
    """The place of a flaw: its element, and the words around it."""
    place = at(element)
    start, end = max(flaw.start - _AROUND, 0), flaw.start + len(flaw.found) + _AROUND
    said = " ".join(element.text[start:end].split())
    return place._replace(quote="…" * (start > 0) + said + "…" * (end < len(element.text)))
