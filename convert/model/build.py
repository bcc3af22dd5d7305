"""Pieces that join: make inlines and blocks from strings, and keep them normal.

Normal form: no empty text, no two neighbouring texts that one could hold.
"""

from __future__ import annotations

from collections.abc import Iterable

from convert.diagnostics import Pos
from convert.model.base import replace
from convert.model.nodes import (
    Align,
    Emph,
    Figure,
    Heading,
    Inline,
    Link,
    Para,
    Span,
    Strike,
    Strong,
    Sub,
    Super,
    Table,
    Text,
    Underline,
)
from convert.model.walk import nodes, plain

_MARKED = Strong | Emph | Underline | Strike | Sub | Super | Span | Link


def inlines(*parts: str | Inline) -> tuple[Inline, ...]:
    """Inlines from strings and inlines, in normal form."""
    return join(Text(part) if isinstance(part, str) else part for part in parts)


def para(*parts: str | Inline, role: str = "", align: Align = "", pos: Pos | None = None) -> Para:
    """A paragraph from strings and inlines."""
    return Para(inlines(*parts), align, role=role, pos=pos)


def heading(level: int, *parts: str | Inline, id: str = "") -> Heading:
    """A heading from strings and inlines."""
    return Heading(inlines(*parts), level, id=id)


def numbered(block: Heading | Table | Figure) -> tuple[Inline, ...]:
    """What is printed of a heading or a caption: its number and its words; empty where it has neither."""
    words = block.children if isinstance(block, Heading) else block.caption
    return join((Text(block.number), *words)) if block.number else words


def cut(words: tuple[Inline, ...], length: int) -> tuple[Inline, ...] | None:
    """The inlines without their first `length` characters, the names that stand among these kept; None where these
    are not plain characters, marked or not."""
    kept: list[Inline] = []
    for index, part in enumerate(words):
        if not length:
            return join((*kept, *words[index:]))
        if not isinstance(part, Text | _MARKED):
            return None
        size = len(plain(part))
        if size > length:
            rest = part.text[length:] if isinstance(part, Text) else cut(part.children, length)
            changed = replace(part, text=rest) if isinstance(part, Text) else replace(part, children=rest)
            return None if rest is None else join((*kept, changed, *words[index + 1 :]))
        if not all(isinstance(node, Text | _MARKED) for node in nodes(part)):
            return None
        kept += (Span((), id=node.id) for node in nodes(part) if node.id)
        length -= size
    return None if length else join(kept)


def join(parts: Iterable[Inline]) -> tuple[Inline, ...]:
    """The parts in normal form: neighbouring texts of one kind become one, empty ones go."""
    joined: list[Inline] = []
    for part in parts:
        if isinstance(part, Text):
            if not part.text:
                continue
            last = joined[-1] if joined else None
            if isinstance(last, Text) and (last.id, last.role, last.lang) == (part.id, part.role, part.lang):
                joined[-1] = replace(last, text=last.text + part.text, pos=_span(last.pos, part.pos))
                continue
        joined.append(part)
    return tuple(joined)


def _span(first: Pos | None, last: Pos | None) -> Pos | None:
    if first is None or last is None:
        return None
    return replace(first, end=last.end)
