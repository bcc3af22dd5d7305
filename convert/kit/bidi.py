"""Controls of the direction of text (Unicode Standard Annex #9, 2) that must not stand in a document.

An override shows words in another order than they are written in: what is read, copied and signed would not be the same
(https://trojansource.codes, CVE-2021-42574). An embedding or isolate without a partner goes on into what is set after
it: a page number, a reference. Balanced embeddings and isolates only place what has no direction of its own; they stay,
and so do the marks U+200E, U+200F and U+061C.
"""

from __future__ import annotations

import re

NAMES = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
"""The controls that open and close stretches of text, with their names."""

_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES, _ISOLATES = "\u202d\u202e", "\u2066\u2067\u2068"
_POP, _POP_ISOLATE = "\u202c", "\u2069"


def has_controls(text: str) -> bool:
    """Whether there is one of the controls in the text."""
    return _CONTROL.search(text) is not None


def stray_controls(text: str) -> list[int]:
    """Where in a paragraph overrides stand, what closes them, and embeddings and isolates that lack their partner."""
    stray: list[int] = []
    opened: list[int] = []
    isolates = 0  # among those that are open
    for match in _CONTROL.finditer(text):
        at, char = match.start(), match[0]
        if char == _POP:
            if not opened or text[opened[-1]] in _ISOLATES:
                stray.append(at)
            elif text[begin := opened.pop()] in _OVERRIDES:
                stray += begin, at
        elif char == _POP_ISOLATE:
            if not isolates:
                stray.append(at)
                continue
            isolates -= 1
            while text[begin := opened.pop()] not in _ISOLATES:
                stray.append(begin)
        else:
            opened.append(at)
            isolates += char in _ISOLATES
    return sorted([*stray, *opened])
