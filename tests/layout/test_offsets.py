"""What of a text is on a line is looked up, not looked for: a paragraph may have a hundred thousand lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from convert.layout.offsets import begun, moves_of, runs_of
from convert.layout.result import Element, Line, Run, SetText

ELEMENT = Element("paragraph")


def text_of(lengths: list[int]) -> SetText:
    """A text of runs so long, with a move after every third character."""
    runs, at = [], 0
    for length in lengths:
        runs.append(Run(at, at + length, None, 10.0, 0.0, "#000000", "none", "", ELEMENT))
        at += length
    return SetText("x" * at, runs, 0.0, [(i, 1.0) for i in range(0, at, 3)], ELEMENT)


def line_of(text: SetText, start: int, end: int) -> Line:
    return Line(text, start, end, 0.0, 0.0, 0.0, 0.0, 0.0, 10.0)


@given(st.lists(st.integers(1, 6), min_size=1, max_size=20), st.integers(0, 60), st.integers(1, 20))
def test_runs_moves_and_beginnings_are_those_of_the_line(lengths: list[int], start: int, length: int) -> None:
    text = text_of(lengths)
    start = min(start, len(text.text) - 1)
    line = line_of(text, start, min(start + length, len(text.text)))
    assert runs_of(line) == [r for r in text.runs if max(r.start, line.start) < min(r.end, line.end)]
    assert moves_of(text, line.start, line.end) == [m for m in text.moves if line.start <= m[0] < line.end]
    places = [run.start for run in text.runs]
    assert begun(places, line, int) == [place for place in places if line.start <= place < line.end]
