"""Where glyphs have their ink."""

from __future__ import annotations

from collections.abc import Iterator

from convert.layout.faces import Typeface


def ink_height(text: str, typeface: Typeface, size: float) -> float:
    """How far the ink of a text reaches above its baseline at a size, in pt; 0 for one without ink."""
    return max((top for top, _ in _extents(text, typeface)), default=0.0) * size


def ink_depth(text: str, typeface: Typeface, size: float) -> float:
    """How far the ink of a text reaches below its baseline at a size, in pt; negative where it ends above it."""
    return max((-bottom for _, bottom in _extents(text, typeface)), default=0.0) * size


def _extents(text: str, typeface: Typeface) -> Iterator[tuple[float, float]]:
    """The top and the bottom of each glyph that has ink, in em above the baseline."""
    for start, end, face in typeface.runs(text):
        for char in text[start:end] if face else "":
            assert face is not None
            extents = face.hb_font.get_glyph_extents(face.glyph[ord(char)])
            if extents is not None and extents.height:
                top = extents.y_bearing / face.units_per_em
                yield top, top + extents.height / face.units_per_em
