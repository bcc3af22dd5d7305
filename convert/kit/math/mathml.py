"""Presentation MathML (MathML 3, chapter 3) as TeX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

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
    Stack,
    Styled,
    Words,
    group,
    parts_of,
)
from convert.kit.math.fences import Fence, Script, match_fences
from convert.kit.math.symbols import OVER, SYMBOLS, UNDER, Kind
from convert.kit.math.tex import write
from convert.kit.math.tokens import BARS, LENGTH, TOKENS, Context, Element, children_of, name_of, read_operator, text_of

_DEEPEST = 60  # elements within one another; what lies deeper becomes its text
_TEX = re.compile(r"\btex\b|latex", re.IGNORECASE)
_SPACE_LIKE = frozenset({"mtext", "mspace", "maligngroup", "malignmark"})


def to_tex(element: Element) -> str:
    """The TeX of `math` or anything within it: the author's own, if an annotation keeps it.

    Raises nothing: what is not known becomes its text.
    """
    for note in element.iter():
        if name_of(note) == "annotation" and _TEX.search(note.get("encoding", "")) and (note.text or "").strip():
            return str(note.text).strip()
    return write(_row(element, Context()))


# --- rows ------------------------------------------------------------------------------------------------------------


def _row(element: Element, context: Context) -> Expression:
    """The children of an element in a row, with delimiters matched."""
    return _line(children_of(element), context)


def _line(children: Sequence[Element], context: Context) -> Expression:
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
    name = name_of(element)
    if name in ("mrow", "mstyle", "mphantom", "mpadded"):
        return all(_is_space_like(child) for child in children_of(element))
    return name in _SPACE_LIKE


def _items(element: Element, context: Context) -> Iterator[Expression | Fence | Script]:
    """A child of a row: an operator may be a delimiter, bare or with scripts on it."""
    name = name_of(element)
    children = children_of(element)
    if name == "mo":
        yield read_operator(element, context)
    elif name in ("msub", "msup", "msubsup") and children and name_of(children[0]) == "mo":
        base = read_operator(children[0], context)
        scripts = _script_parts(name, children[1:], context)
        if isinstance(base, Fence):
            yield from (Script(*scripts), base) if base.role == "close" else (base, Scripts(Group(()), *scripts))
        else:
            yield Scripts(base, *scripts)
    else:
        yield _read(element, context)


def _read(element: Element, context: Context) -> Expression:
    """An element on its own."""
    name = name_of(element)
    if context.depth > _DEEPEST:
        return Words(text_of(element))
    if name == "mo":
        operator = read_operator(element, context)
        return Mark(operator.char, operator.kind) if isinstance(operator, Fence) else operator
    if name in _READERS:
        return _READERS[name](element, context._replace(depth=context.depth + 1))
    if name in ("none", "mprescripts", "annotation", "annotation-xml", "maligngroup", "malignmark"):
        return Group(())
    text = text_of(element)
    return _row(element, context) if len(element) or not text else Words(text)


# --- structures ------------------------------------------------------------------------------------------------------


def _argument(children: Sequence[Element], number: int, context: Context) -> Expression:
    """A child by its number; empty where it is missing."""
    return _line(children[number : number + 1], context)


def _script(element: Element, context: Context) -> Expression:
    """What stands smaller, above or below."""
    return _line([element], context._replace(flat=True, form="postfix"))


def _script_parts(
    name: str, scripts: Sequence[Element], context: Context
) -> tuple[Expression | None, Expression | None]:
    """The subscript and the superscript, or what is below and what is above, by the name of their element."""
    read = [_script(child, context) for child in scripts[:2]] + [None, None]
    return (None, read[0]) if name in ("msup", "mover") else (read[0], read[1])


def _scripted(element: Element, context: Context) -> Expression:
    children = children_of(element)
    return Scripts(_argument(children, 0, context), *_script_parts(name_of(element), children[1:], context))


def _stacked(element: Element, context: Context) -> Expression:
    children = children_of(element)
    below, above = _script_parts(name_of(element), children[1:], context)
    base = _argument(children, 0, context)
    return Stack(base, _as_accent(below, "accentunder", element, UNDER), _as_accent(above, "accent", element, OVER))


def _as_accent(part: Expression | None, attribute: str, element: Element, known: dict[str, str]) -> Expression | None:
    """A lone mark that TeX has an accent for is one, unless the element says otherwise."""
    if isinstance(part, Mark) and part.text in known and element.get(attribute) != "false":
        return part._replace(accent=True)
    return part


def _fraction(element: Element, context: Context) -> Expression:
    children = children_of(element)
    found = LENGTH.match(element.get("linethickness", "1").strip())
    line = not found or float(found[1]) != 0
    return Fraction(_argument(children, 0, context), _argument(children, 1, context), line)


def _square_root(element: Element, context: Context) -> Expression:
    return Root(_row(element, context))


def _root(element: Element, context: Context) -> Expression:
    children = children_of(element)
    return Root(_argument(children, 0, context), _argument(children, 1, context))


def _styled(element: Element, context: Context) -> Expression:
    alphabet = element.get("mathvariant", context.alphabet)
    inner = _row(element, context._replace(alphabet=alphabet))
    return inner if alphabet == context.alphabet else Styled(alphabet, parts_of(inner))


def _phantom(element: Element, context: Context) -> Expression:
    return Framed("phantom", _row(element, context))


def _enclosed(element: Element, context: Context) -> Expression:
    inner = _row(element, context)
    notations = element.get("notation", "longdiv").split()
    if "radical" in notations:
        return Root(inner)
    for name in notations:
        inner = Framed(_ENCLOSED[name], inner) if name in _ENCLOSED else inner
    return inner


_ENCLOSED = {"box": "boxed", "roundedbox": "boxed", "top": "overline", "bottom": "underline"}
_ENCLOSED |= {"updiagonalstrike": "cancel", "downdiagonalstrike": "bcancel"}


def _mfenced(element: Element, context: Context) -> Expression:
    separators = "".join(element.get("separators", ",").split())
    parts: list[Expression | str] = []
    for number, child in enumerate(children_of(element)):
        if number and separators:
            char = separators[min(number, len(separators)) - 1]
            parts.append(char if char in BARS else Mark(char, SYMBOLS[char].kind if char in SYMBOLS else Kind.ORDINARY))
        parts += parts_of(_line([child], context))
    return Fenced(element.get("open", "("), element.get("close", ")"), tuple(parts))


def _action(element: Element, context: Context) -> Expression:
    """What is shown first."""
    children = children_of(element)
    selection = element.get("selection", "1")
    number = int(selection) if selection.isascii() and selection.isdecimal() else 1
    return _argument(children, max(0, min(number, len(children)) - 1), context)


def _semantics(element: Element, context: Context) -> Expression:
    """The formula itself; what annotates it where there is no formula."""
    children = children_of(element)
    shown = _argument(children, 0, context)
    if shown != Group(()):
        return shown
    notes = [note for note in children if note.get("encoding", "").lower() in _PRESENTATION]
    return _row(notes[0], context) if notes else shown


_PRESENTATION = ("mathml-presentation", "application/mathml-presentation+xml")


def _prescripted(element: Element, context: Context) -> Expression:
    """Pairs of scripts: those after the base, then those before it. Each pair is a level more."""
    children = children_of(element)
    if len(children) > _DEEPEST:
        return Words(text_of(element))
    names = [name_of(child) for child in children]
    middle = names.index("mprescripts") if "mprescripts" in names else len(names)
    scripts = [_script(child, context) for child in children]
    expression = _argument(children, 0, context)
    for number in range(1, middle, 2):
        expression = Scripts(expression, *_pair(scripts[number:middle]))
    before = [Scripts(Group(()), *_pair(scripts[n:])) for n in range(middle + 1, len(scripts), 2)]
    return Group((*before, expression)) if before else expression


def _pair(scripts: Sequence[Expression]) -> tuple[Expression | None, Expression | None]:
    return scripts[0], scripts[1] if len(scripts) > 1 else None


def _table(element: Element, context: Context) -> Expression:
    rows = [row for row in children_of(element) if name_of(row) in ("mtr", "mlabeledtr")]
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
    cells = children_of(row)
    return cells[1:] + cells[:1] if name_of(row) == "mlabeledtr" else cells


_READERS: dict[str, Callable[[Element, Context], Expression]] = {
    **TOKENS,
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
