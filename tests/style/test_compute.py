from __future__ import annotations

import pytest

from convert.diagnostics import StyleError
from convert.model import Cell, Column, Heading, List, ListItem, Row, Span, Strong, Table, Text, Toc
from convert.model.build import para
from convert.style.compute import compute, read_sheet
from convert.style.load import style_names
from convert.style.page import Texts
from convert.style.schema import StyleFile
from convert.style.sheet import Sheet

MM = 72 / 25.4


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return read_sheet("gbt9704")


def refused(*settings: str) -> StyleError:
    """The error that the official style raises with these settings."""
    with pytest.raises(StyleError) as caught:
        read_sheet("gbt9704", settings)
    return caught.value


@pytest.mark.parametrize("weights", ["[]", "[1, 1, 1]", "[0]"])
def test_a_rule_has_one_line_or_two(weights: str) -> None:
    assert "rules.letterhead.weights_pt" in str(refused(f"rules.letterhead.weights_pt={weights}"))


# --- GB/T 9704-2012 by its clauses ------------------------------------------------------------------------------------


def test_page_and_type_area(sheet: Sheet) -> None:
    """Cl. 5.2.1: A4, 天头 37 mm ± 1, 订口 28 mm ± 1, 版心 156 mm × 225 mm."""
    page = sheet.page
    assert (page.width / MM, page.height / MM) == pytest.approx((210, 297))
    assert (page.top / MM, page.left / MM) == pytest.approx((37, 28))
    assert (page.area_width / MM, page.area_height / MM) == pytest.approx((156, 225))


def test_grid_fills_the_type_area_from_edge_to_edge(sheet: Sheet) -> None:
    """Cl. 5.2.3: 22 lines of 28 characters that fill the 版心."""
    grid = sheet.grid
    assert (grid.lines, grid.cells) == (22, 28)
    assert grid.cells * grid.cell == pytest.approx(sheet.page.area_width)
    assert (grid.lines - 1) * grid.pitch + grid.cell == pytest.approx(sheet.page.area_height)


def test_body_and_title(sheet: Sheet) -> None:
    """Cl. 5.2.2, 7.3.1, 7.3.3: body in 3号 仿宋, indented two characters; title in 2号 小标宋, centred."""
    body, title = sheet.roles["body"], sheet.roles["title"]
    assert (body.size, body.indent_em, body.align) == (16, 2, "justify")
    assert body.em == pytest.approx(sheet.grid.cell)
    assert body.pitch == pytest.approx(sheet.grid.pitch)
    assert sheet.fonts[body.font].cjk[0] == "仿宋_GB2312"
    assert (title.size, title.align, title.indent_em) == (22, "center", 0)
    assert "小标宋" in sheet.fonts[title.font].cjk[0]


def test_heading_faces(sheet: Sheet) -> None:
    """Cl. 7.3.3: first level 黑体, second 楷体, third and fourth 仿宋."""
    faces = [sheet.fonts[sheet.roles[f"heading{level}"].font].cjk[0] for level in (1, 2, 3, 4)]
    assert faces == ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]


def test_page_number(sheet: Sheet) -> None:
    """Cl. 7.5: 4号, between dashes, 7 mm below the type area, odd pages right, even pages left, one character in."""
    footer = sheet.pages["body"].footer
    assert (footer.size, footer.inset_em) == (14, 1)
    assert footer.odd == footer.first == Texts(right="— {page} —")
    assert footer.even == Texts(left="— {page} —")
    assert footer.drop / MM == pytest.approx(7)
    assert sheet.fonts[footer.font].cjk[0] == "宋体"


# --- how values are resolved ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", style_names())
def test_every_style_computes_all_that_writers_ask_for(name: str) -> None:
    sheet = read_sheet(name)
    asked = {"body", "title", "quote", "caption", "cell", "header-cell", "code", "formula", "note", "toc", "list"}
    assert asked | {f"heading{level}" for level in range(1, 10)} <= set(sheet.roles)
    assert {role.font for role in sheet.roles.values()} <= set(sheet.fonts)


def test_a_role_takes_from_its_parent_and_in_the_end_from_body(sheet: Sheet) -> None:
    assert sheet.roles["heading2"].keep_next
    assert sheet.roles["heading2"].size == sheet.roles["body"].size
    assert sheet.roles["header-cell"].size == sheet.roles["cell"].size == 12
    changed = read_sheet("gbt9704", ("roles.cell.size_pt=9", "roles.body.color='#333333'"))
    assert changed.roles["header-cell"].size == 9
    assert changed.roles["heading9"].color == "#333333"


def test_what_belongs_to_one_block_is_not_inherited_from_body() -> None:
    changed = read_sheet(
        "gbt9704", ("roles.body.before_lines=1", "roles.body.new_page=true", "roles.heading.after_lines=2")
    )
    assert (changed.roles["body"].before_lines, changed.roles["quote"].before_lines) == (1, 0)
    assert not changed.roles["quote"].new_page
    assert changed.roles["heading1"].after_lines == 2


