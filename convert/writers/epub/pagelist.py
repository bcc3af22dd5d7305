"""Where the pages of the printed report begin in the book (EPUB Accessibility 1.1, 3.2; EPUB 3.3, 7.4.6): marks in the text
and the list of them.

A page that begins within a paragraph has its mark at its first character. Characters are counted without white space: lines on
paper have lost some. Of tables that are set only when their pages are drawn nothing is asked: that would be the work again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from convert.layout.result import Element, Line, Page, Picture, Portion
from convert.model import Document, Node, Table
from convert.model.walk import nodes
from convert.style.sheet import Sheet
from convert.writers.epub.markup import free_id, tag

MOST_ROWS = 5_000
"""Of a table: with more of them the layout takes far longer than the book, and finds no marks within the table."""


def has_page_list(document: Document, sheet: Sheet) -> bool:
    """Whether a book tells where its printed pages begin, for which they are laid out."""
    tables = (node for node in nodes(document) if isinstance(node, Table))
    return sheet.page_list and all(len(table.body) <= MOST_ROWS for table in tables)


class PageMark(NamedTuple):
    """A page that has been marked: its printed number, the place."""

    label: str
    href: str


class PageMarks:
    """The marks that the text still owes, by the node that each stands in; `made`: those that it has."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._starts: dict[int, list[tuple[int, str]]] = {}
        for node, offset, label in _starts(pages):
            self._starts.setdefault(id(node), []).append((offset, label))
        self._due: deque[tuple[int, str]] = deque()
        self._at = 0
        self.made: list[PageMark] = []

    def enter(self, node: Node, file: str) -> str:
        """What follows is the text of a node in a file: the marks of the pages that begin with it."""
        starts, self._at = self._starts.pop(id(node), []), 0
        self._due = deque((offset, label) for offset, label in starts if offset)
        return "".join(self.mark(label, file) for offset, label in starts if not offset)

    def pass_over(self, count: int) -> None:
        """So many characters follow that are no text of the node's own."""
        self._at += count

    def cut(self, text: str) -> Iterator[tuple[str, str]]:
        """The pieces of a text, each with the number of the page that begins before it, "" for none."""
        start, label = 0, ""
        places = (index for index, char in enumerate(text) if not char.isspace())
        place, passed, stop = -1, self._at, self._at + _count(text)  # `passed`: up to the one at `place`, that included
        while self._due and self._due[0][0] < stop:
            offset, following = self._due.popleft()
            if offset >= passed or place < 0:
                place = next(islice(places, max(offset - passed, 0), None), len(text))
                passed = max(offset, passed) + 1
            yield text[start:place], label
            start, label = place, following
        self._at = stop
        yield text[start:], label

    def leave(self, file: str) -> str:
        """The marks that found no place in the node's text: they stand at its end."""
        due, self._due = self._due, deque()
        return "".join(self.mark(label, file) for _, label in due)

    def mark(self, label: str, file: str) -> str:
        """The mark of a page in a file."""
        name = free_id(f"page-{len(self.made) + 1}")
        self.made.append(PageMark(label, f"{file}#{name}"))
        return f"{tag('span', epub__type='pagebreak', role='doc-pagebreak', id=name, aria_label=label)}</span>"


def _starts(pages: Iterable[Page]) -> Iterator[tuple[Node, int, str]]:
    """What each numbered page begins with: a node, how many of its characters stand before, the page's number."""
    last: Element | None = None
    count = 0
    for page in pages:
        begun = not page.label
        for item in page.items:
            if isinstance(item, Portion):
                begun = True
            element = _owner(item.text.element if isinstance(item, Line) else getattr(item, "element", None))
            if element is None or element.node is None or not isinstance(item, Line | Picture):
                continue
            if element is not last:
                last, count = element, 0
            if not begun:
                begun = True
                yield element.node, count, page.label
            if isinstance(item, Line):
                count += _count(item.text.text[item.start : item.end])


def _owner(element: Element | None) -> Element | None:
    """The block that characters or a picture belong to; None for furniture, markers of lists and notes."""
    above = element
    while above is not None:
        if above.kind in ("artifact", "label", "note"):
            return None
        above = above.parent
    return element.parent if element is not None and element.kind == "figure" else element


def _count(text: str) -> int:
    return len("".join(text.split()))
