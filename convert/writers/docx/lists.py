"""The part `numbering.xml` (ISO/IEC 29500-1, 17.9): a definition for each kind of marker, down to Word's deepest level,
and for each list a numbering of its own that refers to one, so that the list counts from its own start."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.kit.numerals import number_marks, numeral
from convert.kit.ooxml import declarations
from convert.model import List, ListItem
from convert.style.sheet import Sheet
from convert.writers.docx.geometry import em, twips
from convert.writers.docx.runs import HINT, hinted
from convert.writers.docx.xml import escape, part, value

_AS_OURS = {"lower-alpha": 26, "upper-alpha": 26, "circled": 20}
"""The last number of a style that Word writes as we do: then it repeats letters (aa, bb), and has no more circles."""
DEEPEST = 8  # levels count from 0 to 8
GAP = 0.25  # between an item's number and its text, em
_BULLET, _DECIMAL = "bullet", "decimal"
NUMBER_FORMATS = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk": "chineseCountingThousand",
    "circled": "decimalEnclosedCircleChinese",
}
"""What Word calls the styles of numbers (17.18.59)."""


class Numberings:
    """The numberings of one document, gathered while its body is written."""

    def __init__(self, sheet: Sheet, report: Report) -> None:
        self._sheet, self._report = sheet, report
        self._kinds: dict[tuple[tuple[str, ...], bool | None], int] = {}
        self._definitions: list[str] = []
        self._numberings: list[str] = []

    def of(self, block: List, level: int, item: ListItem, start: int, place: str, *, begins: bool) -> int:
        """The number of a new numbering, for the items of a list that are marked like `item`; the first is `start`.
        `place`: the role of plain paragraphs where the list stands: numberings by one definition count on through each
        other, and a list in a cell or a note lies between the items of the one around it.
        `begins`: it is the first of its list. Only such a one says where it starts, unless it counts: whoever reads the
        file again knows by that where one list ends and the next begins."""
        given = start if begins or block.ordered else None
        return self.number(self._definition(block, item, place), min(level, DEEPEST), given)

    def define(self, levels: str, name: str = "") -> int:
        """The number of a new definition. `name`: what it says of how it is called."""
        number = len(self._definitions)
        self._definitions.append(
            f'<w:abstractNum w:abstractNumId="{number}">{value("nsid", f"{number + 1:08X}")}'
            f"{value('multiLevelType', 'multilevel')}{name}{levels}</w:abstractNum>"
        )
        return number

    def number(self, definition: int, level: int = 0, start: int | None = None) -> int:
        """The number of a new numbering by a definition. Where `start` is given, a level, from 0, begins with it."""
        number = len(self._numberings) + 1
        begun = "" if start is None else value("startOverride", start)
        begun = f'<w:lvlOverride w:ilvl="{level}">{begun}</w:lvlOverride>' if begun else ""
        self._numberings.append(f'<w:num w:numId="{number}">{value("abstractNumId", definition)}{begun}</w:num>')
        return number

    def check(self, block: List, item: ListItem, number: int) -> None:
        """Report a number that Word writes in another form than the other outputs do."""
        lettered = block.style in _AS_OURS
        if block.ordered and item.checked is None and lettered and not 0 < number <= _AS_OURS[block.style]:
            self._report.add("docx-list-number", item.pos or block.pos, number=numeral(number, block.style))

    def part(self) -> bytes:
        """The part: first the definitions, then the numberings."""
        return part(
            f"<w:numbering {declarations('w')}>{''.join(self._definitions)}{''.join(self._numberings)}</w:numbering>"
        )

    def _definition(self, block: List, item: ListItem, place: str) -> int:
        numbered = block.ordered and item.checked is None
        kind = (block.style or _DECIMAL, *_marks(block), place) if numbered else (_BULLET,), item.checked
        if kind not in self._kinds:
            levels = "".join(self._level(block, item, level, numbered=numbered) for level in range(DEEPEST + 1))
            self._kinds[kind] = self.define(levels, _task_name(item))
        return self._kinds[kind]

    def _level(self, block: List, item: ListItem, level: int, *, numbered: bool) -> str:
        if numbered:
            format, text = NUMBER_FORMATS.get(block.style, _DECIMAL), f"%{level + 1}".join(_marks(block))
        else:
            format, text = _BULLET, self._sheet.lists.marker(block, item, 1, level)
        unit = em(self._sheet.roles["list"])
        left, hanging = twips(self._sheet.lists.indent_em * unit * (level + 1)), twips(GAP * unit)
        indent = f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        return (
            f'<w:lvl w:ilvl="{level}">{value("start", 1)}{value("numFmt", format)}{value("suff", "tab")}'
            f"{level_text(text, 'right', indent)}"
        )


def _marks(block: List) -> tuple[str, str]:
    return number_marks(block.style, block.delimiter)


def _task_name(item: ListItem) -> str:
    """What the definition of a task's box is called (17.9.11): the box may be a bullet of other lists."""
    return "" if item.checked is None else value("name", "tasks done" if item.checked else "tasks to do")


def level_text(text: str, align: str = "left", paragraph: str = "") -> str:
    """The end of a level: its text, how that is aligned, what it says of paragraphs."""
    hint = f"<w:rPr><w:rFonts{HINT}/></w:rPr>" if any(hint for _, hint in hinted(text)) else ""
    return f"{value('lvlText', escape(text))}{value('lvlJc', align)}{paragraph}{hint}</w:lvl>"
