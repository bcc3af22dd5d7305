"""The numbers of headings and items: their marks, their order (GB/T 9704-2012 cl. 7.3.3; GB/T 15834-2011, annex B.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from convert.checks.wording.flaws import Flaw
from convert.kit.numerals import numeral
from convert.passes.roles.numbering import KINDS, Kind, number_of

_HAN = "[一二三四五六七八九十]{1,3}"
_BRACKETED = re.compile(rf"\s*([（(](?:{_HAN}|\d{{1,2}})[）)])([、，,．.：:])")
_CIRCLED = re.compile("\\s*([①-⑳])([、，,．.：:])")
_FORMS = (
    (re.compile(rf"\s*({_HAN})([.．，,])(?=[^\d])"), "、"),
    (re.compile(r"\s*(\d{1,2})(、)(?=[^\d\s])"), "."),
    (re.compile(r"\s*([A-Za-z])(、)(?=\S)"), "."),
)
_FIRST = re.compile(rf"\s*(第{_HAN})、(?![第一二三四五六七八九十])")
_OF_TEXT: tuple[Kind, ...] = ("cjk", "bracketed-cjk", "decimal", "bracketed")
_END = re.compile("[。；：，、,;:.]+$")
_STYLES = {"cjk": "cjk", "bracketed-cjk": "cjk", "decimal": "decimal", "bracketed": "decimal"}


def number_marks(text: str) -> Iterator[Flaw]:
    """（一）、 has a mark too many, 1、 and 一. have the wrong one (annex B.1.2 to B.1.4)."""
    if found := _BRACKETED.match(text) or _CIRCLED.match(text):
        yield Flaw(found.start(1), found[1] + found[2], found[1])
        return
    for pattern, mark in _FORMS:
        found = pattern.match(text)
        if found:
            yield Flaw(found.start(1), found[1] + found[2], found[1] + mark)
            return
    if found := _FIRST.match(text):
        yield Flaw(found.start(1), found[1] + "、", found[1] + "，")


def heading_ends(text: str) -> Iterator[Flaw]:
    """A heading on a line of its own ends without a stop; ？ ！ …… may stand (annex B.2)."""
    words = text.rstrip()
    if (found := _END.search(words)) and not words.endswith("..."):
        yield Flaw(found.start(), found[0])


class Numbered(NamedTuple):
    """A heading as it counts: its level in the outline, and its words with the number."""

    level: int
    text: str


def sequence_flaws(headings: Sequence[Numbered]) -> Iterator[tuple[int, Flaw]]:
    """Headings whose number does not follow that of the one before it at its level: by their index."""
    last: dict[int, tuple[Kind, int]] = {}
    for index, heading in enumerate(headings):
        number = number_of(heading.text)
        for deeper in [level for level in last if level > heading.level]:
            del last[deeper]
        if number is None or number.kind not in _STYLES:
            continue
        before = last.get(heading.level)
        last[heading.level] = (number.kind, number.value)
        if before is None or before[0] != number.kind or number.value in (1, before[1] + 1):
            continue
        wanted = numeral(before[1] + 1, _STYLES[number.kind])
        yield index, Flaw(0, heading.text[: number.length].strip(), wanted)


def order_flaws(headings: Sequence[Numbered]) -> Iterator[tuple[int, Flaw]]:
    """Headings whose kind of number stands above one that the standard has above it: 1. over （一） (cl. 7.3.3)."""
    open_kinds: dict[int, Kind] = {}
    for index, heading in enumerate(headings):
        number = number_of(heading.text)
        for level in [level for level in open_kinds if level >= heading.level]:
            del open_kinds[level]
        if number is None or number.kind not in _OF_TEXT:
            continue
        above = [kind for level, kind in open_kinds.items() if level < heading.level]
        open_kinds[heading.level] = number.kind
        if any(KINDS.index(kind) > KINDS.index(number.kind) for kind in above):
            yield index, Flaw(0, heading.text[: number.length].strip(), "一、（一）1.（1）")
