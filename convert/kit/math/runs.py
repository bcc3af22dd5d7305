"""The runs of Office Math: characters and what they are (ISO/IEC 29500-1, 22.1.2.87)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from convert.kit.cjk import HAN, is_han
from convert.kit.math.expressions import Atom, Expression, Function, Mark, Space, Styled, Words
from convert.kit.math.symbols import ACCENTS, FUNCTIONS, SPACES, SYMBOLS, Kind
from convert.kit.ooxml import NAMESPACES

Element: TypeAlias = Any
"""An lxml element."""

_M, _W = (f"{{{NAMESPACES[prefix]}}}" for prefix in "mw")
_ALPHABETS = {
    ("b", "sans-serif"): "bold-sans-serif",
    ("bi", "sans-serif"): "sans-serif-bold-italic",
    ("i", "sans-serif"): "sans-serif-italic",
    ("b", "script"): "bold-script",
    ("b", "fraktur"): "bold-fraktur",
    ("b", ""): "bold",
    ("i", ""): "italic",
    ("bi", ""): "bold-italic",
}
_CODE = re.compile(r"(?!D[89A-F]|00[01]|FFF[EF])[0-9A-F]{4}", re.IGNORECASE)  # of a character
_WORDY = re.compile(f"[{HAN}\\s]")
_PIECE = re.compile(f"[{HAN}]+|.", re.DOTALL)
_SCRIPTS = ("script", "fraktur", "double-struck", "sans-serif", "monospace")


def read_run(element: Element) -> Iterator[Expression]:
    """What a run (`m:r`) says, each character by what it is in a formula."""
    text = "".join(_texts(element))
    properties = element.find(f"{_M}rPr")
    if properties is None:
        yield from _interpreted(text)
        return
    flags = {
        child.tag.rpartition("}")[2]: child.get(f"{_M}val", "") for child in properties if isinstance(child.tag, str)
    }
    literal, normal = (_is_on(flags.get(name)) for name in ("lit", "nor"))
    if literal and normal and not _WORDY.search(text):  # what LibreOffice makes of variables in the equations of .doc
        yield from _interpreted(text)
        return
    if literal or normal:
        yield from (Space(SPACES[char]) for char in text) if set(text) <= SPACES.keys() else (Words(text),)
        return
    script = flags.get("scr", "") if flags.get("scr") in _SCRIPTS else ""
    style = flags.get("sty", "")
    alphabet = _ALPHABETS.get((style, script)) or script or _ALPHABETS.get((style, ""), "")
    if style == "p" and not script and text not in FUNCTIONS and text.isascii() and text.isalpha():
        yield Styled("normal", (Atom(text),))
        return
    for part in _interpreted(text):
        if not alphabet:
            yield part
        else:
            yield Words(part.text, alphabet) if isinstance(part, Words) else Styled(alphabet, (part,))


def _is_on(value: str | None) -> bool:
    return value is not None and value not in ("0", "off", "false")


def _texts(element: Element) -> Iterator[str]:
    for child in element:
        match child.tag.rpartition("}")[2] if isinstance(child.tag, str) else "":
            case "t":
                yield child.text or ""
            case "br" | "cr":
                yield "\n"
            case "tab":
                yield "\t"
            case "noBreakHyphen":
                yield "-"
            case "sym":
                yield _symbol(child.get(f"{_W}char", ""))


def _symbol(code: str) -> str:
    """The character of a symbol font, by its code as it is: whoever knows the font puts others in before."""
    return chr(int(code, 16)) if _CODE.fullmatch(code) else ""


def _interpreted(text: str) -> Iterator[Expression]:
    """The characters of a run, each by what it is in a formula. Han characters are no variables but words."""
    if text in FUNCTIONS:
        yield Function(text)
    elif text.isdecimal():
        yield Atom(text)
    else:
        for piece in _PIECE.findall(text):
            yield Words(piece) if is_han(piece[0]) else _character(piece)


def _character(char: str) -> Expression:
    if char in SPACES:
        return Space(SPACES[char])
    if char in SYMBOLS:
        kind = SYMBOLS[char].kind
        return Atom(char) if kind is Kind.LETTER else Mark(char, kind, char in ACCENTS)
    return Atom(char)
