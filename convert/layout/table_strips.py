"""From a table to its strip: its cells with their rules, and what they hold when it is asked for."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from convert.diagnostics import Report
from convert.layout.columns import placed_cells
from convert.layout.context import Context
from convert.layout.fitting import Fit, fit_table
from convert.layout.numbers import decimals, unaligned
from convert.layout.paragraphs import Frame
from convert.layout.result import Element, Kind, Line, SetText
from convert.layout.rules import Area, Shape, cell_sides
from convert.layout.setting import Setting
from convert.layout.strips import CellBox, Strip, TableStrip, TextStrip, height, kept
from convert.layout.widths import advances, words_width
from convert.model import Para, Table, Text
from convert.model.build import numbered
from convert.style.sheet import Computed, TableLook

if TYPE_CHECKING:
    from convert.layout.flow import Flow

_NOTED = 2  # lines of the notes below a table that stay with its last row


def table_strips(block: Table, context: Context, flow: Flow) -> Iterator[Strip]:
    """The strips of a table with its caption and its notes. `flow` gives those of what stands in its cells."""
    sheet = flow.setting.sheet
    element = flow.element("table", context, block)
    if caption := numbered(block):
        inside = Context(context.container, context.frame, element)
        yield from kept(flow.caption(caption, block, inside))
    notes = list(flow.strips(block.notes, Context("note", context.frame, context.parent, context.level)))
    rules = sheet.tables.look_of(block)
    fit = fit_table(block, sheet, context.frame.width)
    if fit.widths:
        element.span = len(fit.widths), sum(bool(row.cells) for row in (*block.head, *block.body))
        yield TableStrip(
            _rows(block, fit.widths, rules, context.frame.left),
            len(block.head),
            context.frame.left,
            context.frame.width,
            sheet.roles[fit.cell],
            rules,
            element,
            functools.partial(_set_row, replace(flow), element, fit),
            functools.partial(_line_role, flow.setting, fit),
            height(notes[0].lines[:_NOTED], notes[0].look) if notes and isinstance(notes[0], TextStrip) else 0.0,
        )
    yield from notes


def _rows(block: Table, widths: list[float], look: TableLook, left: float) -> list[list[CellBox]]:
    shape = Shape(len(block.head) + len(block.body), len(block.head), len(widths))
    edges = list(accumulate(widths, initial=left))
    known: dict[object, Any] = {}  # what many cells have in common is there once
    rows: list[list[CellBox]] = [[] for _ in range(shape.rows)]
    numbers = decimals(block, look)
    for number, column, cell in placed_cells(block):
        end = min(column + cell.colspan, len(widths))
        sides = cell_sides(look, shape, Area(number, number + cell.rowspan, column, end))
        sides, width = known.setdefault(sides, sides), known.setdefault((column, end), edges[end] - edges[column])
        header = cell.header or number < shape.head
        decimal = numbers.get((number, column))
        rows[number].append(CellBox(cell, number, cell.rowspan, edges[column], width, header, sides, decimal))
    return rows


def _set_row(flow: Flow, table: Element, fit: Fit, cells: list[CellBox], again: bool) -> list[list[Strip]]:
    """What the cells of a row hold. When they are set again, nothing is reported again."""
    flow = replace(flow, setting=replace(flow.setting, report=Report())) if again else flow
    row = Element("row", table)
    return [_set_cell(flow, cell, row, fit) for cell in cells]


def _set_cell(flow: Flow, box: CellBox, row: Element, fit: Fit) -> list[Strip]:
    cell = box.node
    kind: Kind = "header-cell" if box.header else "cell"
    element = Element(kind, row, cell, span=(cell.colspan, cell.rowspan))
    frame = Frame(box.x + fit.padding, box.width - 2 * fit.padding)
    inside = Context(fit.header if box.header else fit.cell, frame, element)
    if box.decimal:
        look = flow.setting.sheet.roles[inside.container]
        face = flow.setting.faces[look.font].latin
        start = box.decimal.start(frame.width, advances(face, look.size, look.tracking)["0"])
        inside.frame = frame.narrowed(start, 0.0)
        return list(flow.strips(unaligned(cell), inside))
    return list(flow.strips(cell.children, inside)) or [_nothing(inside, flow.setting.sheet.roles[inside.container])]


def _line_role(setting: Setting, fit: Fit, box: CellBox) -> str:
    """The role of a cell that holds plain words of one line in one row, all of which are drawn, and is no place; "" for any other."""
    match box.node.children:
        case (Para(id="", role="", children=(Text(id="", role="", lang="", text=text),)) as block,) if (
            box.rows == 1 and not box.node.id
        ):
            role = fit.header if box.header else fit.cell
        case _:
            return ""
    look = setting.sheet.aligned(role, block.align)
    room = box.width - 2 * fit.padding - (look.left_em + look.right_em + abs(look.indent_em)) * look.em
    width = words_width(text, look, setting)
    return role if width is not None and width < room else ""


def _nothing(context: Context, look: Computed) -> TextStrip:
    """An empty line: a cell without content is still a cell."""
    text = SetText("", [], 0.0, [], context.parent)
    line = Line(text, 0, 0, context.frame.left, 0.0, 0.0, 0.0, 0.0, look.size)
    return TextStrip([line], look, context.parent)
