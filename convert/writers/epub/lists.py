"""List markers: the same as in print, as CSS."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from convert.kit.cjk import has_east_asian
from convert.kit.numerals import number_marks, numeral, usual_delimiter
from convert.model import List
from convert.style.counting import ListLook
from convert.style.sheet import Sheet

_COUNTERS = ("decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman", "cjk", "circled")
_DELIMITERS = ("period", "paren", "parens", "comma")
_CIRCLED = 50  # as far as Unicode goes


def marker_class(block: List, level: int, sheet: Sheet) -> str:
    """The class that gives the items of a list their marker."""
    return f"list-{_style(block)}" if block.ordered else f"bullet-{level % len(sheet.lists.bullets) + 1}"


def marker_rules(sheet: Sheet) -> tuple[str, ...]:
    """The CSS of all markers: counter styles that print what `numeral` does, bullets by level, boxes of tasks."""
    return _rules(sheet.lists)


@functools.lru_cache(maxsize=8)
def _rules(lists: ListLook) -> tuple[str, ...]:
    return tuple(_each_rule(lists))


def _each_rule(lists: ListLook) -> Iterator[str]:
    for name, style, delimiter in _named():
        yield f"@counter-style list-{name}{{{_counter(style, delimiter)}}}"
        yield f".list-{name}{{list-style-type:list-{name}}}"
    for level, bullet in enumerate(lists.bullets, 1):
        yield f".bullet-{level}{{list-style-type:{_string(bullet + ' ')}}}"
    for name, box in zip(("unchecked", "checked"), lists.tasks, strict=True):
        yield f".{name}{{list-style-type:{_string(box + ' ')}}}"


def _style(block: List) -> str:
    style = block.style if block.style in _COUNTERS else "decimal"
    own = block.delimiter and style != "circled" and block.delimiter != usual_delimiter(style)
    return f"{style}-{block.delimiter}" if own else style


def _named() -> Iterator[tuple[str, str, str]]:
    """The names of all counter styles, with what numbers they count in and the delimiter of these."""
    for style in _COUNTERS:
        yield style, style, ""
        for delimiter in _DELIMITERS if style != "circled" else ():
            if delimiter != usual_delimiter(style):
                yield f"{style}-{delimiter}", style, delimiter


def _counter(style: str, delimiter: str) -> str:
    before, after = number_marks(style, delimiter)
    suffix = _string(after + ("" if has_east_asian(after) else " "))
    if before:
        suffix += f";prefix:{_string(before)}"
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
