"""Where a face puts the points of Hebrew and Arabic letters."""

from __future__ import annotations

import functools

import uharfbuzz as hb

from convert.kit.fonts import Face

_SHARES = {"\u05c1": 0.85, "\u05c2": 0.15, "\u05b9": 0.05}
"""How far to the right of its letter's left edge a point stands, of the letter's width: of shin, of sin, holam."""


@functools.lru_cache(maxsize=4096)
def mark_places(face: Face, letter: str, marks: str) -> tuple[float, ...]:
    """Where each of the marks on a letter is drawn from, in 1/1000 em from the letter's left edge.

    By HarfBuzz, as the face's own anchors have it. Where HarfBuzz takes one glyph for the letter and a mark, the mark's ink
    stands in the middle, or where the point belongs.
    """
    buffer = hb.Buffer()
    buffer.add_str(letter + marks)
    buffer.guess_segment_properties()
    buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
    hb.shape(face.hb_font, buffer, {})
    scale, pen, start = 1000 / face.units_per_em, 0.0, 0.0
    found: dict[int, float] = {}
    for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if glyph.cluster == 0:
            start = pen
        elif glyph.codepoint == face.glyph[ord(marks[glyph.cluster - 1])]:
            found[glyph.cluster - 1] = pen + position.x_offset
        pen += position.x_advance
    return tuple(
        round((found[at] - start) * scale, 2) if at in found else _middle(face, letter, mark)
        for at, mark in enumerate(marks)
    )


def _middle(face: Face, letter: str, mark: str) -> float:
    extents = face.hb_font.get_glyph_extents(face.glyph[ord(mark)])
    ink = (extents.x_bearing + extents.width / 2) * 1000 / face.units_per_em if extents else 0.0
    return round(_SHARES.get(mark, 0.5) * face.advance[letter] - ink, 2)
