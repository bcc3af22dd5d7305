"""The elements of a Word file: its paragraphs with their roles and what is said of their looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from convert.checks.docx.pitches import pitch_of, size_of
from convert.checks.facts import Border, Element, Run, TextAlign
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
_TYPED_INDENT = "\u3000"
_APART = ("cell", "box")


def elements_of(paragraphs: Sequence[Paragraph], sections: Sequence[Page], document: Document) -> tuple[Element, ...]:
    """The paragraphs that say something, in reading order."""
    roles = Roles(document)
    found: list[Element] = []
    above = _Above()
    for number, paragraph in enumerate(paragraphs, 1):
        page = sections[min(paragraph.section, len(sections) - 1)] if sections else None
        pitch = pitch_of(paragraph, page)
        if not paragraph.text.strip():
            above.blank(paragraph, pitch)
            continue
        said = roles.find(paragraph.marker + paragraph.text, paragraph.text)
        gap = above.gap(paragraph, pitch)
        element = _element(paragraph, said, pitch, above.new_page or paragraph.new_page)
        found.append(replace(element, paragraph=number, gap=gap, new_page=element.new_page or not found))
        above.words(paragraph, pitch)
    return tuple(found)


class _Above:
    """What stands between the last words and the next, in pt; unknown where a part of it is."""

    def __init__(self) -> None:
        self._height: float | None = None
        self._after: float | None = None
        self.new_page = False

    def words(self, paragraph: Paragraph, pitch: float | None) -> None:
        """A paragraph with words stands above."""
        size = size_of(paragraph)
        plain = pitch is not None and paragraph.within not in _APART and not paragraph.rules
        self._height = (pitch - size) / 2 if plain and pitch is not None else None
        self._after, self.new_page = paragraph.after, False

    def blank(self, paragraph: Paragraph, pitch: float | None) -> None:
        """An empty one does."""
        self.new_page = self.new_page or paragraph.new_page
        empty = paragraph.spacing.value if paragraph.spacing.rule == "exact" else None
        known = (self._height, self._after, empty, paragraph.before, paragraph.after)
        if paragraph.drawn or paragraph.rules or None in known:
            self._height = None
            return
        self._height = sum(value for value in known[:4] if value is not None)
        self._after = paragraph.after

    def gap(self, paragraph: Paragraph, pitch: float | None) -> float | None:
        """From the bottom of the characters above to the top of a paragraph's, in mm."""
        if paragraph.within in _APART or paragraph.new_page or self.new_page or pitch is None:
            return None
        known = (self._height, self._after, paragraph.before, (pitch - size_of(paragraph)) / 2)
        return None if None in known else to_mm(sum(value for value in known if value is not None))


def _element(paragraph: Paragraph, said: Said | None, pitch: float | None, new_page: bool) -> Element:
    role = said.role if said else "toc" if paragraph.style.lower().startswith("toc") else "body"
    if paragraph.within == "cell" and role in ("body", "list"):
        role = "cell"
    typed = len(paragraph.text) - len(paragraph.text.lstrip(_TYPED_INDENT))
    lead, rest = _split(paragraph.pieces, len(tight(said.lead)) if said else 0)
    apart = paragraph.within in _APART  # from whose edges its indents count
    marker = "" if not paragraph.marker else paragraph.marker.strip()
    return Element(
        role,
        marker + paragraph.text.strip(),
        _runs(rest),
        lead_role=said.lead_role if said else "",
        lead=_runs(lead),
        align=_ALIGNMENTS.get(paragraph.align),
        indent=paragraph.first + typed if paragraph.first is not None and not apart else None,
        left=paragraph.left if not apart else None,
        right=paragraph.right if not apart else None,
        pitch=pitch,
        new_page=new_page,
        border_above=_border(paragraph.rules.get("top")),
        border_below=_border(paragraph.rules.get("bottom")),
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
