"""How many cells tables have: a few words can make a span of millions, which outputs then have to draw."""

from __future__ import annotations

from collections.abc import Iterable

from convert.kit.limits import Limits, exceeded
from convert.model import Document, Row, Table
from convert.model.walk import nodes


def check_tables(document: Document, limits: Limits) -> None:
    """Raise InputError (`limit-exceeded`: cells) for a table with more cells than it may have."""
    for node in nodes(document):
        if isinstance(node, Table):
            check_cells((*node.head, *node.body), limits)


def check_cells(rows: Iterable[Row], limits: Limits) -> None:
    """Raise InputError (`limit-exceeded`: cells) for rows that cover more places than a table may have."""
    count = 0
    for row in rows:
        count += sum(cell.colspan * cell.rowspan for cell in row.cells)
        if count > limits.cells:
            raise exceeded("cells", limits, f"> {limits.cells}")
