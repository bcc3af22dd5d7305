"""The blocks of text of a book: its elements that hold words and no other block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from convert.measure.epub import Element

_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "pre", "caption", "figcaption", "li", "td", "th", "div",
     "section", "article", "aside", "blockquote", "figure", "table", "ul", "ol", "dl", "header", "footer", "body"}
)  # fmt: skip
_SKIPPED = frozenset({"script", "style", "rt", "rp"})


_PLACED = frozenset({"flex", "inline-flex", "grid", "inline-grid", "inline-block", "table-cell"})
"""Displays whose contents are placed by more than margins and indents."""


class Block(NamedTuple):
    """A block of text: its element, its words, the inline that opens it (None where it begins with words of its own),
    whether something else than its margins and indents says where its lines stand."""

    element: Element
    text: str
    opening: Element | None
    placed: bool = False

    @property
    def classes(self) -> list[str]:
        """The classes of its element."""
        return self.element.attributes.get("class", "").split()


def blocks_of(elements: Sequence[Element]) -> Iterator[Block]:
    """The blocks in reading order."""
    above: list[Element] = []
    for index, element in enumerate(elements):
        above = [*above[: len(element.within)], element]
        if element.name not in _BLOCKS or not element.text.strip():
            continue
        inner = list(_inside(elements, index))
        if any(each.name in _BLOCKS for each in inner):
            continue
        text = element.text.strip()
        first = next((each for each in inner if each.text.strip() and each.name not in _SKIPPED), None)
        opening = first if first and text.startswith(first.text.strip()) else None
        yield Block(element, text, opening, any(each.styles.get("display") in _PLACED for each in above))


def _inside(elements: Sequence[Element], index: int) -> Iterator[Element]:
    depth = len(elements[index].within)
    for element in elements[index + 1 :]:
        if len(element.within) <= depth:
            return
        yield element
