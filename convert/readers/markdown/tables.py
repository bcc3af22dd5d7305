"""GFM's tables (https://github.github.com/gfm/#tables-extension-), and those that are drawn."""

from __future__ import annotations

from markdown_it.token import Token

from convert.model import Cell, Column, Inline, Para, Row, Table
from convert.readers.markdown.attributes import BRACES, Attributes, attributes_of
from convert.readers.markdown.context import Context
from convert.readers.markdown.grids import Grid
from convert.readers.markdown.inlines import words
from convert.readers.markdown.paragraphs import caption_words


def table(token: Token, context: Context) -> tuple[Table, ...]:
    """A table of GFM, of which the token has rows and columns.

    Where no header cell has words, it has no header. A caption or attributes directly below, which GFM takes for a row,
    are what they are.
    """
    rows: list[list[str]] = token.meta["rows"]
    number = context.line_of(token)
    caption, attributes = _take_caption(rows, number, context)
    made = [_row(row, n == 0, number + n + (n > 0), context) for n, row in enumerate(rows)]
    has_head = len(made) == 1 or any(cell.children for cell in made[0].cells)
    pos = context.pos(number)
    table = Table(
        token.meta["columns"],
        caption,
        tuple(made[:1]) if has_head else (),
        tuple(made[1:]),
        id=attributes.id,
        role=attributes.take_class(),
        lang=attributes.take("lang"),
        pos=pos,
    )
    attributes.report_rest(context.report, pos)
    return (table,)


def grid_table(token: Token, context: Context) -> tuple[Table, ...]:
    """A table drawn with lines, whose cells hold blocks."""
    grid: Grid = token.meta["grid"]
    number = context.line_of(token)
    rows: list[list[Cell]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        children = context.read_within(cell.text, number + cell.line)
        is_header = cell.row < grid.header_rows
        rows[cell.row].append(Cell(children, cell.colspan, cell.rowspan, is_header))
    columns = tuple(Column(width, align) for width, align in zip(grid.widths, grid.aligns, strict=True))
    made = [Row(tuple(row)) for row in rows]
    head, body = tuple(made[: grid.header_rows]), tuple(made[grid.header_rows :])
    return (Table(columns, head=head, body=body, pos=context.pos(number)),)


def _take_caption(rows: list[list[str]], number: int, context: Context) -> tuple[tuple[Inline, ...], Attributes]:
    """The caption and the attributes that stand in the last rows."""
    caption: tuple[Inline, ...] = ()
    attributes = Attributes()
    while len(rows) > 1 and not any(rows[-1][1:]):
        last = rows[-1][0] if rows[-1] else ""
        if not attributes and BRACES.fullmatch(last):
            attributes = attributes_of(last)
        elif not caption and (found := caption_words(last, number + len(rows), context)):
            caption, more = found
            attributes = attributes or more
        else:
            break
        rows.pop()
    return caption, attributes


def _row(contents: list[str], is_head: bool, number: int, context: Context) -> Row:
    cells: list[Cell] = []
    for content in contents:
        children = words(content, number, context)
        cells.append(Cell((Para(children, pos=context.pos(number)),) if children else (), header=is_head))
    return Row(tuple(cells))
