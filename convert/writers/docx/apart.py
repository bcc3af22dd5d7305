"""Lines whose ends stand apart: a tab stop at their right edge (ISO/IEC 29500-1, 17.3.1.38)."""

from __future__ import annotations

from convert.layout.apart import parted, share_line
from convert.model import Inline, LineBreak, Text
from convert.style.sheet import Computed
from convert.writers.docx.geometry import em, twips


def ends_apart(inlines: tuple[Inline, ...], look: Computed, width: float) -> tuple[tuple[Inline, ...], str]:
    """A text with a tab before what stands at the far end of its line, and the tab stops of the paragraph, `width` pt wide,
    "" where it has none. Where the two have no room beside each other, a new line begins first."""
    words, far = parted(inlines)
    if far is None:
        return inlines, ""
    right = width - look.right_em * em(look)
    room = right / em(look) - look.left_em - look.indent_em
    breaks = () if share_line(words, far, room) or not words else (LineBreak(),)
    return (*words, *breaks, Text("\t"), far), f'<w:tabs><w:tab w:val="right" w:pos="{twips(right)}"/></w:tabs>'
