"""Tables are full grids, whatever spans a page asks for."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from convert.layout.columns import placed_cells
from convert.model import Table
from tests.reading.html.reading import document

_CELLS = st.tuples(st.sampled_from(["td", "th"]), st.integers(1, 4), st.integers(0, 4), st.booleans()).map(
    lambda c: f"<{c[0]} colspan={c[1]} rowspan={c[2]}>{'x' if c[3] else ''}</{c[0]}>"
)
_ROWS = st.lists(_CELLS, max_size=4).map(lambda cells: f"<tr>{''.join(cells)}</tr>")
_SECTIONS = st.tuples(st.sampled_from(["thead", "tbody", "tfoot"]), st.lists(_ROWS, max_size=4)).map(
    lambda s: f"<{s[0]}>{''.join(s[1])}</{s[0]}>"
)


def tables(fragment: str) -> list[Table]:
    """The tables at the top of a fragment."""
    return [block for block in document(fragment).blocks if isinstance(block, Table)]


@given(st.lists(_SECTIONS, max_size=4).map("".join))
def test_cells_stay_within_their_part_of_the_table(sections: str) -> None:
    for table in tables(f"<table border=1><caption>c</caption>{sections}</table>"):
        head = len(table.head)
        total = head + len(table.body)
        for row, column, cell in placed_cells(table):
            assert cell.rowspan >= 1 and cell.colspan >= 1
            assert row + cell.rowspan <= (head if row < head else total)
            assert column < len(table.columns) or cell.colspan == 1


def test_immense_spans_are_bounded() -> None:
    started = time.perf_counter()
    rows = "<tr>" + "<td colspan=1000 rowspan=65534>a" * 300 + "<tr><td>b" * 300
    (table,) = tables(f"<table border=1>{rows}</table>")
    assert len(table.columns) < 3000 and time.perf_counter() - started < 5
