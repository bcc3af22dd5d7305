"""Pictures among words: in the line, on the baseline, with room made for them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from convert.diagnostics import Report
from convert.layout.composition import Composition
from convert.layout.objects import OBJECT
from convert.layout.result import ASCENT, Line, Page, Picture
from convert.model import (
    Block,
    Cell,
    Column,
    Document,
    Image,
    Inline,
    LineBreak,
    List,
    ListItem,
    Media,
    Meta,
    Row,
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


def pages(*inlines: Inline) -> list[Page]:
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
    (page,) = pages(SENTENCE, ICON, SENTENCE)  # type: ignore[arg-type]
    lines = body(page)
    assert "".join(map(words, lines)) == SENTENCE + OBJECT + SENTENCE
    assert not any(isinstance(item, Picture) for item in page.items)
    steps = {round(b.y - a.y, 2) for a, b in pairwise(lines)}
    assert steps == {round(PITCH, 2)}


def test_a_taller_line_takes_whole_lines_of_the_grid() -> None:
    (page,) = pages(SENTENCE, SENTENCE, TALL, SENTENCE, SENTENCE)  # type: ignore[arg-type]
    lines = body(page)
    assert [round((b.y - a.y) / PITCH, 3) for a, b in pairwise(lines)].count(2) == 1
    assert all(round((b.y - a.y) / PITCH, 3) in (1, 2) for a, b in pairwise(lines))


def test_what_is_larger_than_a_line_and_what_stands_alone_is_set_by_itself() -> None:
    for inlines, count in (((SENTENCE, LARGE, SENTENCE), 1), ((ICON,), 1), ((ICON, ICON), 0), ((LARGE, ICON), 1)):
        (page,) = pages(*inlines)  # type: ignore[arg-type]
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


@settings(max_examples=40)
@given(
    st.lists(
        st.one_of(
            st.integers(1, 40).map(lambda n: SENTENCE[:n]),
            st.tuples(st.floats(2, 40), st.floats(2, 90)).map(lambda size: Image("icon", "图", *size)),
            st.just(LineBreak()),
        ),
        min_size=1,
        max_size=80,
    )
)
def test_nothing_is_lost_and_nothing_meets(inlines: list[Inline | str]) -> None:
    found = pages(*inlines)  # type: ignore[arg-type]
    figures = sum(len(boxes(page)) + sum(isinstance(item, Picture) for item in page.items) for page in found)
    assert figures == sum(isinstance(inline, Image) for inline in inlines)
    for page in found:
        lines = body(page)
        for line, height in boxes(page):
            assert line.x >= 28 / 25.4 * 72 - 0.1
            assert line.x + line.width <= (28 + 156) / 25.4 * 72 + 0.1
            above = [other for other in lines if other.y < line.y]
            assert all(line.y - height > other.y - 1 for other in above)
        assert all(line.y + (1 - ASCENT) * line.size <= page.height - 35 / 25.4 * 72 + 1 for line in lines)
