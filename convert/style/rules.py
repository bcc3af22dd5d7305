"""Rules across the page that are elements of their own: 红色分隔线 (GB/T 9704-2012 cl. 7.2.7), the lines of 版记 (7.4.1), the
double lines of a letter (10.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from convert.style.page import Page


@dataclass(frozen=True, slots=True)
class RuleLook:
    """The look of a rule, in pt: `weights` of its lines from top to bottom, one or two, with `gap` between two; `width`, 0
    for all there is, centred on the type `area` or the `sheet`. `before`, `after`: from the edges of its lines to the em boxes (or the
    rule) above and below."""

    weights: tuple[float, ...]
    gap: float
    color: str
    width: float
    centered_on: Literal["area", "sheet"]
    before: float
    after: float

    @property
    def height(self) -> float:
        """From the upper edge of the first line to the lower one of the last, in pt."""
        return sum(self.weights) + self.gap * (len(self.weights) - 1)

    def placed(self, left: float, room: float, page: Page) -> tuple[float, float]:
        """Its left edge, from the type area's, and its width, where there is `room` from `left` on a page; in pt."""
        width = self.width or room
        middle = page.width / 2 - page.left if self.centered_on == "sheet" else left + room / 2
        return middle - width / 2, width
