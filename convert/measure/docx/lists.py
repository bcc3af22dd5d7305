"""The markers that Word prints before list items: they are in no run, only in the definitions (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from convert.kit.numerals import numeral

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = {
    "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
    "chineseCounting": "cjk",
    "chineseCountingThousand": "cjk",
    "decimalEnclosedCircle": "circled",
    "decimalEnclosedCircleChinese": "circled",
}
_PLACE = re.compile("%([1-9])")
_LAST_LETTERS = 780
"""Word has letters for numbers up to this: thirty of them."""


class _Level(NamedTuple):
    """A level of a definition: where it starts, its numbers' format, its text with `%1` for a number; whether it shows
    all numbers as digits."""

    start: int
    format: str
    text: str
    digits: bool


class Markers:
    """Counts the items of one document's lists. `root`: the numbering part, None where there is none."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}  # numbering → whose counters it uses: its own, or those of its definition
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            definitions = {
                definition.get(f"{_W}abstractNumId"): {
                    _index(level): _level(level) for level in _all(definition, "lvl")
                }
                for definition in _all(root, "abstractNum")
            }
            for number in _all(root, "num"):
                self._add(number, definitions)

    def _add(self, number: Any, definitions: dict[str, dict[int, _Level]]) -> None:
        key, definition = number.get(f"{_W}numId"), _value(number, "abstractNumId")
        levels = dict(definitions.get(definition, {}))
        starts = {_index(o): int(_value(o, "startOverride", "1")) for o in _all(number, "lvlOverride")}
        for index in starts.keys() & levels.keys():
            levels[index] = levels[index]._replace(start=starts[index])
        self._levels[key], self._lists[key] = levels, f"list {key}" if starts else f"definition {definition}"

    def next(self, numbering: str, level: int) -> str:
        """The marker of the next item of a list at a level; "" where there is no such list."""
        levels = self._levels.get(numbering, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(self._lists[numbering], {})
        counts[level] = counts[level] + 1 if level in counts else levels[level].start
        for deeper in [index for index in counts if index > level]:
            del counts[deeper]

        def printed(place: re.Match[str]) -> str:
            index = int(place[1]) - 1
            if index not in levels:
                return ""
            format = "decimal" if levels[level].digits else levels[index].format
            return _number(counts.get(index, levels[index].start), _STYLES.get(format, "decimal"))

        return _PLACE.sub(printed, levels[level].text)


def _number(number: int, style: str) -> str:
    """A number in a style. Behind z Word writes aa, bb, cc, not aa, ab, ac (17.18.59)."""
    if style.endswith("-alpha"):
        times, letter = divmod(min(number, _LAST_LETTERS) - 1, 26)
        return numeral(letter + 1, style) * (times + 1)
    return numeral(number, style)


def _all(parent: Any, name: str) -> Any:
    return parent.iterfind(f"{_W}{name}")


def _index(element: Any) -> int:
    return int(element.get(f"{_W}ilvl") or 0)


def _value(parent: Any, name: str, default: str = "") -> str:
    child = parent.find(f"{_W}{name}")
    return default if child is None else str(child.get(f"{_W}val"))


def _level(level: Any) -> _Level:
    start, format = int(_value(level, "start", "0")), _value(level, "numFmt", "decimal")
    legal = level.find(f"{_W}isLgl")
    digits = legal is not None and legal.get(f"{_W}val", "1") not in ("0", "false", "off")
    return _Level(start, format, _value(level, "lvlText"), digits)


def note_number(number: int, format: str) -> str:
    """What Word prints for a note: beyond 20 it has no circles (17.18.59)."""
    style = _STYLES.get(format, "decimal")
    return numeral(number, "decimal" if style == "circled" and number > 20 else style)
