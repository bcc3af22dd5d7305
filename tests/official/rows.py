"""What a ruler gives: required, measured, and how far one is from the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

Required = float | tuple[float, float]


class Row(NamedTuple):
    """A thing measured: its clause, what it is, what is required (a number, the least and the most, or words), what is there.

    `unit`: mm, pt, em or "" for words and counts.
    """

    clause: str
    what: str
    required: Required | str
    measured: float | str
    unit: str = "mm"

    @property
    def difference(self) -> float | None:
        """How far what is measured lies outside of what is required, with its sign; None for words."""
        if isinstance(self.measured, str) or isinstance(self.required, str):
            return None
        least, most = self.required if isinstance(self.required, tuple) else (self.required, self.required)
        return self.measured - min(max(self.measured, least), most)

    def holds(self, tolerance: float) -> bool:
        """Whether it is as required; lengths give or take `tolerance` in mm."""
        if self.difference is None:
            return self.required == self.measured
        return abs(self.difference) <= (tolerance if self.unit == "mm" else 0.05)

    def cells(self) -> tuple[str, str, str]:
        """Required, measured and the difference, as they are printed."""
        difference = "" if self.difference is None else f"{self.difference:+.2f}"
        return _shown(self.required, self.unit), _shown(self.measured, self.unit), difference


def worst(clause: str, what: str, required: float, measured: Iterable[float]) -> Iterator[Row]:
    """Of several things that should all be at one place the one that is furthest from it."""
    found = list(measured)
    if found:
        yield Row(clause, what, required, max(found, key=lambda each: abs(each - required)))


def _shown(value: Required | str, unit: str) -> str:
    match value:
        case str():
            return value
        case tuple():
            return f"{value[0]:.2f}–{value[1]:.2f}"
        case _:
            return f"{value:.2f}" if unit == "mm" else f"{value:g}"
