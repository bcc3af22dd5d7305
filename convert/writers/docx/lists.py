"""The part `numbering.xml`: each list has a numbering of its own, so that it counts from its own start
(ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

from convert.kit.numerals import numeral_suffix
from convert.kit.ooxml import declarations
from convert.model import List, ListItem
from convert.style.sheet import Sheet
from convert.writers.docx.geometry import em, twips
from convert.writers.docx.xml import escape, part, value

DEEPEST = 8  # ilvl counts from 0 to 8
GAP = 0.25  # between an item's number and its text, em
_FORMATS = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk": "chineseCountingThousand",
    "circled": "decimalEnclosedCircleChinese",
}


class Numberings:
    """The numberings of one document, gathered while its body is written."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._abstract: list[str] = []
        self._concrete: list[str] = []
        self._known: dict[tuple[str, str, int], int] = {}

    def of(self, block: List, level: int, item: ListItem) -> int:
        """The number of a new numbering for a list, or for the done or open tasks in it."""
        kind = "task" if item.checked is not None else "number" if block.ordered else "bullet"
        text = self._text(block, item, level)
        key = (f"{kind} {block.style}", text, min(level, DEEPEST))
        if kind != "number" and key in self._known:
            return self._known[key]
        number = len(self._concrete) + 1
        self._add(
            number, _FORMATS.get(block.style, "decimal") if kind == "number" else "bullet", text, block.start, level
        )
        self._known[key] = number
        return number

    def _text(self, block: List, item: ListItem, level: int) -> str:
        """What stands before an item, `%n` for its number."""
        if block.ordered and item.checked is None:
            return f"%{min(level, DEEPEST) + 1}{numeral_suffix(block.style)}"
        return self._sheet.lists.marker(block, item, 1, level)

    def _add(self, number: int, format: str, text: str, start: int, level: int) -> None:
        look = self._sheet.roles["list"]
        indent = self._sheet.lists.indent_em * em(look)
        level = min(level, DEEPEST)
        left, hanging = twips(indent * (level + 1)), twips(GAP * em(look))
        self._abstract.append(
            f'<w:abstractNum w:abstractNumId="{number}">{value("multiLevelType", "hybridMultilevel")}'
            f'<w:lvl w:ilvl="{level}">{value("start", start)}{value("numFmt", format)}{value("suff", "tab")}'
            f"{value('lvlText', escape(text))}{value('lvlJc', 'right')}"
            f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl></w:abstractNum>'
        )
        self._concrete.append(
            f'<w:num w:numId="{number}">{value("abstractNumId", number)}'
            f'<w:lvlOverride w:ilvl="{level}">{value("startOverride", start)}</w:lvlOverride></w:num>'
        )

    def part(self) -> bytes:
        """The part: first what numberings look like, then the numberings."""
        return part(
            f"<w:numbering {declarations('w')}>{''.join(self._abstract)}{''.join(self._concrete)}</w:numbering>"
        )
