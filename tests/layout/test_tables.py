"""Tables on pages: their rules, how rows stand and where pages cut them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from convert.diagnostics import Report
from convert.layout import tables
from convert.layout.result import Fill, Item, Line, Page, Portion, Stroke
from convert.layout.rules import Area, Shape, Sides, cell_sides
from convert.model import Cell, Column, Note, Row, Table
from convert.model import replace as replace_node
from convert.model.build import para
from tests.layout.composing import composed, lines_of, words
from tests.specimens import SENTENCE


def row(*texts: str, **more: int) -> Row:
    return Row(tuple(Cell((para(text),), **more) for text in texts))  # type: ignore[arg-type]


def table(role: str = "", rows: int = 3) -> Table:
    """A table of two columns with a row as its head."""
    body = tuple(row(f"甲{n}", f"乙{n}") for n in range(rows))
    return Table((Column(), Column()), head=(row("单位", "数量"),), body=body, role=role)


def pages(*tables: Table, settings: tuple[str, ...] = ()) -> list[Page]:
    return composed(*tables, settings=settings).pages.pages


def rules(page: Page) -> Iterator[Stroke]:
    return (item for item in page.items if isinstance(item, Stroke))


def across(page: Page) -> list[tuple[float, float]]:
    """The height and weight of each height's heaviest horizontal rule, downwards."""
    found: dict[float, float] = {}
    for rule in rules(page):
        if rule.y1 == rule.y2:
            found[round(rule.y1, 1)] = max(rule.weight, found.get(round(rule.y1, 1), 0))
    return sorted(found.items())


def test_a_grid_frames_every_cell() -> None:
    (page,) = pages(table())
    assert [weight for _, weight in across(page)] == [0.5] * 5
    assert len({rule.x1 for rule in rules(page) if rule.x1 == rule.x2}) == 3


def test_three_lines_are_above_below_the_head_and_below() -> None:
    (page,) = pages(table("three-line"))
    heights, weights = zip(*across(page), strict=True)
    assert weights == (1.5, 0.75, 1.5)
    assert all(rule.y1 == rule.y2 for rule in rules(page))
    lines = {words(line): line.y for line in lines_of(page)}
    assert heights[0] < lines["单位"] < heights[1] < lines["甲0"] < lines["甲2"] < heights[2]


def test_a_plain_table_has_no_rules() -> None:
    assert not list(rules(pages(table("plain"))[0]))


def test_a_head_cell_over_columns_has_a_rule_of_its_width() -> None:
    head = Row((Cell((para("单位"),), rowspan=2), Cell((para("情况"),), colspan=2))), row("数量", "比例")
    made = Table((Column(), Column(), Column()), head=head, body=(row("甲", "1", "2"),), role="three-line")
    (page,) = pages(made)
    (short,) = (rule for rule in rules(page) if rule.weight == 0.5)
    line = {words(line): line for line in lines_of(page)}
    assert short.x1 < line["数量"].x < line["比例"].x < short.x2
    assert short.x1 > line["单位"].x
    assert line["情况"].y < short.y1 < line["数量"].y


def test_the_weights_are_the_style_s() -> None:
    settings = ("tables.grid.top_pt=2", "tables.grid.rows_pt=0", 'tables.grid.shade="#eeeeee"', 'table.look="grid"')
    (page,) = pages(table(), settings=settings)
    assert [weight for _, weight in across(page)] == [2, 0.5, 0.5]
    grounds = [item for item in page.items if isinstance(item, Fill)]
    assert [ground.color for ground in grounds] == ["#eeeeee"] * 2
    assert grounds[0].y == pytest.approx(across(page)[0][0], abs=0.1)
    assert grounds[0].y + grounds[0].height == pytest.approx(across(page)[1][0], abs=0.1)


def test_where_a_page_ends_the_rule_between_rows_stands() -> None:
    first, *_, last = pages(table("three-line", 80))
    assert [weight for _, weight in across(first)] == [1.5, 0.75], "open below: it goes on"
    assert [weight for _, weight in across(last)] == [1.5, 0.75, 1.5], "with its head again"
    first, *_ = pages(table("grid", 80))
    bottom = across(first)[-1]
    assert bottom[1] == 0.5
    assert bottom[0] > max(line.y for line in lines_of(first))


@pytest.mark.parametrize(("valign", "middle"), [("top", False), ("middle", True)])
def test_content_stands_where_the_style_says(valign: str, middle: bool) -> None:
    made = Table((Column(0.3), Column(0.7)), body=(row("甲", SENTENCE * 2),))
    (page,) = pages(made, settings=(f'table.valign="{valign}"',))
    short, *long = lines_of(page)
    top = min(line.y for line in long)
    assert (short.y > top + 1) is middle
    if middle:
        assert short.y == pytest.approx((top + max(line.y for line in long)) / 2, abs=0.1)


def test_a_cell_that_a_page_cuts_begins_at_its_top() -> None:
    made = Table((Column(0.3), Column(0.7)), body=(row("甲", SENTENCE * 60),))
    first, second, *_ = pages(made)
    short, *long = lines_of(first)
    assert words(short) == "甲"
    assert short.y == min(line.y for line in long)
    assert across(first)[-1][0] > max(line.y for line in long)
    assert across(second)[0][0] < min(line.y for line in second.items if isinstance(line, Line))


