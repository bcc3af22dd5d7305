"""GFM's tables (https://github.github.com/gfm/#tables-extension-)."""

from __future__ import annotations

from markdown_it.token import Token

from convert.model import Cell, Column, Para, Row, Table
from convert.model.nodes import Align
from convert.readers.markdown.context import Context
from convert.readers.markdown.inlines import words

_ALIGNS: dict[str, Align] = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}


def table(tokens: list[Token], start: int, context: Context) -> tuple[Table, int]:
    """The table that begins at a token, and the index of the token that ends it. Where no header cell has words, it
    has no header."""
    columns: list[Column] = []
    rows: list[Row] = []
    cells: list[Cell] = []
    index = start
    while (token := tokens[index]).type != "table_close":
        if token.type in ("th_open", "td_open"):
            is_header = token.type == "th_open"
            if is_header:
                columns.append(Column(align=_ALIGNS.get(str(token.attrs.get("style", "")), "")))
            cells.append(_cell(tokens[index + 1], is_header, context, context.line_of(tokens[start])))
        elif token.type == "tr_close":
            rows.append(Row(tuple(cells)))
            cells.clear()
        index += 1
    head, body = rows[:1], rows[1:]
    if body and not any(cell.children for cell in head[0].cells):
        head = []
    return Table(
        tuple(columns), head=tuple(head), body=tuple(body), pos=context.pos(context.line_of(tokens[start]))
    ), index


def _cell(inline: Token, is_header: bool, context: Context, line: int) -> Cell:
    number = inline.map[0] if inline.map else line
    children = words(inline.content, number, context)
    return Cell((Para(children, pos=context.pos(number)),) if children else (), header=is_header)
