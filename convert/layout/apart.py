"""Lines whose ends stand apart: the last part of a text, a span of the role `far`, stands at the far end of its line.

GB/T 9704-2012 cl. 7.4.3 has the printing office at the left and the date at the right of one line, cl. 7.2.5 and 7.2.6 the
number and the signer. Where both have no room on a line, the far one stands at the end of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from convert.diagnostics import Pos
from convert.kit.cjk import display_em
from convert.layout.paragraphs import Frame, set_block
from convert.layout.result import Element, Line
from convert.layout.seats import is_taken, seats_of, spaced
from convert.layout.setting import Setting
from convert.model import Image, Inline, Span, Text
from convert.model.walk import plain
from convert.style.sheet import Computed

FAR = "far"
"""The role of a span that stands at the far end of its line."""
GAP = " "
"""What keeps the two ends apart for those who read the text alone; Word has a tab."""
_LEAST_GAP_EM = 0.5


def parted(inlines: Sequence[Inline]) -> tuple[tuple[Inline, ...], Span | None]:
    """A text without what stands at the far end of its line, and that; None for a text like others."""
    last = inlines[-1] if inlines else None
    if isinstance(last, Span) and last.role == FAR:
        return tuple(inlines[:-1]), last
    return tuple(inlines), None


def gapped(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """A text with the gap before what stands at the far end of its line, where it has that."""
    words, far = parted(inlines)
    return (*words, Text(GAP), far) if far and words else tuple(inlines)


def near_look(look: Computed) -> Computed:
    """The look of a text whose ends stand apart: it begins at the left."""
    return replace(look, align="left") if look.align in ("center", "right") else look


def share_line(words: tuple[Inline, ...], far: Span, room: float) -> bool:
    """Whether both ends have room on a line of `room` em, by the usual widths of characters: for those who cannot measure."""
    return display_em(plain((*words, far), notes=False)) + _LEAST_GAP_EM <= room


def set_text(
    inlines: Sequence[Inline], look: Computed, frame: Frame, element: Element, setting: Setting, pos: Pos | None
) -> Iterator[Line | Image]:
    """The lines and pictures of a block (see `set_block`), its ends apart where it has two, its seats side by side."""
    seats = seats_of(inlines)
    if seats:
        yield from _seated(seats, look, frame, element, setting, pos)
        return
    words, far = parted(inlines)
    if far is None:
        yield from set_block(inlines, look, frame, element, setting, pos)
        return
    look = near_look(look)
    near = list(set_block((*words, Text(GAP)), look, frame, element, setting, pos)) if words else []
    end = list(set_block((far,), replace(look, align="right", indent_em=0.0), frame, element, setting, pos))
    yield from _joined(near, end, _LEAST_GAP_EM * look.em)


def _joined(near: list[Line | Image], end: list[Line | Image], gap: float) -> list[Line | Image]:
    """One line of two that have room beside each other with a gap of so many pt; else all, one after the other."""
    match near, end:
        case [Line() as first], [Line() as last] if first.x + first.width + gap <= last.x:
            last.x -= first.x
            first.beside.append(last)
            first.notes += last.notes
            first.places = (*first.places, *last.places)
            first.above, first.below = max(first.above, last.above), max(first.below, last.below)
            first.up, first.down = max(first.up, last.up), max(first.down, last.down)
            return [first]
        case _:
            return [*near, *end]


def _seated(
    seats: Sequence[Span], look: Computed, frame: Frame, element: Element, setting: Setting, pos: Pos | None
) -> Iterator[Line | Image]:
    """The line that seats share; several lines, one after the other, where a name has no room in its place."""
    left, right = look.left_em * look.em, look.right_em * look.em
    whole, room = frame.narrowed(left, right), (frame.width - left - right) / len(seats)
    centred = replace(look, align="center", indent_em=0.0, left_em=0.0, right_em=0.0)
    parts: list[Line | Image] = []
    for at, seat in enumerate(spaced(seats)):
        place = Frame(whole.left + at * room, room)
        parts += set_block((seat,), centred, place, element, setting, pos)
    lines = [part for part in parts if isinstance(part, Line)]
    if not lines or len(parts) > sum(map(is_taken, seats)):
        yield from parts
        return
    first, *others = lines
    for line in others:
        line.x -= first.x
        first.beside.append(line)
        first.notes += line.notes
        first.places = (*first.places, *line.places)
        first.reach = max(first.reach, line.reach)
    yield first
