"""What a paragraph is: its style, its place in a list, its indents and alignment, before its words are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convert.diagnostics import Pos
from convert.model.nodes import Align
from convert.readers.docx.divisions import Division
from convert.readers.docx.headings import Guess
from convert.readers.docx.numbering import Marker
from convert.readers.docx.styles import Indent, ParagraphStyle, indent_of, numbering_of
from convert.readers.docx.tags import JC, OUTLINE, P_STYLE, PAGE_BREAK_BEFORE, VAL, is_on, number, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.readers.docx.book import Book

_SLACK = 3.0  # pt: indents that differ by less are equal
_DIVISION, _TABS = w("divId"), f"{w('tabs')}/{w('tab')}"
_BORDERS, _NO_BORDER = w("pBdr"), ("", "nil", "none")
_ALIGNMENTS: dict[str, Align] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
}


@dataclass(slots=True)
class Paragraph:
    """One paragraph without its words. `level`: of a heading, 0 for none; `by`: what a hand-made one was known by;
    `indent` in pt; `inset`: how much further in it says itself that it stands than its style has it (what goes on in
    a list item does); `marker`: its automatic number; `ruled`: whether a line is drawn above or below it; `divisions`: what it stands
    in, the outermost first."""

    style: ParagraphStyle
    level: int = 0
    guess: Guess | None = None
    align: Align = ""
    indent: Indent = field(default_factory=Indent)
    inset: float = 0.0
    marker: Marker | None = None
    new_page: bool = False
    ruled: bool = False
    divisions: tuple[Division, ...] = ()
    pos: Pos = field(default_factory=Pos)


def paragraph_of(element: Element, properties: Element | None, book: Book) -> Paragraph:
    """Read what the paragraph says of itself and what its style says; count its list on."""
    style = book.styles.paragraph(value(properties, P_STYLE))
    found = Paragraph(style, style.level, indent=style.indent)
    if not style.kind and not style.role:  # what has a role of its own looks as that role does
        found.align = alignment(style.align, book.styles.normal_align)
    guess = book.guesses.get(element)
    if guess is not None:
        found.guess, found.level = guess, guess.level  # 0 for a title that a heading's style was used for
    direct = numbering_of(properties) if properties is not None else None
    numbering = style.numbering
    if direct is not None:
        number_id = direct[0] or (numbering[0] if numbering else "")
        depth = direct[1] if direct[1] >= 0 or numbering is None else numbering[1]
        numbering = (number_id, depth) if number_id else None
    if numbering is not None:
        found.marker = book.numbering.count(numbering, style.id if direct is None else "")
        if found.marker is not None:
            level = found.marker.definition.indent
            found.indent = level.over(found.indent) if direct is not None else found.indent.over(level)
    if properties is not None:
        own = indent_of(properties)
        found.indent = own.over(found.indent)
        further = (own.left or 0.0) - (style.indent.left or 0.0)
        found.inset = further if further > _SLACK else 0.0
        jc = value(properties, JC)
        usual = style.align if style.kind or style.role else ""
        found.align = alignment(jc, usual or book.styles.normal_align) if jc else found.align
        if any(stop.get(VAL) == "decimal" for stop in properties.iterfind(_TABS)):
            found.align = "right"  # in cells, numbers stand at such a stop without a tab (17.3.1.37)
        new_page = properties.find(PAGE_BREAK_BEFORE)
        found.new_page = new_page is not None and is_on(new_page)
        borders = (value(properties, f"{_BORDERS}/{w(side)}") for side in ("bottom", "top"))
        found.ruled = style.kind == "rule" or any(border not in _NO_BORDER for border in borders)
        found.divisions = book.divisions.path(value(properties, _DIVISION))
        outline = number(value(properties, OUTLINE), -1)
        if outline >= 9 and style.kind == "heading":
            found.level = 0
    return found


def alignment(jc: str, usual: str) -> Align:
    """What an alignment says; "" for the usual one, which says nothing, and for what only fills lines."""
    found, normal = _ALIGNMENTS.get(jc, ""), _ALIGNMENTS.get(usual, "")
    if found == normal or (found == "left" and not normal):
        return ""
    return "" if found == "justify" and normal in ("", "left") else found
