"""Where glyphs have their ink."""

from __future__ import annotations

from convert.layout.faces import Typeface


def ink_height(text: str, typeface: Typeface, size: float) -> float:
    """How far the ink of a text reaches above its baseline at a size, in pt; 0 for one without ink."""
    highest = 0.0
    for start, end, face in typeface.runs(text):
        for char in text[start:end] if face else "":
            assert face is not None
            extents = face.hb_font.get_glyph_extents(face.glyph[ord(char)])
            if extents is not None and extents.height:
                highest = max(highest, extents.y_bearing / face.units_per_em)
    return highest * size
