"""Automatic numbers: the lists of `numbering.xml` and what each numbered paragraph shows (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from convert.kit.cjk import has_east_asian
from convert.kit.numerals import usual_delimiter
from convert.model.nodes import Delimiter
from convert.readers.docx.numerals import CHINESE, word_numeral
from convert.readers.docx.properties import RunProperties, run_properties
from convert.readers.docx.styles import Indent, Styles, indent_of
from convert.readers.docx.tags import ILVL, NAME, P_PR, P_STYLE, R_PR, is_on, number, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DEEPEST = 8
_PLACE = re.compile("%([1-9])")
_LIST_MARK = re.compile(r"[(\[]?%[1-9][.)\]、．:]?\s*")  # one number and a mark: what a list may print as it likes
_DELIMITERS: dict[str, Delimiter] = {".": "period", "．": "period", "、": "comma", ")": "paren", "()": "parens"}
_LIST_STYLES = {
    "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
    "decimalEnclosedCircle": "circled",
    "decimalEnclosedCircleChinese": "circled",
    **dict.fromkeys(CHINESE, "cjk"),
}
_TASKS = {"tasks to do": False, "tasks done": True}
"""What we call the definitions of tasks' boxes (17.9.11): □ and ■ are bullets as well."""
_BOXES = {"☐": False, "☑": True, "☒": True}
_ENDS_WIDE = frozenset("、，．）】〕：。")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the numbers' form, the text around them (`第%1条`), what separates it from the paragraph."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    restart: int = -1  # the level after which numbers begin again: -1 any above, 0 never
    arabic: bool = False  # all numbers in decimal form
    style: str = ""  # the paragraph style that has this level
    name: str = ""  # of the definition that it is a level of
    indent: Indent = field(default_factory=Indent)
    run: RunProperties = field(default_factory=dict)

    @property
    def bullet(self) -> bool:
        """Whether it shows a mark, not a number."""
        return self.form == "bullet" or (self.form != "none" and not _PLACE.search(self.text))

    @property
    def checked(self) -> bool | None:
        """Whether the mark is a task's box, and says that it is done: one that only tasks have, or so called."""
        if self.name in _TASKS:
            return _TASKS[self.name]
        return _BOXES.get(self.text) if self.bullet else None

    @property
    def list_style(self) -> str:
        """The style of a list in the model; empty for its own."""
        return _LIST_STYLES.get(self.form, "")

    @property
    def counts_in_list(self) -> bool:
        """Whether a list can print the number: one number, with a plain mark that does not belong to the words."""
        if self.bullet:
            return True
        wide = has_east_asian(self.text.replace("、", "").replace("．", ""))
        return not wide and _LIST_MARK.fullmatch(self.text) is not None

    @property
    def marks(self) -> str:
        """The marks around its number."""
        return _PLACE.sub("", self.text).strip()

    @property
    def delimiter(self) -> Delimiter:
        """The delimiter of a list in the model; empty for the usual one, and for what it has no name for."""
        found = _DELIMITERS.get(self.marks, "")
        return "" if found == usual_delimiter(self.list_style) else found

    @property
    def plain(self) -> bool:
        """Whether a list prints it as it is: `(1)` and not `[1]`."""
        return self.bullet or not self.marks or self.marks in _DELIMITERS


class Marker(NamedTuple):
    """What stands before a paragraph: its list and level, the count, and the number as Word prints it, with the gap."""

    list: str
    level: int
    value: int
    text: str
    definition: Level
    source: str  # the abstract definition: lists of one definition count on
    begins: bool  # a list of its own begins here: it is the first of a numbering that says where it starts


