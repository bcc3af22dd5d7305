"""Code cut into kinds: nothing of it is lost, whatever the language."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.kit.highlight import CodePiece, code_pieces

PYTHON = "@cache\ndef f(x):\n\treturn 'a' + 42  # 注释\n\n"


def test_the_parts_of_code_have_their_kinds() -> None:
    pieces = code_pieces(PYTHON, "python")
    kinds = {piece.text.strip(): piece.kind for piece in pieces}
    assert kinds["@cache"] == "name"
    assert kinds["def"] == "keyword"
    assert kinds["'a'"] == "string"
    assert kinds["42"] == "number"
    assert kinds["# 注释"] == "comment"


def test_neighbours_differ() -> None:
    pieces = code_pieces(PYTHON, "Python")
    assert all(a.kind != b.kind for a, b in pairwise(pieces))


@pytest.mark.parametrize("language", ["", "nothing-of-the-kind", "文"])
def test_what_is_in_no_known_language_is_one_piece(language: str) -> None:
    assert code_pieces(PYTHON, language) == (CodePiece("", PYTHON),)


@given(st.text(max_size=80), st.sampled_from(["python", "c", "html", "yaml", "bash", "diff", "sql", "tex", "console"]))
@settings(max_examples=60, deadline=None)
def test_the_pieces_make_up_the_text(text: str, language: str) -> None:
    assert "".join(piece.text for piece in code_pieces(text, language)) == text
