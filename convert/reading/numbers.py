"""Bound the numbers of what was read: an input may ask for any level, span and count, outputs have room for few.

Cells span at most 1,000 columns, as in HTML (https://html.spec.whatwg.org/#attributes-common-to-td-and-th-elements), and
end with the last row of their table.
"""

from __future__ import annotations

import math
from typing import Any

from convert.diagnostics import Report
from convert.model import Cell, Column, Document, Heading, Image, List, Node, Row, Table, Toc, replace
from convert.model.walk import nodes, replace_nodes

DEEPEST_HEADING = 9
"""Levels of headings: as many as Word has."""
_WIDEST = 1_000  # columns of a cell
_LAST = 2**31 - 1  # number of a list's item: what programs count in
_WIDEST_PICTURE = 14_400.0  # pt: the largest page of PDF (ISO 32000-1, Annex C)

_Bounds = tuple[tuple[str, float, float], ...]
_BOUNDS: dict[type[Node], _Bounds] = {
    Heading: (("level", 1, DEEPEST_HEADING),),
    Toc: (("depth", 1, DEEPEST_HEADING),),
    List: (("start", -_LAST, _LAST),),
    Cell: (("colspan", 1, _WIDEST), ("rowspan", 1, _LAST)),
    Column: (("width", 0, 1_000),),
    Image: (("width", 0, _WIDEST_PICTURE), ("height", 0, _WIDEST_PICTURE)),
}


def bound_numbers(document: Document, report: Report) -> Document:
    """`document` with no number that has no meaning: the nearest that has stands in its place. Each is a diagnostic
    (`number-bounded`), but for cells that reach below their table: no one sees that."""
    if not any(_exceeds(node) for node in nodes(document)):
        return document

    def replacement(node: Node) -> Node:
        bounded = _bounded(node, report)
        return _shortened(bounded) if isinstance(bounded, Table) else bounded

    return replace_nodes(document, replacement)


def _exceeds(node: Node) -> bool:
    if type(node) is Table:
        return _reaches(node)
    bounds = _BOUNDS.get(type(node))
    return bounds is not None and any(not low <= getattr(node, name) <= high for name, low, high in bounds)


def _bounded(node: Any, report: Report) -> Any:
    changes: dict[str, float] = {}
    for name, low, high in _BOUNDS.get(type(node), ()):
        value = getattr(node, name)
        if not low <= value <= high:
            changes[name] = type(value)(low if math.isnan(value) else min(max(value, low), high))
            report.add("number-bounded", node.pos, name=name, value=f"{value:g}", bound=f"{changes[name]:g}")
    return replace(node, **changes) if changes else node


def _reaches(table: Table) -> bool:
    rows = (*table.head, *table.body)
    return any(cell.rowspan > len(rows) - number for number, row in enumerate(rows) for cell in row.cells)


def _shortened(table: Table) -> Table:
    """A table whose cells end with it."""
    if not _reaches(table):
        return table
    rows = len(table.head) + len(table.body)
    return replace(table, head=_ended(table.head, rows), body=_ended(table.body, rows - len(table.head)))


def _ended(rows: tuple[Row, ...], left: int) -> tuple[Row, ...]:
    return tuple(
        replace(row, cells=tuple(replace(cell, rowspan=min(cell.rowspan, left - number)) for cell in row.cells))
        for number, row in enumerate(rows)
    )
