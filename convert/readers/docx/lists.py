"""Lists out of paragraphs that only say which number and which level they have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from convert.model import Block, List, ListItem, Para
from convert.readers.docx.numbering import Marker
from convert.readers.docx.styles import Indent

if TYPE_CHECKING:
    from convert.readers.docx.book import Book

_SLACK = 3.0  # pt: indents that differ by less are equal
_DEEPEST = 30  # lists within each other


@dataclass(slots=True)
class _Open:
    """A list that may go on: the marker of its last item, how far its items' words are indented (pt)."""

    first: Marker
    last: Marker
    indent: float
    items: list[list[Block]] = field(default_factory=list)


class Lists:
    """Blocks in order, numbered ones gathered in lists."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._blocks: list[Block] = []
        self._open: list[_Open] = []
        self._defined: list[ListItem] = []

    def item(self, marker: Marker, para: Para, indent: Indent) -> None:
        """A numbered paragraph: the next item of a list that is open, or the first of a new one."""
        self._end_definitions()
        left = indent.left or 0.0
        depth = next((n for n, each in enumerate(self._open) if _goes_on(each, marker)), -1)
        if depth >= 0:
            self._close(depth + 1)
            self._open[-1].items.append([para])
            self._open[-1].last = marker
            return
        while self._open and (not _is_below(self._open[-1], marker, left) or len(self._open) >= _DEEPEST):
            self._close(len(self._open) - 1)
        self._open.append(_Open(marker, marker, left, [[para]]))

    def add(self, block: Block, indent: float, *, goes_on: bool = False) -> None:
        """A block without a number. It ends the lists, or `goes_on` in the item whose words are not further in."""
        self._end_definitions()
        if goes_on:
            while self._open and self._open[-1].indent > indent + _SLACK and indent > 0:
                self._close(len(self._open) - 1)
        else:
            self._close(0)
        self._target().append(block)

    def holds(self, marker: Marker) -> bool:
        """Whether a numbered paragraph that is no item (1.1) stands below an item of its own list that is open."""
        return any(each.last.source == marker.source and each.last.level < marker.level for each in self._open)

    def definition(self, kind: Literal["term", "definition"], para: Para) -> None:
        """A term, or what it means."""
        self._close(0)
        if kind == "term" or not self._defined:
            term = para.children if kind == "term" else ()
            children: tuple[Block, ...] = () if kind == "term" else (para,)
            self._defined.append(ListItem(term, children, id=para.id, pos=para.pos))
        else:
            last = self._defined[-1]
            self._defined[-1] = ListItem(last.term, (*last.children, para), id=last.id, pos=last.pos)

    def last(self) -> Block | None:
        """The block that was added last, where no list has begun since."""
        target = self._target()
        return target[-1] if target and not self._defined else None

    def replace_last(self, block: Block) -> None:
        """Put a block in the place of the last one."""
        self._target()[-1] = block

    def finish(self) -> tuple[Block, ...]:
        """All of them, every list ended."""
        self._end_definitions()
        self._close(0)
        return tuple(self._blocks)

    def _target(self) -> list[Block]:
        return self._open[-1].items[-1] if self._open else self._blocks

    def _close(self, depth: int) -> None:
        """End the lists from `depth` on."""
        while len(self._open) > depth:
            ended = self._open.pop()
            level = ended.first.definition
            items = tuple(ListItem(children=tuple(blocks), pos=blocks[0].pos) for blocks in ended.items)
            ordered = not level.bullet
            found = List(
                items,
                ordered,
                ended.first.value if ordered else 1,
                level.list_style if ordered else "",
                pos=items[0].pos,
            )
            self._target().append(found)

    def _end_definitions(self) -> None:
        if self._defined:
            items, self._defined = tuple(self._defined), []
            self._blocks.append(List(items, pos=items[0].pos))


def _goes_on(open_list: _Open, marker: Marker) -> bool:
    """Whether a paragraph is the next item of a list: of the same definition and level, counting on by one."""
    last = open_list.last
    same = (last.source, last.level) == (marker.source, marker.level)
    counts = marker.definition.bullet or marker.value == last.value + 1
    return same and counts and last.definition.bullet == marker.definition.bullet


def _is_below(open_list: _Open, marker: Marker, left: float) -> bool:
    """Whether a list begins inside an item of another one: on a deeper level, or of another definition and further in."""
    last = open_list.last
    if last.source == marker.source:
        return marker.level > last.level
    return left > open_list.indent + _SLACK
