"""Pictures over words: anchored drawings, counted from the column and the top of a paragraph (ISO/IEC 29500-1, 20.4.2.3).

Where a paragraph with space above begins, programs do not agree: its pictures are anchored in the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from convert.kit.cjk import display_em
from convert.layout.overlays import pictures_over
from convert.layout.seats import middles, seats_of
from convert.model import Image, Inline, Node, Note, Span
from convert.model.walk import children, plain
from convert.style.sheet import Computed, Sheet
from convert.style.spans import OverLook
from convert.writers.docx.geometry import em, pitch


class Anchored(NamedTuple):
    """A picture over words: where their middle is, in pt from the left edge of the column, and from the top of the paragraph
    that it is anchored in."""

    image: Image
    look: OverLook
    across: float
    down: float


def anchored(inlines: Sequence[Inline], look: Computed, width: float, sheet: Sheet) -> Iterator[Anchored]:
    """The pictures over the words of a paragraph of one line, in a column `width` pt wide."""
    seats = seats_of(inlines)
    left = look.left_em * em(look)
    for seat, middle in zip(seats, middles(len(seats), left, width - left - look.right_em * em(look)), strict=True):
        yield from (
            Anchored(image, sheet.span(span).over, middle, pitch(look) / 2)
            for span in _spans((seat,), sheet)
            for image in pictures_over(span)
        )
    spans = [] if seats else list(_spans(inlines, sheet))
    if not spans:
        return
    start = _start(inlines, look, width)
    words = plain(tuple(inlines), notes=False)
    at = 0
    for span in spans:
        covered = plain(span.children, notes=False)
        at = words.find(covered, at)
        across = start + (display_em(words[:at]) + display_em(covered) / 2) * em(look)
        at += len(covered)
        for image in pictures_over(span):
            yield Anchored(image, sheet.span(span).over, across, pitch(look) / 2)


def _spans(inlines: Iterable[Node], sheet: Sheet) -> Iterator[Span]:
    """The spans with pictures over them, the outermost ones."""
    for inline in inlines:
        if isinstance(inline, Span) and sheet.is_over(inline):
            yield inline
        elif not isinstance(inline, Note):
            yield from _spans(children(inline), sheet)


def _start(inlines: Sequence[Inline], look: Computed, width: float) -> float:
    """Where the first line begins, in pt from the left edge of the column."""
    left = look.left_em * em(look)
    room = width - left - look.right_em * em(look) - display_em(plain(tuple(inlines), notes=False)) * em(look)
    match look.align:
        case "right":
            return left + room
        case "center":
            return left + room / 2
        case _:
            return left + look.indent_em * em(look)
