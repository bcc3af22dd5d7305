"""The elements of a Word file: its paragraphs with their roles and what is said of their looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from convert.checks.docx.gaps import APART, Above, Down, typed_sides
from convert.checks.docx.pitches import pitch_of, size_of
from convert.checks.facts import Border, Box, Element, Run, TextAlign
from convert.checks.roles import Roles, Said, tight
from convert.kit.units import to_mm
from convert.measure.docx import Border as Line
from convert.measure.docx import Page
from convert.measure.docx.paragraphs import Paragraph, Piece
from convert.model import Document

_ALIGNMENTS: dict[str, TextAlign] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
}


_WITHIN = {"cell": "cell", "box": "box", "contents": "toc"}
"""What plain paragraphs are by what they stand in."""


def elements_of(paragraphs: Sequence[Paragraph], sections: Sequence[Page], document: Document) -> tuple[Element, ...]:
    """The paragraphs that say something, in reading order."""
    roles = Roles(document)
    found: list[Element] = []
    above = Above()
    down = Down(sections[0] if sections else None)
    for number, paragraph in enumerate(paragraphs, 1):
        page = sections[min(paragraph.section, len(sections) - 1)] if sections else None
        pitch = pitch_of(paragraph, page)
        top = down.next(paragraph, pitch)
        if not paragraph.text.strip():
            above.blank(paragraph)
            continue
        said = roles.find(paragraph.marker + paragraph.text, paragraph.text)
        gap = above.gap(paragraph, pitch)
        element = _element(paragraph, said, pitch, page, above.new_page or paragraph.new_page)
        found.append(replace(element, paragraph=number, gap=gap, top=top, new_page=element.new_page or not found))
        above.words(paragraph, pitch)
    return tuple(found)


def _element(
    paragraph: Paragraph, said: Said | None, pitch: float | None, page: Page | None, new_page: bool
) -> Element:
    contents = paragraph.within == "contents" or paragraph.style.lower().startswith("toc")
    role = said.role if said else "toc" if contents else "body"
    if paragraph.within and role in ("body", "list"):
        role = _WITHIN[paragraph.within]
    align = _ALIGNMENTS.get(paragraph.align)
    apart = paragraph.within in APART  # from whose edges its indents count
    indent, right = (None, None) if apart else typed_sides(paragraph, align, page)
    lead, rest = _split(paragraph.pieces, len(tight(said.lead)) if said else 0)
    marker = "" if not paragraph.marker else paragraph.marker.strip()
    return Element(
        role,
        marker + paragraph.text.strip(),
        _runs(rest),
        lead_role=said.lead_role if said else "",
        lead=_runs(lead),
        align=align,
        indent=indent,
        left=paragraph.left if not apart else None,
        right=right,
        pitch=pitch,
        floats=_floats(paragraph, pitch),
        new_page=new_page,
        border_above=_border(paragraph.rules.get("top")),
        border_below=_border(paragraph.rules.get("bottom")),
    )


def _floats(paragraph: Paragraph, pitch: float | None) -> tuple[Box, ...]:
    """The pictures that float by a paragraph, from the top of its characters."""
    lead = to_mm((pitch - size_of(paragraph)) / 2) if pitch else 0.0
    return tuple(
        Box(left, top - lead, left + width, top - lead + height)
        for left, top, width, height in paragraph.floats
        if left is not None and top is not None
    )


def _split(pieces: Sequence[Piece], length: int) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the first `length` characters, white space not counted, and the rest."""
    lead: list[Piece] = []
    for index, piece in enumerate(pieces):
        if length <= 0:
            return lead, list(pieces[index:])
        size = len(tight(piece.text))
        if size > length:
            at = _offset(piece.text, length)
            return [*lead, piece._replace(text=piece.text[:at])], [
                piece._replace(text=piece.text[at:]),
                *pieces[index + 1 :],
            ]
        lead.append(piece)
        length -= size
    return lead, []


def _offset(text: str, length: int) -> int:
    """Where the first `length` characters end that are no white space."""
    for at, char in enumerate(text):
        length -= not char.isspace()
        if length < 0:
            return at
    return len(text)


def _runs(pieces: Sequence[Piece]) -> tuple[Run, ...]:
    return tuple(Run(p.text, p.face, p.size, p.bold, p.color) for p in pieces if p.text.strip() and p.size)


def _border(line: Line | None) -> Border | None:
    return Border(None, line.weight, line.color) if line and line.weight else None
