"""Pages: the grid, what stays together, nothing lost, furniture in its place."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.diagnostics import Report
from convert.kit.units import to_mm
from convert.layout.result import ASCENT, Line, Picture, Stroke
from convert.model import (
    Block,
    Cell,
    CodeBlock,
    Column,
    Figure,
    Group,
    Heading,
    Image,
    List,
    ListItem,
    Media,
    PageBreak,
    Quote,
    Row,
    Rule,
    Span,
    Strong,
    Table,
    Text,
)
from convert.model import replace as replace_node
from convert.model.build import heading, para
from tests.layout.composing import PITCH_MM, all_words, composed, lines_of, words
from tests.specimens import picture

SENTENCE = "会议指出，要全面贯彻落实安全生产责任制，坚决防范遏制重特大事故发生。"


def grid_line(line: Line) -> float:
    """The number of the grid line that a line stands on, from 1."""
    return (to_mm(line.y - ASCENT * line.size) - 37) / PITCH_MM + 1


def test_body_stands_on_the_grid_and_fills_22_lines() -> None:
    pages = composed(para(SENTENCE * 80)).pages.pages
    assert len(pages) > 2
    for page in pages[:-1]:
        lines = lines_of(page)
        assert len(lines) == 22
        for number, line in enumerate(lines, 1):
            assert grid_line(line) == pytest.approx(number, abs=0.01)


def test_full_lines_hold_28_cells_from_edge_to_edge() -> None:
    first, *rest = lines_of(composed(para("会" * 200)).pages.pages[0])
    assert to_mm(first.x) == pytest.approx(28 + 2 * 156 / 28, abs=0.05)
    assert first.end - first.start == 26
    for line in rest[:-1]:
        assert (line.end - line.start, line.stretch) == (28, 0)
        assert to_mm(line.x) == pytest.approx(28, abs=0.05)
        assert to_mm(line.x + line.width) == pytest.approx(184, abs=0.1)


def test_title_stands_on_line_2_and_the_body_is_back_on_the_grid_after_an_empty_line() -> None:
    title, body = lines_of(composed(para("关于安全生产的报告", role="title"), para(SENTENCE)).pages.pages[0])[:2]
    assert grid_line(title) == pytest.approx(2, abs=0.01)
    assert grid_line(body) == pytest.approx(4, abs=0.01)
    assert to_mm(title.x + title.width / 2) == pytest.approx(28 + 78, abs=0.1)


def test_page_numbers_stand_outside_on_odd_and_even_pages() -> None:
    """GB/T 9704-2012 cl. 7.5: odd right, even left, one character in."""
    pages = composed(para("会" * 2000)).pages.pages
    for page in pages:
        number = next(i for i in page.items if isinstance(i, Line) and i.text.element.kind == "artifact")
        assert words(number) == f"— {page.number} —"
        edge = number.x + number.width if page.number % 2 else number.x
        assert to_mm(edge) == pytest.approx(184 - to_mm(14) if page.number % 2 else 28 + to_mm(14), abs=0.1)


@pytest.mark.parametrize("filler", range(18, 25))
@pytest.mark.parametrize("length", [1, 2, 5])
def test_a_heading_is_never_last_on_a_page(filler: int, length: int) -> None:
    """Whatever follows: three lines cannot be parted so that two are on each page."""
    blocks: list[Block] = [para("会") for _ in range(filler)]
    pages = composed(*blocks, heading(1, "一、总体要求"), para(SENTENCE * length)).pages.pages
    for page in pages:
        assert words(lines_of(page)[-1]) != "一、总体要求"


@pytest.mark.parametrize("filler", range(15, 23))
def test_no_single_line_is_left_behind_or_taken_along(filler: int) -> None:
    pages = composed(*(para("会") for _ in range(filler)), para(SENTENCE * 5)).pages.pages
    counts = [sum(len(line.text.text) > 1 for line in lines_of(page)) for page in pages]
    assert sum(counts) > 4
    assert all(count == 0 or count >= 2 for count in counts)


def test_a_page_break_begins_a_page_once() -> None:
    pages = composed(para("一"), PageBreak(), PageBreak(), para("二")).pages.pages
    assert [[words(line) for line in lines_of(page)] for page in pages] == [["一"], ["二"]]


def test_an_empty_document_has_one_page() -> None:
    assert len(composed().pages.pages) == 1


def test_outline_and_anchors_say_where_things_are() -> None:
    pages = composed(
        para("题", role="title"), heading(1, "一、甲", id="a"), PageBreak(), heading(2, "（一）乙", id="b"), para("文")
    ).pages
    assert [(e.level, e.text, e.page) for e in pages.outline] == [(0, "题", 1), (1, "一、甲", 1), (2, "（一）乙", 2)]
    assert pages.anchors["a"][0] == 1
    assert pages.anchors["b"][0] == 2


def test_list_markers_stand_on_the_line_of_their_item() -> None:
    items = tuple(ListItem(children=(para(t),)) for t in ("甲", "乙"))
    page = composed(List(items, ordered=True, start=3)).pages.pages[0]
    lines = lines_of(page)
    assert [words(line) for line in lines] == ["3.", "甲", "4.", "乙"]
    assert lines[0].y == lines[1].y
    assert lines[0].x + lines[0].width < lines[1].x


def test_a_missing_glyph_is_reported_with_its_place_and_drawn_as_a_box() -> None:
    report = Report("test")
    page = composed(para("会\U000e9999\U0001f9ff议"), report=report).pages.pages[0]
    assert None in [run.face for run in lines_of(page)[0].text.runs]
    assert "font-missing-glyph" in {d.code for d in report.diagnostics}


def test_substituted_faces_are_disclosed() -> None:
    report = Report("test")
    composed(para("会"), report=report).pages  # noqa: B018
    assert {"wanted": "仿宋_GB2312", "used": "FandolFang R"} in [d.args for d in report.diagnostics]


def test_a_face_that_misses_much_gives_way_for_the_whole_document() -> None:
    """Mixing two designs in one line looks broken: GBK characters that 仿宋 lacks take the whole text with them."""
    line = lines_of(composed(para("丂丄丅会议指出")).pages.pages[0])[0]
    assert {run.face.name for run in line.text.runs if run.face} == {"NotoSerifSC-Regular"}


def table(rows: int, *, text: str = "单元", head: int = 1, span: int = 1) -> Table:
    body = [Row(tuple(Cell((para(f"{text}{r}{c}"),)) for c in range(3))) for r in range(rows)]
    return Table(tuple(Column() for _ in range(3)), head=tuple(body[:head]), body=tuple(body[head:]))


def test_header_rows_come_again_on_every_page() -> None:
    pages = composed(table(100)).pages.pages
    assert len(pages) > 2
    for page in pages:
        first = [words(i) for i in page.items if isinstance(i, Line) and "单元" in i.text.text][:3]
        assert first == ["单元00", "单元01", "单元02"]
    starts = [[i.x for i in page.items if isinstance(i, Line) and "单元" in i.text.text][:3] for page in pages]
    assert starts[1:] == starts[:-1], "repeats stand where the header does"
    assert all_words(composed(table(100)).pages).count("单元00") == 1, "repeats are not read out again"


def test_rows_are_kept_whole_and_a_cell_taller_than_a_page_is_cut() -> None:
    tall = Table((Column(), Column()), body=(Row((Cell((para(SENTENCE * 120),)), Cell((para("右"),)))),))
    pages = composed(tall).pages
    assert len(pages.pages) >= 3
    assert all_words(pages).replace("右", "") == SENTENCE * 120
    bottom = 297 - 35 + 1
    for page in pages.pages:
        assert all(
            to_mm(i.y) <= bottom for i in page.items if isinstance(i, Line) and i.text.element.kind != "artifact"
        )


def test_spans_tie_rows_and_columns_together() -> None:
    rows = (
        Row((Cell((para("甲"),), rowspan=2), Cell((para("乙"),), colspan=2))),
        Row((Cell((para("丙"),)), Cell((para("丁"),)))),
    )
    page = composed(Table((Column(), Column(), Column()), body=rows)).pages.pages[0]
    x = {words(line): line.x for line in lines_of(page)}
    assert x["甲"] < x["乙"] == x["丙"] < x["丁"]
    assert any(isinstance(i, Stroke) for i in page.items)


blocks: st.SearchStrategy[Block] = st.deferred(
    lambda: st.one_of(
        st.text("会议指出，。“”abc 12年", min_size=1, max_size=80).map(para),
        st.text("会议指出", min_size=1, max_size=30).map(lambda t: Heading((Text(t),), 2)),
        st.text("会议\nabc", min_size=1, max_size=40).map(CodeBlock),
        st.text("会议abc", min_size=1, max_size=40).map(lambda t: para(Strong((Text(t),)))),
        st.just(PageBreak()),
        st.just(Rule()),
        st.lists(blocks, max_size=3).map(lambda b: Quote(tuple(b))),
        st.lists(blocks, max_size=3).map(lambda b: Group(tuple(b))),
        st.lists(blocks, min_size=1, max_size=3).map(lambda b: List((ListItem(children=tuple(b)),))),
        st.lists(blocks, min_size=1, max_size=2).map(lambda b: Table((Column(),), body=(Row((Cell(tuple(b)),)),))),
    )
)


@settings(deadline=None, max_examples=60)
@given(st.lists(blocks, max_size=8))
def test_every_character_is_on_a_page_once_and_pages_run_downwards(document: list[Block]) -> None:
    from convert.model.walk import plain

    pages = composed(*document).pages
    printed = all_words(pages)
    for bullet in "•◦▪":
        printed = printed.replace(bullet, "")
    assert printed == "".join(plain(tuple(document)).split())
    for page in pages.pages:
        for a, b in pairwise(lines_of(page)):
            if a.text is b.text:
                assert a.y < b.y


@pytest.mark.parametrize("filler", range(14, 23))
def test_a_picture_stays_with_its_caption_and_a_caption_with_its_table(filler: int) -> None:
    media = {"m": Media("image/png", picture())}
    figure = Figure((para(Image("m", "图", 100, 90)),), (Text("图1"),))
    table = Table((Column(),), (Text("表1"),), body=(Row((Cell((para("格"),)),)),))
    for block in (figure, table):
        made = composed(*(para("会") for _ in range(filler)), block)
        made = replace(made, document=replace_node(made.document, media=media))
        (page,) = (page for page in made.pages.pages if any(words(line) in ("图1", "表1") for line in lines_of(page)))
        assert any(isinstance(item, Picture) or (isinstance(item, Line) and words(item) == "格") for item in page.items)


def test_what_stands_for_a_picture_is_in_the_middle_as_the_picture_would_be() -> None:
    ((line,),) = (lines_of(page) for page in composed(Figure((para("[图]"),))).pages.pages)
    page = composed().sheet.page
    assert line.x + line.width / 2 == pytest.approx(page.left + page.area_width / 2, abs=0.1)


def test_characters_that_are_never_drawn_are_told() -> None:
    findings = Report("test")
    pages = composed(para("葛\U000e0100城"), para("می\u200cروم"), para("正文"), report=findings).pages
    assert all_words(pages) == "葛城میروم正文"
    assert [d.code for d in findings.folded() if d.code == "invisible-undrawn"] == ["invisible-undrawn"]
    assert sum(d.count for d in findings.folded() if d.code == "invisible-undrawn") == 2


def test_links_lead_to_words_within_paragraphs() -> None:
    """To a span, to an empty one (a bookmark of Word's), to one behind the last word."""
    target = para(
        SENTENCE * 3, Span((Text("此处"),), id="words"), "与", Span((), id="before"), "彼处", Span((), id="end")
    )
    pages = composed(para(SENTENCE), PageBreak(), target).pages
    tops = [item.y - ASCENT * item.size for item in pages.pages[1].items if isinstance(item, Line)]
    assert {name: pages.anchors[name][0] for name in ("words", "before", "end")} == dict.fromkeys(
        ("words", "before", "end"), 2
    )
    assert all(pages.anchors[name][1] == pytest.approx(tops[-2]) for name in ("words", "before", "end"))
