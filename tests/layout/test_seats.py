"""Names side by side."""

from __future__ import annotations

import pytest

from convert.layout.result import Line
from convert.layout.seats import seats_of, spaced
from convert.model import Inline, Para, Span, Text
from convert.model.walk import plain
from tests.layout.composing import composed, lines_of, words


def seated(*names: str) -> Para:
    return Para(tuple(Span((Text(name),) if name else (), role="seat") for name in names), role="signature-row")


def placed(*names: str) -> list[tuple[str, float]]:
    """The names with where their middles are, in characters from the type area's left edge."""
    made = composed(seated(*names))
    (line,) = lines_of(made.pages.pages[0])
    cell, left = made.sheet.grid.cell, made.sheet.page.left
    found: list[tuple[str, float]] = []
    for each, x in ((line, line.x), *((beside, line.x + beside.x) for beside in line.beside)):
        name = words(each).strip()
        found.append((name, round((x - left + len(name) * cell / 2) / cell, 1)))
    return found


def test_each_stands_in_the_middle_of_its_place() -> None:
    assert placed("甲厅", "乙乙乙厅") == [("甲厅", 7.0), ("乙乙乙厅", 21.0)]
    middles = [middle for _, middle in placed("甲厅", "乙厅", "丙厅")]
    assert middles == pytest.approx([28 / 6, 14, 28 * 5 / 6], abs=0.1)


def test_an_empty_place_stays_empty() -> None:
    assert placed("", "乙厅") == [("乙厅", 21.0)]


def test_names_without_room_stand_on_lines_of_their_own() -> None:
    made = composed(seated("甲" * 16, "乙厅"))
    lines: list[Line] = lines_of(made.pages.pages[0])
    assert "".join(words(line).strip() for line in lines) == "甲" * 16 + "乙厅" and len(lines) == 3
    assert not any(line.beside for line in lines)


def test_they_are_apart_for_those_who_read() -> None:
    seats = seats_of(seated("甲厅", "乙厅").children)
    assert plain(tuple(spaced(seats))) == "甲厅 乙厅"


def test_words_among_them_make_it_a_text_like_others() -> None:
    row: tuple[Inline, ...] = (Span((Text("甲厅"),), role="seat"), Text("和"))
    assert not seats_of(row)
