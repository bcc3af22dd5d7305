"""Formulas cut into pieces: at their own operators, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given

from convert.kit.math.breaking import pieces
from convert.kit.math.plainform import plain_form
from convert.kit.math.presentation import characters, parse
from tests.kit.math.test_officemath import TEX


@pytest.mark.parametrize(
    ("tex", "wanted"),
    [
        ("a+b=c", ["a+", "b=", "c"]),
        ("-a+b", ["−a+", "b"]),
        ("f(a+b)-c", ["f(a+b)−", "c"]),
        (r"\frac{a+b}{c}", ["a+bc"]),
        (r"\left(a+b\right)x", ["(a+b)x"]),
        ("x", ["x"]),
        ("a=", ["a="]),
    ],
)
def test_pieces_end_with_operators_outside_of_brackets(tex: str, wanted: list[str]) -> None:
    found = pieces(plain_form(tex, "", display=True))
    assert [characters(parse(piece)) for piece in found] == wanted


@given(TEX)
def test_no_character_is_lost(tex: str) -> None:
    plain = plain_form(f"{tex} = {tex} + 1", "", display=True)
    if plain:
        assert "".join(characters(parse(piece)) for piece in pieces(plain)) == characters(parse(plain))
