"""Numbers of headings that Word counts itself: a list of several levels, one for each heading style (ISO/IEC 29500-1,
17.9.23, `w:pStyle`)."""

from __future__ import annotations

from convert.model import Heading
from convert.style.counting import NUMBER_PLACE, HeadingNumbers
from convert.writers.docx.lists import DEEPEST, NUMBER_FORMATS, Numberings, level_text
from convert.writers.docx.names import StyleNames
from convert.writers.docx.styles import HEADINGS, style_numbering
from convert.writers.docx.xml import list_level, switch, value

_MOST = 999  # a heading that counts on from beyond this is typed


class Outline:
    """The numbers of one document's headings, as Word would count them while the body is written."""

    def __init__(self, look: HeadingNumbers, names: StyleNames, numberings: Numberings) -> None:
        self._look, self._numberings = look, numberings
        self._counts: list[int] = [0] * (DEEPEST + 1)
        self._list = HEADINGS
        if look.mode == "auto":
            self._definition = numberings.define("".join(self._level(level, names) for level in range(1, DEEPEST + 2)))
            numberings.number(self._definition)

    def of(self, heading: Heading) -> tuple[str, bool]:
        """What a heading's paragraph says of its number beyond its style, and whether Word counts it: else it is typed."""
        level = heading.level
        if not style_numbering(self._look, level):
            return "", False
        counts = [count or 1 for count in self._counts[: level - 1]] + [self._counts[level - 1] + 1]
        counts += [0] * (DEEPEST + 1 - level)
        found = self._found(level, heading.number, counts)
        if not found:
            return "<w:numPr>" + value("numId", 0) + "</w:numPr>", False
        if found != counts[level - 1]:
            counts[level - 1] = found
            self._list = self._numberings.number(self._definition, level - 1, found)
        self._counts = counts
        return ("" if self._list == HEADINGS else list_level(level - 1, self._list)), True

    def _found(self, level: int, number: str, counts: list[int]) -> int:
        """The count of a level that gives the number: the next one, or one to begin anew from; 0 for none."""
        above = counts[: level - 1]
        tried = (counts[level - 1], *range(1, _MOST + 1)) if number else ()
        return next((count for count in tried if self._look.number(level, [*above, count]) == number), 0)

    def _level(self, level: int, names: StyleNames) -> str:
        """A level of the definition (17.9.6, CT_Lvl). What counts by digits of levels shows all of them as digits."""
        pattern = self._look.pattern(level)
        places = NUMBER_PLACE.findall(pattern)
        own = next((place for place in places if not place.isdecimal()), "decimal")
        text = NUMBER_PLACE.sub(lambda found: f"%{found[1] if found[1].isdecimal() else level}", pattern)
        style = value("pStyle", names.blocks[f"heading{level}"].id) if pattern else ""
        digits = switch("isLgl", True) if len(places) > 1 else ""
        spaced = text.endswith(" ") and not text.endswith("  ")
        return (
            f'<w:lvl w:ilvl="{level - 1}">{value("start", 1)}'
            f"{value('numFmt', NUMBER_FORMATS[own] if pattern else 'none')}{style}{digits}{value('suff', 'space' if spaced else 'nothing')}"
            f"{level_text(text.removesuffix(' ') if spaced else text)}"
        )
