"""Formulas printed as TeX, as pandoc's texmath writes it (LaTeX with amsmath and amssymb)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from convert.kit.math.alphabets import COMMANDS, TEXT_COMMANDS, split_letter
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
    Structure,
    Styled,
    Words,
    group,
    parts_of,
)
from convert.kit.math.symbols import DELIMITERS, FUNCTIONS, INVISIBLE, OVER, SYMBOLS, UNDER, Kind

_GAP = " "  # a token of its own: white space that TeX does not need
_CONTROL_WORD = re.compile(r"\\[A-Za-z]+$")
_SPACES = {-3: r"\!", 0: "", 3: r"\,", 4: r"\ ", 5: r"\;", 18: r"\quad", 36: r"\qquad"}
_MATRICES = {("(", ")"): "pmatrix", ("[", "]"): "bmatrix", ("{", "}"): "Bmatrix"}
_MATRICES |= {("∣", "∣"): "vmatrix", ("|", "|"): "vmatrix", ("∥", "∥"): "Vmatrix", ("‖", "‖"): "Vmatrix"}
_ARROWS = {"→": r"\xrightarrow", "←": r"\xleftarrow"}
_DELIMITERS = {"∣": "|", "∥": r"\|", "〈": r"\langle", "〉": r"\rangle"}  # \mid and \parallel do not grow
_FENCES = {("[", "]"): "[}{]", ("{", "}"): r"\{}{\}", ("⟨", "⟩"): r"\langle}{\rangle"}
_TEXT_ESCAPES = {**{char: "\\" + char for char in "#$%&_{}"}, "~": r"\sim", "^": r"\char`\^", "\\": r"\backslash"}
_CLASSES = {Kind.BINARY: r"\mathbin", Kind.RELATION: r"\mathrel", Kind.OPERATOR: r"\mathop"}
_NO_ROOM = ("^", "_", r"\limits")  # nothing stands between these and what is before them


def write(expression: Expression) -> str:
    """The TeX of a formula."""
    return _row(expression)


def _join(tokens: Iterable[str]) -> str:
    """Tokens in a row, with a space where a control word would run into the next letter or digit."""
    written: list[str] = []
    gap = False
    for token in tokens:
        if token == _GAP:
            gap = bool(written)
        elif token:
            runs_on = written and token[0].isalnum() and _CONTROL_WORD.search(written[-1])
            if runs_on or (gap and not token.startswith(_NO_ROOM)):
                written.append(_GAP)
            written.append(token)
            gap = False
    return "".join(written)


def _row(expression: Expression) -> str:
    """Without braces."""
    return _join(token for part in parts_of(expression) for token in _tokens(part))


def _braced(expression: Expression) -> str:
    """As the argument of a command."""
    inner = _join(_characters(expression.text)) if isinstance(expression, Atom) else _row(expression)
    return "{" + inner + "}"


def _tokens(expression: Expression) -> list[str]:
    match expression:
        case Atom(text):
            tokens = _characters(text)
            return ["{" + _join(tokens) + "}"] if len(tokens) > 1 and text[0].isalpha() else tokens
        case Mark():
            return _mark(expression)
        case Function(name):
            return ["\\" + name] if name in FUNCTIONS else [r"\operatorname", "{" + _join(_characters(name)) + "}"]
        case Space(width):
            return [_SPACES.get(width, rf"\mspace{{{width}mu}}")]
        case Words(text, alphabet):
            return [_words(text, alphabet)] if text else []
        case _:
            return _structure(expression)


def _structure(expression: Structure) -> list[str]:
    match expression:
        case Group():
            return [_braced(expression)]
        case Fenced():
            return _fenced(expression)
        case Fraction(above, below, line):
            return [r"\frac" if line else r"\binom", _braced(above), _braced(below)]
        case Scripts(base, sub, sup):
            return [*_base(base), *_scripts(sub, sup)]
        case Stack():
            return _stack(expression)
        case Root(radicand, degree):
            return [r"\sqrt" if degree is None else rf"\sqrt[{_row(degree)}]", _braced(radicand)]
        case Framed(command, content):
            return ["\\" + command, _braced(content)]
        case Styled(alphabet, parts):
            return ["\\" + COMMANDS.get(alphabet, "mathrm"), _braced(group(_plain(p, alphabet) for p in parts))]
        case Array():
            return _array(expression)
        case _:
            assert_never(expression)


def _characters(text: str) -> list[str]:
    """A character's command each; letters of a mathematical alphabet as plain letters in its command."""
    tokens = []
    for char in text:
        if char in SYMBOLS:
            tokens.append(SYMBOLS[char].tex)
        elif (letter := split_letter(char))[0]:
            plain = SYMBOLS[letter[1]].tex if letter[1] in SYMBOLS else letter[1]
            tokens.append(plain if letter[0] == "italic" else f"\\{COMMANDS[letter[0]]}{{{plain}}}")
        elif char not in INVISIBLE:
            tokens.append(char)
    return tokens


