"""Pictures and formulas among words: in the line, on the baseline, with room made for them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.diagnostics import Report
from convert.layout.columns import column_widths
from convert.layout.composition import Composition
from convert.layout.objects import OBJECT
from convert.layout.result import ASCENT, Line, Page, Picture
from convert.model import (
    Block,
    Cell,
    Code,
    Column,
    Document,
    Image,
    Inline,
    LineBreak,
    List,
    ListItem,
    Math,
    MathBlock,
    Media,
    Meta,
    Row,
    Super,
    Table,
)
from convert.model.build import para
from tests.layout.composing import PITCH_MM, lines_of, words
from tests.specimens import SENTENCE, composition, picture

PITCH = PITCH_MM / 25.4 * 72
ICON = Image("icon", "图标", 12, 12)
TALL = Image("icon", "高", 20, 40)
LARGE = Image("icon", "大图", 200, 100)


def made(*blocks: Block) -> Composition:
    return composition(Document(blocks, Meta(title="题"), {"icon": Media("image/png", picture())}), Report("test"))


def pages(*inlines: Inline | str) -> list[Page]:
    """The pages of one paragraph."""
    return made(para(*inlines)).pages.pages


def body(page: Page) -> list[Line]:
    return [line for line in lines_of(page) if line.text.element.kind == "paragraph"]


def boxes(page: Page) -> list[tuple[Line, float]]:
    """The lines that hold boxes, each with the height of one."""
    return [
        (line, run.box.height)
        for line in lines_of(page)
        for run in line.text.runs
        if run.box and line.start <= run.start < line.end
    ]


def test_a_small_picture_stands_in_its_line_which_stays_on_the_grid() -> None:
    (page,) = pages(SENTENCE, ICON, SENTENCE)
    lines = body(page)
    assert "".join(map(words, lines)) == SENTENCE + OBJECT + SENTENCE
    assert not any(isinstance(item, Picture) for item in page.items)
    steps = {round(b.y - a.y, 2) for a, b in pairwise(lines)}
    assert steps == {round(PITCH, 2)}


def test_a_taller_line_takes_whole_lines_of_the_grid() -> None:
    (page,) = pages(SENTENCE, SENTENCE, TALL, SENTENCE, SENTENCE)
    lines = body(page)
    assert [round((b.y - a.y) / PITCH, 3) for a, b in pairwise(lines)].count(2) == 1
    assert all(round((b.y - a.y) / PITCH, 3) in (1, 2) for a, b in pairwise(lines))


def test_what_is_larger_than_a_line_and_what_stands_alone_is_set_by_itself() -> None:
    for inlines, count in (((SENTENCE, LARGE, SENTENCE), 1), ((ICON,), 1), ((ICON, ICON), 0), ((LARGE, ICON), 1)):
        (page,) = pages(*inlines)
        assert sum(isinstance(item, Picture) for item in page.items) == count


def test_off_the_grid_a_line_grows_by_what_is_missing() -> None:
    row = Row((Cell((para("甲", Image("icon", "图", 12, 20), "乙", LineBreak(), "丙"),)),))
    (page,) = made(Table((Column(),), body=(row,))).pages.pages
    (tall, height), *_ = boxes(page)
    second = next(line for line in lines_of(page) if words(line) == "丙")
    assert round(second.y - tall.y, 2) == 18
    assert 0 < tall.above < height


def test_a_list_item_s_marker_stands_beside_its_first_line() -> None:
    (page,) = made(List((ListItem((), (para(TALL, "高图"),)), ListItem((), (para("次"),))))).pages.pages
    marker = next(line for line in lines_of(page) if line.text.element.kind == "label")
    assert marker.y == boxes(page)[0][0].y


# --- formulas ----------------------------------------------------------------------------------------------------


def test_a_formula_stands_on_the_baseline_of_its_line() -> None:
    (page,) = pages("能量", Math("E=mc^2"), "很大")
    (line,) = body(page)
    (run,) = [run for run in line.text.runs if run.box]
    assert words(line) == f"能量{OBJECT}很大"
    assert run.box and 0.5 < run.box.height / line.size < 1.2 and 0 <= run.box.depth / line.size < 0.3
    assert (run.element.kind, run.element.alt, run.element.text) == ("formula", "E=mc^2", "E=mc2")
    assert run.element.parent is line.text.element


def test_a_formula_takes_the_size_of_its_text() -> None:
    (page,) = made(para(Math("x"), Super((Math("x"),)), Code("c"))).pages.pages
    (large, small) = [run for line in body(page) for run in line.text.runs if run.box]
    assert large.box and small.box
    assert small.box.width / large.box.width == pytest.approx(small.size / large.size)
    assert small.rise > 0


def test_lines_with_formulas_stay_on_the_grid_and_clear_of_each_other() -> None:
    tall = Math(r"\sum_{i=1}^{n}\frac{a}{b}")
    (page,) = made(*(para(SENTENCE[:9], tall, SENTENCE[:9]) for _ in range(4)), para(SENTENCE)).pages.pages
    assert all(round((b.y - a.y) / PITCH, 3) % 1 == 0 for a, b in pairwise(body(page)))
    for (a, _), (b, height) in pairwise(boxes(page)):
        depth = max(run.box.depth for run in a.text.runs if run.box)
        assert a.y + depth < b.y - height


def test_a_displayed_formula_stands_in_the_middle_of_whole_lines() -> None:
    (page,) = made(para(SENTENCE[:5]), MathBlock(r"\sum_{i=1}^{n}\frac{a}{b}"), para(SENTENCE[:5])).pages.pages
    before, formula, after = body(page)
    assert round((after.y - before.y) / PITCH, 3) == 3
    (box,) = [run.box for run in formula.text.runs if run.box]
    middle = formula.y + (box.depth - box.height) / 2
    em_middle = (ASCENT - 0.5) * before.size
    assert middle == pytest.approx((before.y + after.y) / 2 - em_middle, abs=0.5)
    assert formula.x + formula.width / 2 == pytest.approx((28 + 156 / 2) / 25.4 * 72, abs=0.1)


def test_a_long_formula_is_cut_after_its_operators_and_stays_one_element() -> None:
    long = Math("+".join("x" * 80), id="long")
    composed = made(para("见", long, "。"), MathBlock(long.tex))
    (page,) = composed.pages.pages
    found = boxes(page)
    assert len(found) == 160
    assert len({line.y for line, _ in found}) >= 5
    assert all(line.x + line.width <= (28 + 156) / 25.4 * 72 + 0.1 for line, _ in found)
    assert len({run.element for line in body(page) for run in line.text.runs if run.box}) == 2
    assert not composed.report.diagnostics or "math-scaled" not in {d.code for d in composed.report.diagnostics}


def test_what_cannot_be_cut_becomes_smaller_and_that_is_told() -> None:
    long = rf"\left({'+'.join('x' * 80)}\right)"
    composed = made(para("见", Math(long)), MathBlock(long))
    widths = [line.width for page in composed.pages.pages for line, _ in boxes(page)]
    assert max(widths) <= 156 / 25.4 * 72 + 0.01
    assert [d.code for d in composed.report.diagnostics if d.code == "math-scaled"] == ["math-scaled"] * 2


def test_the_same_formula_twice_is_two_elements() -> None:
    same = Math("x")
    (page,) = made(para(same, same)).pages.pages
    assert len({run.element for line in body(page) for run in line.text.runs}) == 2


def test_a_formula_that_cannot_be_drawn_is_printed_as_its_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convert.kit.math.drawing.draw", lambda mathml, face_of: None)
    composed = made(para("式", Math("q^{17}")), MathBlock("r^{18}"))
    assert [words(line) for page in composed.pages.pages for line in body(page)] == ["式q17", "r18"]
    assert [d.code for d in composed.report.diagnostics if d.code == "math-undrawn"] == ["math-undrawn"] * 2


def test_a_character_that_no_face_has_is_told_in_formulas_too() -> None:
    composed = made(para(Math("\\text{\U0010fffd}")))
    assert composed.pages
    assert [d.code for d in composed.report.diagnostics if d.code == "font-missing-glyph"] == ["font-missing-glyph"]


# --- anything ----------------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(
    st.lists(
        st.one_of(
            st.integers(1, 40).map(lambda n: SENTENCE[:n]),
            st.tuples(st.floats(2, 40), st.floats(2, 90)).map(lambda size: Image("icon", "图", *size)),
            st.sampled_from((Math("x"), Math(r"\frac{a}{b}"), Math(r"\int_0^1 x"))),
            st.just(LineBreak()),
        ),
        min_size=1,
        max_size=80,
    )
)
def test_nothing_is_lost_and_nothing_meets(inlines: list[Inline | str]) -> None:
    found = pages(*inlines)
    figures = sum(len(boxes(page)) + sum(isinstance(item, Picture) for item in page.items) for page in found)
    assert figures == sum(isinstance(inline, Image | Math) for inline in inlines)
    for page in found:
        lines = body(page)
        for line, height in boxes(page):
            assert line.x >= 28 / 25.4 * 72 - 0.1
            assert line.x + line.width <= (28 + 156) / 25.4 * 72 + 0.1
            above = [other for other in lines if other.y < line.y - 0.01]
            assert all(line.y - height > other.y for other in above)
        assert all(line.y + (1 - ASCENT) * line.size <= page.height - 35 / 25.4 * 72 + 1 for line in lines)


def test_a_column_is_as_wide_as_its_formulas_are_seen() -> None:
    def widths(tex: str) -> list[float]:
        row = Row((Cell((para(Math(tex)),)), Cell((para("乙" * 12),))))
        return column_widths(made(Table((Column(), Column()), body=(row,))).document.blocks[-1], 400.0, 12.0, 3.0)  # type: ignore[arg-type]

    assert widths(r"\mathrm{a}") == widths("a")
    assert widths(r"\frac{\mathbf{a}}{\mathbf{b}}")[0] < widths(r"\text{甲甲甲甲甲甲}")[0]
