"""The package: the only module that knows EbookLib (AGPL-3.0), which writes the package document and the NCX."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from ebooklib import epub

from convert.kit.archive import unpack
from convert.kit.packing import pack
from convert.writers.epub.markup import escape
from convert.writers.epub.metadata import Property
from convert.writers.epub.pages import Branch

_MIMETYPE = "mimetype"
_PACKAGE = "EPUB/content.opf"


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book. `spine`: whether it is part of the reading order; `properties`: of its manifest entry."""

    file: str
    media_type: str
    data: bytes
    spine: bool = False
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """All that goes into the file. `guide`: places by their type in EPUB 2."""

    identifier: str
    title: str
    lang: str
    properties: tuple[Property, ...]
    items: tuple[Item, ...]
    contents: tuple[Branch, ...]
    guide: dict[str, str]
    timestamp: datetime


def package(book: Book) -> bytes:
    """The finished EPUB. Its bytes depend on the book alone: EbookLib's file is packed anew, with the
    contents that it need not see."""
    made = epub.EpubBook()
    made.set_identifier(book.identifier)
    made.set_title(book.title)
    made.set_language(book.lang)
    made.set_direction("ltr")
    for entry in book.properties:
        made.add_metadata("DC" if entry.dc else None, entry.dc or "meta", entry.value, entry.attributes)
    for number, item in enumerate(book.items, 1):
        added = epub.EpubItem(f"item-{number}", item.file, item.media_type, b"")
        added.properties, added.is_linear = list(item.properties), True
        made.add_item(added)
        if item.spine:
            made.spine.append(added)
    made.add_item(epub.EpubNcx())
    # with an entry that has none below it EbookLib looks through all that are there already, save where it stands in a pair
    made.toc = [entry if isinstance(entry, tuple) else (entry, []) for entry in _entries(book.contents, count(1))]
    made.guide = [{"type": kind, "href": href, "title": kind} for kind, href in book.guide.items()]
    buffer = io.BytesIO()
    options = {"mtime": book.timestamp, "compresslevel": 0, "raise_exceptions": True}
    epub.EpubWriter(buffer, made, options).write()
    files = unpack(buffer.getvalue()) | {f"EPUB/{item.file}": item.data for item in book.items}
    files[_PACKAGE] = _in_language(files[_PACKAGE], book.lang)
    return pack(files.items(), book.timestamp, stored=frozenset({_MIMETYPE}))


def _in_language(package: bytes, lang: str) -> bytes:
    """The package document with the language of what it says itself, titles and descriptions (EPUB Accessibility 1.1 asks
    for it by way of WCAG 3.1.1): EbookLib has no way to say it."""
    return package.replace(b"<package ", b'<package xml:lang="%s" ' % escape(lang).encode("utf-8"), 1)


def _entries(branches: Sequence[Branch], numbers: Iterator[int]) -> list[Any]:
    """The table of contents as EbookLib wants it: links, and pairs of a link with what lies below it. `numbers` keep
    the ids of the NCX apart."""
    entries: list[Any] = []
    for branch in branches:
        link = epub.Link(branch.entry.href, branch.entry.text, f"entry-{next(numbers)}")
        entries.append((link, _entries(branch.branches, numbers)) if branch.branches else link)
    return entries
