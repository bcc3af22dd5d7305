"""Presentation MathML (MathML 3, chapter 3) as TeX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from convert.kit.math.expressions import (
    Array,
    Atom,
    Expression,
    Fenced,
    Fraction,
    Framed,
    Function,
    Group,
    Mark,
    Root,
    Scripts,
    Space,
    Stack,
    Styled,
    Words,
    group,
    parts_of,
)
from convert.kit.math.fences import Fence, Script, match_fences
from convert.kit.math.symbols import ACCENTS, FUNCTIONS, OVER, SPACES, SYMBOLS, UNDER, Kind
from convert.kit.math.tex import write

Element: TypeAlias = Any
"""An lxml element."""

_DEEPEST = 60  # elements within one another; what lies deeper becomes its text
_TEX = re.compile(r"\btex\b|latex", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d*\.?\d+)(em|ex|px|pt|mu|mm|cm|in|pc)?")
_BLANK = re.compile(r"[ \t\r\n]+")
_MU = {"em": 18.0, "ex": 7.8, "px": 1.125, "pt": 1.5, "mu": 1.0, "mm": 4.27, "cm": 42.7, "in": 108.0, "pc": 18.0}
_NAMED_SPACES = {"thinmathspace": 3, "mediummathspace": 4, "thickmathspace": 5, "verythinmathspace": 2}
_NAMED_SPACES |= {"veryverythinmathspace": 1, "verythickmathspace": 6, "veryverythickmathspace": 7}
_OPENING = frozenset("([{⟨⌈⌊⟦⟪⟮⦃⦅\u2329")
_CLOSING = frozenset(")]}⟩⌉⌋⟧⟫⟯⦄⦆\u232a")
_BARS = frozenset("|‖∣∥")
_SPACE_LIKE = frozenset({"mtext", "mspace", "maligngroup", "malignmark"})


class _Context(NamedTuple):
    """What an element is read in. `form`: where it stands in its row; `flat`: within a script, where nothing grows."""

    depth: int = 0
    alphabet: str = "normal"
    form: str = "infix"
    flat: bool = False


def to_tex(element: Element) -> str:
    """The TeX of `math` or anything within it: the author's own, if an annotation keeps it.

    Raises nothing: what is not known becomes its text.
    """
    for note in element.iter():
        if _name(note) == "annotation" and _TEX.search(note.get("encoding", "")) and (note.text or "").strip():
            return str(note.text).strip()
    return write(_row(element, _Context()))


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _children(element: Element) -> list[Element]:
    return [child for child in element if _name(child)]


def _text(element: Element) -> str:
    """The characters of an element, white space trimmed and made single (2.1.7); no-break spaces stay."""
    return _BLANK.sub(" ", "".join(element.itertext())).strip(" ")


# --- rows ------------------------------------------------------------------------------------------------------------


def _row(element: Element, context: _Context) -> Expression:
    """The children of an element in a row, with delimiters matched."""
    return _line(_children(element), context)


def _line(children: Sequence[Element], context: _Context) -> Expression:
    inner = context._replace(depth=context.depth + 1)
    weighty = [number for number, child in enumerate(children) if not _is_space_like(child)]
    items: list[Expression | Fence | Script] = []
    for number, child in enumerate(children):
        form = "infix"
        if len(weighty) > 1:
            form = {weighty[0]: "prefix", weighty[-1]: "postfix"}.get(number, "infix")
        for item in _items(child, inner._replace(form=form)):
            if item != Mark(_APPLY):
                items.append(item)
            elif items and (name := _upright(items[-1])):
                items[-1] = Function(name)
    return group(match_fences(items))


_APPLY = "\u2061"  # what stands between a function and its argument


def _upright(item: Expression | Fence | Script) -> str:
    """The letters of a name; empty for anything else."""
    match item:
        case Styled("normal", (Atom(text),)):
            return text
        case _:
            return ""


def _is_space_like(element: Element) -> bool:
    name = _name(element)
    if name in ("mrow", "mstyle", "mphantom", "mpadded"):
        return all(_is_space_like(child) for child in _children(element))
    return name in _SPACE_LIKE


def _items(element: Element, context: _Context) -> Iterator[Expression | Fence | Script]:
    """A child of a row: an operator may be a delimiter, bare or with scripts on it."""
    name = _name(element)
    children = _children(element)
    if name == "mo":
        yield _operator(element, context)
    elif name in ("msub", "msup", "msubsup") and children and _name(children[0]) == "mo":
        base = _operator(children[0], context)
        scripts = _script_parts(name, children[1:], context)
        if isinstance(base, Fence):
            yield from (Script(*scripts), base) if base.role == "close" else (base, Scripts(Group(()), *scripts))
        else:
            yield Scripts(base, *scripts)
    else:
        yield _read(element, context)


def _read(element: Element, context: _Context) -> Expression:
    """An element on its own."""
    name = _name(element)
    if context.depth > _DEEPEST:
        return Words(_text(element))
    if name == "mo":
        operator = _operator(element, context)
        return Mark(operator.char, operator.kind) if isinstance(operator, Fence) else operator
    if name in _READERS:
        return _READERS[name](element, context._replace(depth=context.depth + 1))
    if name in ("none", "mprescripts", "annotation", "annotation-xml", "maligngroup", "malignmark"):
        return Group(())
    text = _text(element)
    return _row(element, context) if len(element) or not text else Words(text)


# --- tokens ----------------------------------------------------------------------------------------------------------


def _identifier(element: Element, context: _Context) -> Expression:
    """A variable, a function or a name: one letter is italic, several are upright (3.2.2), ideographs are text."""
    text = _text(element)
    alphabet = element.get("mathvariant", context.alphabet)
    if text in FUNCTIONS or alphabet != context.alphabet:
        return _lettered(Function(text) if text in FUNCTIONS else Atom(text), alphabet, context)
    if len(text) > 1 and text.isascii() and text.isalpha():
        return Styled("normal", (Atom(text),))
    return Words(text) if len(text) > 1 and text.isalpha() and not text.isascii() else _atom(text)


def _number(element: Element, context: _Context) -> Expression:
    return _lettered(_atom(_text(element)), element.get("mathvariant", context.alphabet), context)


def _atom(text: str) -> Expression:
    return Atom(text) if text else Group(())


def _lettered(base: Expression, alphabet: str, context: _Context) -> Expression:
    """In an alphabet, unless all around stands in it already."""
    return base if alphabet == context.alphabet or base == Group(()) else Styled(alphabet, (base,))


def _operator(element: Element, context: _Context) -> Expression | Fence:
    char = _text(element)
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
    if char in _BARS:
        return {"prefix": "open", "postfix": "close"}.get(form, "" if char == "∣" else "middle")
    return "open" if char in _OPENING else "close" if char in _CLOSING else ""


def _words(element: Element, context: _Context) -> Expression:
    text = _text(element)
    return Space(SPACES[text]) if text in SPACES else Words(text, element.get("mathvariant", "normal"))


def _string(element: Element, context: _Context) -> Expression:
    return Words(element.get("lquote", "“") + _text(element) + element.get("rquote", "”"))


def _space(element: Element, context: _Context) -> Expression:
    return Space(_width(element.get("width", "0")))


def _width(length: str) -> int:
    """A length in eighteenths of an em."""
    name = length.removeprefix("negative")
    if name in _NAMED_SPACES:
        return _NAMED_SPACES[name] * (-1 if name != length else 1)
    found = _LENGTH.match(length.strip())
    return round(float(found[1]) * _MU[found[2] or "em"]) if found else 0


# --- structures ------------------------------------------------------------------------------------------------------


def _argument(children: Sequence[Element], number: int, context: _Context) -> Expression:
    """A child by its number; empty where it is missing."""
    return _line(children[number : number + 1], context)


def _script(element: Element, context: _Context) -> Expression:
    """What stands smaller, above or below."""
    return _line([element], context._replace(flat=True, form="postfix"))


def _script_parts(
    name: str, scripts: Sequence[Element], context: _Context
) -> tuple[Expression | None, Expression | None]:
    """The subscript and the superscript, or what is below and what is above, by the name of their element."""
    read = [_script(child, context) for child in scripts[:2]] + [None, None]
    return (None, read[0]) if name in ("msup", "mover") else (read[0], read[1])


def _scripted(element: Element, context: _Context) -> Expression:
    children = _children(element)
    return Scripts(_argument(children, 0, context), *_script_parts(_name(element), children[1:], context))


def _stacked(element: Element, context: _Context) -> Expression:
    children = _children(element)
    below, above = _script_parts(_name(element), children[1:], context)
    base = _argument(children, 0, context)
    return Stack(base, _as_accent(below, "accentunder", element, UNDER), _as_accent(above, "accent", element, OVER))


def _as_accent(part: Expression | None, attribute: str, element: Element, known: dict[str, str]) -> Expression | None:
    """A lone mark that TeX has an accent for is one, unless the element says otherwise."""
    if isinstance(part, Mark) and part.text in known and element.get(attribute) != "false":
        return part._replace(accent=True)
    return part


def _fraction(element: Element, context: _Context) -> Expression:
    children = _children(element)
    found = _LENGTH.match(element.get("linethickness", "1").strip())
    line = not found or float(found[1]) != 0
    return Fraction(_argument(children, 0, context), _argument(children, 1, context), line)


def _square_root(element: Element, context: _Context) -> Expression:
    return Root(_row(element, context))


def _root(element: Element, context: _Context) -> Expression:
    children = _children(element)
    return Root(_argument(children, 0, context), _argument(children, 1, context))


def _styled(element: Element, context: _Context) -> Expression:
    alphabet = element.get("mathvariant", context.alphabet)
    inner = _row(element, context._replace(alphabet=alphabet))
    return inner if alphabet == context.alphabet else Styled(alphabet, parts_of(inner))


def _phantom(element: Element, context: _Context) -> Expression:
    return Framed("phantom", _row(element, context))


def _enclosed(element: Element, context: _Context) -> Expression:
    inner = _row(element, context)
    notations = element.get("notation", "longdiv").split()
    if "radical" in notations:
        return Root(inner)
    for name in notations:
        inner = Framed(_ENCLOSED[name], inner) if name in _ENCLOSED else inner
    return inner


_ENCLOSED = {"box": "boxed", "roundedbox": "boxed", "top": "overline", "bottom": "underline"}
_ENCLOSED |= {"updiagonalstrike": "cancel", "downdiagonalstrike": "bcancel"}


def _mfenced(element: Element, context: _Context) -> Expression:
    separators = "".join(element.get("separators", ",").split())
    parts: list[Expression | str] = []
    for number, child in enumerate(_children(element)):
        if number and separators:
            char = separators[min(number, len(separators)) - 1]
            parts.append(
                char if char in _BARS else Mark(char, SYMBOLS[char].kind if char in SYMBOLS else Kind.ORDINARY)
            )
        parts += parts_of(_line([child], context))
    return Fenced(element.get("open", "("), element.get("close", ")"), tuple(parts))


def _action(element: Element, context: _Context) -> Expression:
    """What is shown first."""
    children = _children(element)
    selection = element.get("selection", "1")
    number = int(selection) if selection.isascii() and selection.isdecimal() else 1
    return _argument(children, max(0, min(number, len(children)) - 1), context)


def _semantics(element: Element, context: _Context) -> Expression:
    """The formula itself; what annotates it where there is no formula."""
    children = _children(element)
    shown = _argument(children, 0, context)
    if shown != Group(()):
        return shown
    notes = [note for note in children if note.get("encoding", "").lower() in _PRESENTATION]
    return _row(notes[0], context) if notes else shown


_PRESENTATION = ("mathml-presentation", "application/mathml-presentation+xml")


def _prescripted(element: Element, context: _Context) -> Expression:
    """Pairs of scripts: those after the base, then those before it."""
    children = _children(element)
    names = [_name(child) for child in children]
    middle = names.index("mprescripts") if "mprescripts" in names else len(names)
    scripts = [_script(child, context) for child in children]
    expression = _argument(children, 0, context)
    for number in range(1, middle, 2):
        expression = Scripts(expression, *_pair(scripts[number:middle]))
    before = [Scripts(Group(()), *_pair(scripts[n:])) for n in range(middle + 1, len(scripts), 2)]
    return Group((*before, expression)) if before else expression


def _pair(scripts: Sequence[Expression]) -> tuple[Expression | None, Expression | None]:
    return scripts[0], scripts[1] if len(scripts) > 1 else None


def _table(element: Element, context: _Context) -> Expression:
    rows = [row for row in _children(element) if _name(row) in ("mtr", "mlabeledtr")]
    cells = [_cells(row) for row in rows]
    width = max(map(len, cells), default=0)
    aligns: list[set[str]] = [set() for _ in range(width)]
    for row, line in zip(rows, cells, strict=True):
        for number, cell in enumerate(line):
            own = cell.get("columnalign") or row.get("columnalign") or element.get("columnalign") or "center"
            words = own.split()
            aligns[number].add(words[min(number, len(words) - 1)] if words else "center")
    columns = "".join({frozenset({"left"}): "l", frozenset({"right"}): "r"}.get(frozenset(a), "c") for a in aligns)
    read = tuple(tuple(_row(cell, context) for cell in line) for line in cells)
    return Array(tuple(line + (Group(()),) * (width - len(line)) for line in read), columns)


def _cells(row: Element) -> list[Element]:
    """The cells of a row; a label, which stands first, comes last."""
    cells = _children(row)
    return cells[1:] + cells[:1] if _name(row) == "mlabeledtr" else cells


_READERS: dict[str, Callable[[Element, _Context], Expression]] = {
    "mi": _identifier,
    "mn": _number,
    "mtext": _words,
    "ms": _string,
    "mspace": _space,
    "mfrac": _fraction,
    "msqrt": _square_root,
    "mroot": _root,
    "mstyle": _styled,
    "mphantom": _phantom,
    "menclose": _enclosed,
    "mfenced": _mfenced,
    "msub": _scripted,
    "msup": _scripted,
    "msubsup": _scripted,
    "munder": _stacked,
    "mover": _stacked,
    "munderover": _stacked,
    "mmultiscripts": _prescripted,
    "mtable": _table,
    "maction": _action,
    "semantics": _semantics,
}
