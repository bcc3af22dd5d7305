"""Boxes around blocks, as pages fill: how far each reaches on the page at hand, and what is drawn of it there.

A box that runs over several pages is open where it is cut (CSS Fragmentation 3, `box-decoration-break: slice`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from convert.layout.result import ASCENT, Fill, Item, Line, Picture, Portion, Stroke
from convert.layout.strips import EdgeStrip
from convert.style.sheet import Edge


@dataclass(slots=True)
class _OpenBox:
    """A box that has begun. `index`: where its drawing goes among the page's items; `top`, `bottom`: what it holds
    there, in pt from the sheet's top; `begun`: whether its upper edge has been drawn."""

    strip: EdgeStrip
    index: int
    top: float = 0.0
    bottom: float = 0.0
    filled: bool = False
    begun: bool = False


class OpenBoxes:
    """The boxes that have begun and not ended, outermost first."""

    def __init__(self) -> None:
        self._open: list[_OpenBox] = []

    @property
    def reserved(self) -> float:
        """The room that the lower edges of the open boxes need below the text, in pt."""
        return sum(box.strip.look.padding("bottom") for box in self._open)

    def open(self, strip: EdgeStrip, items: list[Item]) -> None:
        """A box begins on the page whose items are `items`."""
        self._open.append(_OpenBox(strip, len(items)))

    def hold(self, item: Item) -> None:
        """An item that is placed within the open boxes."""
        if self._open:
            top, bottom = _extent(item)
            for box in self._open:
                box.top = min(box.top, top) if box.filled else top
                box.bottom = max(box.bottom, bottom) if box.filled else bottom
                box.filled = True

    def close(self, items: list[Item], left: float) -> float:
        """The innermost box ends: draw it. Returns where its lower edge is, in pt from the sheet's top; 0 where it holds
        nothing on this page. `left`: the type area's left edge."""
        box = self._open.pop()
        edge = self._draw(box, items, left, ends=True)
        for outer in self._open:
            if edge:
                outer.bottom = max(outer.bottom, edge)
        return edge

    def cut(self, items: list[Item], left: float) -> None:
        """The text of the page ends: draw what the open boxes reach over on it."""
        for box in reversed(self._open):
            self._draw(box, items, left, ends=False)

    def go_on(self) -> None:
        """The open boxes go on on a new page."""
        for box in self._open:
            box.index, box.filled = 0, False

    def _draw(self, box: _OpenBox, items: list[Item], left: float, *, ends: bool) -> float:
        if not box.filled:
            return 0.0
        look, x = box.strip.look, left + box.strip.x
        top, bottom = box.top - _reach(box, "top"), box.bottom + _reach(box, "bottom")
        items[box.index : box.index] = _drawn(box, x, top, bottom, ends=ends)
        box.begun = True
        return bottom if look.box.padded("bottom") else box.bottom


def _reach(box: _OpenBox, side: Edge) -> float:
    """From the text to the edge, in pt: the leading is part of it."""
    look = box.strip.look
    return look.box.padding_em * look.em if look.box.padded(side) else 0.0


def _drawn(box: _OpenBox, x: float, top: float, bottom: float, *, ends: bool) -> Iterator[Item]:
    look, right = box.strip.look.box, x + box.strip.width
    if look.background:
        yield Fill(x, top, box.strip.width, bottom - top, look.background)
    edges = {
        "top": (x, top, right, top), "bottom": (x, bottom, right, bottom),
        "left": (x, top, x, bottom), "right": (right, top, right, bottom),
    }  # fmt: skip
    for side in look.sides if look.border else ():
        if (side == "top" and box.begun) or (side == "bottom" and not ends):
            continue
        yield Stroke(*edges[side], look.border, look.color)


def _extent(item: Item) -> tuple[float, float]:
    """The upper and lower edge of what an item shows, in pt from the sheet's top: of a line, its em box and what stands
    out of it."""
    match item:
        case Line():
            top = item.y - ASCENT * item.size
            return top - item.above - item.up, top + item.size + item.below + item.down
        case Picture() | Fill() | Portion():
            return item.y, item.y + item.height
        case Stroke():
            return min(item.y1, item.y2), max(item.y1, item.y2)
