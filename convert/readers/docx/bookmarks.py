"""Bookmarks: the names that references lead to, as ids of blocks and spans (ISO/IEC 29500-1, 17.13.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convert.readers.docx.fields import Fields
from convert.readers.docx.tags import NAME

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.readers.docx.book import Book


class Bookmarks:
    """The bookmarks of one part that something refers to. One between paragraphs waits for the next."""

    def __init__(self, book: Book, fields: Fields) -> None:
        self._book = book
        book.named |= fields.named
        book.bookmarks |= fields.bookmarks
        self._waiting: list[str] = []
        self._placed: set[str] = set()

    def wait(self, mark: Element) -> None:
        """A bookmark that begins here belongs to what comes next."""
        name = mark.get(NAME, "")
        if name in self._book.named and name not in self._placed:
            self._placed.add(name)
            self._waiting.append(name)

    def take(self) -> list[str]:
        """The names that wait."""
        names, self._waiting = self._waiting, []
        return names
