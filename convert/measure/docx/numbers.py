"""Numbers in attributes of a DOCX, anybody's: whole, with a fraction, with a unit, or none at all."""

from __future__ import annotations

import re

_MEASURE = re.compile(r"\s*(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?\s*")
_TWIPS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}


def number(value: str | None, default: float = 0) -> float:
    """A number as files have it; a measure with a unit (ISO/IEC 29500-1, 22.9.2.15) in twips; `default` for what is none."""
    found = _MEASURE.fullmatch(value or "")
    if not found:
        return default
    return float(found[1]) * (_TWIPS[found[2]] if found[2] else 1)
