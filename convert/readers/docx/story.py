"""A story: text that runs through one part (the body, a note, a header), read block by block (17.2).

Paragraphs and tables may nest in tables, text boxes and content controls as deep as somebody likes: beyond a bound
only the words are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from convert.diagnostics import Pos
from convert.model import Block, Note, Para, Text
from convert.readers.docx.assembly import Assembly
from convert.readers.docx.book import Book
from convert.readers.docx.bookmarks import Bookmarks
from convert.readers.docx.fields import Fields
from convert.readers.docx.inlines import Lines
from convert.readers.docx.lines import Line
from convert.readers.docx.paragraphs import paragraph_of
from convert.readers.docx.tables import read_table
from convert.readers.docx.tags import (
    ALT_CHUNK,
    BOOKMARK,
    O_MATH,
    O_MATH_PARA,
    P_PR,
    SDT,
    SDT_CONTENT,
    SECT_PR,
    TBL,
    WRAPPERS,
    P,
    R,
    T,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.readers.docx.notes import NoteKind

_LOOSE = frozenset({O_MATH, O_MATH_PARA, ALT_CHUNK})
_DEEPEST = 40  # containers of blocks within each other


class Story:
    """Reads one part. `name`: what its places begin with ("footnote 3, "); `sections`: for the body, each finished
    section's blocks with its properties."""

    def __init__(self, book: Book, part: str, root: Element, name: str = "") -> None:
        self.book, self.part, self._name = book, part, name
        self.fields = Fields(root)
        self.bookmarks = Bookmarks(book, self.fields)
        self.lines = Lines(self)
        self.sections: list[tuple[tuple[Block, ...], Element | None]] = []
        self._count = 0
        self._depth = 0
        self.pos = Pos(place=name)

    def blocks(self, container: Element) -> tuple[Block, ...]:
        """The blocks in a container: a cell, a note, a text box."""
        if self._depth >= _DEEPEST:
            self.book.report.add("nesting-flattened", self.pos, depth=_DEEPEST)
            return _words_of(container, self.pos)
        self._depth += 1
        assembly = Assembly(self.book)
        self._walk(container, assembly, top=False)
        self._depth -= 1
        return assembly.finish()

    def body(self, container: Element) -> list[tuple[tuple[Block, ...], Element | None]]:
        """The sections of the body: blocks, and what the section says of its pages."""
        assembly = Assembly(self.book)
        last = self._walk(container, assembly, top=True)
        self.sections.append((last.finish(), container.find(SECT_PR)))
        return self.sections

    @property
    def inner(self) -> bool:
        """Whether what is read stands in a cell, a text box or a note."""
        return self._depth > 0

    def note(self, kind: NoteKind, key: str) -> Note | None:
        """A note by id; None where it is missing or refers to itself."""
        notes = self.book.notes
        part, element = notes.note(kind, key)
        if element is None or (kind, key) in notes.active:
            self.book.report.add("docx-note-missing", self.pos, number=key)
            return None
        notes.active.add((kind, key))
        blocks = Story(self.book, part, element, f"{kind}note {key}, ").blocks(element)
        notes.active.discard((kind, key))
        return Note(blocks, kind, pos=self.pos)

    def _walk(self, container: Element, assembly: Assembly, *, top: bool) -> Assembly:
        """Read what is in a container. Content controls and other wrappers are walked through without recursion."""
        stack = [iter(container)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                continue
            tag = child.tag
            if tag == P:
                section = self._paragraph(child, assembly)
                if section is not None and top:
                    self.sections.append((assembly.finish(), section))
                    assembly = Assembly(self.book)
            elif tag == TBL:
                self._table(child, assembly)
            elif tag == BOOKMARK:
                self.bookmarks.wait(child)
            elif tag in _LOOSE:
                self._loose(child, assembly)
            else:
                stack.append(self._inside(child, assembly))
        return assembly

    def _loose(self, element: Element, assembly: Assembly) -> None:
        """What stands between paragraphs and holds none."""
        if element.tag == ALT_CHUNK:
            self.book.report.add("docx-object-dropped", self.pos, kind="altChunk", text="")
        else:
            assembly.loose(self.lines.read((element,), self.book.styles.paragraph("")), self.pos)

    def _inside(self, element: Element, assembly: Assembly) -> Iterator[Element]:
        """The blocks inside something that stands around them."""
        if element.tag == SDT:
            return iter(element.findall(SDT_CONTENT))
        if element.tag in WRAPPERS:
            return iter(element)
        if element.find(R) is not None:  # not in the standard: its words are kept
            self._paragraph(element, assembly)
            return iter(())
        return iter(element) if element.find(P) is not None else iter(())

    def _paragraph(self, element: Element, assembly: Assembly) -> Element | None:
        """Read one paragraph; the section's properties where it ends one."""
        self._count += 1
        properties = element.find(P_PR)
        paragraph = paragraph_of(element, properties, self.book)
        self.pos = paragraph.pos = self.book.outline.place(f"{self._name}paragraph {self._count}")
        line: Line = self.lines.read(element, paragraph.style)
        assembly.add(paragraph, line)
        return properties.find(SECT_PR) if properties is not None else None

    def _table(self, element: Element, assembly: Assembly) -> None:
        pos = self.pos
        self._depth += 1
        if self._depth >= _DEEPEST:
            self.book.report.add("nesting-flattened", pos, depth=_DEEPEST)
            assembly.table(_words_of(element, pos), 0.0)
        else:
            found = read_table(element, self)
            assembly.table(found.blocks, found.indent, found.divisions)
        self._depth -= 1


def _words_of(container: Element, pos: Pos) -> tuple[Block, ...]:
    """The words of what is nested too deep: a paragraph for each. Iterative."""
    lines: list[list[str]] = []
    for element in container.iter(P, T):
        if element.tag == P:
            lines.append([])
        elif lines and element.text:
            lines[-1].append(element.text)
    return tuple(Para((Text("".join(line)),), pos=pos) for line in lines if any(line))