def _mark(mark: Mark) -> list[str]:
    tokens = _characters(mark.text)
    if len(mark.text) > 1 and mark.kind in _CLASSES:
        tokens = [_CLASSES[mark.kind], r"{\text{" + _join(tokens) + "}}"]
    return [_GAP, *tokens, _GAP] if mark.kind in (Kind.BINARY, Kind.RELATION) else tokens


def _words(text: str, alphabet: str) -> str:
    escaped = "".join(_TEXT_ESCAPES.get(char, char) for char in text)
    for command in reversed(TEXT_COMMANDS.get(alphabet, ("text",))):
        escaped = f"\\{command}{{{escaped}}}"
    return escaped


def _plain(expression: Expression, alphabet: str) -> Expression:
    """With plain letters for those of an alphabet that stands around them."""
    match expression:
        case Atom(text):
            return Atom("".join(c if split_letter(c)[0] != alphabet else split_letter(c)[1] for c in text))
        case Group(parts):
            return Group(tuple(_plain(part, alphabet) for part in parts))
        case _:
            return expression


def _base(base: Expression) -> list[str]:
    """What scripts hang on: braced where it has scripts of its own, or where nothing is seen of it."""
    tokens = _tokens(base)
    is_braced = isinstance(base, Scripts | Stack | Root | Framed) or not any(tokens)
    return ["{" + _join(tokens) + "}"] if is_braced else tokens


def _scripts(sub: Expression | None, sup: Expression | None) -> list[str]:
    """Both scripts, without empty ones."""
    tokens = [] if sub is None or sub == Group(()) else ["_", _braced(sub)]
    if sup is not None and (primes := _primes(sup)):
        return [*tokens, primes]
    return tokens if sup is None or sup == Group(()) else [*tokens, "^", _braced(sup)]


def _primes(expression: Expression) -> str:
    """A superscript of primes as apostrophes; empty for any other."""
    parts = parts_of(expression)
    if all(isinstance(part, Mark) and set(part.text) <= set("′″‴⁗") for part in parts):
        return _row(expression)
    return ""


def _stack(stack: Stack) -> list[str]:
    base, below, above, movable = stack
    if isinstance(base, Mark) and base.text in _ARROWS and above is not None and not movable:
        return [_ARROWS[base.text] + ("" if below is None else f"[{_braced(below)}]"), _braced(above)]
    if isinstance(below, Mark) and below.accent and below.text in UNDER:
        return ["\\" + UNDER[below.text], _braced(base if above is None else Stack(base, None, above, movable))]
    if isinstance(above, Mark) and above.accent and above.text in OVER:
        return ["\\" + OVER[above.text], _braced(base if below is None else Stack(base, below, None, movable))]
    if isinstance(base, Function) or (isinstance(base, Mark) and base.kind is Kind.OPERATOR):
        return [*_operator(base, movable), *_limits(below, above)]
    written = _braced(base)
    for command, part in ((r"\overset", above), (r"\underset", below)):
        if part is not None:
            written = command + _braced(part) + (written if written.startswith("{") else "{" + written + "}")
    return [written]


