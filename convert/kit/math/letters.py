"""Letters of the mathematical alphabets, by their plain form: what `mathvariant` means (MathML 3, 3.2.2)."""

from __future__ import annotations

import unicodedata
from functools import cache

_STYLES = {
    "bold": "BOLD",
    "italic": "ITALIC",
    "bold-italic": "BOLD ITALIC",
    "double-struck": "DOUBLE-STRUCK",
    "script": "SCRIPT",
    "bold-script": "BOLD SCRIPT",
    "fraktur": "FRAKTUR",
    "bold-fraktur": "BOLD FRAKTUR",
    "sans-serif": "SANS-SERIF",
    "bold-sans-serif": "SANS-SERIF BOLD",
    "sans-serif-italic": "SANS-SERIF ITALIC",
    "sans-serif-bold-italic": "SANS-SERIF BOLD ITALIC",
    "monospace": "MONOSPACE",
}
_OLDER = {"SCRIPT": "SCRIPT", "FRAKTUR": "BLACK-LETTER", "DOUBLE-STRUCK": "DOUBLE-STRUCK"}
"""What letters are called that were in Unicode before the alphabets: ℬ, ℭ, ℝ."""


def in_alphabet(text: str, variant: str) -> str:
    """`text` with its letters and digits in an alphabet, named as in MathML; others stay as they are."""
    return "".join(_letter(char, variant) for char in text) if variant in _STYLES else text


@cache
def _letter(char: str, variant: str) -> str:
    style = _STYLES[variant]
    if (char, style) == ("h", "ITALIC"):
        return "\u210e"
    name = unicodedata.name(char, "")
    plain = name.replace("LATIN ", "").replace("GREEK ", "").replace("LETTER ", "")
    if not name.startswith(("LATIN ", "GREEK ", "DIGIT ")):
        return char
    older = f"{_OLDER[style]} {plain}" if style in _OLDER else ""
    return _named(f"MATHEMATICAL {style} {plain}") or _named(older) or char


def _named(name: str) -> str:
    try:
        return unicodedata.lookup(name) if name else ""
    except KeyError:
        return ""
