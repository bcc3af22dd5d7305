"""Numbers of captions: what Word counts itself, with what we counted as the result (ISO/IEC 29500-1, 17.16.5.56)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from convert.model import Figure, Table
from convert.style.counting import CaptionLook
from convert.writers.docx.bookmarks import Bookmarks
from convert.writers.docx.xml import field

_NUMBER = re.compile(r"(.*?)(\d{1,4})(\D*)", re.DOTALL)
_NO_NAME = re.compile(r"\W+")


class Sequences:
    """The sequences of one document: 图 and 表, or what the style calls them in its language."""

    def __init__(self, look: CaptionLook, lang: str) -> None:
        self._look, self._lang = look, lang
        self._counts = Counter[str]()

    def name(self, of: str) -> str:
        """The name of a sequence: of figures or of tables."""
        label = self._look.label("table" if of.startswith("table") else "figure", self._lang)
        return _NO_NAME.sub("_", label).strip("_") or of

    def label(self, block: Table | Figure, bookmarks: Bookmarks, runs: Callable[[str], str]) -> str:
        """The number before a caption's words: label and count in the bookmark that references repeat, then the gap.
        `runs` writes characters."""
        found = _NUMBER.fullmatch(block.number)
        if not found:
            return bookmarks.around(block.id, runs(block.number))
        label, count, gap = found.groups()
        shown = runs(label) + field(self._instruction(block, int(count)), runs(count)) if label else runs(count)
        return bookmarks.around(block.id, shown) + (runs(gap) if gap else "")

    def _instruction(self, block: Table | Figure, count: int) -> str:
        name = self.name(self._look.kind(block))
        counts_on = self._counts[name] + 1 == count
        self._counts[name] = count
        return f"SEQ {name} \\* ARABIC" + ("" if counts_on else f" \\r {count}")
