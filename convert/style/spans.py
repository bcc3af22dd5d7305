"""The looks of inlines: what each changes of the look of the text it stands in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class OverLook:
    """Pictures that stand over the words of an inline and take no room, as seals do. `size`: of the square that they are
    fitted into, 0 where pictures stand among the words; `rise`: how far its middle lies above the middle of the words,
    both in pt."""

    size: float = 0.0
    rise: float = 0.0

    def reach(self, em: float) -> float:
        """How far the square reaches below words of that size, in pt."""
        return max(self.size / 2 - self.rise - em / 2, 0.0) if self.size else 0.0


@dataclass(frozen=True, slots=True)
class SpanLook:
    """What an inline changes: `font` ("" keeps it), `scale` of the size, `rise_em`, a line, colours ("" keeps), small
    letters set as small capitals ("none" keeps), bold and slanted letters ("normal" keeps); what stands `over` it."""

    font: str
    scale: float
    rise_em: float
    line: Literal["none", "under", "through", "dots"]
    color: str
    background: str
    caps: Literal["none", "small"]
    weight: Literal["normal", "bold"]
    slant: Literal["normal", "italic"]
    over: OverLook = OverLook()


PLAIN = SpanLook(
    font="", scale=1, rise_em=0, line="none", color="", background="", caps="none", weight="normal", slant="normal"
)
READING = replace(PLAIN, scale=0.5)
"""The reading of a ruby, where the style does not say."""
