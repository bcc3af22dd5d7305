"""Flaws of a text as tests compare them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from convert.checks.wording.flaws import Flaw

Find = Callable[[str], Iterable[Flaw]]


def pairs(find: Find, text: str) -> list[tuple[str, str]]:
    """What stands there and what should, of each flaw; where they are said to be they are."""
    return [(flaw.found, flaw.wanted) for flaw in find(text)]