class Numbering:
    """The lists of one document, and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        self._styles = styles
        if root is not None:
            self._read(root)

    def level_of(self, numbering: tuple[str, int], style: str) -> tuple[Level, int] | None:
        """The level that a paragraph's numbering means, and how deep it is; None for no list."""
        found = self._lists.get(numbering[0])
        if found is None:
            return None
        depth = numbering[1]
        if depth < 0:
            depth = next((n for n, level in found[1].items() if style and level.style == style), 0)
        depth = min(depth, DEEPEST)
        return found[1].get(depth, Level()), depth

    def count(self, numbering: tuple[str, int], style: str) -> Marker | None:
        """Count one paragraph on. None where there is no such list."""
        known = self.level_of(numbering, style)
        if known is None:
            return None
        level, depth = known
        source, levels, starts = self._lists[numbering[0]]
        counts = self._counts.setdefault(source, [None] * (DEEPEST + 1))
        key = numbering[0], depth
        before = counts[depth]
        begins = depth in starts and key not in self._started
        if begins:
            counts[depth] = starts[depth]
        else:
            counts[depth] = level.start if before is None else before + 1
        self._started.add(key)
        self._restart(counts, levels, depth)
        count = counts[depth]
        shown = _shown(level, levels, counts)
        return Marker(numbering[0], depth, count if count is not None else 1, shown, level, source, begins)

    def _restart(self, counts: list[int | None], levels: dict[int, Level], depth: int) -> None:
        """Levels above that did not count yet show their start; those below begin again (17.9.10)."""
        for above in range(depth):
            if counts[above] is None:
                counts[above] = levels.get(above, Level()).start
        for below in range(depth + 1, DEEPEST + 1):
            restart = levels.get(below, Level()).restart
            if restart < 0 or depth < restart:
                counts[below] = None

    def _read(self, root: Element) -> None:
        abstracts = {a.get(w("abstractNumId"), ""): a for a in root.iterchildren(w("abstractNum"))}
        by_style = {value(a, w("styleLink")): key for key, a in abstracts.items() if value(a, w("styleLink"))}
        read: dict[str, dict[int, Level]] = {}
        for item in root.iterchildren(w("num")):
            source = value(item, w("abstractNumId"))
            link = value(abstracts.get(source), w("numStyleLink"))
            source = by_style.get(link, source) if link else source
            if source not in read:
                found = abstracts[source].iterchildren(w("lvl")) if source in abstracts else ()
                name = value(abstracts.get(source), NAME)
                read[source] = {min(number(each.get(ILVL)), DEEPEST): self._level(each, name) for each in found}
            levels, starts = dict(read[source]), {}
            for change in item.iterchildren(w("lvlOverride")):
                depth = min(number(change.get(ILVL)), DEEPEST)
                own = change.find(w("lvl"))
                if own is not None:
                    levels[depth] = self._level(own, levels.get(depth, Level()).name)
                    starts[depth] = levels[depth].start
                start = value(change, w("startOverride"))
                if start:
                    starts[depth] = number(start)
            self._lists[item.get(w("numId"), "")] = source, levels, starts

    def _level(self, element: Element, name: str) -> Level:
        legal = element.find(w("isLgl"))
        return Level(
            form=value(element, w("numFmt")) or "decimal",
            text=value(element, w("lvlText")),
            start=number(value(element, w("start")), 1),
            suffix=value(element, w("suff")) or "tab",
            restart=number(value(element, w("lvlRestart")), -1),
            arabic=legal is not None and is_on(legal),
            style=value(element, P_STYLE),
            name=name,
            indent=indent_of(element.find(P_PR)),
            run=run_properties(element.find(R_PR)),
        )


def _shown(level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    """The number as printed, with what separates it from the words."""
    if level.bullet:
        return ""

    def place(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        form = levels.get(depth, Level()).form
        if level.arabic and form != "none":
            form = "decimal"
        count = counts[depth]
        return word_numeral(1 if count is None else count, form)

    text = _PLACE.sub(place, level.text)
    gap = "" if level.suffix == "nothing" or not text.strip() or text[-1] in _ENDS_WIDE else " "
    return text + gap
