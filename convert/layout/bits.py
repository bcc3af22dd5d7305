"""What stands in cells and notes, cut as small as pages may cut it: lines and pictures, each at its height."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from convert.layout.result import ASCENT, Fill, Item, Line, Picture, Stroke
from convert.layout.strips import EdgeStrip, PictureStrip, Strip, TableStrip, TextStrip


@dataclass(slots=True)
class Bit:
    """The smallest piece: one line or picture, `top` in pt below the top of what it is part of."""

    top: float
    height: float
    item: Line | Picture


@dataclass(slots=True)
class Slice:
    """What of a table, or of notes, goes on one page. Tops are counted from the slice's; `marks`: its rules and grounds."""

    height: float
    bits: list[Bit]
    marks: list[Stroke | Fill]

    def items(self, left: float, top: float) -> Iterator[Item]:
        """The slice's items, moved to `left`, `top` (pt from the sheet's corner)."""
        for mark in self.marks:
            yield moved(mark, left, top)
        for bit in self.bits:
            if isinstance(bit.item, Line):
                line = bit.item  # of a header row it comes again on the next page
                yield replace(line, x=left + line.x, y=top + bit.top + line.above + ASCENT * line.size)
            else:
                yield replace(bit.item, x=left + bit.item.x, y=top + bit.top)


def moved(mark: Stroke | Fill, right: float, down: float) -> Stroke | Fill:
    """A mark that lies so much further to the right and further down, in pt."""
    if isinstance(mark, Fill):
        return replace(mark, x=mark.x + right, y=mark.y + down)
    return Stroke(mark.x1 + right, mark.y1 + down, mark.x2 + right, mark.y2 + down, mark.weight, mark.color)


def bits_of(strips: Iterable[Strip], padding: float) -> list[Bit]:
    """The bits of strips below each other, the first `padding` pt from the top."""
    bits: list[Bit] = []
    top, ink = padding, 0.0
    for strip in strips:
        if isinstance(strip, TextStrip):
            leading = (strip.look.pitch - strip.look.size) / 2
            top += max(ink + strip.lines[0].up - top - leading, 0.0) if strip.lines else 0.0
            if strip.marker:
                strip.marker.above = strip.lines[0].above
                bits.append(Bit(top + leading, strip.look.pitch - leading, strip.marker))
            for line in strip.lines:
                pitch = line.above + strip.look.pitch + line.below
                bits.append(Bit(top + leading, pitch - leading, line))
                top += pitch
                ink = top - leading + line.down
        elif isinstance(strip, PictureStrip):
            picture = Picture(strip.media, strip.x, 0.0, strip.width, strip.height, strip.element)
            bits.append(Bit(top, strip.height, picture))
            top += strip.height
        elif isinstance(strip, EdgeStrip):  # only its room: boxes are not drawn there
            top += strip.look.padding("top" if strip.opens else "bottom")
        elif isinstance(strip, TableStrip):
            bits += _nested(strip, top)
            top = bits_height(bits)
    return bits


def _nested(strip: TableStrip, top: float) -> Iterator[Bit]:
    """A table in a cell: its cells' lines below each other, in reading order, without rules."""
    for cell in strip.cells:
        for bit in bits_of(cell.strips, 0.0):
            yield replace(bit, top=top + bit.top)
        top = top + bits_height(bits_of(cell.strips, 0.0))


def bits_height(bits: list[Bit]) -> float:
    """Where the lowest bit ends, in pt."""
    return max((bit.top + bit.height for bit in bits), default=0.0)
