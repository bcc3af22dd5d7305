"""Code in lines: its own widths, colours by kind, what is too long marked and further in."""

from __future__ import annotations

from itertools import pairwise

import pytest

from convert.layout.result import Line
from convert.model import CodeBlock
from tests.layout.composing import composed, lines_of, words

CELL = 0.6 * 12


def code_lines(text: str, language: str = "") -> list[Line]:
    return [line for page in composed(CodeBlock(text, language)).pages.pages for line in lines_of(page)]


def marks(line: Line) -> list[str]:
    return [words(each) for each in line.beside]


def test_tabs_reach_to_the_next_stop_and_empty_lines_stay() -> None:
    assert [words(line) for line in code_lines("a\tb\n\n\tc\n注\td")] == ["a   b", " ", "    c", "注  d"]


def test_long_lines_go_on_further_in_behind_a_mark_that_is_not_read_out() -> None:
    first, second, last, other = code_lines("    " + "word " * 30 + "\nx = 1")
    assert [marks(line) for line in (first, second, last, other)] == [[], ["»"], ["»"], []]
    assert second.x == last.x
    assert second.x - first.x == pytest.approx(6 * CELL, abs=0.1)
    assert {each.text.element.kind for line in (second, last) for each in line.beside} == {"artifact"}
    assert "".join(map(words, (first, second, last))) == "    " + "word " * 30
    for line in (first, second):
        assert words(line).endswith(" ")


def test_nothing_is_cut_off_where_there_is_no_place_to_break() -> None:
    text = "x" * 500
    lines = code_lines(text)
    assert "".join(map(words, lines)) == text
    right = max(line.x + line.width for line in lines)
    assert all(line.x + line.width > right - 2 * CELL for line in lines[:-1])


def test_marks_of_code_keep_their_whole_width() -> None:
    (line,) = code_lines("f（“甲”，“乙”）")
    assert line.text.moves == []
    assert line.stretch == 0


def test_kinds_have_their_colours() -> None:
    (line,) = code_lines("return 1  # 注释", "python")
    colors = [run.color for run in line.text.runs]
    assert list(dict.fromkeys(colors)) == ["#0b3d91", "#00605a", "#5a665a"]  # keyword, number, comment
    assert all(a.end == b.start for a, b in pairwise(line.text.runs))
