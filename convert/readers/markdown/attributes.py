"""Attributes in braces, as pandoc writes them: `{#id .role key=value key="two words"}`.

https://pandoc.org/MANUAL.html#extension-attributes
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from convert.diagnostics import Pos, Report
from convert.kit.units import PT_PER_MM
from convert.model.nodes import Align

_ITEM = r"""(?:[#.][^\s{}=#"']+|[^\W\d][\w:.-]*=(?:"[^"]*"|'[^']*'|[^\s"'{}]*)|-)"""
BRACES = re.compile(rf"\{{:?[ \t\n]*{_ITEM}(?:[ \t\n]+{_ITEM})*[ \t\n]*\}}")
"""A whole pair of braces with attributes. Kramdown's colon after the brace is allowed."""

RAW_FORMAT = re.compile(r"\{=([\w+-]+)\}")
"""What marks a piece of raw markup: its format."""

_ONE = re.compile(_ITEM)
_LENGTH = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*(px|pt|pc|in|inch|cm|mm|em|%|)", re.IGNORECASE)
_LINE = 156 * PT_PER_MM
_PT = {
    "": 0.75, "px": 0.75, "pt": 1.0, "pc": 12.0, "in": 72.0, "inch": 72.0, "cm": 10 * PT_PER_MM, "mm": PT_PER_MM,
    "em": 16.0, "%": _LINE / 100,
}  # fmt: skip
"""Points of each unit. A share of the line is one of the 156 mm that GB/T 9704-2012 cl. 5.2.1 gives it, em are 三号."""

_ALIGNMENTS: dict[str, Align] = {
    "left": "left", "center": "center", "centre": "center", "right": "right", "justify": "justify",
    "text-left": "left", "text-center": "center", "text-right": "right", "align-left": "left",
    "align-center": "center", "align-right": "right",
}  # fmt: skip
_TEXT_ALIGN = re.compile(r"\s*text-align:\s*(left|center|right|justify)\s*;?\s*")


@dataclass(slots=True)
class Attributes:
    """What stood in braces. Taking something removes it; `report_rest` tells what nobody took."""

    id: str = ""
    classes: list[str] = field(default_factory=list)
    pairs: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.id or self.classes or self.pairs)

    def take(self, key: str) -> str:
        """The value of a key, empty where there is none."""
        return self.pairs.pop(key, "")

    def take_class(self, *names: str) -> str:
        """The first class, or the first of those called so; empty where there is none."""
        for name in self.classes:
            if not names or name in names:
                self.classes.remove(name)
                return name
        return ""

    def take_align(self) -> Align:
        """The alignment that a class, a key or a style asks for."""
        if name := self.take_class(*_ALIGNMENTS):
            return _ALIGNMENTS[name]
        found = _TEXT_ALIGN.fullmatch(self.pairs.get("style", ""))
        key, align = ("style", found[1]) if found else ("align", self.pairs.get("align", "").lower())
        if align not in _ALIGNMENTS:
            return ""
        del self.pairs[key]
        return _ALIGNMENTS[align]

    def take_length(self, key: str) -> float:
        """A length in pt; 0 where there is none."""
        found = _LENGTH.fullmatch(self.pairs.get(key, "").strip())
        if not found:
            return 0
        del self.pairs[key]
        return round(min(float(found[1]) * _PT[found[2].lower()], 1e5), 3)

    def report_rest(self, report: Report, pos: Pos | None) -> None:
        """Tell what is left, which the model has no place for."""
        for name in self.classes:
            report.add("markdown-attribute", pos, attribute=f".{name}")
        for key, value in self.pairs.items():
            report.add("markdown-attribute", pos, attribute=f"{key}={value}")


def attributes_of(braces: str) -> Attributes:
    """The attributes in a text that BRACES matches, or in what stands between the braces."""
    found = Attributes()
    for item in _ONE.findall(braces):
        if item[0] == "#":
            found.id = item[1:]
        elif item[0] == ".":
            found.classes.append(item[1:])
        elif item == "-":
            found.classes.append("unnumbered")
        else:
            key, _, value = item.partition("=")
            found.pairs[key] = value[1:-1] if value[:1] in ("'", '"') else value
    if "name" in found.pairs and not found.id:
        found.id = found.pairs.pop("name")
    return found
