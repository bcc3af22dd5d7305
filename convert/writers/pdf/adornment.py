"""What stands around the characters of a line: underlines, strokes through, dots, backgrounds, links."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from convert.kit.direction import runs_right_to_left
from convert.layout.inlines import capitals
from convert.layout.offsets import moves_of, runs_of
from convert.layout.result import ASCENT, Line, Run
from convert.writers.pdf import operators

_DESCENT = 1 - ASCENT
_UNDERLINE = _DESCENT + 0.04  # below the baseline, em: clear of the em box
_THROUGH = ASCENT - 0.5  # above it: the middle of the em box
_WEIGHT = 0.05
_DOT = 0.14  # diameter of 着重号 (emphasis dots, GB/T 15834 §4.12), em
_DOT_BELOW = _DESCENT + 0.1


def placed_runs(line: Line) -> Iterator[tuple[Run, int, list[float]]]:
    """The runs on a line with the index of their first character there and the edges of their characters, in pt from
    the page's left side. The last edge of the line is its right edge. Where characters run from right to left, each one
    by itself."""
    text = line.text
    moves = dict(moves_of(text, line.start, line.end))
    spacing = text.tracking + line.stretch
    x = line.x - line.lead
    turned = runs_right_to_left(text.text, line.start, line.end)
    for run in runs_of(line):
        start, end = max(run.start, line.start), min(run.end, line.end)
        chars = text.text[start:end]
        widths = [a + spacing + moves.get(start + i, 0.0) for i, a in enumerate(_advances(run, chars))]
        edges = list(accumulate(widths, initial=x))
        x = edges[-1]
        if turned:
            for i, (left, advance) in enumerate(zip(edges[:-1], _advances(run, chars), strict=True)):
                yield run, start + i, [left, left + advance + spacing]
            continue
        if end == line.end:
            edges[-1] = min(edges[-1], max(line.x + line.width, edges[-2]))
        yield run, start, edges


def _advances(run: Run, chars: str) -> list[float]:
    """How wide the characters of a run are, in pt."""
    if run.box:
        return [run.box.width]
    if run.face is None:
        return [run.size] * len(chars)
    return [run.face.advance[char] * run.size / 1000 for char in (capitals(chars) if run.caps else chars)]


def backgrounds(line: Line, baseline: float) -> Iterator[str]:
    """What is painted below the text of a line. `baseline` in PDF's coordinates."""
    for run, _, edges in placed_runs(line):
        if run.background:
            bottom = baseline + run.rise - _DESCENT * run.size
            yield operators.area(edges[0], bottom, edges[-1] - edges[0], run.size, run.background)


def strokes(line: Line, baseline: float) -> Iterator[str]:
    """What is painted over the text of a line."""
    for run, start, edges in placed_runs(line):
        at, weight = baseline + run.rise, _WEIGHT * run.size
        match run.line:
            case "under":
                y = at - _UNDERLINE * run.size
                yield operators.rule(edges[0], y, edges[-1], y, weight, run.color)
            case "through":
                y = at + _THROUGH * run.size
                yield operators.rule(edges[0], y, edges[-1], y, weight, run.color)
            case "dots":
                for i, (left, right) in enumerate(pairwise(edges)):
                    if line.text.text[start + i].isalnum():  # clreq: marks and spaces get no dot
                        y = at - _DOT_BELOW * run.size
                        yield operators.dot((left + right) / 2, y, _DOT * run.size, run.color)
            case "none":
                pass
