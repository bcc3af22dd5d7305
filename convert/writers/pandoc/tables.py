"""Tables of the model as pandoc's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from convert.model import Block, Cell, Column, Row, Table
from convert.writers.pandoc.elements import Element, attributes, element

Blocks = Callable[[tuple[Block, ...]], list[Element]]

_ALIGN = {"": "AlignDefault", "left": "AlignLeft", "center": "AlignCenter", "right": "AlignRight"}
_HEADER = "header-cell"
"""Class of a header cell in the midst of others, which pandoc does not know."""


def table(node: Table, caption: list[Any], blocks: Blocks) -> Element:
    """A table. Rows of header cells among the others begin a body of their own; the notes are a row of the foot."""
    return element(
        "Table",
        attributes(node),
        caption,
        [[_align(column.align), _width(column)] for column in node.columns],
        [attributes(), [_row(row, blocks, is_head=True) for row in node.head]],
        list(_bodies(node.body, blocks)),
        [attributes(), [_notes(node, blocks)] if node.notes else []],
    )


def _bodies(rows: tuple[Row, ...], blocks: Blocks) -> Iterator[Any]:
    """Runs of header rows, each with the rows that it heads."""
    runs = [(is_head, list(run)) for is_head, run in groupby(rows, _is_head)]
    if runs and not runs[0][0]:
        runs.insert(0, (True, []))
    if len(runs) % 2:
        runs.append((False, []))
    for (_, heads), (_, below) in zip(runs[::2], runs[1::2], strict=True):
        yield [
            attributes(),
            0,
            [_row(row, blocks, is_head=True) for row in heads],
            [_row(row, blocks, is_head=False) for row in below],
        ]


def _is_head(row: Row) -> bool:
    return bool(row.cells) and all(cell.header for cell in row.cells)


def _row(row: Row, blocks: Blocks, *, is_head: bool) -> Any:
    return [attributes(row), [_cell(cell, blocks, is_head=is_head) for cell in row.cells]]


def _cell(cell: Cell, blocks: Blocks, *, is_head: bool) -> Any:
    classes = (_HEADER,) if cell.header and not is_head else ()
    return [attributes(cell, classes), _align(cell.align), cell.rowspan, cell.colspan, blocks(cell.children)]


def _notes(node: Table, blocks: Blocks) -> Any:
    cell = [attributes(), _align(""), 1, max(len(node.columns), 1), blocks(node.notes)]
    return [attributes(classes=("notes",)), [cell]]


def _align(align: str) -> Element:
    return element(_ALIGN.get(align, "AlignDefault"))


def _width(column: Column) -> Element:
    return element("ColWidth", column.width) if column.width else element("ColWidthDefault")
