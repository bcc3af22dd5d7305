"""A flaw in a text: where it is, what stands there, what should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Flaw(NamedTuple):
    """A flaw. `start`: its offset in the text; `found`: the characters as they stand; `wanted`: as they should stand, or
    "" where only the writer can know."""

    start: int
    found: str
    wanted: str = ""


def flaws_of(pattern: re.Pattern[str], template: str, text: str) -> Iterator[Flaw]:
    """Every match of `pattern` in `text`; `template` says what it should be, with `\\1` for its groups."""
    for match in pattern.finditer(text):
        yield Flaw(match.start(), match[0], match.expand(template))
