"""Headings and titles made by hand: paragraphs that no style calls one, known by outline level, by number, or by look.

A survey of the body comes first, for what stands out depends on what is usual. Only where no style makes headings are
numbers and looks asked: who uses styles means the other bold lines otherwise. Each guess is a finding when it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convert.kit.cjk import has_han
from convert.readers.docx.survey import KINDS, STRONG_KINDS, Seen, Survey

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LONGEST_TITLE = 60  # characters
_COUNT = re.compile(r"(\d{1,2}(?:[.．]\d{1,2}){0,4})[.．、]?\s*(?=[^\W\d_])")
_LEAST = 3  # numbers like 1.1 that make it a way of counting
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s")
_HEADLINE_FACES = ("小标宋", "黑体", "楷体", "中宋", "simhei", "kaiti", "heiti", "zhongsong", "大标宋")
_TITLE_FACES = ("小标宋", "大标宋", "zhongsong", "中宋")
_MOST = 0.34  # share of paragraphs that may stand out: beyond, nothing does
_ROW = 4  # so many in a row are a cover or a form
_FIRST = 12  # paragraphs in which a title is looked for
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Guess:
    """What a paragraph seems to be: a heading of a level, or with `role` a title. `by`: outline, number or look."""

    level: int
    by: str
    role: str = ""


def guess_headings(survey: Survey, *, by_look: bool) -> dict[Element, Guess]:
    """The guesses for the paragraphs of a body; without `by_look` only those that an outline level makes headings."""
    seen, usual_size, usual_face = survey
    guesses = {
        s.element: Guess(s.outline + 1, "outline") for s in seen if 0 <= s.outline < _BODY_LEVEL and not s.styled
    }
    if not by_look:
        return guesses
    styled = [s for s in seen if s.styled]
    titled = any("title" in s.style_kind for s in seen)
    titles = {} if titled else dict(_titles(seen, usual_size))
    if not titled and _is_lone(styled, seen):
        titles = {styled[0].element: Guess(0, "look", "title")}  # the only heading, above everything: a title
        styled = []
    if not guesses and not styled:
        rest = [s for s in seen if s.element not in titles]
        guesses = _numbered(rest, usual_size, usual_face) or _outstanding(rest, usual_size)
    return guesses | {element: guess for element, guess in titles.items() if element not in guesses}


def _numbered(seen: list[Seen], usual_size: float, usual_face: str) -> dict[Element, Guess]:
    """Short paragraphs with a heading's number. 1. and （1） are as often a list's: they have to stand out."""
    found = [
        s
        for s in seen
        if s.kind in dict(KINDS)
        and s.short
        and not s.special
        and (s.kind in STRONG_KINDS or _stands_out(s, usual_size, usual_face))
    ]
    kinds = {s.kind for s in found}
    if not kinds & STRONG_KINDS:
        return _counted(seen)
    above = [kind for kind in ("chapter", "section") if kind in kinds]
    order = [*above, "first", "second", "third", "fourth"]
    return {s.element: Guess(order.index(s.kind) + 1, "number") for s in found}


def _counted(seen: list[Seen]) -> dict[Element, Guess]:
    """Short paragraphs counted 1, 1.1, 1.1.1: the parts of the number give the level. A number alone is a heading's
    only where others count on below it."""
    numbers = {
        s.element: tuple(re.split("[.．]", match[1])) for s in seen if s.short and (match := _COUNT.match(s.text))
    }
    above = {number[:-1] for number in numbers.values()}
    if sum(len(number) > 1 for number in numbers.values()) < _LEAST:
        return {}
    return {e: Guess(len(number), "number") for e, number in numbers.items() if len(number) > 1 or number in above}


def _outstanding(seen: list[Seen], usual_size: float) -> dict[Element, Guess]:
    """Short lines that are all bold or larger than the text, ranked by size."""
    stand_out = [
        _stands_out(s, usual_size, "")
        and s.short
        and not s.special
        and s.kind in ("", "third")
        and not (s.centred and number < _FIRST)  # a cover
        for number, s in enumerate(seen)
    ]
    if not any(stand_out) or sum(stand_out) > _MOST * len(seen):
        return {}
    found: list[Seen] = []
    at = 0
    while at < len(seen):
        end = at
        while end < len(seen) and stand_out[end]:
            end += 1
        if 0 < end - at < _ROW and end < len(seen):  # something must follow
            found += seen[at:end]
        at = max(end, at + 1)
    ranks = sorted({(-s.size, not s.bold) for s in found})
    return {s.element: Guess(_dotted(s.text) or min(ranks.index((-s.size, not s.bold)) + 1, 6), "look") for s in found}


def _dotted(text: str) -> int:
    """The level that a number like 2.1 gives; 0 for none."""
    match = _DOTTED.match(text)
    return match[1].count(".") + 1 if match else 0


def _stands_out(seen: Seen, usual_size: float, usual_face: str) -> bool:
    if seen.listed and seen.kind == "list":
        return False
    larger = usual_size > 0 and seen.size >= usual_size + 1
    headline = bool(usual_face) and seen.face != usual_face and any(f in seen.face.lower() for f in _HEADLINE_FACES)
    return seen.bold or larger or headline


def _titles(seen: list[Seen], usual_size: float) -> Iterator[tuple[Element, Guess]]:
    """The issuer's mark in red (发文机关标志), and the first centred lines that are larger than everything else."""
    first = seen[:_FIRST]
    for s in first:
        if _is_red(s.color) and s.size >= max(24, usual_size + 6) and has_han(s.text) and not s.special:
            yield s.element, Guess(0, "look", "issuer")
    rest = [s for s in first if not _is_red(s.color) and not s.special]
    fitting = [s for s in rest if _is_title(s, usual_size)]
    if not fitting or len(seen) < 2:
        return
    largest = max(s.size for s in fitting)
    at = next(n for n, s in enumerate(rest) if s in fitting and s.size == largest)
    for s in rest[at : at + 3]:
        if s not in fitting or s.size != largest:
            return
        yield s.element, Guess(0, "look", "title")


def _is_title(seen: Seen, usual_size: float) -> bool:
    larger = seen.size >= usual_size + 2.5 or any(face in seen.face.lower() for face in _TITLE_FACES)
    return seen.centred and larger and len(seen.text) <= _LONGEST_TITLE and not seen.styled and seen.kind == ""


def _is_lone(styled: list[Seen], seen: list[Seen]) -> bool:
    """Whether a Chinese document has one heading, without a number, before everything else."""
    return len(styled) == 1 < len(seen) and styled[0] is seen[0] and has_han(seen[0].text) and not seen[0].kind


def _is_red(color: str) -> bool:
    return re.fullmatch("[c-fC-F][0-9A-Fa-f][0-4][0-9A-Fa-f][0-4][0-9A-Fa-f]", color) is not None
