"""Nodes of the structure tree (ISO 32000-1, 14.7.2), and the rows of tables, which can be written down before their table
ends."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias, assert_never

from convert.layout.result import Element
from convert.writers.pdf.document import TaggedDocument


class Content(NamedTuple):
    """A marked-content sequence: the page's index and the sequence's number on it."""

    page: int
    number: int


class Annotated(NamedTuple):
    """An annotation: the page's index and the annotation's object number."""

    page: int
    annotation: int


class StructureElement:
    """A node of the structure tree. `attributes` and `extra` are dictionary entries; `span` a cell's (columns, rows), or
    a table's; `row`: the table row that it is in; `element`: the one of the layout that it stands for."""

    __slots__ = ("attributes", "element", "extra", "kids", "number", "parent", "row", "span", "tag")

    def __init__(
        self, tag: str, parent: StructureElement | None, number: int, extra: bytes = b"", attributes: bytes = b""
    ) -> None:
        self.tag, self.parent, self.number = tag, parent, number
        self.extra, self.attributes = extra, attributes
        self.kids: list[Kid] = []
        self.span = (1, 1)
        self.row: Row | None = parent.row if parent else None
        self.element: Element | None = None

    def format(self, document: TaggedDocument) -> bytes:
        """The object's bytes. Contents of the first one's page need not name their page."""
        pages = document.page_numbers
        first = next((kid.page for kid in self.kids if isinstance(kid, Content)), -1)
        kids = b" ".join(_kid(kid, first, pages) for kid in self.kids)
        return b"<</Type/StructElem/S/%s/P %d 0 R%s%s%s%s>>" % (
            self.tag.encode("ascii"),
            self.parent.number if self.parent else document.structure_root,
            b"/Pg %d 0 R" % pages[first] if first >= 0 else b"",
            b"/K[%s]" % kids if kids else b"",
            self.attributes,
            self.extra,
        )


Kid: TypeAlias = int | Content | Annotated
"""The number of an element's object, or what stands on a page."""


def _kid(kid: Kid, page: int, pages: list[int]) -> bytes:
    match kid:
        case int():
            return b"%d 0 R" % kid
        case Content():
            if kid.page == page:
                return b"%d" % kid.number
            return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid.page], kid.number)
        case Annotated():
            return b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (kid.annotation, pages[kid.page])
        case _:
            assert_never(kid)


# --- tables ------------------------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class Row:
    """A row of a table: its node, its cells, all nodes within it and itself. `noted`: a footnote belongs to it; `missing`:
    how many columns have no cell."""

    node: StructureElement
    cells: list[StructureElement] = field(default_factory=list)
    members: list[StructureElement] = field(default_factory=list)
    noted: bool = False
    missing: int = 0


class TableRows:
    """The rows of a table that are not complete yet, made regular (ISO 14289-1, 7.5): cells get their spans and scopes,
    every row as many columns; what a source leaves out becomes an empty cell, a span that leaves the table is cut."""

    def __init__(self, columns: int, rows: int) -> None:
        self._columns, self._rows = columns, rows
        self._waiting: deque[Row] = deque()
        self._first = 0  # number of the row that has waited longest
        self._covered: dict[int, set[int]] = {}  # columns of rows that cells from above take

    def add(self, row: Row) -> Iterator[Row]:
        """Enter the next row. Gives those that are complete: what lies above a row that begins is all on pages."""
        number = self._first + len(self._waiting)
        while self._waiting and self._first + self._reach() <= number:
            yield self._complete()
        self._waiting.append(row)

    def rest(self) -> Iterator[Row]:
        """The rows that are left when the table ends."""
        while self._waiting:
            yield self._complete()

    def _reach(self) -> int:
        """How many rows the cells of the first row take."""
        return max((cell.span[1] for cell in self._waiting[0].cells), default=1)

    def _complete(self) -> Row:
        row, number = self._waiting.popleft(), self._first
        self._first += 1
        taken = self._covered.pop(number, set())
        scope = b"/Scope/Column" if all(cell.tag == "TH" for cell in row.cells) else b"/Scope/Row"
        column = 0
        for cell in row.cells:
            while column in taken:
                column += 1
            columns, height = cell.span[0], min(cell.span[1], self._rows - number)
            covered = range(column, column + columns)
            taken.update(covered)
            for below in range(number + 1, number + height):
                self._covered.setdefault(below, set()).update(covered)
            column += columns
            cell.attributes = _cell_attributes(columns, height, scope if cell.tag == "TH" else b"")
        row.missing = self._columns - len(taken)
        return row


def _cell_attributes(columns: int, rows: int, scope: bytes) -> bytes:
    span = (b"/ColSpan %d" % columns if columns > 1 else b"") + (b"/RowSpan %d" % rows if rows > 1 else b"")
    return b"/A<</O/Table%s%s>>" % (span, scope) if span or scope else b""
