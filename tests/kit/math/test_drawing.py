"""Formulas as outlines: on their baseline, within their box, the same every time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from convert.kit.fonts import Face, Library
from convert.kit.math.drawing import draw
from convert.kit.math.outlines import UNITS, Drawing, Shape
from convert.kit.math.plainform import plain_form
from convert.kit.resources import fonts_folder
from tests.kit.math.test_officemath import TEX

CHINESE = Library("bundled", fonts_folder()).find("FandolFang R")


def face_of(char: str) -> Face | None:
    return CHINESE if CHINESE and CHINESE.covers(char) else None


def drawn(tex: str, *, display: bool = True) -> Drawing:
    found = draw(plain_form(tex, "", display=display), face_of)
    assert found
    return found


def extent(drawing: Drawing) -> tuple[float, float, float, float]:
    """The left, lowest, right and highest coordinate of all points."""
    xs = [g.x + x * g.scale for g in drawing.glyphs for step in g.shape for x in step.points[::2]]
    ys = [g.y + y * g.scale for g in drawing.glyphs for step in g.shape for y in step.points[1::2]]
    xs += [x for shape in drawing.rules for step in shape for x in step.points[::2]]
    ys += [y for shape in drawing.rules for step in shape for y in step.points[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


@settings(max_examples=60, deadline=None)
@given(TEX)
def test_any_formula_is_drawn_within_its_box(tex: str) -> None:
    plain = plain_form(tex, "", display=True)
    if not plain:
        return
    drawing = draw(plain, face_of)
    assert drawing
    left, bottom, right, top = extent(drawing)
    assert left > -0.3 * UNITS and right < drawing.width + 0.3 * UNITS
    assert bottom > -drawing.depth - 0.1 * UNITS and top < drawing.height + 0.1 * UNITS
    again = draw(plain, face_of)
    assert again and (again.width, again.glyphs, again.rules) == (drawing.width, drawing.glyphs, drawing.rules)


def test_a_letter_stands_on_the_baseline_and_a_fraction_around_the_axis() -> None:
    _, bottom, _, top = extent(drawn("x"))
    assert -0.05 * UNITS < bottom < 0 and 0.4 * UNITS < top < 0.6 * UNITS
    fraction = drawn(r"\frac{a}{b}")
    assert fraction.height > 0.9 * UNITS and fraction.depth > 0.5 * UNITS


def test_in_a_line_formulas_are_lower() -> None:
    for tex in (r"\frac{a}{b}", r"\sum_{i=1}^n x", r"\int_0^1 x", r"\lim_{x\to0} x"):
        high, low = drawn(tex), drawn(tex, display=False)
        assert low.height + low.depth < high.height + high.depth


def test_brackets_and_marks_grow_with_what_they_belong_to() -> None:
    assert drawn(r"\left(\frac{a}{b}\right)").height > 1.2 * drawn("(a)").height
    assert max(map(_width, drawn(r"\overline{ABC}").rules)) > 1.5 * UNITS
    assert max(_width(glyph.shape) for glyph in drawn(r"\widehat{ABC}").glyphs) > 1.0 * UNITS


@pytest.mark.parametrize(
    "tex", [r"\left|\frac{a}{b}\right|", r"\left\{\frac{\frac{a}{b}}{\frac{c}{d}}\right\}", r"\overbrace{a+b+c+d+e}"]
)
def test_what_is_made_of_several_glyphs_has_all_of_them(tex: str) -> None:
    drawing = drawn(tex)
    left, bottom, right, top = extent(drawing)
    assert (left, right) == pytest.approx((0, drawing.width), abs=0.2 * UNITS)
    assert (-bottom, top) == pytest.approx((drawing.depth, drawing.height), abs=0.1 * UNITS)
    assert len(drawing.glyphs) > len(set("".join(c for c in tex if c in "abcde+")))


def test_a_glyph_has_one_shape_wherever_it_stands() -> None:
    drawing = drawn(r"x+\frac{x}{2}", display=False)
    assert [glyph.shape for glyph in drawing.glyphs].count(drawing.glyphs[0].shape) == 2
    assert len({round(glyph.scale, 4) for glyph in drawing.glyphs}) == 2


def _width(shape: Shape) -> float:
    xs = [x for step in shape for x in step.points[::2]]
    return max(xs) - min(xs)


def test_chinese_is_drawn_in_the_text_s_face() -> None:
    assert CHINESE
    both = drawn(r"\text{总量}")
    assert both.width == pytest.approx(2 * UNITS, abs=0.15 * UNITS)
    asked: list[str] = []

    def note(char: str) -> Face | None:
        asked.append(char)
        return face_of(char)

    draw(plain_form(r"\text{总}_{x}+\alpha", "", display=True), note)
    assert set(asked) == {"总"}


def test_a_formula_that_the_library_fails_at_is_none() -> None:
    assert draw('<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>a</mi></mfrac></math>', face_of) is None


def test_what_would_take_far_too_long_is_not_drawn() -> None:
    """Rows in rows take ziamath time by their power of two."""
    few, many = (r"\left(" * depth + "x" + r"\right)" * depth for depth in (6, 25))
    assert drawn(few)
    assert draw(plain_form(many, "", display=True), face_of) is None
