"""Invisible characters that pages leave behind: zero-width spaces and joiners, soft hyphens, byte-order marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convert.kit.cjk import EAST_ASIAN
from convert.model.flat import Change

_SPACES = "\u200b\u2060\ufeff"
_JOINERS = "\u200c\u200d\u00ad"
INVISIBLE = _SPACES + _JOINERS
_RUN, _RUN_OF_SPACES = re.compile(f"[{INVISIBLE}]+"), re.compile(f"[{_SPACES}]+")
_SURROUNDINGS = re.compile(f"[{EAST_ASIAN}“”‘’\"' ,.;:?!()\n]|\\Z")


def find_invisible(text: str) -> Iterator[Change]:
    """Zero-width spaces anywhere; joiners and soft hyphens beside Chinese text or at a word's edge, for within a word
    of another script (Persian, Hindi, emoji, a hyphenated Latin word) they mean something. A line of nothing else is
    left: it goes as a whole, as boilerplate."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        if text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n"):
            continue  # nothing else in the line
        if start == 0 or _SURROUNDINGS.match(text[start - 1]) or _SURROUNDINGS.match(text, end):
            yield Change(start, end, "", "invisible")
        else:
            yield from (Change(*part.span(), "", "invisible") for part in _RUN_OF_SPACES.finditer(text, start, end))
