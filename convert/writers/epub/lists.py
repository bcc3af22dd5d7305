"""List markers: the same as in print, as CSS."""

from __future__ import annotations

from collections.abc import Iterator

from convert.kit.numerals import numeral, numeral_suffix
from convert.model import List
from convert.style.sheet import Sheet

_COUNTERS = ("decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman", "cjk", "circled")
_CIRCLED = 50  # as far as Unicode goes


def marker_class(block: List, level: int, sheet: Sheet) -> str:
    """The class that gives the items of a list their marker."""
    return f"list-{_style(block)}" if block.ordered else f"bullet-{level % len(sheet.lists.bullets) + 1}"


def marker_rules(sheet: Sheet) -> Iterator[str]:
    """The CSS of all markers: counter styles that print what `numeral` does, bullets by level, boxes of tasks."""
    for style in _COUNTERS:
        yield f"@counter-style list-{style}{{{_counter(style)}}}"
        yield f".list-{style}{{list-style-type:list-{style}}}"
    for level, bullet in enumerate(sheet.lists.bullets, 1):
        yield f".bullet-{level}{{list-style-type:{_string(bullet + ' ')}}}"
    for name, box in zip(("unchecked", "checked"), sheet.lists.tasks, strict=True):
        yield f".{name}{{list-style-type:{_string(box + ' ')}}}"


def _style(block: List) -> str:
    return block.style if block.style in _COUNTERS else "decimal"


def _counter(style: str) -> str:
    suffix = _string(numeral_suffix(style) + ("" if style == "cjk" else " "))
    match style:
        case "circled":
            symbols = " ".join(_string(numeral(n, style)) for n in range(1, _CIRCLED + 1))
            return f"system:fixed;symbols:{symbols};suffix:{suffix}"
        case "cjk":
            return f"system:extends simp-chinese-informal;suffix:{suffix}"
        case _:
            return f"system:extends {style};suffix:{suffix}"


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
