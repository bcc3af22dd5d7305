"""Delimiters in a row: which of them belong together and grow with what they enclose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from convert.kit.math.expressions import Expression, Fenced, Mark, Scripts
from convert.kit.math.symbols import Kind

_HALVES = "{}|‖∣∥"  # what often stands on one side alone


class Fence(NamedTuple):
    """A delimiter that has not been matched. `role`: open, close or middle."""

    char: str
    role: str
    kind: Kind


class Script(NamedTuple):
    """Scripts on the closing delimiter that follows: they belong to all that it closes."""

    sub: Expression | None
    sup: Expression | None


Item = Expression | Fence | Script


class _Open(NamedTuple):
    """A delimiter that waits for its partner, and what was found since."""

    fence: Fence
    parts: list[Expression | str]


def match_fences(items: Sequence[Item]) -> Iterator[Expression]:
    """The items of a row, those between delimiters as one. A delimiter without a partner stands alone."""
    waiting: list[_Open] = [_Open(Fence("", "open", Kind.OPENING), [])]
    script: Script | None = None
    for item in items:
        match item:
            case Script():
                script = item
            case Fence():
                _take_fence(item, waiting)
                if script is not None:
                    waiting[-1].parts.append(Scripts(_expression(waiting[-1].parts.pop()), *script))
                    script = None
            case _:
                waiting[-1].parts.append(item)
    while len(waiting) > 1:
        fence, parts = waiting.pop()
        if fence.char in _HALVES:
            waiting[-1].parts.append(Fenced(fence.char, "", tuple(parts)))
        else:
            waiting[-1].parts.extend((Mark(fence.char, fence.kind), *parts))
    yield from map(_expression, waiting[0].parts)


def _take_fence(fence: Fence, waiting: list[_Open]) -> None:
    """Open, close or divide. A bar within a row closes what such a bar opened, and opens after an operator."""
    char, role, kind = fence
    parts = waiting[-1].parts
    if role == "middle" and waiting[-1].fence.char == char and parts:
        role = "close"
    elif role == "middle" and (not parts or _is_operator(parts[-1])):
        role = "open"
    if role == "open":
        waiting.append(_Open(fence, []))
    elif role == "middle":
        parts.append(char)
    elif len(waiting) > 1:
        opened, inner = waiting.pop()
        waiting[-1].parts.append(Fenced(opened.char, char, tuple(inner)))
    elif char in _HALVES and parts:
        waiting[0] = waiting[0]._replace(parts=[Fenced("", char, tuple(parts))])
    else:
        parts.append(Mark(char, kind))


def _is_operator(part: Expression | str) -> bool:
    return isinstance(part, str) or (
        isinstance(part, Mark) and part.kind in (Kind.BINARY, Kind.RELATION, Kind.PUNCTUATION)
    )


def _expression(part: Expression | str) -> Expression:
    """A delimiter in the middle of nothing is an ordinary sign."""
    return Mark(part) if isinstance(part, str) else part
