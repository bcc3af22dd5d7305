"""What headers and footers hold, in its places between the sheet's edge and the text.

Word sets the paragraphs of a header from its distance to the sheet's edge inwards, those of a footer on its distance, and
moves the text away from a header or footer that reaches into the type area. So they stand where a style has them, and keep
the text of some pages out of a margin that others do not have.
"""

from __future__ import annotations

from dataclasses import dataclass

from convert.layout.sections import Section
from convert.style.page import Page
from convert.style.rules import RuleLook
from convert.style.sheet import Sheet
from convert.writers.docx.geometry import Kind, margin, twips, word_page
from convert.writers.docx.rules import rule_borders, rule_indents, rule_line
from convert.writers.docx.xml import paragraph

_ORDER = ("pStyle", "framePr", "pBdr", "tabs", "spacing", "ind", "jc", "textDirection")  # 17.3.1.26, CT_PPr
_LEAST = 1.0  # pt: the lowest line that Word sets
_ROUNDING = 0.1  # pt


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the pages of a section. `first`: of the first page of its kind; `opens`: that page is among them; `even`: of
    its even pages."""

    kind: Kind
    section: Section
    first: bool = False
    opens: bool = False
    even: bool = False

    def distance(self, sheet: Sheet) -> float:
        """From the sheet's edge to the header or the footer, in pt."""
        page = word_page(sheet, self.section, opens=self.opens)
        return (page.header if self.kind == "header" else page.footer) / 20

    def needed(self, sheet: Sheet) -> float:
        """How far from the sheet's edge the text has to be kept, in pt: 0 where the section's margin does so."""
        page = word_page(sheet, self.section, opens=self.opens)
        wanted = margin(self.kind, sheet, self.section, first=self.first)
        kept = (page.top if self.kind == "header" else page.bottom) / 20
        return wanted if wanted > kept + _ROUNDING else 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph at an edge: from `near` to `far` pt away from the sheet's edge, its line `pitch` pt high."""

    near: float
    far: float
    pitch: float
    content: str
    properties: dict[str, str]


def rule_piece(look: RuleLook, edge: float, page: Page) -> Piece:
    """A rule whose outer edge is `edge` pt from the sheet's: an empty paragraph with borders."""
    line = rule_line(look)
    properties = {
        "pBdr": rule_borders(look),
        "spacing": _spacing(0.0, 0.0, line),
        "ind": rule_indents(look, page),
    }
    height = look.height if len(look.weights) > 1 else look.height + line
    return Piece(edge, edge + height, line, "", properties)


def ordered(properties: dict[str, str]) -> str:
    """Properties of a paragraph in the order of the schema."""
    return "".join(properties[name] for name in _ORDER if name in properties)


def stacked(pieces: list[Piece], edge: Edge, sheet: Sheet) -> str:
    """The paragraphs of a header or a footer; an empty one where there is nothing else."""
    reached, needed = edge.distance(sheet), edge.needed(sheet)
    if not pieces:
        height = max(needed - reached, _LEAST)
        return paragraph("", _spacing(0.0, 0.0, height))
    written: list[str] = []
    inwards = sorted(pieces, key=lambda piece: piece.near)
    for piece in inwards:
        outer = piece.near - reached
        inner = max(needed - piece.far, 0.0) if piece is inwards[-1] else 0.0
        properties = piece.properties
        if max(outer, inner) > _ROUNDING:
            before, after = (outer, inner) if edge.kind == "header" else (inner, outer)
            properties = properties | {"spacing": _spacing(before, after, piece.pitch)}
        written.append(paragraph(piece.content, ordered(properties)))
        reached = piece.far
    return "".join(written if edge.kind == "header" else reversed(written))


def _spacing(before: float, after: float, line: float) -> str:
    said = f'w:before="{twips(max(before, 0.0))}" w:after="{twips(max(after, 0.0))}"'
    return f'<w:spacing {said} w:line="{twips(line)}" w:lineRule="exact"/>'
