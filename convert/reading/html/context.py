"""What is known while one page or fragment is read: where things stand, what links point to, what was left out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import unquote, urljoin

from convert.diagnostics import Pos, Report
from convert.model import Block
from convert.reading.html.styles import DROPPED, Style
from convert.reading.pictures import Pictures

_COUNTED = {
    "hidden": "html-hidden",
    "ornament": "html-ornament",
    "layout-table": "html-layout-table",
    "indent": "html-indent",
}


class BlocksIn(Protocol):
    """Reads what is in an element, some children aside, as blocks."""

    def __call__(
        self, element: Any, style: Style, context: Context, leave_out: Collection[Any] = ()
    ) -> tuple[Block, ...]: ...


class BlocksOf(Protocol):
    """Reads an element, itself included, as blocks."""

    def __call__(self, element: Any, style: Style, context: Context) -> tuple[Block, ...]: ...


@dataclass(slots=True)
class Context:
    """One reading. `text`: what was parsed; `origin`: where it begins in the source, if not at its first line; `base`:
    the address that relative links are relative to, empty where none is given; `notes`: notes by the link that refers to them;
    `bordered`: whether a style sheet draws borders around cells; `counts`: what was left out, by kind."""

    text: str
    report: Report
    pictures: Pictures
    blocks_in: BlocksIn
    blocks_of: BlocksOf
    origin: Pos | None = None
    base: str = ""
    lang: str = ""
    targets: frozenset[str] = frozenset()
    notes: Mapping[Any, Any] = field(default_factory=dict)
    bordered: bool = False
    read_notes: set[Any] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    aliases: dict[str, str] = field(default_factory=dict)
    _waiting: list[str] = field(default_factory=list)
    _line_starts: list[int] = field(default_factory=list)

    def pos(self, element: Any) -> Pos | None:
        """Where the element's tag is, or that of the nearest one around it."""
        while element is not None:
            at = element.get("_at")
            if at is not None:
                return self._pos(int(at))
            element = element.getparent()
        return self.origin

    def _pos(self, at: int) -> Pos:
        if not self._line_starts:
            self._line_starts = [0, *(i + 1 for i, char in enumerate(self.text) if char == "\n")]
        line = bisect_right(self._line_starts, at)
        column = at - self._line_starts[line - 1] + 1
        if self.origin is None:
            return Pos(line, column)
        if not self.origin.line:
            return self.origin
        return Pos(self.origin.line + line - 1, column if line > 1 or self.origin.column < 2 else 0)

    def anchor(self, element: Any) -> None:
        """Remember the element's name, if some link points to it, for the next block."""
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name and name in self.targets and name not in self.aliases:
                self._waiting.append(name)

    def hide(self, element: Any) -> None:
        """Count the words of an element that CSS or an attribute hides."""
        if element.tag not in DROPPED:
            self.counts["hidden"] += len("".join("".join(element.itertext()).split()))

    def count_indent(self, characters: int) -> None:
        """Count a paragraph that was indented by hand."""
        self.counts["indent"] += characters > 0

    def report_counts(self) -> None:
        """Tell what was counted."""
        for kind, code in _COUNTED.items():
            if self.counts[kind]:
                self.report.add(code, self.origin, n=self.counts[kind])
        self.counts.clear()

    def take_id(self) -> str:
        """The name of the block that is being made; other names of the same place become aliases of it."""
        if not self._waiting:
            return ""
        first = self._waiting[0]
        self.aliases |= {name: first for name in self._waiting}
        self._waiting.clear()
        return first

    def address(self, href: str) -> str:
        """Where a link leads: `#name`, or an address; empty for what only a script understands."""
        href = "".join(href.split()) if href.lstrip()[:11].lower().startswith("javascript") else href.strip()
        if href.lower().startswith(("javascript:", "vbscript:", "data:")) or not href:
            return ""
        if href.startswith("#"):
            return f"#{unquote(href[1:])}" if len(href) > 1 else ""
        try:
            return urljoin(self.base, href) if self.base else href
        except ValueError:  # an address that is none
            return href
