"""Invisible characters that pages leave behind: zero-width spaces and joiners, soft hyphens, byte-order marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convert.kit.cjk import EAST_ASIAN
from convert.model.flat import Change

_SPACES = re.compile("[\u200b\u2060\ufeff]+|[\u200c\u200d\u00ad]+")
_SURROUNDINGS = re.compile(f"[{EAST_ASIAN}“”‘’ ,.;:?!()\n]|\\Z")


def find_invisible(text: str) -> Iterator[Change]:
    """Zero-width spaces anywhere; joiners and soft hyphens beside Chinese text or at a word's edge, for within a word
    of another script (Persian, Hindi, emoji, a hyphenated Latin word) they mean something."""
    for match in _SPACES.finditer(text):
        start, end = match.span()
        meant = match[0][0] in "\u200c\u200d\u00ad"
        if not meant or start == 0 or _SURROUNDINGS.match(text[start - 1]) or _SURROUNDINGS.match(text, end):
            yield Change(start, end, "", "invisible")
