"""Strips: what has been set across the page and waits for its place down it.

A strip is the smallest thing the page maker moves: a paragraph's lines, a table's rows, a picture, a line, a break.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from convert.layout.numbers import Decimal
from convert.layout.result import Element, Line
from convert.layout.rules import Sides
from convert.layout.sections import Section
from convert.model import Cell
from convert.style.rules import RuleLook
from convert.style.sheet import Computed, TableLook


@dataclass(slots=True, eq=False)
class TextStrip:
    """Lines of one block, top to bottom. `outline`: the level a bookmark gets, -1 for none; `marker`: a list item's,
    on the first line; `keep_next`: it stays with what follows, whatever its look says."""

    lines: list[Line]
    look: Computed
    element: Element
    outline: int = -1
    marker: Line | None = None
    keep_next: bool = False


@dataclass(slots=True, eq=False)
class PictureStrip:
    """A picture, `x` from the type area's left edge; sizes in pt. `keep_next`: it stays with its caption."""

    media: str
    x: float
    width: float
    height: float
    element: Element
    look: Computed
    keep_next: bool = False


@dataclass(slots=True, eq=False)
class CellBox:
    """A cell: the rows it covers, its left edge and width in pt, the rules around it, the number it holds if numbers are
    aligned. What it holds is set when it is
    asked for."""

    node: Cell
    row: int
    rows: int
    x: float
    width: float
    header: bool
    sides: Sides
    decimal: Decimal | None = None


@dataclass(slots=True, eq=False)
class TableStrip:
    """A table: the cells that begin in each row; the first `head` rows come again on every page it runs over. `set_row`
    gives what the cells of a row hold; when they are set `again`, nothing is reported again. `line_role`: the role of a cell
    that surely takes one line, "" for one that must be set to know. `below`: the height of what
    stays with the last row, in pt."""

    rows: list[list[CellBox]]
    head: int
    x: float
    width: float
    look: Computed
    rules: TableLook
    element: Element
    set_row: Callable[[list[CellBox], bool], list[list[Strip]]]
    line_role: Callable[[CellBox], str]
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class BreakStrip:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class SectionStrip:
    """What follows stands on pages of its own."""

    section: Section


@dataclass(frozen=True, slots=True)
class RuleStrip:
    """A rule across the type area. `weight` in pt; `keep_next`: it stays with what follows; `rule`: the look of one that is
    an element of its own, which takes no line of the text."""

    x: float
    width: float
    look: Computed
    weight: float = 0.5
    keep_next: bool = False
    rule: RuleLook | None = None


@dataclass(frozen=True, slots=True)
class EdgeStrip:
    """The upper or the lower edge of a box around blocks (`look`: the one of the block it is drawn around): `x` from the
    type area's left edge and `width` in pt."""

    look: Computed
    x: float
    width: float
    opens: bool


Strip: TypeAlias = TextStrip | PictureStrip | TableStrip | BreakStrip | SectionStrip | RuleStrip | EdgeStrip


def height(lines: list[Line], look: Computed) -> float:
    """From the top of the first line's room to that of the line which would follow, in pt."""
    return len(lines) * look.pitch + sum(line.above + line.below for line in lines)


def keeps_next(strip: Strip) -> bool:
    """Whether a strip stays on the page of what follows it."""
    match strip:
        case TextStrip():
            return strip.keep_next or strip.look.keep_next
        case PictureStrip() | RuleStrip():
            return strip.keep_next
        case EdgeStrip():
            return strip.opens
        case _:
            return False


def kept(strips: Iterable[Strip]) -> Iterator[Strip]:
    """The strips, those of text and pictures staying with what follows them."""
    for strip in strips:
        if isinstance(strip, TextStrip | PictureStrip):
            strip.keep_next = True
        yield strip
