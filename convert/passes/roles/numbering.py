"""Numbers that typists put before headings and items, and what a line is by its number and its punctuation.

Kinds stand in the order in which they usually hold each other: GB/T 9704-2012 cl. 7.3.3 for 一、（一）1.（1）, 立法技术规范
(试行)（一）2009 for 编章节条. A document may use them otherwise; `order` asks it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from convert.kit.numerals import read_numeral

Kind = Literal[
    "part", "subpart", "chapter", "section", "article", "cjk", "bracketed-cjk", "decimal", "bracketed", "circled"
]
KINDS: tuple[Kind, ...] = (
    "part", "subpart", "chapter", "section", "article", "cjk", "bracketed-cjk", "decimal", "bracketed", "circled",
)  # fmt: skip
"""From the outermost to the innermost."""

Shape = Literal["alone", "sentence", "run-in", "other"]
"""What follows a number: a phrase alone on its line; one sentence with its full stop; a short sentence and more text in
the same paragraph; anything else."""

_HAN = "[一二三四五六七八九十百千零〇]+"
_PATTERNS: dict[Kind, str] = {
    "part": rf"第({_HAN}|\d{{1,2}})[编編](?=[\s\u3000]|$)",
    "subpart": rf"第({_HAN}|\d{{1,2}})分[编編](?=[\s\u3000]|$)",
    "chapter": rf"第({_HAN}|\d{{1,2}})章(?=[\s\u3000]|$|[^的规第中和至到、，。所])",
    "section": rf"第({_HAN}|\d{{1,2}})[节節](?=[\s\u3000]|$|[^的规第中和至到、，。课所])",
    "article": rf"第({_HAN}|\d{{1,4}})[条條](?:之({_HAN}))?(?=[\s\u3000]|$)",
    "cjk": r"([一二三四五六七八九十]{1,3})[、．.]",
    "bracketed-cjk": r"[（(]([一二三四五六七八九十]{1,3})[）)]",
    "decimal": r"(\d{1,2})(?:[、．](?!\d)|\.(?![\d.]))",
    "bracketed": r"[（(](\d{1,2})[）)]",
    "circled": "([①-⑳])",
}
_NUMBER = {kind: re.compile(pattern) for kind, pattern in _PATTERNS.items()}
_FIRST = re.compile(r"[第一二三四五六七八九十（(\d①-⑳]")

_OF_LAWS = frozenset[Kind]({"part", "subpart", "chapter", "section", "article"})

_LONGEST = 40  # characters of a heading: longer than a line and a half it is a sentence
_LONGEST_OF: dict[Kind, int] = {"decimal": 24, "bracketed": 24, "circled": 0}
"""Of the lower kinds, which number items more often than headings, and of those that number nothing else."""
_PAIRS = (("（", "）"), ("(", ")"), ("[", "]"), ("《", "》"), ("“", "”"), ("「", "」"), ("【", "】"))
_STOP = re.compile("[。；：！？;:!?\n]")
_ENDS_OTHERWISE = re.compile("[，、：:,.…]$")
_SENTENCE = re.compile("[^。；：！？!?:;\n]{2,60}(?:。|(?=\n))")
_RULE = re.compile("应当|不得|可以|的，|是指|施行|予以")
"""Words of a rule, which a heading does not lay down."""


class Number(NamedTuple):
    """A number at a line's beginning: its kind, its value, and the characters it takes with the mark behind it."""

    kind: Kind
    value: int
    length: int


def number_of(line: str) -> Number | None:
    """The number that a line begins with; None where it begins with something else."""
    if not _FIRST.match(line):
        return None
    for kind, pattern in _NUMBER.items():
        match = pattern.match(line)
        if match:
            return Number(kind, read_numeral(match[1]), match.end())
    return None


def shape_of(line: str, number: Number) -> tuple[Shape, int]:
    """What a numbered line is by its punctuation, and the characters that its heading takes, the number included."""
    rest = line[number.length :]
    words = rest.strip()
    ending = words.rstrip("！？!?")
    longest = _LONGEST_OF.get(number.kind, _LONGEST)
    if words and len(words) <= longest and not _STOP.search(ending) and not _ENDS_OTHERWISE.search(words):
        return "alone", len(line)
    sentence = _SENTENCE.match(rest)
    if not sentence or len(sentence[0].strip()) > longest + longest // 4 or _is_rule(sentence[0]):
        return "other", 0
    more = rest[sentence.end() :].strip()
    return ("run-in", number.length + sentence.end()) if more else ("sentence", len(line))


def _is_rule(sentence: str) -> bool:
    """Whether a sentence lays down a rule, or ends within brackets or quotation marks."""
    halved = any(sentence.count(first) != sentence.count(last) for first, last in _PAIRS)
    return halved or _RULE.search(sentence) is not None


def order(numbers: Sequence[Number]) -> dict[Kind, int]:
    """The rank of each kind that occurs, 0 for the outermost.

    Of two kinds the one is above the other that goes on counting while the other begins again below it; where the
    numbers fit both ways, the usual order holds.
    """
    used = [kind for kind in KINDS if any(number.kind == kind for number in numbers)]

    def compare(a: Kind, b: Kind) -> int:
        usual = KINDS.index(a) - KINDS.index(b)
        if a in _OF_LAWS and b in _OF_LAWS:
            return usual  # articles and chapters count on through what holds them
        above, below = _breaks(numbers, a, b), _breaks(numbers, b, a)
        return above - below if above != below else usual

    return {kind: rank for rank, kind in enumerate(sorted(used, key=functools.cmp_to_key(compare)))}


def _breaks(numbers: Iterable[Number], above: Kind, below: Kind) -> int:
    """How many numbers do not follow where `above` holds `below`: the one counts on, the other begins again."""
    outer = inner = through = broken = 0
    for kind, value in _of(numbers, above, below):
        if kind == above:
            broken += value not in (1, outer + 1)
            outer, inner = value, 0
        else:
            broken += value not in (1, inner + 1) and not (below == "article" and value == through + 1)
            inner = through = value
    return broken


def _of(numbers: Iterable[Number], *kinds: Kind) -> Iterator[tuple[Kind, int]]:
    return ((number.kind, number.value) for number in numbers if number.kind in kinds)
