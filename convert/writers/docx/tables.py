"""Tables as WordprocessingML (ISO/IEC 29500-1, 17.4): the grid, its rows, and what a cell says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from convert.layout.columns import placed_cells
from convert.layout.fitting import Fit
from convert.layout.numbers import Decimal
from convert.layout.rules import Area, Shape, cell_sides
from convert.model import Cell, Table
from convert.style.sheet import TableLook
from convert.writers.docx.geometry import twips
from convert.writers.docx.looks import border, shading
from convert.writers.docx.xml import switch, value

_SIDES = ("top", "left", "bottom", "right")
_BORDERS = (*_SIDES, "insideH", "insideV")
_FIRST_ROW, _NO_BANDS = 0x0020, 0x0600  # bits of w:tblLook (17.4.56)


class Slot(NamedTuple):
    """A `w:tc`: `span` columns from `column` on. `merge`: "" for a cell in one row, "restart" where one over several
    rows begins, "continue" below."""

    column: int
    span: int
    cell: Cell
    merge: str


def borders(look: TableLook) -> str:
    """The rules of a whole table."""
    weights = zip(_BORDERS, (look.top, look.sides, look.bottom, look.sides, look.rows, look.columns), strict=True)
    return f"<w:tblBorders>{''.join(border(side, weight) for side, weight in weights)}</w:tblBorders>"


def margins(padding: float) -> str:
    """The space within cells, in pt."""
    sides = "".join(f'<w:{side} w:w="{twips(padding)}" w:type="dxa"/>' for side in _SIDES)
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def rows_of(table: Table, columns: int) -> Iterator[list[Slot]]:
    """The rows, header rows first: their own cells, those that go on from above, empty ones where the source has none."""
    placed = {(row, column): cell for row, column, cell in placed_cells(table)}
    count = len(table.head) + len(table.body)
    running: dict[int, tuple[int, int]] = {}  # column → its cell's span and the rows that it still covers
    for row in range(count):
        slots: list[Slot] = []
        column = 0
        while column < columns:
            slot = _slot(placed.get((row, column)), column, columns, running, count - row)
            slots.append(slot)
            column += slot.span
        yield slots


def _slot(cell: Cell | None, column: int, columns: int, running: dict[int, tuple[int, int]], left: int) -> Slot:
    if cell is None and column in running:
        span, rows = running.pop(column)
        if rows > 1:
            running[column] = span, rows - 1
        return Slot(column, span, Cell(()), "continue")
    if cell is None:
        return Slot(column, 1, Cell(()), "")
    span, rows = min(cell.colspan, columns - column), min(cell.rowspan, left)
    for covered in range(column, column + span):
        running.pop(covered, None)  # a broken source lets cells overlap: the new one ends the one from above
    if rows > 1:
        running[column] = span, rows - 1
    return Slot(column, span, cell, "restart" if rows > 1 else "")


@dataclass(frozen=True, slots=True)
class Frame:
    """What the cells of a table share: its look, its shape, how it is set, the numbers that are aligned, whether it has notes."""

    look: TableLook
    shape: Shape
    fit: Fit
    numbers: Mapping[tuple[int, int], Decimal]
    noted: bool = False

    def keeps(self, row: int) -> bool:
        """Whether a row stays with what follows: the last one does, if that is a note on the table."""
        return self.noted and row == self.shape.rows - 1

    def width(self, slot: Slot) -> float:
        """A cell's width, in pt."""
        return sum(self.fit.widths[slot.column : slot.column + slot.span])


def table(frame: Frame, style: str, indent: float, rows: Iterable[str]) -> str:
    """A table in the style with that id, `indent` pt from the left edge."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in frame.fit.widths)
    first = int(frame.shape.head > 0)
    smaller = margins(frame.fit.padding) if frame.fit.is_smaller else ""
    return (
        f"<w:tbl><w:tblPr>{value('tblStyle', style)}"
        f'<w:tblW w:w="{twips(sum(frame.fit.widths))}" w:type="dxa"/><w:tblInd w:w="{twips(indent)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{smaller}<w:tblLook w:val="{_NO_BANDS + first * _FIRST_ROW:04X}" w:firstRow="{first}"'
        ' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def table_row(cells: Iterable[str], *, header: bool, division: str = "") -> str:
    """A row, kept on one page where it fits; header rows come again on every page. `division`: that it is in."""
    repeated = switch("tblHeader", True) if header else ""
    return f"<w:tr><w:trPr>{division}<w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def table_cell(slot: Slot, row: int, frame: Frame, content: str, *, header: bool) -> str:
    """A cell of a row (from 0). It says which of its rules are not those of the whole table."""
    spanned = value("gridSpan", slot.span) if slot.span > 1 else ""
    merged = value("vMerge", slot.merge) if slot.merge else ""
    shaded = shading(frame.look.shade) if header and frame.look.shade else ""
    middle = value("vAlign", "center") if frame.look.valign == "middle" else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(frame.width(slot))}" w:type="dxa"/>{spanned}{merged}'
        f"{_own_borders(slot, row, frame)}{shaded}{middle}</w:tcPr>{content}</w:tc>"
    )


def _own_borders(slot: Slot, row: int, frame: Frame) -> str:
    """LibreOffice sees no rules of a style's first row: those below the head are said at both sides of it."""
    look, shape = frame.look, frame.shape
    right = slot.column + slot.span
    sides = cell_sides(look, shape, Area(row, row + 1, slot.column, right if not slot.merge else slot.column + 1))
    above, below = look.top if row == 0 else look.rows, look.bottom if row + 1 >= shape.rows else look.rows
    own = [border(name, weight) for name, weight, usual in
           (("top", sides.top, above), ("bottom", sides.bottom, below)) if weight != usual]  # fmt: skip
    return f"<w:tcBorders>{''.join(own)}</w:tcBorders>" if own else ""
