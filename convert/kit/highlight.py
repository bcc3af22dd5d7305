"""What the parts of computer text are: keywords, names, strings, numbers, comments. By Pygments."""

from __future__ import annotations

import functools
from typing import Literal, NamedTuple

Kind = Literal["", "keyword", "name", "string", "number", "comment"]
_LONGEST = 200_000  # characters of a block; more is data, not code to be read


class CodePiece(NamedTuple):
    """Characters of one kind; "" for what is nothing particular."""

    kind: Kind
    text: str


@functools.lru_cache(maxsize=64)
def code_pieces(text: str, language: str) -> tuple[CodePiece, ...]:
    """Code cut into pieces that make it up again, neighbours of different kinds. `language`: a name that Pygments knows
    (https://pygments.org/docs/lexers/); text in another one is one piece."""
    if not language or not text or len(text) > _LONGEST:
        return (CodePiece("", text),)
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return (CodePiece("", text),)
    pieces: list[CodePiece] = []
    for token, part in lexer.get_tokens(text):
        kind = _kind(str(token)) if part.strip() else pieces[-1].kind if pieces else ""
        if pieces and pieces[-1].kind == kind:
            pieces[-1] = CodePiece(kind, pieces[-1].text + part)
        elif part:
            pieces.append(CodePiece(kind, part))
    whole = "".join(piece.text for piece in pieces) == text  # some lexers mend line ends
    return tuple(pieces) if whole else (CodePiece("", text),)


_KINDS: tuple[tuple[str, Kind], ...] = (
    ("Token.Comment.Preproc", "keyword"),
    ("Token.Comment", "comment"),
    ("Token.Keyword.Constant", "number"),
    ("Token.Keyword", "keyword"),
    ("Token.Operator.Word", "keyword"),
    ("Token.Name.Tag", "keyword"),
    ("Token.Name.Builtin.Pseudo", ""),
    ("Token.Name.Builtin", "name"),
    ("Token.Name.Function", "name"),
    ("Token.Name.Class", "name"),
    ("Token.Name.Decorator", "name"),
    ("Token.Name.Namespace", "name"),
    ("Token.Name.Attribute", "name"),
    ("Token.Generic.Heading", "keyword"),
    ("Token.Generic.Deleted", "comment"),
    ("Token.Generic.Inserted", "string"),
    ("Token.Literal.String.Doc", "comment"),
    ("Token.Literal.String", "string"),
    ("Token.Literal.Number", "number"),
    ("Token.Literal.Date", "number"),
)
"""Kinds by the beginnings of Pygments' token types (https://pygments.org/docs/tokens/); the first that fits."""


@functools.cache
def _kind(token: str) -> Kind:
    return next((kind for beginning, kind in _KINDS if token.startswith(beginning)), "")
