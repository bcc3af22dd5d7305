"""Office Math (ISO/IEC 29500-1, 22.1) as TeX."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
)
from convert.kit.math.runs import Element, read_run
from convert.kit.math.symbols import Kind
from convert.kit.math.tex import write
from convert.kit.ooxml import NAMESPACES

_M = f"{{{NAMESPACES['m']}}}"
_DEEPEST = 60  # elements within one another; what lies deeper becomes its text


def to_tex(element: Element) -> str:
    """The TeX of `m:oMath`, `m:oMathPara` or anything within them.

    Formulas of one paragraph stand on lines of their own. Raises nothing: what is not known becomes its text.
    """
    if element.tag == f"{_M}oMathPara":
        lines = [_write(formula) for formula in element.iter(f"{_M}oMath")]
        return "\n".join(line for line in lines if line)
    return _write(element)


def _write(element: Element) -> str:
    if element.tag == f"{_M}oMath":
        return write(group(_row(element, 0)))
    return write(group(_read(element, 0)))


def _row(element: Element | None, depth: int) -> Iterator[Expression]:
    """What an element holds. Runs in one alphabet, which Word splits at will, are one."""
    last: Expression | None = None
    for child in () if element is None else element:
        for part in _read(child, depth + 1):
            match last, part:
                case (Styled(alphabet, before), Styled(same, after)) if alphabet == same:
                    last = Styled(alphabet, before + after)
                case (Words(before_text, alphabet), Words(after_text, same)) if alphabet == same:
                    last = Words(before_text + after_text, alphabet)
                case _:
                    if last is not None:
                        yield last
                    last = part
    if last is not None:
        yield last


def _read(element: Element, depth: int) -> Iterator[Expression]:
    if not isinstance(element.tag, str):
        return  # a comment
    namespace, _, name = element.tag.rpartition("}")
    if depth > _DEEPEST:
        yield Words("".join(element.itertext()))
    elif name == "r":
        yield from read_run(element)
    elif namespace + "}" == _M and name in _READERS:
        yield from _READERS[name](element, depth)
    elif name not in _PROPERTIES:
        yield from _row(element, depth)


_PROPERTIES = frozenset({"ctrlPr", "rPr", "pPr", "sdtPr", "sdtEndPr", "del", "moveFrom"})


def _part(element: Element, name: str, depth: int) -> Expression:
    """A named child as one expression; empty where there is none."""
    return group(_row(element.find(_M + name), depth + 1))


def _setting(element: Element, properties: str, name: str) -> str | None:
    """A value among an element's properties; None where it is not set."""
    found = element.find(f"{_M}{properties}/{_M}{name}")
    return None if found is None else found.get(f"{_M}val", "")


# --- structures ------------------------------------------------------------------------------------------------------


def _accent(element: Element, depth: int) -> Iterator[Expression]:
    char = _setting(element, "accPr", "chr")
    yield Stack(_part(element, "e", depth), above=Mark("\u0302" if char is None else char[:1], accent=True))


def _bar(element: Element, depth: int) -> Iterator[Expression]:
    base = _part(element, "e", depth)
    if _setting(element, "barPr", "pos") == "top":
        yield Stack(base, above=Mark("\u0305", accent=True))
    else:
        yield Stack(base, below=Mark("\u0332", accent=True))


def _group_character(element: Element, depth: int) -> Iterator[Expression]:
    """A brace or arrow above or below; `vertJc` tells which of the two stands on the line (22.1.2.119)."""
    base = _part(element, "e", depth)
    top = _setting(element, "groupChrPr", "pos") == "top"
    char = (_setting(element, "groupChrPr", "chr") or ("⏞" if top else "⏟"))[0]
    if _setting(element, "groupChrPr", "vertJc") == ("top" if top else "bot"):
        yield Stack(Mark(char, Kind.RELATION), below=base) if top else Stack(Mark(char, Kind.RELATION), above=base)
    else:
        yield Stack(base, above=Mark(char, accent=True)) if top else Stack(base, below=Mark(char, accent=True))


def _delimiters(element: Element, depth: int) -> Iterator[Expression]:
    opening, closing, separator = (_setting(element, "dPr", name) for name in ("begChr", "endChr", "sepChr"))
    parts: list[Expression | str] = []
    for number, child in enumerate(element.findall(f"{_M}e")):
        if number:
            parts.append("|" if separator is None else separator)
        parts += _row(child, depth + 1)
    yield Fenced("(" if opening is None else opening, ")" if closing is None else closing, tuple(parts))


