"""Tables as WordprocessingML (ISO/IEC 29500-1, 17.4): the grid, its rows, and what a cell says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from convert.layout.columns import placed_cells
from convert.model import Cell, Table
from convert.style.sheet import TableLook
from convert.writers.docx.geometry import twips
from convert.writers.docx.xml import switch, value

_EIGHTHS = 8  # of a pt: the unit of a border's weight


class Slot(NamedTuple):
    """A `w:tc`: `span` columns from `column` on. `merge`: "" for a cell in one row, "restart" where one over several
    rows begins, "continue" below."""

    column: int
    span: int
    cell: Cell
    merge: str


def border(side: str, weight: float) -> str:
    """A rule on one side, its weight in pt."""
    return f'<w:{side} w:val="single" w:sz="{round(weight * _EIGHTHS)}" w:space="0" w:color="auto"/>'


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


def table(look: TableLook, widths: list[float], indent: float, padding: float, rows: Iterable[str]) -> str:
    """A table of columns `widths` wide, `indent` from the left edge, its cells' `padding`; all in pt."""
    sides = ("top", "left", "bottom", "right")
    borders = "".join(border(side, look.rule) for side in (*sides, "insideH", "insideV"))
    margins = "".join(f'<w:{side} w:w="{twips(padding)}" w:type="dxa"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        f'<w:tblInd w:w="{twips(indent)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def table_row(cells: Iterable[str], *, header: bool) -> str:
    """A row, kept on one page where it fits; header rows come again on every page."""
    repeated = switch("tblHeader", True) if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def table_cell(slot: Slot, width: float, content: str) -> str:
    """A cell, `width` in pt."""
    spanned = value("gridSpan", slot.span) if slot.span > 1 else ""
    merged = value("vMerge", slot.merge) if slot.merge else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{spanned}{merged}</w:tcPr>{content}</w:tc>'
