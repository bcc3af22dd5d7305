"""Where characters stand on their line."""

from __future__ import annotations

from convert.layout.lines import Measured
from convert.layout.result import Line


def offset(at: int, line: Line, measured: Measured) -> float:
    """Where the character at `at` begins, in pt from the line's `x`."""
    added = sum(move - measured.moves.get(i, 0.0) for i, move in line.text.moves if line.start <= i < at)
    advance = measured.cumulative[at] - measured.cumulative[line.start]
    return advance + added + line.stretch * (at - line.start) - line.lead
