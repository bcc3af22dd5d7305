"""Cl. 7.3.3: the numbers of headings and items."""

from __future__ import annotations

from collections.abc import Iterable

from convert.checks.facts import Element, Facts
from convert.checks.rule import Fault, Rule, rule, words
from convert.checks.rules.flawed import around, told
from convert.checks.wording.numbers import Numbered, heading_ends, number_marks, order_flaws, sequence_flaws
from convert.kit.numerals import bare_number
from convert.style.sheet import Sheet

_BODY = frozenset({"body", "list", ""})


def _headings(facts: Facts) -> list[list[Element]]:
    """The headings of the text and of each attachment, which counts anew."""
    parts: list[list[Element]] = [[]]
    for element in facts.elements:
        if element.role in ("attachment-label", "attachment-title"):
            parts.append([])
        elif _level(element):
            parts[-1].append(element)
    return parts


def _level(element: Element) -> int:
    level = element.role.removeprefix("heading")
    return int(level) if level.isdecimal() and level != element.role else 0


@rule(
    "number-mark", "7.3.3; GB/T 15834-2011, B.1", "一般",
    "一、 （一） 1. （1）: no mark behind a bracket, a point behind digits", "序数形式为“一、”“（一）”“1.”“（1）”，括号后不加标点",
)  # fmt: skip
def number_mark(facts: Facts, _sheet: Sheet) -> Iterable[Fault]:
    """Numbers with a wrong mark behind them."""
    chosen = [each for each in facts.elements if each.role in _BODY or _level(each)]
    flaws = [(flaw, around(each, flaw)) for each in chosen for flaw in number_marks(each.text)]
    return told(flaws, number_mark.about)


@rule(
    "heading-end",
    "GB/T 15834-2011, B.2",
    "一般",
    "a heading on its own line ends without a stop",
    "独立成行的标题末尾不用标点",
)
def heading_end(facts: Facts, _sheet: Sheet) -> Iterable[Fault]:
    """Headings with a stop, where others of their level have none: the only one may be a sentence."""
    for headings in _headings(facts):
        for level in {_level(each) for each in headings}:
            same = [each for each in headings if _level(each) == level]
            flawed = [(each, list(heading_ends(each.text))) for each in same]
            if all(flaws for _, flaws in flawed):
                continue
            yield from told([(flaw, around(each, flaw)) for each, flaws in flawed for flaw in flaws], heading_end.about)


@rule(
    "heading-order",
    "7.3.3",
    "可",
    "一、 above （一） above 1. above （1）",
    "结构层次序数依次为“一、”“（一）”“1.”“（1）”",
)
def heading_order(facts: Facts, _sheet: Sheet) -> Iterable[Fault]:
    """Headings whose numbers stand above those that should hold them."""
    for headings in _headings(facts):
        flaws = list(order_flaws([Numbered(_level(each), each.text) for each in headings]))
        yield from told([(flaw, around(headings[index], flaw)) for index, flaw in flaws], heading_order.about)


@rule("heading-sequence", "7.3.3", "practice", "headings count on without a gap", "标题序号连续，不重不漏")
def heading_sequence(facts: Facts, _sheet: Sheet) -> Iterable[Fault]:
    """Headings whose number does not follow the one before."""
    for headings in _headings(facts):
        for index, flaw in sequence_flaws([Numbered(_level(each), each.text) for each in headings]):
            yield Fault(words(flaw.wanted), words(bare_number(flaw.found)), around(headings[index], flaw))


RULES: tuple[Rule, ...] = (number_mark, heading_end, heading_order, heading_sequence)
