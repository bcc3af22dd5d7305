"""Mathematical alphabets: bold, script, double-struck and other letters of Unicode (block 1D400 and Letterlike Symbols).

Unicode calls each such letter a font variant of a plain one; that is how the plain letter is found.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

COMMANDS = {
    "normal": "mathrm",
    "bold": "mathbf",
    "italic": "mathit",
    "bold-italic": "mathbf",
    "double-struck": "mathbb",
    "script": "mathcal",
    "bold-script": "mathcal",
    "fraktur": "mathfrak",
    "bold-fraktur": "mathfrak",
    "sans-serif": "mathsf",
    "bold-sans-serif": "mathbf",
    "sans-serif-italic": "mathsf",
    "sans-serif-bold-italic": "mathbf",
    "monospace": "mathtt",
}
"""The TeX command of an alphabet, by its name in MathML (`mathvariant`); the nearest one where TeX has none."""

TEXT_COMMANDS = {
    "italic": ("textit",),
    "bold": ("textbf",),
    "bold-italic": ("textit", "textbf"),
    "sans-serif": ("textsf",),
    "bold-sans-serif": ("textbf", "textsf"),
    "sans-serif-italic": ("textit", "textsf"),
    "sans-serif-bold-italic": ("textbf", "textit", "textsf"),
    "monospace": ("texttt",),
}
"""The commands, outer one first, for words in an alphabet; `text` for all others."""

_LETTERLIKE = {
    **dict.fromkeys("ℂℍℕℙℚℝℤℼℽℾℿ⅀ⅅⅆⅇⅈⅉ", "double-struck"),
    **dict.fromkeys("ℊℋℐℒℛℬℯℰℱℳℴ", "script"),
    **dict.fromkeys("ℌℨℭ", "fraktur"),
    "ℎ": "italic",
}
_NAME = re.compile(r"MATHEMATICAL ((?:BOLD|ITALIC|SANS-SERIF|SCRIPT|FRAKTUR|DOUBLE-STRUCK|MONOSPACE|[ -])+) ")
_ORDER = ("sans-serif", "bold", "italic", "script", "fraktur", "double-struck", "monospace")


@cache
def split_letter(char: str) -> tuple[str, str]:
    """The alphabet of a letter and its plain form: `𝐀` is ("bold", "A"); an empty alphabet for any other character."""
    if char in _LETTERLIKE:
        return _LETTERLIKE[char], _plain(char)
    if "\U0001d400" <= char <= "\U0001d7ff" and (found := _NAME.match(unicodedata.name(char, ""))):
        words = [word for word in _ORDER if word.upper() in found[1]]
        return _named(words), _plain(char)
    return "", char


def _plain(char: str) -> str:
    decomposed = unicodedata.decomposition(char)
    return chr(int(decomposed.rpartition(" ")[2], 16)) if decomposed.startswith("<font>") else char


def _named(words: list[str]) -> str:
    """The MathML name of an alphabet that has these traits."""
    name = "-".join(words)
    return {"sans-serif-bold": "bold-sans-serif"}.get(name, name)
