"""The tokens of MathML: identifiers, numbers, operators, words and spaces (MathML 3, 3.2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from convert.kit.cjk import has_han
from convert.kit.math.expressions import Atom, Expression, Function, Group, Mark, Space, Styled, Words
from convert.kit.math.fences import Fence
from convert.kit.math.symbols import ACCENTS, FUNCTIONS, SPACES, SYMBOLS, Kind

Element: TypeAlias = Any
"""An lxml element."""

LENGTH = re.compile(r"(-?\d*\.?\d+)(em|ex|px|pt|mu|mm|cm|in|pc)?")
_BLANK = re.compile(r"[ \t\r\n]+")
_MU = {"em": 18.0, "ex": 7.8, "px": 1.125, "pt": 1.5, "mu": 1.0, "mm": 4.27, "cm": 42.7, "in": 108.0, "pc": 18.0}
_NAMED_SPACES = {"thinmathspace": 3, "mediummathspace": 4, "thickmathspace": 5, "verythinmathspace": 2}
_NAMED_SPACES |= {"veryverythinmathspace": 1, "verythickmathspace": 6, "veryverythickmathspace": 7}
_OPENING = frozenset("([{⟨⌈⌊⟦⟪⟮⦃⦅\u2329")
_CLOSING = frozenset(")]}⟩⌉⌋⟧⟫⟯⦄⦆\u232a")
BARS = frozenset("|‖∣∥")


class Context(NamedTuple):
    """What an element is read in. `form`: where it stands in its row; `flat`: within a script, where nothing grows."""

    depth: int = 0
    alphabet: str = "normal"
    form: str = "infix"
    flat: bool = False


def name_of(element: Element) -> str:
    """An element's name without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def children_of(element: Element) -> list[Element]:
    """The elements that an element holds."""
    return [child for child in element if name_of(child)]


def text_of(element: Element) -> str:
    """The characters of an element, white space trimmed and made single (2.1.7); no-break spaces stay."""
    return _BLANK.sub(" ", "".join(element.itertext())).strip(" ")


def _identifier(element: Element, context: Context) -> Expression:
    """A variable, a function or a name: one letter is italic, several are upright (3.2.2), Han characters are words."""
    text = text_of(element)
    alphabet = element.get("mathvariant", context.alphabet)
    if text in FUNCTIONS or alphabet != context.alphabet:
        return _lettered(Function(text) if text in FUNCTIONS else Atom(text), alphabet, context)
    if len(text) > 1 and text.isascii() and text.isalpha():
        return Styled("normal", (Atom(text),))
    return Words(text) if has_han(text) else _atom(text)


def _number(element: Element, context: Context) -> Expression:
    return _lettered(_atom(text_of(element)), element.get("mathvariant", context.alphabet), context)


def _atom(text: str) -> Expression:
    return Atom(text) if text else Group(())


def _lettered(base: Expression, alphabet: str, context: Context) -> Expression:
    """In an alphabet, unless all around stands in it already."""
    return base if alphabet == context.alphabet or base == Group(()) else Styled(alphabet, (base,))


def read_operator(element: Element, context: Context) -> Expression | Fence:
    """An operator; a delimiter that grows waits for its partner."""
    char = text_of(element)
    if len(char) != 1:
        return Function(char) if char.isalpha() else Mark(char) if char else Group(())
    form = element.get("form", context.form)
    kind = SYMBOLS[char].kind if char in SYMBOLS else Kind.ORDINARY
    role = _role(char, form)
    if role:
        grows = element.get("stretchy", "true") != "false" and not context.flat
        return Fence(char, role, kind) if grows else Mark(char, kind)
    accent = element.get("accent")
    return Mark(char, kind, char in ACCENTS if accent is None else accent == "true")


def _role(char: str, form: str) -> str:
    """What a delimiter does; empty for any other operator. Bars look the same on both sides: `form` tells."""
    if char in BARS:
        return {"prefix": "open", "postfix": "close"}.get(form, "" if char == "∣" else "middle")
    return "open" if char in _OPENING else "close" if char in _CLOSING else ""


def _words(element: Element, context: Context) -> Expression:
    text = text_of(element)
    return Space(SPACES[text]) if text in SPACES else Words(text, element.get("mathvariant", "normal"))


def _string(element: Element, context: Context) -> Expression:
    return Words(element.get("lquote", "“") + text_of(element) + element.get("rquote", "”"))


def _space(element: Element, context: Context) -> Expression:
    return Space(_width(element.get("width", "0")))


def _width(length: str) -> int:
    """A length in eighteenths of an em."""
    name = length.removeprefix("negative")
    if name in _NAMED_SPACES:
        return _NAMED_SPACES[name] * (-1 if name != length else 1)
    found = LENGTH.match(length.strip())
    return round(float(found[1]) * _MU[found[2] or "em"]) if found else 0


TOKENS: dict[str, Callable[[Element, Context], Expression]] = {
    "mi": _identifier,
    "mn": _number,
    "mtext": _words,
    "ms": _string,
    "mspace": _space,
}
"""Readers of tokens by their name, but for `mo`: see `read_operator`."""