def test_on_the_grid_a_character_fills_its_cell_whatever_its_size() -> None:
    small = read_sheet("gbt9704", ("roles.quote.size_pt=14",))
    assert small.roles["quote"].em == pytest.approx(small.grid.cell)
    assert small.roles["quote"].pitch == pytest.approx(small.grid.pitch)


def test_spans_say_only_what_changes(sheet: Sheet) -> None:
    assert sheet.span(Strong(())).font == "hei"
    assert (sheet.span(Strong(())).scale, sheet.span(Strong(())).color) == (1, "")
    assert sheet.span(Span((), role="highlight")).background == "#fff2a8"
    assert sheet.span(Span((), role="no-such-role")) == sheet.span(Span(()))


def test_a_block_is_looked_up_by_role_then_kind_then_container(sheet: Sheet) -> None:
    assert sheet.role_of(para("甲", role="recipient")) == "recipient"
    assert sheet.role_of(Heading((), 2)) == "heading2"
    assert sheet.role_of(Heading((), 2, role="no-such-role")) == "heading2"
    assert sheet.role_of(para("甲"), "cell") == "cell"
    assert sheet.role_of(Toc()) == "toc"
    assert sheet.role_of(Table((Column(),), body=(Row((Cell(()),)),))) == "body"
    assert sheet.look(para("甲")) is sheet.roles["body"]


def test_list_markers(sheet: Sheet) -> None:
    done, open_, plain = ListItem(checked=True), ListItem(checked=False), ListItem((Text("项"),))
    bullets, numbers = List((plain,)), List((plain,), ordered=True)
    assert [sheet.lists.marker(bullets, item, 1, 0) for item in (done, open_)] == ["■", "□"]
    assert [sheet.lists.marker(bullets, plain, 1, level) for level in range(4)] == ["•", "◦", "▪", "•"]
    assert sheet.lists.marker(numbers, plain, 3, 0).startswith("3")


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        (("roles.body.font=comic",), "roles.body.font"),
        (("footer.font=comic",), "footer.font"),
        (("footer.left={sheet}",), "footer.left"),
        (("sections.back.numbers=decimal",), "sections.back"),
        (("sections.front.page.top_mm=400",), "sections.front.page"),
        (("spans.strong.font=comic",), "spans.strong.font"),
        (("roles.body.color=red",), "roles.body.color"),
        (("spans.link.color='#12345'",), "spans.link.color"),
        (("roles.quote.extends=comic",), "roles.quote.extends"),
        (("roles.quote.extends=list", "roles.list.extends=quote"), "roles.list.extends"),
        (("page.left_mm=200",), "page"),
        (("grid.lines=1",), "grid"),
        (('numbering.levels=["{kanji}"]',), "numbering.levels"),
        (('numbering.levels=["{2}."]',), "numbering.levels"),
        (('numbering.levels=["{cjk}-{1}"]',), "numbering.levels"),
        (('numbering.levels=["一、"]',), "numbering.levels"),
        (("captions.table.zh='表'",), "captions.table.zh"),
        (("captions.table.zh='表{n}'",), "captions.table.zh"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_by_key(settings: tuple[str, ...], key: str) -> None:
    error = refused(*settings)
    assert error.diagnostic.code == "style-value"
    assert error.diagnostic.args["key"].split(".")[0] == key.split(".")[0]
    assert error.diagnostic.args["style"] == "gbt9704"


@pytest.mark.parametrize("file", [StyleFile(), StyleFile(name="empty", lang="zh")])
def test_a_style_that_stands_alone_must_be_complete(file: StyleFile) -> None:
    with pytest.raises(StyleError) as caught:
        compute(file, "own")
    assert caught.value.diagnostic.code == "style-missing"
    assert caught.value.diagnostic.args["key"] == "page.width_mm"


def test_looks_of_tables_take_the_usual_weights() -> None:
    tables = read_sheet("gbt9704", ("table.rule_pt=0.75", "tables.three-line.top_pt=2")).tables
    assert (tables.looks["grid"].top, tables.looks["grid"].rows, tables.looks["grid"].span) == (0.75, 0.75, 0.75)
    assert (tables.looks["three-line"].top, tables.looks["three-line"].bottom) == (2, 1.5)
    assert tables.name_of(Table((), role="three-line")) == "three-line"
    assert tables.name_of(Table((), role="unheard-of")) == tables.name_of(Table(())) == "grid"


def test_a_look_of_tables_that_is_not_there_is_told() -> None:
    assert "grid" in str(refused('table.look="gird"'))
    assert "tables.grid.shade" in str(refused('tables.grid.shade="grey"'))
    assert "tiny-cell" in str(refused('table.smaller=["tiny"]'))
