from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.layout.columns import column_widths
from convert.model import Cell, Column, Row, Table
from convert.model.build import para

EM, PADDING = 10.0, 2.0
LONG = "经调查组逐项核对，情况属实，已经按规定上报并整改到位。"


def table(*rows: tuple[str, ...], widths: tuple[float, ...] = ()) -> Table:
    columns = tuple(Column(width) for width in widths or (0.0,) * len(rows[0]))
    return Table(columns, body=tuple(Row(tuple(Cell((para(text),)) for text in row)) for row in rows))


def widths_of(made: Table, available: float = 400.0) -> list[float]:
    return column_widths(made, available, EM, PADDING)


def test_short_lines_stay_whole_before_long_ones_get_more() -> None:
    name, date, text = widths_of(table(("仁湖水库", "2024年7月", LONG), ("三溪", "5月", LONG * 2)))
    assert name >= 4 * EM + 2 * PADDING
    assert date >= 4.5 * EM + 2 * PADDING  # digits are half as wide
    assert text > name + date


def test_headers_may_break_sooner_than_what_stands_below_them() -> None:
    made = table(("1", LONG * 2), ("12", LONG))
    headed = Table(made.columns, head=table(("超汛限（天）", "情况")).body, body=made.body)
    assert widths_of(headed)[0] < 6 * EM


def test_long_texts_share_the_rest_by_their_length() -> None:
    less, more = widths_of(table((LONG, LONG * 3)))
    assert more > 2 * less


def test_what_fits_fills_the_table_in_proportion() -> None:
    assert widths_of(table(("甲乙", "甲乙丙丁")), 300.0) == pytest.approx([300 * 25 / 70, 300 * 45 / 70])


def test_where_there_is_no_room_for_words_all_are_shortened() -> None:
    wide, narrow = widths_of(table(("abcdefghij", "ab")), 40.0)
    assert wide + narrow == pytest.approx(40)
    assert wide > narrow


def test_given_widths_are_kept() -> None:
    assert widths_of(table((LONG, "甲", LONG), widths=(0.5, 0.0, 0.0)))[0] == pytest.approx(200)


cells = st.text("甲乙丙ab ，。1", max_size=40)


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=4), st.floats(30, 2000))
def test_widths_are_positive_and_add_up(rows: list[tuple[str, ...]], available: float) -> None:
    widths = widths_of(table(*rows), available)
    assert sum(widths) == pytest.approx(available)
    assert min(widths) > 0
