"""What stands in cells and notes, cut as small as pages may cut it: lines and pictures, each at its height."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from convert.layout.result import ASCENT, Fill, Item, Line, Picture, Portion, Stroke


@dataclass(slots=True)
class Bit:
    """The smallest piece: one line or picture, or a mark (a rule, a ground), `top` in pt below the top of what it is part
    of. A mark may be cut anywhere."""

    top: float
    height: float
    item: Line | Picture | Stroke | Fill

    @property
    def is_mark(self) -> bool:
        """Whether it is no content."""
        return isinstance(self.item, Stroke | Fill)

    def within(self, start: float, end: float) -> Bit:
        """The part of a mark between two heights."""
        top, bottom = max(self.top, start), min(self.top + self.height, end)
        match self.item:
            case Stroke() as stroke if stroke.y1 != stroke.y2:
                return Bit(top, bottom - top, replace(stroke, y1=0.0, y2=bottom - top))
            case Fill() as fill:
                return Bit(top, bottom - top, replace(fill, height=bottom - top))
            case _:
                return self


def mark_bit(mark: Stroke | Fill, down: float) -> Bit:
    """A mark as a bit, `down` pt lower."""
    if isinstance(mark, Fill):
        return Bit(mark.y + down, mark.height, replace(mark, y=0.0))
    return Bit(mark.y1 + down, mark.y2 - mark.y1, replace(mark, y1=0.0, y2=mark.y2 - mark.y1))


@dataclass(slots=True)
class Slice:
    """What of a table, or of notes, goes on one page. Tops are counted from the slice's; `marks`: its rules and grounds.
    With `later` it has none of that yet: this gives it when it is drawn."""

    height: float
    bits: list[Bit] = field(default_factory=list)
    marks: list[Stroke | Fill] = field(default_factory=list)
    later: Callable[[], Slice] | None = None

    def items(self, left: float, top: float) -> Iterator[Item]:
        """The slice's items, moved to `left`, `top` (pt from the sheet's corner)."""
        if self.later is not None:
            later = self.later
            yield Portion(top, self.height, lambda: later().items(left, top))
        for mark in self.marks:
            yield moved(mark, left, top)
        for bit in self.bits:
            match bit.item:
                case Line() as line:  # of a header row it comes again on the next page
                    yield replace(line, x=left + line.x, y=top + bit.top + line.above + ASCENT * line.size)
                case Picture() as picture:
                    yield replace(picture, x=left + picture.x, y=top + bit.top)
                case Stroke() | Fill() as mark:
                    yield moved(mark, left, top + bit.top)


def moved(mark: Stroke | Fill, right: float, down: float) -> Stroke | Fill:
    """A mark that lies so much further to the right and further down, in pt."""
    if isinstance(mark, Fill):
        return replace(mark, x=mark.x + right, y=mark.y + down)
    return Stroke(mark.x1 + right, mark.y1 + down, mark.x2 + right, mark.y2 + down, mark.weight, mark.color)


def bits_height(bits: list[Bit]) -> float:
    """Where the lowest bit ends, in pt."""
    return max((bit.top + bit.height for bit in bits), default=0.0)
