"""Headings and titles made by hand: paragraphs that no style calls one, known by outline level, by number, or by look.

A survey of the body comes first, for what stands out depends on what is usual. Only where no style makes headings are
numbers and looks asked: who uses styles means the other bold lines otherwise. Each guess is a finding when it is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from convert.kit.cjk import has_han
from convert.readers.docx.looks import Looks
from convert.readers.docx.numbering import Level, Numbering
from convert.readers.docx.properties import run_properties
from convert.readers.docx.styles import Styles, numbering_of
from convert.readers.docx.tags import (
    FLD_SIMPLE,
    HYPERLINK,
    JC,
    OUTLINE,
    P_PR,
    P_STYLE,
    R_PR,
    SDT,
    SDT_CONTENT,
    WRAPPERS,
    P,
    R,
    T,
    number,
    value,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LONGEST_HAN, _LONGEST, _LONGEST_TITLE = 40, 90, 60  # characters
_ENDS_A_SENTENCE = frozenset("。；，：、！？…;,:.!?")
_NUMBER = "[一二三四五六七八九十百零〇○]+"
_KINDS = (
    ("chapter", re.compile(rf"第\s*(?:{_NUMBER}|\d+)\s*[章编篇部]")),
    ("section", re.compile(rf"第\s*(?:{_NUMBER}|\d+)\s*节")),
    ("first", re.compile(rf"{_NUMBER}、")),
    ("second", re.compile(rf"[（(]{_NUMBER}[）)]")),
    ("third", re.compile(r"\d{1,2}\s*[.．、](?!\d)")),
    ("fourth", re.compile(r"[（(]\d{1,2}[）)]")),
)
"""The numbers of Chinese headings, the highest first (GB/T 9704-2012 cl. 7.3.3; chapters: of laws and plans)."""
_STRONG_KINDS = frozenset({"chapter", "section", "first", "second"})
_COUNT = re.compile(r"(\d{1,2}(?:[.．]\d{1,2}){0,4})[.．、]?\s*(?=[^\W\d_])")
_LEAST = 3  # numbers like 1.1 that make it a way of counting
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s")
_HEADLINE_FACES = ("小标宋", "黑体", "楷体", "中宋", "simhei", "kaiti", "heiti", "zhongsong", "大标宋")
_TITLE_FACES = ("小标宋", "大标宋", "zhongsong", "中宋")
_WORDS = re.compile(r"[^{}<>=|]*[^\W\d_][^{}<>=|]*$")  # a letter somewhere, and no sign of a formula or a template
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


class _Seen(NamedTuple):
    """A paragraph with words, as a reader sees it at a glance. `kind`: of its number; `size` in pt, the least in it."""

    element: Element
    text: str
    styled: bool
    outline: int
    kind: str
    bold: bool
    size: float
    face: str
    color: str
    centred: bool
    listed: bool
    special: bool

    @property
    def short(self) -> bool:
        """Whether it is no longer than a heading, and not a sentence."""
        longest = _LONGEST_HAN if has_han(self.text) else _LONGEST
        sentence = self.text[-1] in _ENDS_A_SENTENCE or "。" in self.text
        return len(self.text) <= longest and not sentence and _WORDS.match(self.text) is not None


def survey(body: Element, styles: Styles, numbering: Numbering, looks: Looks) -> dict[Element, Guess]:
    """The guesses for the paragraphs of the body, tables and text boxes left out."""
    sizes: Counter[float] = Counter()
    faces: Counter[str] = Counter()
    seen = [found for p in _paragraphs(body) if (found := _seen(p, styles, numbering, looks, sizes, faces))]
    usual_size = max(sizes, key=lambda size: sizes[size], default=0.0)
    usual_face = max(faces, key=lambda face: faces[face], default="")
    guesses = {
        s.element: Guess(s.outline + 1, "outline") for s in seen if 0 <= s.outline < _BODY_LEVEL and not s.styled
    }
    styled = [s for s in seen if s.styled]
    titled = any("title" in styles.paragraph(value(s.element.find(P_PR), P_STYLE)).kind for s in seen if s.special)
    titles = {} if titled else dict(_titles(seen, usual_size))
    if not titled and _is_lone(styled, seen):
        titles = {styled[0].element: Guess(0, "look", "title")}  # the only heading, above everything: a title
        styled = []
    if not guesses and not styled:
        rest = [s for s in seen if s.element not in titles]
        guesses = _numbered(rest, usual_size, usual_face) or _outstanding(rest, usual_size)
    return guesses | {element: guess for element, guess in titles.items() if element not in guesses}


# --- what is seen ----------------------------------------------------------------------------------------------------


def _paragraphs(body: Element) -> Iterator[Element]:
    stack = [iter(body)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == P:
            yield child
        elif child.tag == SDT:
            stack.append(iter(child.findall(SDT_CONTENT)))
        elif child.tag in WRAPPERS:
            stack.append(iter(child))


def _runs(paragraph: Element) -> Iterator[Element]:
    stack = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == R:
            yield child
        elif child.tag in (HYPERLINK, FLD_SIMPLE, SDT) or child.tag in WRAPPERS:
            stack.append(iter(child))


def _seen(
    element: Element,
    styles: Styles,
    numbering: Numbering,
    looks: Looks,
    sizes: Counter[float],
    faces: Counter[str],
) -> _Seen | None:
    properties = element.find(P_PR)
    style = styles.paragraph(value(properties, P_STYLE))
    texts: list[str] = []
    bold, size, face, color = True, 0.0, "", ""
    for run in _runs(element):
        text = "".join(t.text or "" for t in run.iterchildren(T))
        if not text.strip():
            texts.append(text)
            continue
        look = looks.of(run_properties(run.find(R_PR)), style)
        if look.hidden:
            continue
        texts.append(text)
        sizes[look.size] += len(text)
        faces[look.han_font] += len(text)
        bold, size = bold and look.bold, min(size or look.size, look.size)
        face, color = face or look.han_font, color or look.color
    text = "".join(texts).strip()
    if not text:
        return None
    own = numbering_of(properties)
    listed = own or style.numbering
    level = numbering.level_of(listed, style.id) if listed is not None and listed[0] != "0" else None
    jc = value(properties, JC) or style.align
    outline = number(value(properties, OUTLINE), -1)
    kind = _kind_of_level(level[0]) if level is not None else _kind_of_text(text)
    return _Seen(
        element, text, style.kind == "heading", outline, kind, bold, size, face, color, jc == "center",
        level is not None, style.kind not in ("", "heading") or bool(style.role),
    )  # fmt: skip


def _kind_of_text(text: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.match(text)), "")


def _kind_of_level(level: Level) -> str:
    """The kind of an automatic number, by what the first would look like."""
    shown = re.sub("%[1-9]", "一" if level.list_style == "cjk" else "1", level.text)
    kind = _kind_of_text(f"{shown} ")
    return kind if kind in _STRONG_KINDS else "list"


# --- what it seems to be ---------------------------------------------------------------------------------------------


def _numbered(seen: list[_Seen], usual_size: float, usual_face: str) -> dict[Element, Guess]:
    """Short paragraphs with a heading's number. 1. and （1） are as often a list's: they have to stand out."""
    found = [
        s
        for s in seen
        if s.kind in dict(_KINDS)
        and s.short
        and not s.special
        and (s.kind in _STRONG_KINDS or _stands_out(s, usual_size, usual_face))
    ]
    kinds = {s.kind for s in found}
    if not kinds & _STRONG_KINDS:
        return _counted(seen)
    above = [kind for kind in ("chapter", "section") if kind in kinds]
    order = [*above, "first", "second", "third", "fourth"]
    return {s.element: Guess(order.index(s.kind) + 1, "number") for s in found}


def _counted(seen: list[_Seen]) -> dict[Element, Guess]:
    """Short paragraphs counted 1, 1.1, 1.1.1: the parts of the number give the level. A number alone is a heading's
    only where others count on below it."""
    numbers = {
        s.element: tuple(re.split("[.．]", match[1])) for s in seen if s.short and (match := _COUNT.match(s.text))
    }
    above = {number[:-1] for number in numbers.values()}
    if sum(len(number) > 1 for number in numbers.values()) < _LEAST:
        return {}
    return {e: Guess(len(number), "number") for e, number in numbers.items() if len(number) > 1 or number in above}


def _outstanding(seen: list[_Seen], usual_size: float) -> dict[Element, Guess]:
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
    found: list[_Seen] = []
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


def _stands_out(seen: _Seen, usual_size: float, usual_face: str) -> bool:
    if seen.listed and seen.kind == "list":
        return False
    larger = usual_size > 0 and seen.size >= usual_size + 1
    headline = bool(usual_face) and seen.face != usual_face and any(f in seen.face.lower() for f in _HEADLINE_FACES)
    return seen.bold or larger or headline


def _titles(seen: list[_Seen], usual_size: float) -> Iterator[tuple[Element, Guess]]:
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


def _is_title(seen: _Seen, usual_size: float) -> bool:
    larger = seen.size >= usual_size + 2.5 or any(face in seen.face.lower() for face in _TITLE_FACES)
    return seen.centred and larger and len(seen.text) <= _LONGEST_TITLE and not seen.styled and seen.kind == ""


def _is_lone(styled: list[_Seen], seen: list[_Seen]) -> bool:
    """Whether a Chinese document has one heading, without a number, before everything else."""
    return len(styled) == 1 < len(seen) and styled[0] is seen[0] and has_han(seen[0].text) and not seen[0].kind


def _is_red(color: str) -> bool:
    return re.fullmatch("[c-fC-F][0-9A-Fa-f][0-4][0-9A-Fa-f][0-4][0-9A-Fa-f]", color) is not None
