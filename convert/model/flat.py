"""A document's text as one string, and back: what text repairs work on, whatever the document came from.

The canonical flat text is the text leaves in reading order with a line feed between blocks. One line is one block of
inlines: a paragraph, a heading, a term, a caption. What is not text but stands in a line (a picture, code, a formula,
a note's mark) is one U+FFFC; a forced line break is U+2028. A note's own blocks follow the line that refers to it.
Blocks without text of their own (page break, rule) leave no trace; code and formula blocks are a line with one U+FFFC.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from convert.diagnostics import Pos
from convert.model.base import Node, field_values, replace
from convert.model.document import Document
from convert.model.nodes import (
    CodeBlock,
    Heading,
    LineBreak,
    MathBlock,
    Note,
    PageBreak,
    Para,
    Raw,
    Rule,
    Table,
    Text,
    Toc,
)

OBJECT = "\ufffc"
"""Stands for an inline that is not text."""
BREAK = "\u2028"
"""Stands for a forced line break."""

_LINES = ("term", "caption")  # fields of inlines that make a line, beside the children of Para and Heading


class Change(NamedTuple):
    """A change to flat text: `[start, end)` becomes `after`. Never empty before: an insertion takes a neighbour in."""

    start: int
    end: int
    after: str
    rule: str
    confidence: float = 1.0


class Flat:
    """Flat text and where its leaves and lines are.

    `leaves` and `lines` hold the offsets of their starts and ends in turn, `positions` the places of the leaves. Of
    the lines, `owners` are the nodes (a Para, a Heading …), `tabular` the numbers of those within tables, `removed` of
    those that are gone; `roles` the role and place that a paragraph is to get (the last part of one that is split).
    `notes` tells at which leaf and line a note's blocks begin, by the note's identity.
    """

    def __init__(self) -> None:
        self.text = ""
        self.leaves: list[int] = []
        self.positions: list[Pos | None] = []
        self.lines: list[int] = []
        self.owners: list[Node] = []
        self.tabular: set[int] = set()
        self.removed: set[int] = set()
        self.roles: dict[int, tuple[str, Pos | None]] = {}
        self.notes: dict[int, list[tuple[int, int]]] = {}

    def line(self, number: int) -> str:
        """The text of a line."""
        return self.text[self.lines[2 * number] : self.lines[2 * number + 1]]

    def present(self) -> Iterator[int]:
        """The numbers of the lines that are still there."""
        return (number for number in range(len(self.owners)) if number not in self.removed)

    def removal(self, numbers: Sequence[int], rule: str) -> list[Change]:
        """The changes that take whole lines away, with one separator each; not all lines that there are. `apply` must
        be told the numbers as well."""
        gone = set(numbers)
        changes = []
        seen = False  # a line that stays has been seen
        for number in self.present():
            start, end = self.lines[2 * number], self.lines[2 * number + 1]
            if number not in gone:
                seen = True
            elif seen:
                changes.append(Change(start - 1, end, "", rule))
            else:
                changes.append(Change(start, min(end + 1, len(self.text)), "", rule))
        return changes

    def apply(self, changes: Sequence[Change], removed: Iterable[int] = ()) -> None:
        """Change the text. `changes` are in ascending order and do not overlap.

        A change of equal length maps character to character; of any other, the new text belongs to the leaf that the
        change starts in.
        """
        pieces: list[str] = []
        done = 0
        for change in changes:
            if change.start < done or change.end <= change.start:
                raise ValueError(f"changes overlap or are empty at {change.start}")
            pieces += self.text[done : change.start], change.after
            done = change.end
        pieces.append(self.text[done:])
        self.text = "".join(pieces)
        self.removed.update(removed)
        if any(len(change.after) != change.end - change.start for change in changes):
            self.leaves = _moved(self.leaves, changes)
            self.lines = _moved(self.lines, changes)


def _moved(offsets: list[int], changes: Sequence[Change]) -> list[int]:
    """Ascending offsets after the changes."""
    moved: list[int] = []
    shift = 0
    index = 0
    for offset in offsets:
        while index < len(changes) and changes[index].end <= offset:
            shift += len(changes[index].after) - (changes[index].end - changes[index].start)
            index += 1
        if index < len(changes) and changes[index].start < offset:
            change = changes[index]
            inner = offset - change.start if len(change.after) == change.end - change.start else len(change.after)
            moved.append(change.start + shift + inner)
        else:
            moved.append(offset + shift)
    return moved


# --- document to text --------------------------------------------------------------------------------------------


def flatten(document: Document) -> Flat:
    """The flat text of a document, in time linear in its size."""
    flattening = _Flattening()
    flattening.blocks(document.blocks)
    flat = flattening.flat
    flat.text = "\n".join(flattening.texts)
    return flat


class _Flattening:
    def __init__(self) -> None:
        self.flat = Flat()
        self.texts: list[str] = []
        self.at = 0
        self.notes: list[Note] = []
        self.table_depth = 0

    def blocks(self, blocks: Iterable[Node]) -> None:
        for block in blocks:
            match block:
                case Para() | Heading():
                    self.line(block, block.children)
                case CodeBlock() | MathBlock() | Raw():
                    self.line(block, (block,))
                case PageBreak() | Rule() | Toc():
                    pass
                case _:
                    self.container(block)

    def container(self, block: Node) -> None:
        self.table_depth += isinstance(block, Table)
        for name, value in field_values(block):
            if name in _LINES:
                if value:
                    self.line(block, value)
            elif type(value) is tuple and name != "columns":
                self.blocks(value)
        self.table_depth -= isinstance(block, Table)

    def line(self, owner: Node, inlines: tuple[Node, ...]) -> None:
        flat = self.flat
        start = self.at
        number = len(flat.owners)
        flat.owners.append(owner)
        flat.lines += start, start
        if self.table_depth:
            flat.tabular.add(number)
        outer, self.notes = self.notes, []
        if len(inlines) == 1 and type(inlines[0]) is Text:
            text = inlines[0].text
            flat.leaves += start, start + len(text)
            flat.positions.append(inlines[0].pos)
            self.at += len(text)
        else:
            pieces: list[str] = []
            self.inlines(inlines, pieces)
            text = "".join(pieces)
        self.texts.append(text)
        flat.lines[-1] = self.at
        self.at += 1
        notes, self.notes = self.notes, outer
        for note in notes:
            flat.notes.setdefault(id(note), []).append((len(flat.leaves) // 2, len(flat.owners)))
            self.blocks(note.children)

    def inlines(self, inlines: tuple[Node, ...], pieces: list[str]) -> None:
        for inline in inlines:
            if isinstance(inline, Text):
                text = inline.text
                self.flat.leaves += self.at, self.at + len(text)
                self.flat.positions.append(inline.pos)
            elif isinstance(inline, Note):
                text = OBJECT
                self.notes.append(inline)
            elif children := getattr(inline, "children", ()):
                self.inlines(children, pieces)
                continue
            else:
                text = BREAK if isinstance(inline, LineBreak) else OBJECT
            pieces.append(text)
            self.at += len(text)


# --- text to document --------------------------------------------------------------------------------------------


def rebuild(document: Document, flat: Flat) -> Document:
    """The document with the text of `flat`, which was flattened from it and then changed.

    Leaves that became empty go, and so do the inlines around them; lines that were removed go with their blocks; a
    paragraph whose text got a line feed becomes two. Only paragraphs and headings may be removed or lose all their
    text: a term or a caption without text would be none.
    """
    return replace(document, blocks=_Rebuilding(flat).blocks(document.blocks))


class _Rebuilding:
    """Walks the document as `_Flattening` did, with a cursor into the leaves and lines."""

    def __init__(self, flat: Flat) -> None:
        self.flat = flat
        offsets = iter(flat.leaves)
        self.texts = [flat.text[start:end] for start, end in zip(offsets, offsets, strict=True)]
        self.notes = {key: starts[::-1] for key, starts in flat.notes.items()}
        self.cursor = (0, 0)  # next leaf, next line
        self.after_notes = (0, 0)  # where the cursor goes on after the line at hand

    def blocks(self, blocks: tuple[Any, ...]) -> tuple[Any, ...]:
        new: list[Any] = []
        for block in blocks:
            match block:
                case Para() | Heading():
                    number = self.cursor[1]
                    lines = self.line(block.children)
                    if number not in self.flat.removed:
                        new += (replace(block, children=tuple(line)) for line in lines)
                        if number in self.flat.roles:
                            role, pos = self.flat.roles[number]
                            new[-1] = replace(new[-1], role=role, pos=pos)
                case CodeBlock() | MathBlock() | Raw():
                    self.cursor = self.cursor[0], self.cursor[1] + 1
                    new.append(block)
                case PageBreak() | Rule() | Toc():
                    new.append(block)
                case _:
                    new.append(self.container(block))
        return tuple(new)

    def container(self, block: Any) -> Any:
        changes: dict[str, Any] = {}
        for name, value in field_values(block):
            if name in _LINES:
                if value:
                    changes[name] = tuple(part for line in self.line(value) for part in line)
            elif type(value) is tuple and name != "columns":
                changes[name] = self.blocks(value)
        return replace(block, **changes)

    def line(self, inlines: tuple[Any, ...]) -> list[list[Any]]:
        outer, self.after_notes = self.after_notes, (0, 0)
        self.cursor = self.cursor[0], self.cursor[1] + 1
        lines = self.inlines(inlines)
        self.cursor, self.after_notes = max(self.cursor, self.after_notes), outer
        return lines

    def inlines(self, inlines: tuple[Any, ...]) -> list[list[Any]]:
        lines: list[list[Any]] = [[]]
        for inline in inlines:
            if isinstance(inline, Text):
                parts = self.text(inline)
            elif isinstance(inline, Note):
                parts = [self.note(inline)]
            elif getattr(inline, "children", ()):
                inner = self.inlines(inline.children)
                parts = [replace(inline, children=tuple(part)) if part else None for part in inner]
            else:
                parts = [inline]
            for number, part in enumerate(parts):
                if number:
                    lines.append([])
                if part is not None:
                    lines[-1].append(part)
        return lines

    def text(self, node: Text) -> list[Any]:
        leaf, number = self.cursor
        self.cursor = leaf + 1, number
        text = self.texts[leaf]
        if text == node.text:
            return [node]
        return [replace(node, text=part) if part else None for part in text.split("\n")]

    def note(self, node: Note) -> Note:
        outer = self.cursor
        self.cursor = self.notes[id(node)].pop()
        new = replace(node, children=self.blocks(node.children))
        self.after_notes = max(self.after_notes, self.cursor)
        self.cursor = outer
        return new
