"""Lines whose ends stand apart: a tab stop at their right edge (ISO/IEC 29500-1, 17.3.1.38). Lines that are shared by
seats: a tab stop in the middle of each."""

from __future__ import annotations

from convert.layout.apart import parted, share_line
from convert.layout.seats import is_taken, middles, seats_of
from convert.model import Inline, LineBreak, Span, Text
from convert.style.sheet import Computed
from convert.writers.docx.geometry import em, twips


def ends_apart(inlines: tuple[Inline, ...], look: Computed, width: float) -> tuple[tuple[Inline, ...], str]:
    """A text with a tab before what stands at the far end of its line, and the tab stops of the paragraph, `width` pt wide,
    "" where it has none. Where the two have no room beside each other, a new line begins first."""
    seats = seats_of(inlines)
    if seats:
        return _side_by_side(seats, look, width)
    words, far = parted(inlines)
    if far is None:
        return inlines, ""
    right = width - look.right_em * em(look)
    room = right / em(look) - look.left_em - look.indent_em
    breaks = () if share_line(words, far, room) or not words else (LineBreak(),)
    return (*words, *breaks, Text("\t"), far), f'<w:tabs><w:tab w:val="right" w:pos="{twips(right)}"/></w:tabs>'


def _side_by_side(seats: list[Span], look: Computed, width: float) -> tuple[tuple[Inline, ...], str]:
    """The seats that are taken, a tab before each, and their tab stops."""
    left = look.left_em * em(look)
    places = zip(seats, middles(len(seats), left, width - left - look.right_em * em(look)), strict=True)
    taken = [(seat, place) for seat, place in places if is_taken(seat)]
    stops = "".join(f'<w:tab w:val="center" w:pos="{twips(place)}"/>' for _, place in taken)
    return tuple(part for seat, _ in taken for part in (Text("\t"), seat)), f"<w:tabs>{stops}</w:tabs>"
