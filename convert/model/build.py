"""Pieces that join: make inlines and blocks from strings, and keep them normal.

Normal form: no empty text, no two neighbouring texts that one could hold.
"""

from __future__ import annotations

from collections.abc import Iterable

from convert.diagnostics import Pos
from convert.model.base import replace
from convert.model.nodes import Align, Heading, Inline, Para, Text


def inlines(*parts: str | Inline) -> tuple[Inline, ...]:
    """Inlines from strings and inlines, in normal form."""
    return join(Text(part) if isinstance(part, str) else part for part in parts)


def para(*parts: str | Inline, role: str = "", align: Align = "", pos: Pos | None = None) -> Para:
    """A paragraph from strings and inlines."""
    return Para(inlines(*parts), align, role=role, pos=pos)


def heading(level: int, *parts: str | Inline, id: str = "") -> Heading:
    """A heading from strings and inlines."""
    return Heading(inlines(*parts), level, id=id)


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
