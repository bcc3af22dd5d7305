"""The attributes of pandoc's nodes: an identifier, classes, key-value pairs. What has no place in the model is told."""

from __future__ import annotations

import re
from typing import Any

from convert.diagnostics import Pos, Report
from convert.kit.units import PT_PER_MM
from convert.model.nodes import Align

PLAIN_CLASSES = frozenset(
    {
        "anchor", "citation", "email", "emoji", "even", "header", "line-block", "lineAnchors", "line-anchors", "math",
        "numberLines", "number-lines", "odd", "section", "sourceCode", "task-list", "uri",
    }
)  # fmt: skip
"""Classes that pandoc itself gives, which say nothing that its nodes do not say."""

_PT = {"pt": 1.0, "pc": 12.0, "in": 72.0, "inch": 72.0, "mm": PT_PER_MM, "cm": 10 * PT_PER_MM, "px": 0.75, "": 0.75}
_NO_ROLES = ("unlisted",)  # wishes about a heading

_ALIGNMENTS: dict[str, Align] = {"left": "left", "center": "center", "right": "right", "justify": "justify"}
_LENGTH = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*([a-z]*)", re.IGNORECASE)
_ALIGNMENT = re.compile(r"text-align:\s*(left|center|right|justify)\s*;?\s*")
_PAGE_BREAK = re.compile(r"(?:page-)?break-(?:before|after):\s*(?:always|page)\s*;?\s*")
_SOURCE_POSITION = re.compile(r"(?:.*@)?(\d+):(\d+)-")


class Attributes:
    """What a node's attributes hold; taking something removes it, `report_rest` tells what nobody took."""

    def __init__(self, attr: list[Any]) -> None:
        self.id: str = attr[0]
        self.classes = [name for name in attr[1] if name not in PLAIN_CLASSES]
        self.pairs: dict[str, str] = {key: value for key, value in attr[2]}
        self.lang = self.pairs.pop("lang", "")

    def take(self, key: str) -> str:
        """The value of a key, empty where there is none."""
        return self.pairs.pop(key, "")

    def take_class(self, name: str = "") -> str:
        """The class called `name`, or the first one; empty where it is missing."""
        found = name or next(iter(self.classes), "")
        if found not in self.classes:
            return ""
        self.classes.remove(found)
        return found

    def take_role(self) -> str:
        """The official element that the node stands for: its first class, or else the Word style that it asks for."""
        role = next((name for name in self.classes if name not in _NO_ROLES), "")
        return self.take_class(role) if role else self.take("custom-style")

    def take_length(self, key: str) -> float:
        """A length in pt; 0 where there is none, or one that depends on the page (`50%`), which stays."""
        found = _LENGTH.fullmatch(self.pairs.get(key, "").strip())
        if not found or found[2].lower() not in _PT:
            return 0
        del self.pairs[key]
        return round(float(found[1]) * _PT[found[2].lower()], 3)

    def take_align(self) -> Align:
        """The alignment that a division asks for."""
        found = _ALIGNMENT.search(self.pairs.get("style", ""))
        align = found[1] if found else self.pairs.get("align", "").lower()
        if align not in _ALIGNMENTS:
            return ""
        if found:
            self._cut_style(found)
        else:
            del self.pairs["align"]
        return _ALIGNMENTS[align]

    def take_page_break(self) -> bool:
        """Whether a division asks for a new page."""
        found = _PAGE_BREAK.search(self.pairs.get("style", ""))
        if found:
            self._cut_style(found)
        return bool(self.take_class("page-break") or found)

    def _cut_style(self, found: re.Match[str]) -> None:
        style = self.pairs.pop("style").replace(found[0], "")
        if style:
            self.pairs["style"] = style

    def take_position(self) -> Pos | None:
        """Where the source has the node, if pandoc was asked for it (`-f commonmark+sourcepos`)."""
        found = _SOURCE_POSITION.match(self.take("data-pos"))
        return Pos(int(found[1]), int(found[2])) if found else None

    def report_rest(self, report: Report, pos: Pos | None) -> None:
        """Tell what is left, which the model has no place for."""
        for name in self.classes:
            report.add("json-pandoc-attribute", pos, attribute=f".{name}")
        for key, value in self.pairs.items():
            report.add("json-pandoc-attribute", pos, attribute=f"{key}={value}")
