"""Tables that are drawn with lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.readers.markdown.grids import grid_of

WORDS = st.text("ab c中文，|", max_size=6).map(str.strip)


def width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=4), st.booleans())
def test_what_is_drawn_is_read(rows: list[list[str]], has_head: bool) -> None:
    widths = [max(width(row[n]) for row in rows) + 2 for n in range(3)]
    border = "+" + "+".join("-" * n for n in widths) + "+"
    lines = [border]
    for number, row in enumerate(rows):
        cells = [f" {cell}{' ' * (n - 1 - width(cell))}" for cell, n in zip(row, widths, strict=True)]
        lines += f"|{'|'.join(cells)}|", border.replace("-", "=") if has_head and not number else border
    grid = grid_of(lines)
    assert grid is not None
    assert [cell.text for cell in grid.cells] == [cell for row in rows for cell in row]
    assert (grid.rows, grid.header_rows) == (len(rows), int(has_head and len(rows) > 1))


@pytest.mark.parametrize(
    "drawn",
    [
        "+--+\n|a |",
        "+--+\n|a |\n+-+",
        "+--+\n\n+--+",
        "+--+",
    ],
)
def test_what_is_no_table(drawn: str) -> None:
    assert grid_of(drawn.split("\n")) is None


def test_cells_cover_rows_and_columns() -> None:
    grid = grid_of(["+---+---+", "| a     |", "+---+---+", "| b | c |", "|   +---+", "|   | d |", "+---+---+"])
    assert grid is not None
    assert [(c.row, c.column, c.rowspan, c.colspan, c.text) for c in grid.cells] == [
        (0, 0, 1, 2, "a"),
        (1, 0, 2, 1, "b\n\n"),
        (1, 1, 1, 1, "c"),
        (2, 1, 1, 1, "d"),
    ]
