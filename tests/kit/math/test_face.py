"""The face of formulas, and what is taken of it."""

from __future__ import annotations

from convert.kit.math.face import math_face, set_characters
from convert.kit.math.plainform import plain_form
from convert.kit.math.presentation import parse


def chars(tex: str) -> set[str]:
    return set_characters(parse(plain_form(tex, "", display=True)))


def test_the_face_has_what_formulas_need() -> None:
    face = math_face()
    assert "MATH" in face.hb_face.table_tags
    assert all(map(face.covers, "∑∫√⟨ℝ\U0001d465αx"))
    assert face.may_embed


def test_letters_come_in_the_shape_they_are_set_in() -> None:
    assert chars("x") == {"x", "\U0001d465"}
    assert chars(r"\mathrm{d}") == {"d"}
    assert chars(r"\sin") == {"s", "i", "n"}
    assert "√" in chars(r"\sqrt{x}")
    assert {"ˆ", "\u0302"} <= chars(r"\widehat{ab}") and "‾" in chars(r"\overline{ab}")
