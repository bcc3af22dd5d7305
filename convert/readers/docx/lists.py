"""Lists out of paragraphs that only say which number and which level they have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convert.diagnostics import Pos
from convert.model import Block, Inline, List, ListItem, Para
from convert.readers.docx.numbering import Marker

if TYPE_CHECKING:
    from convert.readers.docx.book import Book

_SLACK = 3.0  # pt: indents that differ by less are equal
_AFTER_TERM = 6.0  # pt: what stands further in than a term explains it
_DEEPEST = 30  # lists within each other


@dataclass(slots=True)
class _Item:
    """An item: what it holds so far, and whether its task is done."""

    blocks: list[Block]
    term: tuple[Inline, ...] = ()
    checked: bool | None = None
    id: str = ""
    pos: Pos | None = None

    def is_empty(self) -> bool:
        """Whether nothing is in it."""
        return not self.blocks and not self.term


@dataclass(slots=True)
class _Open:
    """A list that may go on: how far its items' words are indented (pt), the markers of its first and last item; None
    for a list of terms."""

    indent: float
    first: Marker | None = None
    last: Marker | None = None
    items: list[_Item] = field(default_factory=list)

    def is_described(self, indent: float) -> bool:
        """Whether it is a list of terms that stand so far in."""
        return self.first is None and abs(self.indent - _AFTER_TERM - indent) <= _SLACK

    def finished(self) -> List | None:
        """The list. Numbers that stand alone at its end, and marks that do anywhere, are left out."""
        level = self.first.definition if self.first is not None else None
        ordered = level is not None and not level.bullet
        while self.items and self.items[-1].is_empty():
            self.items.pop()
        items = tuple(
            ListItem(item.term, tuple(item.blocks), item.checked, id=item.id, pos=item.pos)
            for item in self.items
            if ordered or not item.is_empty()
        )
        if not items:
            return None
        start = self.first.value if ordered and self.first is not None else 1
        style = level.list_style if ordered and level is not None else ""
        marks = level.delimiter if ordered and level is not None else ""
        return List(items, ordered, start, style, delimiter=marks, pos=items[0].pos)


class Lists:
    """Blocks in order, numbered ones gathered in lists."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._blocks: list[Block] = []
        self._open: list[_Open] = []

    def item(self, marker: Marker, left: float, pos: Pos | None) -> None:
        """A numbered paragraph, whose words are indented by `left` pt, begins the next item of a list that is open, or
        the first of a new one; `within` puts in what it holds."""
        item = _Item([], checked=marker.definition.checked, pos=pos)
        depth = next((n for n, each in enumerate(self._open) if _goes_on(each, marker)), -1)
        if depth >= 0:
            self._close(depth + 1)
            self._open[-1].items.append(item)
            self._open[-1].last = marker
            return
        while self._open and (not _is_below(self._open[-1], marker, left) or len(self._open) >= _DEEPEST):
            self._close(len(self._open) - 1)
        self._open.append(_Open(left, marker, marker, [item]))

    def within(self, block: Block) -> None:
        """A block of the item at hand."""
        self._target().append(block)

    def add(self, block: Block, indent: float, *, goes_on: bool = False) -> None:
        """A block without a number. It ends the lists, or `goes_on` in the item whose words are not further in."""
        if goes_on:
            while self._open and self._open[-1].indent > indent + _SLACK and indent > 0:
                self._close(len(self._open) - 1)
        else:
            self._close(0)
        self._target().append(block)

    def holds(self, marker: Marker) -> bool:
        """Whether a numbered paragraph that is no item (1.1) stands below an item of its own list that is open."""
        return any(
            each.last is not None and each.last.source == marker.source and each.last.level < marker.level
            for each in self._open
        )

    def term(self, para: Para, indent: float) -> None:
        """A term, indented by so many pt, whose explanation follows: further in, or in a style of its own."""
        depth = next((n for n, each in enumerate(self._open) if each.is_described(indent)), -1)
        self._close(depth + 1 if depth >= 0 or not indent else len(self._open))
        if depth < 0:
            while self._open and self._open[-1].indent > indent + _SLACK:
                self._close(len(self._open) - 1)
            self._open.append(_Open(indent + _AFTER_TERM))
        self._open[-1].items.append(_Item([], para.children, id=para.id, pos=para.pos))

    def definition(self, para: Para) -> None:
        """What a term means, in the style that says so."""
        if not self._open or self._open[-1].first is not None:
            self._close(0)
            self._open.append(_Open(_AFTER_TERM, items=[_Item([], pos=para.pos)]))
        self._target().append(para)

    def last(self) -> Block | None:
        """The block that was added last, where no list has begun since."""
        target = self._target()
        return target[-1] if target else None

    def replace_last(self, block: Block) -> None:
        """Put a block in the place of the last one."""
        self._target()[-1] = block

    def finish(self) -> tuple[Block, ...]:
        """All of them, every list ended."""
        self._close(0)
        return tuple(self._blocks)

    def _target(self) -> list[Block]:
        return self._open[-1].items[-1].blocks if self._open else self._blocks

    def _close(self, depth: int) -> None:
        """End the lists from `depth` on."""
        while len(self._open) > depth:
            found = self._open.pop().finished()
            if found is not None:
                self._target().append(found)


def _goes_on(open_list: _Open, marker: Marker) -> bool:
    """Whether a paragraph is the next item of a list: of the same definition and level, counting on by one; or, in a
    list of tasks, another task, or what stands among ours."""
    last = open_list.last
    if last is None or (marker.begins and marker.list != last.list):
        return False
    bullets = last.definition.bullet and marker.definition.bullet
    if last.level == marker.level and bullets and (_are_tasks(last, marker) or _is_ours(last) or _is_ours(marker)):
        return True
    same = (last.source, last.level) == (marker.source, marker.level)
    counts = marker.definition.bullet or marker.value == last.value + 1
    return same and counts and last.definition.bullet == marker.definition.bullet


def _are_tasks(*markers: Marker) -> bool:
    return all(marker.definition.checked is not None for marker in markers)


def _is_ours(marker: Marker) -> bool:
    """Whether it is a task's box as we define them: what we write begins each list outright, and mixes tasks with others."""
    return marker.definition.checked is not None and bool(marker.definition.name)


def _is_below(open_list: _Open, marker: Marker, left: float) -> bool:
    """Whether a list begins inside an item of another one: on a deeper level, or of another definition and further in."""
    last = open_list.last
    if last is not None and last.source == marker.source:
        return marker.level > last.level
    return left > open_list.indent + _SLACK