def _operator(base: Function | Mark, movable: bool) -> list[str]:
    """With its limits above and below: always, or where there is room."""
    if not movable:
        return [*_tokens(base), r"\limits"]
    if isinstance(base, Function) and base.name not in FUNCTIONS:
        return [r"\operatorname*", "{" + _join(_characters(base.name)) + "}"]
    return _tokens(base)


def _limits(below: Expression | None, above: Expression | None) -> list[str]:
    """Scripts in which an array is a pile of lines."""
    tokens = []
    for sign, part in (("_", below), ("^", above)):
        if isinstance(part, Array) and part.columns == "c":
            lines = r" \\ ".join(_join(token for cell in row for token in _cell(cell)) for row in part.rows)
            tokens += [sign, r"{\substack{" + lines + "}}"]
        else:
            tokens += _scripts(part, None) if sign == "_" else _scripts(None, part)
    return tokens


def _fenced(fenced: Fenced) -> list[str]:
    opening, closing, parts = fenced
    match parts:
        case (Fraction(above, below, False),):
            if (opening, closing) == ("(", ")"):
                return [r"\binom", _braced(above), _braced(below)]
            if (opening, closing) in _FENCES:
                return [rf"\genfrac{{{_FENCES[opening, closing]}}}{{0pt}}{{}}", _braced(above), _braced(below)]
            return _fenced(Fenced(opening, closing, (Array(((above,), (below,)), "c"),)))
        case (Array(rows, columns),):
            if (opening, closing) == ("{", "") and columns in ("ll", "rl"):
                return _environment("cases", rows)
            if (opening, closing) in _MATRICES and not columns.strip("c"):
                return _environment(_MATRICES[opening, closing], rows)
    if opening in _STANDING and closing in _STANDING and all(_is_flat(part) for part in parts):
        return [*_characters(opening), *_inner(parts), *_characters(closing)]
    return [*_fence(r"\left", opening), _GAP, *_inner(parts), _GAP, *_fence(r"\right", closing)]


_STANDING = ("(", ")", "[", "]", "|")


def _is_flat(part: Expression | str) -> bool:
    """Whether it is no taller than a parenthesis."""
    if isinstance(part, Mark):
        return not part.accent and part.kind not in (Kind.OPENING, Kind.CLOSING, Kind.LETTER)
    return isinstance(part, Atom | Space)


def _inner(parts: tuple[Expression | str, ...]) -> list[str]:
    tokens = []
    for part in parts:
        if not isinstance(part, str):
            tokens += _tokens(part)
        elif part in DELIMITERS:
            tokens += [_GAP, *_fence(r"\middle", part), _GAP]
        else:
            tokens += _characters(part)
    return tokens


def _fence(command: str, delimiter: str) -> list[str]:
    if delimiter in DELIMITERS:
        return [command + _DELIMITERS.get(delimiter, _join(_characters(delimiter)))]
    return [command + ".", *_characters(delimiter)]


def _array(array: Array) -> list[str]:
    rows, columns = array
    if columns and columns == "rl" * (len(columns) // 2):
        return _environment("aligned", rows)
    return _environment("array", rows, columns) if columns.strip("c") else _environment("matrix", rows)


def _environment(name: str, rows: tuple[tuple[Expression, ...], ...], columns: str = "") -> list[str]:
    argument = f"{{{columns}}}" if columns else ""
    lines = [_join(token for token in _between(row)) for row in rows]
    return [rf"\begin{{{name}}}{argument}" + "\n" + " \\\\\n".join(lines) + "\n" + rf"\end{{{name}}}"]


def _between(row: tuple[Expression, ...]) -> Iterable[str]:
    for number, cell in enumerate(row):
        if number:
            yield from (_GAP, "&", _GAP)
        if cell != Group(()):
            yield from _cell(cell)
        elif number == len(row) - 1:
            yield "{}"  # an empty cell at the end is overlooked by many a reader of TeX


def _cell(cell: Expression) -> Iterable[str]:
    return (token for part in parts_of(cell) for token in _tokens(part))
