"""The one mapping from the sheet's grid to Word's page. Word knows no glyph-edge grid; this is how it comes out the same.

GB/T 9704-2012, cl. 5.2.3 lets the lines fill the type area from the first glyph's top to the last one's bottom. Word puts
half of the leading above every line, so that half moves out of the type area into both margins (GB/T 33476.2-2016 does
so: 37 and 35 mm become 34.58 and 32.58 mm). Word's pitch is a multiple of 0.1 pt in its dialogs: rounded down, so that
the last line fits. Its tracking is a whole number of twips (1/20 pt): rounded down, so that the last cell fits; what a line
lacks then goes into its justification.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from convert.kit.units import EMU_PER_PT, TWIPS_PER_PT, mm
from convert.layout.furniture import LINE
from convert.layout.sections import Section
from convert.style.page import Band, Page, PageLook
from convert.style.sheet import Computed, Sheet

Kind = Literal["header", "footer"]

_KINDS: tuple[Kind, Kind] = ("header", "footer")
_BODY = "body"
_PITCH_STEP = 10  # steps in a pt
_ROUNDING = 1e-6
_HEAD = mm(1)  # the least that LibreOffice leaves to a header
_ADDED_UP = 3.0  # pt: the same below several blocks off the grid, whose rounding adds up
_SLACK = 0.5  # pt by which a block may hang into a line that still counts as free: rounding, not looks


def twips(length: float) -> int:
    """A length in pt as twips."""
    return round(length * TWIPS_PER_PT)


def half_points(size: float) -> int:
    """A character size in pt as half-points."""
    return round(size * 2)


def emu(length: float) -> int:
    """A length in pt as English Metric Units."""
    return round(length * EMU_PER_PT)


_MOST = 31_680  # twips: 22 inches, the most that Word takes


def tracking(look: Computed) -> int:
    """What is added to every advance, in twips."""
    return min(max(math.floor(look.tracking * TWIPS_PER_PT + _ROUNDING), -_MOST), _MOST)


def pitch(look: Computed) -> float:
    """From one line to the next, in pt."""
    return math.floor(look.pitch * _PITCH_STEP + _ROUNDING) / _PITCH_STEP


def em(look: Computed) -> float:
    """The width of a full-width character as Word sets it, in pt: the unit of indents."""
    return look.size + tracking(look) / TWIPS_PER_PT


def lead(look: Computed) -> float:
    """What stands above a line's em box, in pt: half of the leading."""
    return (pitch(look) - look.size) / 2


@dataclass(frozen=True, slots=True)
class WordPage:
    """The sheet and its margins in twips; `header`, `footer`: from the sheet's edge to theirs; `opens`: its first page has
    margins of its own."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    opens: bool


def word_page(sheet: Sheet, section: Section, *, opens: bool = False) -> WordPage:
    """The pages of a section. The leading is taken between the em (16 pt) and the slightly narrower cell that stands for it
    on the grid: 2.42 mm in GB/T 9704, as GB/T 33476.2 has it.

    `opens`: the first page of its kind is among them. Word has one pair of margins a section: the narrower ones, and
    headers and footers that keep the text of the other pages out of what is theirs (see `margin`).
    """
    page, look = section.paper(sheet), section.look(sheet)
    top, bottom = (_narrowest(kind, sheet, section, opens=opens) for kind in _KINDS)
    header, footer = (distance(kind, look, page, opens=opens) for kind in _KINDS)
    framed = section.turned and look.edges == "sheet"  # what stands there is in frames
    if framed or not look.header.words or (opens and page.opening.top != page.top):
        header = min(header, top - _HEAD)
    if framed or (opens and page.opening.bottom != page.bottom):
        footer = min(footer, bottom - _HEAD)
    left, right = page.left, page.right
    if section.turned and look.page.mirror:  # Word swaps these on even pages, which are the sheet's foot and head
        left = right = (left + right) / 2
    return WordPage(
        width=twips(page.width),
        height=twips(page.height),
        top=twips(top),
        bottom=twips(bottom),
        left=twips(left),
        right=twips(right),
        header=twips(max(header, 0)),
        footer=twips(max(footer, 0)),
        opens=opens and page.opening != page,
    )


def margin(kind: Kind, sheet: Sheet, section: Section, *, first: bool) -> float:
    """From the sheet's upper or lower edge to the text, in pt: on the first page of its kind, or on the others."""
    page = section.paper(sheet).opening if first else section.paper(sheet)
    half_leading = (sheet.grid.pitch - (sheet.roles[_BODY].size + sheet.grid.cell) / 2) / 2
    return (page.top if kind == "header" else page.bottom) - half_leading


def _narrowest(kind: Kind, sheet: Sheet, section: Section, *, opens: bool) -> float:
    return min(margin(kind, sheet, section, first=first) for first in {False, opens})


def distance(kind: Kind, look: PageLook, page: Page, *, opens: bool = False) -> float:
    """From the edge of a page, or of its sheet, to a header or footer, whose line's middle is where the style has it, in pt;
    to a rule of theirs that is nearer."""
    edge, band = look.page if look.edges == "sheet" else page, look.header if kind == "header" else look.footer
    margin = edge.top if kind == "header" else edge.bottom
    shown = [band.odd, band.even, band.first] if opens else [band.odd, band.even]
    line: float = margin - band.drop - band_pitch(band) / 2
    return min([line, *(texts.edge for texts in shown if texts.rule)])


def band_pitch(band: Band) -> float:
    """The height of a header's or footer's line, in pt."""
    return LINE * band.size


def space_before(look: Computed, sheet: Sheet) -> float:
    """Space before a block, in pt: its empty grid lines, and what brings its first em box to the grid's."""
    if not look.before_lines:
        return 0.0
    body = sheet.roles[_BODY]
    return max(look.before_lines * pitch(body) + lead(body) - lead(look), 0.0)


def space_after(look: Computed, sheet: Sheet, lines: int, drop: float = 0.0) -> float:
    """Space after a block of so many lines, in pt: its empty grid lines, counted from the first one that is free.

    For a block off the grid (a title) it is what fills its height up to the grid, where it began `drop` pt below a line of it;
    where empty lines are counted from edge to edge, what brings the next em box to their end.
    """
    body = sheet.roles[_BODY]
    empty = look.after_lines * pitch(body)
    if look.on_grid or not look.after_lines:
        return empty
    if sheet.grid.blank == "edges":
        return max(empty - lead(look) - lead(body), 0.0)
    height = drop + space_before(look, sheet) + lines * pitch(look)
    bottom = height - lead(look)  # of the last em box
    taken = math.ceil((bottom - lead(body) - (_ADDED_UP if drop else _SLACK)) / pitch(body))
    return taken * pitch(body) + empty - height
