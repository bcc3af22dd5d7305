"""Typed numbers of headings, told from their words: 一、总体要求, 1.1 Scope, Chapter 2: Results.

A number with a mark of its own (一、（一）1.（1）第一章 Chapter 1) is one wherever it begins a heading. One that could be
words as well (2 Results, 1.1总体, V. Law) has to count: the one before it or after it, or one below it, begins another heading
of the document. A number without words stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from convert.model import Document, Heading, Node, replace
from convert.model.build import cut
from convert.model.walk import blocks, plain, replace_blocks
from convert.passes.roles.numbering import number_of

_GAP = re.compile("[：:]?[ \t\u2002\u2003\u3000]*")
_NAMED = re.compile(
    r"(?:(?:Chapter|Section|Part|Article|Appendix|Annex)\s+(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[A-Z])(?:[.:：—–-](?=\s)|(?=\s))"
    r"|附录\s?(?:[A-Z]|\d{1,2}|[一二三四五六七八九十]{1,2})(?:[.:：、]|(?=\s))"
    r"|第\s?(?:[一二三四五六七八九十百]{1,4}|\d{1,3})\s?(?:部分|[篇卷讲回编章节])(?:[：:、.]|(?=\s)))",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(\d{1,2}(?:[.．]\d{1,2}){1,8})[.．]?(?![\d.．])|(\d{1,2})(?=\s)")
_LETTERED = re.compile(r"([IVX]{1,5}|[A-Z])[.、](?=\s|[^\W_A-Za-z])")
_UNITS = re.compile(r"[ \t]*(?:[年月日号個个项項条條万萬亿億元点點分时時倍岁%％‰℃°]|[a-z]{1,3}\b)")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_APPENDIX = re.compile("附录|Appendix|Annex", re.IGNORECASE)


class _Typed(NamedTuple):
    """A number: the characters it takes with its mark, and for one that has to count its form and its parts."""

    length: int
    form: str = ""
    parts: tuple[int, ...] = ()


def split_heading_numbers(document: Document) -> Document:
    """`document` with the typed numbers of its headings in `number`, each with the gap behind it."""
    typed = [found for node in blocks(document) if isinstance(node, Heading) for found in _numbers(node)]
    counting = {(found.form, found.parts) for found in typed}

    def split(node: Node) -> Node:
        if not isinstance(node, Heading):
            return node
        found = next((found for found in _numbers(node) if _counts(found, counting)), None)
        return _split(node, found.length) if found else node

    return replace_blocks(document, split) if typed else document


def is_appendix(number: str) -> bool:
    """Whether a number counts appendices, beside the headings of the text."""
    return _APPENDIX.match(number) is not None


def _numbers(heading: Heading) -> Iterator[_Typed]:
    """The number that a heading may begin with."""
    text = plain(heading.children, notes=False).lstrip()
    if heading.number or not text:
        return
    if number := number_of(text):
        yield _Typed(number.length)
    elif named := _NAMED.match(text):
        yield _Typed(named.end())
    elif (counted := _COUNTED.match(text)) and not _UNITS.match(text, counted.end()):
        yield _Typed(counted.end(), "decimal", tuple(map(int, re.split("[.．]", counted[1] or counted[2]))))
    elif lettered := _LETTERED.match(text):
        yield from _lettered(lettered)


def _lettered(found: re.Match[str]) -> Iterator[_Typed]:
    letters = found[1]
    if all(letter in _ROMAN for letter in letters):
        yield _Typed(found.end(), "roman", (_roman(letters),))
    if len(letters) == 1:
        yield _Typed(found.end(), "letter", (ord(letters) - ord("A") + 1,))


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-value if value < after else value for value, after in zip(values, (*values[1:], 0), strict=True))


def _counts(found: _Typed, counting: set[tuple[str, tuple[int, ...]]]) -> bool:
    """Whether a number is one: with a mark of its own, or among others that count."""
    if not found.form:
        return True
    *above, last = found.parts
    near = [(*above, last - 1), (*above, last + 1), (*found.parts, 1)]
    return any((found.form, parts) in counting for parts in near) or (
        last == 1 and (found.form, tuple(above)) in counting
    )


def _split(heading: Heading, length: int) -> Heading:
    said = plain(heading.children, notes=False)
    start = len(said) - len(said.lstrip())
    gap = _GAP.match(said, start + length)
    end = gap.end() if gap else start + length
    words = cut(heading.children, end) if said[end:].strip() else None
    return heading if words is None else replace(heading, number=said[start:end], children=words)
