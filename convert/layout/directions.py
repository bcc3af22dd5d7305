"""Lines with characters of scripts that run from right to left: each is moved to where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import bidirectional

from convert.kit.direction import runs_right_to_left, visual_order
from convert.kit.marks import mark_places
from convert.layout.lines import Measured
from convert.layout.offsets import runs_of
from convert.layout.result import Line


def turn(line: Line, measured: Measured, moves: dict[int, float]) -> None:
    """Let the characters of a line stand in the order in which they are seen. They stay in the order in which they are read:
    what follows one is moved back behind it. `moves`: pt after single characters of the text, which are changed."""
    text = line.text.text[line.start : line.end]
    advances = [
        measured.cumulative[at + 1]
        - measured.cumulative[at]
        - measured.moves.get(at, 0.0)
        + moves.get(at, 0.0)
        + line.stretch
        for at in range(line.start, line.end)
    ]
    places = [0.0] * len(text)
    x = 0.0
    for at in visual_order(text):
        places[at] = x
        x += advances[at]
    for at, place in _marks(line, text, places):
        places[at] = place
    line.lead -= places[0]
    for at in range(len(text) - 1):
        moved = places[at + 1] - places[at] - advances[at]
        if abs(moved) > 1e-6:
            moves[line.start + at] = moves.get(line.start + at, 0.0) + moved


def _marks(line: Line, text: str, places: list[float]) -> Iterator[tuple[int, float]]:
    """The marks of letters from right to left, and where each is drawn from."""
    for run in runs_of(line):
        if run.face is None:
            continue
        at, end = max(run.start, line.start) - line.start, min(run.end, line.end) - line.start
        while at < end:
            letter, at = at, at + 1
            while at < end and bidirectional(text[at]) == "NSM":
                at += 1
            if at > letter + 1 and runs_right_to_left(text[letter]):
                offsets = mark_places(run.face, text[letter], text[letter + 1 : at])
                yield from (
                    (letter + 1 + n, places[letter] + offset * run.size / 1000) for n, offset in enumerate(offsets)
                )
