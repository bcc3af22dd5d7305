"""A survey of the body: what a reader sees of each paragraph at a glance, and what is usual among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
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

_LONGEST_HAN, _LONGEST = 40, 90  # characters
_ENDS_A_SENTENCE = frozenset("。；，：、！？…;,:.!?")
_NUMBER = "[一二三四五六七八九十百零〇○]+"
KINDS = (
    ("chapter", re.compile(rf"第\s*(?:{_NUMBER}|\d+)\s*[章编篇部]")),
    ("section", re.compile(rf"第\s*(?:{_NUMBER}|\d+)\s*节")),
    ("first", re.compile(rf"{_NUMBER}、")),
    ("second", re.compile(rf"[（(]{_NUMBER}[）)]")),
    ("third", re.compile(r"\d{1,2}\s*[.．、](?!\d)")),
    ("fourth", re.compile(r"[（(]\d{1,2}[）)]")),
)
"""The numbers of Chinese headings, the highest first (GB/T 9704-2012 cl. 7.3.3; chapters: of laws and plans)."""
STRONG_KINDS = frozenset({"chapter", "section", "first", "second"})
_WORDS = re.compile(r"(?!\[.*\]$)[^{}<>=|]*[^\W\d_][^{}<>=|]*$")
"""A letter somewhere, and no sign of a formula or a template."""


class Seen(NamedTuple):
    """A paragraph with words, as a reader sees it at a glance. `kind`: of its number; `size` in pt, the least in it."""

    element: Element
    text: str
    style_kind: str
    outline: int
    kind: str
    bold: bool
    size: float
    face: str
    color: str
    centred: bool
    listed: bool

    @property
    def special(self) -> bool:
        """Whether its style says what it is, and that is no heading."""
        return self.style_kind not in ("", "heading")

    @property
    def styled(self) -> bool:
        """Whether its style makes it a heading."""
        return self.style_kind == "heading"

    @property
    def short(self) -> bool:
        """Whether it is no longer than a heading, and not a sentence."""
        longest = _LONGEST_HAN if has_han(self.text) else _LONGEST
        sentence = self.text[-1] in _ENDS_A_SENTENCE or "。" in self.text
        return len(self.text) <= longest and not sentence and _WORDS.match(self.text) is not None


class Survey(NamedTuple):
    """The paragraphs of the body that have words, tables and text boxes left out; the size in pt and the face that most
    characters have."""

    seen: list[Seen]
    usual_size: float
    usual_face: str


def survey(body: Element, styles: Styles, numbering: Numbering, looks: Looks) -> Survey:
    """Look at every paragraph of the body."""
    sizes: Counter[float] = Counter()
    faces: Counter[str] = Counter()
    seen = [found for p in _paragraphs(body) if (found := _seen(p, styles, numbering, looks, sizes, faces))]
    usual_size = max(sizes, key=lambda size: sizes[size], default=0.0)
    usual_face = max(faces, key=lambda face: faces[face], default="")
    return Survey(seen, usual_size, usual_face)


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
) -> Seen | None:
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
    return Seen(
        element,
        text,
        style.kind or style.role,
        outline,
        kind,
        bold,
        size,
        face,
        color,
        centred=jc == "center",
        listed=level is not None,
    )


def _kind_of_text(text: str) -> str:
    return next((kind for kind, pattern in KINDS if pattern.match(text)), "")


def _kind_of_level(level: Level) -> str:
    """The kind of an automatic number, by what the first would look like."""
    shown = re.sub("%[1-9]", "一" if level.list_style == "cjk" else "1", level.text)
    kind = _kind_of_text(f"{shown} ")
    return kind if kind in STRONG_KINDS else "list"
