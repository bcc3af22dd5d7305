"""Pandoc's tables and captions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from convert.model import Block, Cell, Column, Inline, LineBreak, Para, Row, Span, Table, Text, replace
from convert.model.build import join
from convert.model.nodes import Align
from convert.model.walk import plain
from convert.readers.pandoc.attributes import Attributes
from convert.readers.pandoc.context import Context
from convert.reading.cells import check_cells

_ALIGN: dict[str, Align] = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center", "AlignDefault": ""}


def table(contents: Any, context: Context) -> tuple[Block, ...]:
    """A table. Its bodies become one, with their inner headings as rows of header cells; rows of the foot follow, but
    one that our writer made holds the notes."""
    attr, words, columns, head, bodies, foot = contents
    attributes = Attributes(attr)
    body: list[Row] = []
    for body_attr, header_columns, heading_rows, rows in bodies:
        _report_rest(body_attr, context)
        body += _rows(heading_rows, context, header=True)
        made_rows = list(_rows(rows, context))
        check_cells(made_rows, context.limits)
        body += _with_row_headers(made_rows, header_columns)
    notes: list[Block] = []
    for value, row in zip(foot[1], _rows(foot[1], context), strict=True):
        if "notes" in value[0][1]:
            notes += (block for cell in row.cells for block in cell.children)
        else:
            body.append(row)
    for part in (head[0], foot[0]):
        _report_rest(part, context)
    number, line = caption(words, context)
    made = Table(
        tuple(_column(*column) for column in columns),
        line,
        tuple(_rows(head[1], context, header=True)),
        tuple(body),
        tuple(notes),
        number,
        id=attributes.id,
        lang=attributes.lang,
        role=attributes.take_role(),
        pos=context.pos,
    )
    attributes.report_rest(context.report, context.pos)
    return (made,)


def caption(value: Any, context: Context) -> tuple[str, tuple[Inline, ...]]:
    """A caption's number and words, its paragraphs on lines of their own. A short form for lists of tables is told."""
    short, blocks = value
    if short:
        context.report.add("json-pandoc-attribute", context.pos, attribute=plain(context.inlines(short)))
    words: list[Inline] = []
    for block in context.blocks(blocks):
        if words:
            words.append(LineBreak())
        words += block.children if isinstance(block, Para) else (Text(plain(block)),)
    return numbered_line(join(words))


def numbered_line(words: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
    """The number that our writer puts before the words of a heading or a caption, and the words."""
    first = words[0] if words else None
    if isinstance(first, Span) and first.role == "number":
        return plain(first), words[1:]
    return "", words


def _column(align: Any, width: Any) -> Column:
    return Column(float(width.get("c", 0)), _ALIGN[align["t"]])


def _rows(rows: list[Any], context: Context, header: bool = False) -> Iterator[Row]:
    for attr, cells in rows:
        attributes = Attributes(attr)
        attributes.take_class("notes")
        made = tuple(_cell(cell, header, context) for cell in cells)
        yield Row(made, id=attributes.id, lang=attributes.lang, role=attributes.take_role())
        attributes.report_rest(context.report, context.pos)


def _cell(value: list[Any], header: bool, context: Context) -> Cell:
    attr, align, rowspan, colspan, blocks = value
    attributes = Attributes(attr)
    made = Cell(
        context.blocks(blocks),
        max(colspan, 1),
        max(rowspan, 1),
        header or bool(attributes.take_class("header-cell")),
        _ALIGN[align["t"]],
        id=attributes.id,
        lang=attributes.lang,
        role=attributes.take_role(),
    )
    attributes.report_rest(context.report, context.pos)
    return made


def _with_row_headers(rows: list[Row], count: int) -> Iterator[Row]:
    """The rows with what stands in the first `count` columns as header cells."""
    taken: dict[int, int] = {}  # column → rows below that are taken by a cell above
    for row in rows:
        column, cells = 0, []
        covered, taken = taken, {c: rest - 1 for c, rest in taken.items() if rest > 1}
        for cell in row.cells:
            while column in covered:
                column += 1
            cells.append(replace(cell, header=True) if column < count else cell)
            if cell.rowspan > 1:
                taken |= dict.fromkeys(range(column, column + cell.colspan), cell.rowspan - 1)
            column += cell.colspan
        yield replace(row, cells=tuple(cells))


def _report_rest(attr: Any, context: Context) -> None:
    Attributes(attr).report_rest(context.report, context.pos)
