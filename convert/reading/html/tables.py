"""Tables: a grid of cells (HTML standard §4.9.12), or, where they only lay out a page, what is in their cells."""

from __future__ import annotations

import re
from itertools import accumulate, chain
from typing import Any, NamedTuple

from convert.model import Align, Block, Cell, Column, Row, Table, replace
from convert.reading.html.context import Context
from convert.reading.html.inlines import entered
from convert.reading.html.layouts import lays_out
from convert.reading.html.media import length
from convert.reading.html.styles import Style, align_of, declarations, is_hidden
from convert.reading.html.words import words_of

_WIDEST = 1000  # columns that a cell can cover (HTML standard §4.9.11), and that spans can make a row have
_TALLEST = 65534
_FEW = 20
_SHARE = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*%")
_SECTIONS = ("thead", "tbody", "tfoot")


class _Line(NamedTuple):
    """A `tr` and the section it is in, an empty name for none."""

    element: Any
    section: str


def table(element: Any, style: Style, context: Context) -> list[Block]:
    """A table, its cells' blocks where it is there for the layout, or nothing where nothing is in it."""
    pos, id = context.pos(element), context.take_id()
    lines = _lines(element)
    style = style._replace(align="")
    captions = [child for child in element.iterchildren("caption") if not is_hidden(child)]
    if lays_out(element, [line.element for line in lines], context.bordered):
        context.counts["layout-table"] += 1
        cells = chain.from_iterable(_cells(line.element) for line in lines)
        parts = [*captions, *cells]
        return [b for part in parts for b in context.blocks_in(part, entered(part, style, context), context)]
    caption = words_of(block for each in captions for block in context.blocks_in(each, style, context))
    rows = [_row(line, style, context) for line in lines]
    count = _header_count(lines, rows)
    head, body = _grown(rows[:count], lines[:count]), _grown(rows[count:], lines[count:])
    width = max((sum(cell.colspan for cell in row.cells) for row in (*head, *body)), default=0)
    if not any(cell.children for row in (*head, *body) for cell in row.cells) and not caption:
        return []
    return [Table(_columns(element, width), caption, head, body, id=id, pos=pos)]


def _lines(element: Any) -> list[_Line]:
    """The rows in the order in which they are seen: `thead` first, `tfoot` last."""
    found: list[_Line] = []
    for child in element:
        if is_hidden(child):
            continue
        if child.tag == "tr":
            found.append(_Line(child, "tbody"))
        elif child.tag in _SECTIONS:
            found += (_Line(row, child.tag) for row in child.iterchildren("tr") if not is_hidden(row))
    return sorted(found, key=lambda line: _SECTIONS.index(line.section))


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th") and not is_hidden(cell)]


def _row(line: _Line, style: Style, context: Context) -> Row:
    inner = entered(line.element, style, context)
    cells: list[Cell] = []
    room = _WIDEST
    for element in _cells(line.element):
        cell = _cell(element, inner, context)
        cells.append(replace(cell, colspan=max(min(cell.colspan, room), 1)))
        room -= cell.colspan
    return Row(tuple(cells), pos=context.pos(line.element))


def _cell(element: Any, style: Style, context: Context) -> Cell:
    context.anchor(element)
    align = align_of(element, declarations(element)) or style.align
    inner = entered(element, style, context)._replace(align="")
    children = context.blocks_in(element, inner, context)
    span = min(max(_number(element.get("colspan"), 1), 1), _WIDEST)
    rows = min(_number(element.get("rowspan"), 1), _TALLEST)
    pos = context.pos(element)
    return Cell(children, span, rows, element.tag == "th" or element.get("role") == "columnheader", align, pos=pos)


def _number(text: str | None, default: int) -> int:
    found = re.match(r"\s*(\d{1,5})", text or "")
    return int(found[1]) if found else default


def _header_count(lines: list[_Line], rows: list[Row]) -> int:
    """How many rows are header rows: those of `thead`, else the first ones that are all header cells, with the rows
    that these reach into. A table that is all headers has none."""
    count = sum(line.section == "thead" for line in lines)
    if count:  # their cells end with them
        return count
    while count < len(rows) and rows[count].cells and all(cell.header for cell in rows[count].cells):
        count += 1
    if count == len(rows):
        return 1 if count > 1 and len(rows[0].cells) > 1 and len(rows[1].cells) == 1 else 0
    at = 0
    while at < count < len(rows):
        count = max(count, at + max((cell.rowspan for cell in rows[at].cells), default=1))
        at += 1
    return min(count, len(rows))


def _grown(rows: list[Row], lines: list[_Line]) -> tuple[Row, ...]:
    """The rows as a full grid: cells that reach below the last row of their section end there (0: reach to it), short
    rows get empty cells."""
    last = {line.section: n for n, line in enumerate(lines)}
    rows = [
        replace(row, cells=tuple(replace(c, rowspan=min(c.rowspan or _TALLEST, room)) for c in row.cells))
        for row, room in (
            (row, last[line.section] - n + 1) for n, (row, line) in enumerate(zip(rows, lines, strict=True))
        )
    ]
    steps: list[int] = [0] * (len(rows) + 1)  # columns that are covered from a row on, and no longer
    for n, row in enumerate(rows):
        for cell in row.cells:
            steps[n] += cell.colspan
            steps[n + cell.rowspan] -= cell.colspan
    covers = list(accumulate(steps[:-1]))
    width = max(covers, default=0)
    return tuple(
        replace(row, cells=(*row.cells, *_filling(width - covered))) for row, covered in zip(rows, covers, strict=True)
    )


def _filling(missing: int) -> list[Cell]:
    """Empty cells; a single wide one where so many are missing that the row is odd anyway."""
    return [Cell(())] * missing if missing <= _FEW else [Cell((), missing)]


def _columns(element: Any, count: int) -> tuple[Column, ...]:
    """Columns as `col` elements describe them; widths only where every column has one."""
    cols = [col for group in element.iterchildren("colgroup") for col in (list(group.iterchildren("col")) or [group])]
    cols += element.iterchildren("col")
    described: list[tuple[str, float, Align]] = []
    for col in cols:
        css = declarations(col)
        wish = css.get("width") or col.get("width") or ""
        share = _SHARE.fullmatch(wish.strip())
        kind, size = ("%", float(share[1])) if share else ("pt", length(col, "width"))
        span = min(max(_number(col.get("span"), 1), 1), count - len(described))
        described += [(kind, size, align_of(col, css))] * span
    total = sum(size for _, size, _ in described)
    whole = (
        len(described) == count and all(size > 0 for _, size, _ in described) and len({k for k, _, _ in described}) == 1
    )
    columns = [Column(round(size / total, 4) if whole else 0, align) for _, size, align in described]
    return (*columns, *[Column()] * (count - len(columns)))
