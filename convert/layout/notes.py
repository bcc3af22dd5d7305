"""Footnotes: the room they take at the foot of a page, and what of a long one goes on to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import accumulate

from convert.layout.bits import Bit, Slice, bits_height
from convert.layout.result import BLACK, Element, Line, Pages, Stroke
from convert.layout.strips import Strip
from convert.layout.tables import bits_of
from convert.model import Document, Node, Note, Ref, Text
from convert.model import replace as replace_node
from convert.model.walk import replace_nodes
from convert.style.counting import NoteLook
from convert.style.sheet import Sheet

_SLACK = 0.01
_LEAST = 2  # lines of a note that stay with its mark

Notes = list[tuple[Note, Element]]
MakeStrips = Callable[[Note, Element], Iterable[Strip]]
"""Sets a note's blocks."""


class NoteArea:
    """The notes of the page at hand, and those that wait for the next one. All heights in pt."""

    def __init__(self, sheet: Sheet, make: MakeStrips) -> None:
        self._look, self._make = sheet.notes, make
        self._gap = sheet.roles["note"].pitch / 2  # between text and notes, with the rule in its middle
        self._bits: dict[Element, list[Bit]] = {}
        self._placed: list[Bit] = []
        self._bottom = 0.0
        self.waiting: list[Bit] = []

    @property
    def height(self) -> float:
        """What the notes of this page take from its text, the gap above them included."""
        return self._bottom + self._gap if self._placed else 0.0

    def needed(self, notes: Notes) -> float:
        """What more the page must have for `notes`: all of them, of the last one its first lines at least."""
        if not notes:
            return 0.0
        *others, last = (self._of(note, element) for note, element in notes)
        least = bits_height(last[:_LEAST])
        return sum(map(bits_height, others)) + least + (0.0 if self._placed else self._gap)

    def add(self, notes: Notes, room: float) -> None:
        """Put notes on the page: what goes beyond `room` (pt, for the notes and their gap) waits for the next page."""
        for note, element in notes:
            self._put(self._of(note, element), room)

    def close(self) -> Slice | None:
        """What stands at the foot of the page at hand, None for nothing; the next page begins."""
        if not self._placed:
            return None
        half = self._gap / 2
        bits = [replace(bit, top=bit.top + self._gap) for bit in self._placed]
        rule = Stroke(0.0, half, self._look.rule_width, half, self._look.rule, BLACK)
        part = Slice(self.height, bits, [rule] if self._look.rule_width and self._look.rule else [])
        self._placed, self._bottom = [], 0.0
        return part

    def carry_on(self, room: float) -> None:
        """Begin a page with what waits from the one before."""
        waiting, self.waiting = self.waiting, []
        self._put(waiting, room)

    def _put(self, bits: list[Bit], room: float) -> None:
        if not bits:
            return
        limit = room - self._gap - self._bottom + bits[0].top
        ends = [0] if self.waiting else _ends(bits)
        count = max((end for end in ends if bits_height(bits[:end]) <= limit), default=0)
        if not count and not self._placed and not self.waiting:
            count = ends[0]  # something must go, on the emptiest of pages
        self._bottom += _append(bits[:count], self._placed, self._bottom)
        _append(bits[count:], self.waiting, bits_height(self.waiting))

    def _of(self, note: Note, element: Element) -> list[Bit]:
        if element not in self._bits:
            self._bits[element] = bits_of(self._make(note, element), 0.0)
        return self._bits[element]


def _ends(bits: list[Bit]) -> list[int]:
    """After how many bits a note may go on on the next page: where nothing that follows begins higher up, as in the next
    column of a table."""
    above = list(accumulate((bit.top + bit.height for bit in bits), max))
    below = list(accumulate((bit.top for bit in reversed(bits)), min))[::-1]
    return [n for n in range(1, len(bits)) if above[n - 1] <= below[n] + _SLACK] + [len(bits)]


def _append(bits: list[Bit], to: list[Bit], top: float) -> float:
    """Put bits behind others, the first one at `top`. Returns how far down they reach from there."""
    if not bits:
        return 0.0
    first = min(bit.top for bit in bits)
    to += (replace(bit, top=bit.top - first + top) for bit in bits)
    return bits_height(bits) - first


def notes_in(part: Slice) -> Notes:
    """The notes whose marks are in a slice."""
    return notes_of(bit.item for bit in part.bits if isinstance(bit.item, Line))


def notes_of(lines: Iterable[Line]) -> Notes:
    """The notes whose marks are in lines."""
    return [note for line in lines for note in line.notes]


def numbered_by_page(document: Document, pages: Pages, look: NoteLook) -> Document:
    """The document with its footnotes counted anew on each of its `pages`; the same one where they are already."""
    marks: dict[str, str] = {}
    for page in pages.pages:
        noted = notes_of(item for item in page.items if isinstance(item, Line))
        marks |= {note.id: look.mark(number) for number, (note, _) in enumerate(noted, 1)}

    def marked(node: Node) -> Node:
        match node:
            case Note() if marks.get(node.id, node.number) != node.number:
                return replace_node(node, number=marks[node.id])
            case Ref(kind="number") if (mark := (Text(marks.get(node.target, "")),)) != node.children and mark[0].text:
                return replace_node(node, children=mark)
            case _:
                return node

    return replace_nodes(document, marked)
