"""What formulas are made of: the tree between the readers of Office Math and MathML and the writer of TeX."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from convert.kit.math.symbols import Kind


class Atom(NamedTuple):
    """A number or an identifier: characters that stand together."""

    text: str


class Mark(NamedTuple):
    """A symbol. `accent`: it stands above or below something as an accent does."""

    text: str
    kind: Kind = Kind.ORDINARY
    accent: bool = False


class Function(NamedTuple):
    """A named function or operator: sin, lim, ord."""

    name: str


class Space(NamedTuple):
    """White space, `width` in eighteenths of an em (TeX's mu)."""

    width: int


class Words(NamedTuple):
    """Running text in a formula; `alphabet` by its MathML name."""

    text: str
    alphabet: str = "normal"


class Group(NamedTuple):
    """Several in a row."""

    parts: tuple[Expression, ...]


class Fenced(NamedTuple):
    """Between delimiters that grow with what they hold. A bare string among the parts is a delimiter in the middle."""

    opening: str
    closing: str
    parts: tuple[Expression | str, ...]


class Fraction(NamedTuple):
    """One above another, with a line between them or without (binomial coefficients)."""

    above: Expression
    below: Expression
    line: bool = True


class Scripts(NamedTuple):
    """With a subscript, a superscript or both, to the right."""

    base: Expression
    sub: Expression | None = None
    sup: Expression | None = None


class Stack(NamedTuple):
    """With something below, above or both. `movable`: set as scripts within a line of text, as limits are."""

    base: Expression
    below: Expression | None = None
    above: Expression | None = None
    movable: bool = False


class Root(NamedTuple):
    """A root; `degree` None for the square root."""

    radicand: Expression
    degree: Expression | None = None


class Framed(NamedTuple):
    """Within a TeX command of one argument: `boxed`, `phantom`."""

    command: str
    content: Expression


class Styled(NamedTuple):
    """In a mathematical alphabet, by its MathML name."""

    alphabet: str
    parts: tuple[Expression, ...]


class Array(NamedTuple):
    """Rows of cells. `columns`: a letter per column, l, c or r; empty where nothing says it."""

    rows: tuple[tuple[Expression, ...], ...]
    columns: str = ""


Leaf: TypeAlias = Atom | Mark | Function | Space | Words
Structure: TypeAlias = Group | Fenced | Fraction | Scripts | Stack | Root | Framed | Styled | Array
Expression: TypeAlias = Leaf | Structure


def group(parts: Iterable[Expression]) -> Expression:
    """These parts as one expression, without the empty ones."""
    kept = tuple(part for part in parts if part != Group(()))
    return kept[0] if len(kept) == 1 else Group(kept)


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """An expression as parts of a row."""
    return expression.parts if isinstance(expression, Group) else (expression,)
