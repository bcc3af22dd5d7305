"""Styles: what a paragraph or a run gets from its style and from those this one is based on (ISO/IEC 29500-1, 17.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from convert.readers.docx.properties import RunProperties, run_properties
from convert.readers.docx.stylenames import StyleKind, kind_of
from convert.readers.docx.tags import (
    ILVL,
    IND,
    JC,
    NAME,
    NUM_ID,
    NUM_PR,
    OUTLINE,
    P_PR,
    R_PR,
    number,
    value,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TWIPS = 20
"""Of a pt: the unit of lengths."""
_VARIANT = re.compile(r"(.+) \((.+)\)")  # 代码 (python), based on 代码: one of ours
_DEEPEST = 64  # styles that one may be based on through others
_BODY_TEXT = 9  # the outline level of what is no heading


class Indent(NamedTuple):
    """Indents in pt; `first` is the first line's against the others', negative where it hangs. None: not said."""

    left: float | None = None
    first: float | None = None

    def over(self, below: Indent) -> Indent:
        """These indents, and those of `below` where these say nothing."""
        return Indent(below.left if self.left is None else self.left, below.first if self.first is None else self.first)


@dataclass(slots=True)
class ParagraphStyle:
    """What a paragraph style and its bases say. `level`: of a heading, 0 for none; `numbering`: the number of its list
    and its level there, -1 where the list's levels know; `names`: its own name first, in lower case; `variant`: what
    sets it apart from the style it is based on: the language of code."""

    id: str
    names: tuple[str, ...] = ()
    kind: StyleKind = ""
    role: str = ""
    level: int = 0
    align: str = ""
    indent: Indent = field(default_factory=Indent)
    numbering: tuple[str, int] | None = None
    run: RunProperties = field(default_factory=dict)
    variant: str = ""


class Styles:
    """The styles of one document. A style that is not there is taken by its id as if that were its name."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterchildren(w("style")) if root is not None else ()
        self._elements: dict[str, Element] = {}
        self._default = ""
        for element in found:
            key = element.get(w("styleId"), "")
            self._elements.setdefault(key, element)
            if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
                self._default = key
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._runs: dict[str, RunProperties] = {}
        defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{R_PR}") if root is not None else None
        self.defaults: RunProperties = run_properties(defaults)
        said = {**self.defaults, **self.paragraph("").run}
        self.languages = {str(said[key])[:2].lower() for key in ("lang", "han-lang") if said.get(key)}
        usual = root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{P_PR}") if root is not None else None
        self.normal_align = self.paragraph("").align or value(usual, JC)

    def paragraph(self, style_id: str) -> ParagraphStyle:
        """The paragraph style of an id, "" for the default one."""
        if style_id not in self._paragraphs:
            key = style_id if style_id in self._elements else self._default if not style_id else ""
            self._paragraphs[style_id] = self._resolved(style_id, self._chain(key))
        return self._paragraphs[style_id]

    def run(self, style_id: str) -> RunProperties:
        """What a character style and its bases say of runs."""
        if style_id not in self._runs:
            merged: RunProperties = {}
            for element in reversed(self._chain(style_id)):
                merged |= run_properties(element.find(R_PR))
            self._runs[style_id] = merged
        return self._runs[style_id]

    def names(self, style_id: str) -> tuple[str, ...]:
        """The names of a style and of those it is based on, in lower case; its id where it is not there."""
        chain = self._chain(style_id)
        return tuple(value(element, NAME).lower() for element in chain) if chain else (style_id.lower(),)

    def element(self, style_id: str) -> Element | None:
        """The style's own element."""
        return self._elements.get(style_id)

    def sets_first_row_apart(self, style_id: str) -> bool:
        """Whether a table style gives the first row a look of its own."""
        key = w("tblStylePr")
        return any(part.get(w("type")) == "firstRow" for e in self._chain(style_id) for part in e.iterchildren(key))

    def _chain(self, style_id: str) -> list[Element]:
        """The style and those it is based on, nearest first. A circle ends where it closes."""
        chain: list[Element] = []
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(chain) < _DEEPEST:
            seen.add(style_id)
            chain.append(self._elements[style_id])
            style_id = value(chain[-1], w("basedOn"))
        return chain

    def _resolved(self, style_id: str, chain: list[Element]) -> ParagraphStyle:
        names = tuple(value(element, NAME).lower() for element in chain) or (style_id.lower(),)
        kind, level, role = kind_of(names)
        found = ParagraphStyle(style_id, names, kind, role, level)
        variant = _VARIANT.fullmatch(value(chain[0], NAME)) if len(chain) > 1 else None
        if variant and variant[1] == value(chain[1], NAME):
            found.variant = variant[2]
            found.kind = "term" if found.variant == "term" else kind
        outline = ilvl = -1
        num_id = ""
        for element in reversed(chain):
            found.run |= run_properties(element.find(R_PR))
            properties = element.find(P_PR)
            if properties is None:
                continue
            found.align = value(properties, JC) or found.align
            found.indent = indent_of(properties).over(found.indent)
            outline = number(value(properties, OUTLINE), outline)
            numbering = properties.find(NUM_PR)
            if numbering is not None:
                num_id = value(numbering, NUM_ID) or num_id
                ilvl = number(value(numbering, ILVL), ilvl)
        if num_id:
            found.numbering = num_id, ilvl
        _set_level(found, outline)
        return found


def _set_level(style: ParagraphStyle, outline: int) -> None:
    """A heading by its outline level, where the style's name does not say what it is; level 10 takes it back."""
    if style.kind == "heading" and outline >= _BODY_TEXT:
        style.kind, style.level = "", 0
    elif style.kind == "heading" and 0 <= outline < _BODY_TEXT and style.names[0] != f"heading {style.level}":
        style.level = outline + 1
    elif not style.kind and 0 <= outline < _BODY_TEXT:
        style.kind, style.level = "heading", outline + 1


def indent_of(properties: Element | None) -> Indent:
    """The indents that paragraph properties say, in pt (17.3.1.12)."""
    found = properties.find(IND) if properties is not None else None
    if found is None:
        return Indent()
    left = found.get(w("left"), found.get(w("start")))
    hanging, first = found.get(w("hanging")), found.get(w("firstLine"))
    if hanging is None and first is None and found.get(w("firstLineChars")) is not None:
        first = str(number(found.get(w("firstLineChars"))) * 2)  # hundredths of a character, at 10 pt
    return Indent(
        None if left is None else number(left) / TWIPS,
        -number(hanging) / TWIPS if hanging is not None else None if first is None else number(first) / TWIPS,
    )


def numbering_of(properties: Element | None) -> tuple[str, int] | None:
    """The list number and level that paragraph properties say themselves."""
    found = properties.find(NUM_PR) if properties is not None else None
    if found is None:
        return None
    return value(found, NUM_ID), number(value(found, ILVL), -1)
