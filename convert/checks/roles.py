"""What the paragraphs of a measured file are, by the document that was read from it: found again by their words."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from convert.model import (
    CodeBlock,
    Document,
    Figure,
    Heading,
    Inline,
    List,
    ListItem,
    Math,
    Node,
    Note,
    Para,
    Quote,
    Span,
    Table,
    Toc,
)
from convert.model.base import child_fields
from convert.model.build import numbered
from convert.model.flat import OBJECT
from convert.model.walk import leaf, nodes

_BODY = "body"


class Said(NamedTuple):
    """A paragraph of the document: its role, all its words with its number, and without it; the role and the words of the
    sentence that opens it as its heading."""

    role: str
    text: str
    bare: str
    lead_role: str = ""
    lead: str = ""


class Roles:
    """The paragraphs of a document, to be asked for in reading order by what they say."""

    def __init__(self, document: Document) -> None:
        self._said = list(_said(document.blocks, _BODY))
        self._whole: dict[str, deque[int]] = {}
        self._lines: dict[str, deque[int]] = {}
        self._used: set[int] = set()
        for number, said in enumerate(self._said):
            for words in {said.text, said.bare}:
                self._whole.setdefault(tight(words), deque()).append(number)
            for line in said.text.split("\n") if "\n" in said.text else ():
                self._lines.setdefault(tight(line), deque()).append(number)

    def find(self, *texts: str) -> Said | None:
        """The next paragraph that says one of some texts (with its number or without it); else one that has a line
        which does, or says the first line of them. None where there is none."""
        lines = [text.split("\n")[0] for text in texts if "\n" in text]
        for known, sought in ((self._whole, texts), (self._lines, texts), (self._whole, lines)):
            for text in sought:
                if waiting := known.get(tight(text)):
                    return self._said[self._next(waiting)]
        return None

    def _next(self, waiting: deque[int]) -> int:
        while len(waiting) > 1 and waiting[0] in self._used:
            waiting.popleft()
        self._used.add(waiting[0])
        return waiting[0]


def tight(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def _said(blocks: tuple[Node, ...], within: str) -> Iterator[Said]:
    for block in blocks:
        match block:
            case Heading():
                role = block.role or f"heading{block.level}"
                yield Said(role, _words(numbered(block)), _words(block.children))
            case Para():
                yield _paragraph(block, within)
            case CodeBlock():
                yield from (Said("code", line, line) for line in block.text.split("\n"))
            case Table() | Figure():
                yield Said("caption", _words(numbered(block)), _words(block.caption))
                yield from _children(block, "cell" if isinstance(block, Table) else within)
            case ListItem():
                yield Said("term", _words(block.term), _words(block.term))
                yield from _children(block, within)
            case Quote():
                yield from _children(block, "quote")
            case Toc():
                yield from _children(block, "toc")
            case List():
                yield from _children(block, "list" if within == _BODY else within)
            case _:
                yield from _children(block, within)


def _children(node: Node, within: str) -> Iterator[Said]:
    for name in child_fields(type(node)):
        if name not in ("caption", "columns", "term"):
            yield from _said(getattr(node, name), within)


def _paragraph(block: Para, within: str) -> Said:
    text = _words(block.children)
    first: Inline | None = block.children[0] if block.children else None
    if isinstance(first, Span) and first.role.startswith(("heading", "article")):
        return Said(block.role or within, text, text, first.role, _words(first.children))
    return Said(block.role or within, text, text)


def _words(inlines: tuple[Inline, ...]) -> str:
    """The characters of a line, a formula as one."""
    found = nodes(inlines, notes=False)
    return "".join(OBJECT if isinstance(node, Math) else "" if isinstance(node, Note) else leaf(node) for node in found)
