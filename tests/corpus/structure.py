"""What a document is made of, as pandoc's syntax tree tells it: to compare two readings of one file.

Spaces, the kind of quotation marks and of dashes do not count; nor do divisions and spans, which are no structure, and
headings or terms without a word, which are nothing to see.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

_EMPHASIS = {"Strong", "Emph", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps"}
_QUOTES = {"DoubleQuote": '""', "SingleQuote": "''"}
_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})


@dataclass
class Structure:
    """The structures of one document, each in reading order, and its text."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    items: list[tuple[str, int, str]] = field(default_factory=list)
    """Kind of the list, depth, words."""
    tables: list[tuple[tuple[tuple[int, int], ...], ...]] = field(default_factory=list)
    """For each row, the rows and columns that each cell covers."""
    notes: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    emphasis: Counter[tuple[str, str]] = field(default_factory=Counter)
    text: str = ""


ASPECTS = ("headings", "items", "tables", "notes", "links", "images", "emphasis")
"""What is judged; the text is compared elsewhere, character by character."""


def structure(tree: dict[str, Any]) -> Structure:
    """The structure of a document in pandoc's JSON. A link within it leads to the words of a block, whatever that is
    called."""
    found = Structure(text=words(tree["blocks"]))
    _blocks(tree["blocks"], 0, found)
    places = {f"#{name}": words(block) for block in tree["blocks"] for name in _names(block)}
    found.links = [(shown, places.get(target, target)) for shown, target in found.links]
    return found


def differences(expected: Structure, found: Structure) -> dict[str, tuple[Any, Any]]:
    """The aspects in which two documents differ: what only the first has, and what only the second has."""
    differing: dict[str, tuple[Any, Any]] = {}
    for aspect in ASPECTS:
        first, second = Counter(getattr(expected, aspect)), Counter(getattr(found, aspect))
        if first != second:
            differing[aspect] = (list((first - second).elements()), list((second - first).elements()))
    return differing


def words(value: Any) -> str:
    """The text below a piece of the tree, without spaces, without markup of other formats and what notes say."""
    return re.sub(r"\s+", "", "".join(_words(value))).translate(_SAME)


def _names(value: Any) -> Iterator[str]:
    """The identifiers in a piece of the tree."""
    match value:
        case [str(name), [*_], [*_]]:
            yield name
        case list():
            for part in value:
                yield from _names(part)
        case {"c": contents}:
            yield from _names(contents)


def _words(value: Any) -> Iterator[str]:
    match value:
        case list():
            for part in value:
                yield from _words(part)
        case {"t": "Str", "c": text}:
            yield text
        case {"t": "Code" | "CodeBlock" | "Math", "c": [_, text]}:
            yield text
        case {"t": "Quoted", "c": [{"t": kind}, inner]}:
            yield _QUOTES[kind][0]
            yield from _words(inner)
            yield _QUOTES[kind][1]
        case {"t": "Note" | "Image" | "RawInline" | "RawBlock"}:
            return
        case {"c": contents}:
            yield from _words(contents)


def _blocks(blocks: Iterable[Any], depth: int, found: Structure) -> None:
    for block in blocks:
        match block["t"], block.get("c"):
            case "Header", [level, _, inlines]:
                if text := words(inlines):
                    found.headings.append((level, text))
                _inlines(inlines, found)
            case "Para" | "Plain", inlines:
                _inlines(inlines, found)
            case "LineBlock", lines:
                for line in lines:
                    _inlines(line, found)
            case "Figure", [_, caption, inner]:
                _blocks([*caption[1], *inner], depth, found)
            case "BlockQuote", inner:
                _blocks(inner, depth, found)
            case "Div", [_, inner]:
                _blocks(inner, depth, found)
            case tag, contents:
                _grid_or_list(tag, contents, depth, found)


def _grid_or_list(tag: str, contents: Any, depth: int, found: Structure) -> None:
    match tag:
        case "BulletList":
            _items("bullet", contents, depth, found)
        case "OrderedList":
            _items("number", contents[1], depth, found)
        case "DefinitionList":
            for term, definitions in contents:
                if text := words(term):
                    found.items.append(("term", depth, text))
                _inlines(term, found)
                _blocks([block for definition in definitions for block in definition], depth + 1, found)
        case "Table":
            _table(contents, depth, found)


def _items(kind: str, items: list[Any], depth: int, found: Structure) -> None:
    for item in items:
        found.items.append((kind, depth, words(item)))
        _blocks(item, depth + 1, found)


def _table(contents: Any, depth: int, found: Structure) -> None:
    _, caption, _, (_, rows), bodies, (_, foot) = contents
    for body in bodies:
        rows = [*rows, *body[2], *body[3]]
    rows = [*rows, *foot]
    found.tables.append(tuple(tuple((cell[2], cell[3]) for cell in cells) for _, cells in rows))
    _blocks(caption[1], depth, found)
    for _, cells in rows:
        for cell in cells:
            _blocks(cell[4], depth, found)


def _inlines(inlines: Iterable[Any], found: Structure) -> None:
    for inline in inlines:
        tag, contents = inline["t"], inline.get("c")
        if tag in _EMPHASIS:
            found.emphasis[tag, words(contents)] += 1
            _inlines(contents, found)
        elif tag == "Link":
            if target := contents[2][0]:  # else it is a name
                found.links.append((words(contents[1]), target))
            _inlines(contents[1], found)
        elif tag == "Image":
            found.images.append("image")
        elif tag == "Note":
            found.notes.append(words(contents))
            _blocks(contents, 0, found)
        elif tag in ("Span", "Quoted", "Cite"):
            _inlines(contents[1], found)