def _equations(element: Element, depth: int) -> Iterator[Expression]:
    """An array of equations; ampersands in them are alignment points."""
    rows = [_aligned(tuple(_row(child, depth + 1))) for child in element.findall(f"{_M}e")]
    width = max(map(len, rows), default=0)
    yield Array(tuple(rows), "rl" * ((width + 1) // 2) if width > 1 else "")


def _aligned(parts: tuple[Expression, ...]) -> tuple[Expression, ...]:
    cells: list[list[Expression]] = [[]]
    for part in parts:
        if isinstance(part, Mark) and part.text == "&":
            cells.append([])
        else:
            cells[-1].append(part)
    return tuple(map(group, cells))


def _fraction(element: Element, depth: int) -> Iterator[Expression]:
    above, below = _part(element, "num", depth), _part(element, "den", depth)
    yield Fraction(above, below, _setting(element, "fPr", "type") != "noBar")


def _function(element: Element, depth: int) -> Iterator[Expression]:
    yield _named(_part(element, "fName", depth))
    yield _part(element, "e", depth)


def _named(name: Expression) -> Expression:
    """Upright letters as the name of a function, below its limits or scripts as well."""
    match name:
        case Styled("normal", (Atom(text),)):
            return Function(text)
        case Scripts(base) | Stack(base):
            return name._replace(base=_named(base))
        case _:
            return name


def _limit_below(element: Element, depth: int) -> Iterator[Expression]:
    yield Stack(_part(element, "e", depth), below=_part(element, "lim", depth), movable=True)


def _limit_above(element: Element, depth: int) -> Iterator[Expression]:
    yield Stack(_part(element, "e", depth), above=_part(element, "lim", depth), movable=True)


def _matrix(element: Element, depth: int) -> Iterator[Expression]:
    rows = element.findall(f"{_M}mr")
    yield Array(tuple(tuple(group(_row(e, depth + 2)) for e in row.findall(f"{_M}e")) for row in rows), "c")


def _nary(element: Element, depth: int) -> Iterator[Expression]:
    operator = Mark(_setting(element, "naryPr", "chr") or "∫", Kind.OPERATOR)
    sub, sup = _part(element, "sub", depth), _part(element, "sup", depth)
    if _setting(element, "naryPr", "limLoc") == "undOvr":
        yield Stack(operator, sub, sup, movable=True)
    else:
        yield Scripts(operator, sub, sup)
    yield _part(element, "e", depth)


def _radical(element: Element, depth: int) -> Iterator[Expression]:
    degree = _part(element, "deg", depth)
    yield Root(_part(element, "e", depth), None if degree == Group(()) else degree)


def _scripts(element: Element, depth: int) -> Iterator[Expression]:
    """Scripts belong to the last character of a base that begins with an operator: `=x` is no base."""
    sub, sup = (None if element.find(_M + name) is None else _part(element, name, depth) for name in ("sub", "sup"))
    before, base = _split_base(_part(element, "e", depth))
    yield from before
    yield Scripts(base, sub, sup)


def _split_base(base: Expression) -> tuple[tuple[Expression, ...], Expression]:
    match base:
        case Group((Mark(kind=Kind.BINARY | Kind.RELATION), *_, last)):
            return base.parts[:-1], last
        case _:
            return (), base


def _scripts_before(element: Element, depth: int) -> Iterator[Expression]:
    yield Scripts(Group(()), _part(element, "sub", depth), _part(element, "sup", depth))
    yield _part(element, "e", depth)


def _framed(command: str) -> Callable[[Element, int], Iterator[Expression]]:
    def read(element: Element, depth: int) -> Iterator[Expression]:
        yield Framed(command, _part(element, "e", depth))

    return read


def _box(element: Element, depth: int) -> Iterator[Expression]:
    yield _part(element, "e", depth)


_READERS: dict[str, Callable[[Element, int], Iterator[Expression]]] = {
    "acc": _accent,
    "bar": _bar,
    "borderBox": _framed("boxed"),
    "box": _box,
    "d": _delimiters,
    "eqArr": _equations,
    "f": _fraction,
    "func": _function,
    "groupChr": _group_character,
    "limLow": _limit_below,
    "limUpp": _limit_above,
    "m": _matrix,
    "nary": _nary,
    "phant": _framed("phantom"),
    "rad": _radical,
    "sPre": _scripts_before,
    "sSub": _scripts,
    "sSubSup": _scripts,
    "sSup": _scripts,
}
