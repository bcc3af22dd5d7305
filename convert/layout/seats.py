"""Names that stand side by side: a text that is nothing but spans of the role `seat` shares its line out evenly among them,
each in the middle of its place; one without words leaves its place empty.

GB/T 9704-2012 cl. 7.3.5.1: joint organs sign in order, arranged neatly in their places, each with its own seal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from convert.model import Inline, Span, Text
from convert.model.walk import plain

SEAT = "seat"
"""The role of a span that is one of several side by side."""
GAP = " "
"""What keeps names apart for those who read the text alone; Word has a tab."""


def seats_of(inlines: Sequence[Inline]) -> list[Span]:
    """The seats that share a line; none for a text like others."""
    seats = [inline for inline in inlines if isinstance(inline, Span) and inline.role == SEAT]
    return seats if len(seats) == len(inlines) else []


def is_taken(seat: Span) -> bool:
    """Whether somebody sits there."""
    return bool(plain(seat.children, notes=False).strip())


def middles(count: int, left: float, room: float) -> list[float]:
    """Where the middles of so many seats are, `room` pt in all from `left`."""
    return [left + (at + 0.5) * room / count for at in range(count)]


def spaced(seats: Sequence[Span]) -> Iterator[Span]:
    """The seats with a gap at the end of all that others come after."""
    last = max((at for at, seat in enumerate(seats) if is_taken(seat)), default=0)
    for at, seat in enumerate(seats):
        apart = at < last and is_taken(seat)
        yield Span((*seat.children, Text(GAP)), id=seat.id, role=seat.role, lang=seat.lang) if apart else seat
