"""How wide characters are."""

from __future__ import annotations

import functools

from convert.kit.fonts import Face
from convert.layout.inlines import is_drawn
from convert.layout.lines import measure
from convert.layout.setting import Setting
from convert.style.sheet import Computed


class _Advances(dict[str, float]):
    """Widths of characters in pt, tracking included, worked out once each."""

    def __init__(self, face: Face, size: float, tracking: float) -> None:
        self._advance, self._scale, self._tracking = face.advance, size / 1000, tracking

    def __missing__(self, char: str) -> float:
        width = self[char] = self._advance[char] * self._scale + self._tracking
        return width


@functools.lru_cache(maxsize=256)
def advances(face: Face, size: float, tracking: float) -> _Advances:
    """The widths of a face's characters at a size, in pt."""
    return _Advances(face, size, tracking)


def words_width(text: str, look: Computed, setting: Setting) -> float | None:
    """How wide plain words of a block are on one line, in pt; None where some of them cannot be drawn."""
    runs = list(setting.faces[look.font].runs(text)) if is_drawn(text) else [(0, 0, None)]
    widths: list[float] = []
    for start, end, face in runs:
        if face is None:
            return None
        widths += map(advances(face, look.size, look.tracking).__getitem__, text[start:end])
    return measure(text, widths, look.size, setting.sheet.typography.autospace_em * look.size, {}, ()).cumulative[-1]