def test_a_cell_s_rules_are_those_of_its_place() -> None:
    look = composed().sheet.tables.looks["three-line"]
    shape = Shape(rows=4, head=2, columns=3)
    assert cell_sides(look, shape, Area(0, 1, 0, 3)) == Sides(1.5, 0, 0.5, 0)
    assert cell_sides(look, shape, Area(0, 2, 0, 1)) == Sides(1.5, 0, 0.75, 0)
    assert cell_sides(look, shape, Area(2, 3, 0, 1)) == Sides(0.75, 0, 0, 0)
    assert cell_sides(look, shape, Area(3, 9, 1, 3)) == Sides(0, 0, 1.5, 0), "a span may reach out of the table"


# --- long tables ---------------------------------------------------------------------------------------------------


def long_table() -> Table:
    """With a note, an id and a row taller than a page far down."""
    body = [row(f"甲{n}", f"乙{n}") for n in range(120)]
    body[70] = Row((Cell((para("注", Note((para("注文"),))),)), Cell((para("乙"),))))
    body[80] = Row((Cell((para("有名"),), id="named"), Cell((para("乙"),))))
    body[90] = row("高", SENTENCE * 80)
    return Table((Column(), Column()), head=(row("单位", "数量"),), body=tuple(body))


def drawn(made: list[Page]) -> list[tuple[object, ...]]:
    """What stands on the pages, what is set late as well."""

    def flat(items: Iterable[Item]) -> Iterator[tuple[object, ...]]:
        for item in items:
            match item:
                case Portion():
                    yield from flat(item.items())
                case Line():
                    yield words(item), round(item.x, 2), round(item.y, 2), item.text.element.kind
                case Stroke():
                    yield tuple(round(value, 2) for value in (item.x1, item.y1, item.x2, item.y2, item.weight))

    return [each for page in made for each in flat(page.items)]


def test_a_long_table_is_the_same_when_it_is_set_late(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = composed(long_table()).pages
    monkeypatch.setattr(tables, "_LONG", 10)
    late = composed(long_table()).pages
    assert any(isinstance(item, Portion) for page in late.pages for item in page.items)
    assert drawn(late.pages) == drawn(at_once.pages)
    assert late.anchors == at_once.anchors
    assert "named" in late.anchors


def test_cells_that_just_fit_their_line_are_as_high_as_they_are_set_late(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [part * n for part in ("甲", "甲a", "ab ", "（甲）", "i", "W", "甲\u200b", "１2") for n in range(1, 40)]
    fitting = Table((Column(0.4), Column(0.6)), body=tuple(row(text, text) for text in texts))
    at_once = composed(fitting).pages
    monkeypatch.setattr(tables, "_LONG", 10)
    assert drawn(composed(fitting).pages.pages) == drawn(at_once.pages)


def test_rows_without_cells_are_a_line_high_in_long_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_LONG", 10)
    covered = Row((Cell((para("甲"),), rowspan=3), Cell((para("乙"),), rowspan=3))), Row(()), Row(())
    made = pages(Table((Column(), Column()), body=covered * 20))
    assert len(made) > 1


def test_what_is_set_late_is_reported_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_LONG", 10)
    findings = Report("test")
    body = (*(row(f"甲{n}") for n in range(60)), row("\U0010fffd"), *(row(f"乙{n}") for n in range(60)))
    drawn(composed(Table((Column(),), body=body), report=findings).pages.pages)
    assert [found.code for found in findings.diagnostics].count("font-missing-glyph") == 1


# --- tables in tables ----------------------------------------------------------------------------------------------


def test_a_table_in_a_cell_has_its_columns_and_rules() -> None:
    inner = Table((Column(), Column()), body=(row("内甲", "内乙"), row("内丙", "内丁")))
    (page,) = pages(Table((Column(0.3), Column(0.7)), body=(Row((Cell((para("外"),)), Cell((inner,)))),)))
    line = {words(line): line for line in lines_of(page)}
    assert line["内甲"].y == line["内乙"].y < line["内丙"].y
    assert line["外"].x < line["内甲"].x == line["内丙"].x < line["内乙"].x
    uprights = {round(rule.x1, 1) for rule in rules(page) if rule.x1 == rule.x2}
    assert len(uprights) == 6, "three around and between, three within"
    assert len(across(page)) == 5


def test_a_table_in_a_cell_taller_than_a_page_goes_on() -> None:
    inner = Table((Column(), Column()), body=tuple(row(f"内{n}", SENTENCE) for n in range(40)))
    made = pages(Table((Column(0.2), Column(0.8)), body=(Row((Cell((para("外"),)), Cell((inner,)))),)))
    assert len(made) > 1
    found = [words(line) for page in made for line in lines_of(page) if words(line).startswith("内")]
    assert found == [f"内{n}" for n in range(40)]
    for page in made:
        bottom = max(line.y for line in lines_of(page))
        assert all(rule.y2 <= page.height - 99 + 1 for rule in rules(page)), "35 mm"
        assert any(rule.y2 > bottom for rule in rules(page) if rule.x1 == rule.x2)


def test_a_head_taller_than_half_a_page_does_not_come_again() -> None:
    made = pages(Table((Column(),), head=(row(SENTENCE * 60),), body=tuple(row(f"甲{n}") for n in range(40))))
    assert "".join("".join(words(line) for line in lines_of(page)) for page in made).count(SENTENCE) == 60
    repeats = [i for i in made[-1].items if isinstance(i, Line) and SENTENCE[:4] in i.text.text]
    assert not repeats


@pytest.mark.parametrize("rows", range(20, 40))
def test_the_last_row_stays_with_the_notes_below(rows: int) -> None:
    made = replace_node(table(rows=rows), notes=(para("注：数据为快报数。"),))
    found = [[words(line) for line in lines_of(page)] for page in pages(made)]
    (on,) = (texts for texts in found if any(text.startswith("注") for text in texts))
    assert f"甲{rows - 1}" in on
