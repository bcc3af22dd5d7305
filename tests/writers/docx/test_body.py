"""What a finished DOCX holds: styles under their names, runs, lists, tables, pictures, links, properties."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from lxml import etree

from convert.diagnostics import Report
from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.model import (
    Block,
    Cell,
    CodeBlock,
    Column,
    Document,
    Figure,
    Group,
    Image,
    LineBreak,
    Link,
    List,
    ListItem,
    Media,
    PageBreak,
    Row,
    Span,
    Strong,
    Super,
    Table,
    Text,
)
from convert.model.build import heading, para
from convert.writers.docx import write
from tests.specimens import SENTENCE, composition, picture, report_composition

W_VAL, W_SIZE = (f"{{{NAMESPACES['w']}}}{name}" for name in ("val", "sz"))


def members(*blocks: Block, media: dict[str, Media] | None = None) -> dict[str, bytes]:
    return unpack(write(composition(Document(blocks, media=media or {}))))


def select(data: bytes, path: str) -> list[Any]:
    return etree.fromstring(data).xpath(path, namespaces=NAMESPACES)  # type: ignore[no-any-return]


def body(*blocks: Block, path: str, media: dict[str, Media] | None = None) -> list[Any]:
    return select(members(*blocks, media=media)["word/document.xml"], path)


def test_word_s_own_styles_are_real_and_official_ones_have_official_names() -> None:
    word = docx.Document(io.BytesIO(write(report_composition())))
    assert [p.style.name for p in word.paragraphs if p.style][:2] == ["Title", "公文正文"]
    assert word.paragraphs[-1].style is not None
    assert word.paragraphs[-1].style.name == "撰稿人"
    assert {"Heading 1", "Heading 9"} < {style.name for style in word.styles}


def test_no_theme_takes_part() -> None:
    files = members(para("文"))
    assert not any("theme" in name for name in files)
    assert b"asciiTheme" not in files["word/styles.xml"]


def test_marks_of_both_scripts_are_told_which_face_to_take() -> None:
    hinted = "//w:r[w:rPr/w:rFonts/@w:hint='eastAsia']/w:t/text()"
    assert body(para("他说“好”……"), path=hinted) == ["他说“好”……"]
    assert body(para("He said “good” — yes."), path=hinted) == []
    assert body(para("见“甲”与 it’s here"), path=hinted) == ["见“甲”与"]
    assert body(para("第①项"), path=hinted) == ["第①项"]
    assert body(para("plain ASCII 与汉字，如此。"), path=hinted) == []
    fonts = body(para("他说“好”"), path="//w:rFonts")
    assert [dict(element.attrib) for element in fonts] == [{f"{{{NAMESPACES['w']}}}hint": "eastAsia"}]


def test_faces_may_be_replaced_by_the_next_of_their_stack() -> None:
    names = dict(
        zip(
            select(members(para("文"))["word/fontTable.xml"], "//w:font/@w:name"),
            select(members(para("文"))["word/fontTable.xml"], "//w:altName/@w:val"),
            strict=True,
        )
    )
    assert names["仿宋_GB2312"].startswith("仿宋,FangSong")


def test_runs_say_only_what_styles_do_not() -> None:
    (run,) = body(para("正文"), path="//w:r")
    assert run.find(f"{{{NAMESPACES['w']}}}rPr") is None
    (style,) = body(para(Strong((Text("重"),))), path="//w:rStyle/@w:val")
    assert style == "Strong"
    (size,) = body(para(Super((Text("2"),))), path="//w:rPr/w:sz/@w:val")
    assert int(size) < 32


def test_runs_in_tables_say_outright_what_their_character_style_does() -> None:
    strong = para(Strong((Text("粗"),)))
    faces = body(
        Table((Column(),), body=(Row((Cell((strong,)),)),)),
        Group((strong,), role="boxed"),
        strong,
        path="//w:rFonts/@w:eastAsia",
    )
    assert faces == ["黑体", "黑体"]  # not in the paragraph, where the style is heeded


def test_cuts_of_a_face_are_said_beside_its_family() -> None:
    parts = unpack(write(composition(Document((para(Strong((Text("x"),))),)), style="report")))
    (strong,) = select(parts["word/styles.xml"], "//w:style[@w:styleId='Strong']/w:rPr")
    assert [child.tag.partition("}")[2] for child in strong] == ["rFonts", "b"]
    assert strong[0].get(f"{{{NAMESPACES['w']}}}ascii") == "Times New Roman"
    assert select(parts["word/fontTable.xml"], "//w:font[contains(@w:name, 'Bold')]") == []


def test_each_list_counts_from_its_own_start() -> None:
    def numbered(start: int) -> List:
        return List((ListItem((), (para("甲"),)), ListItem((), (para("乙"),))), ordered=True, start=start)

    files = members(numbered(1), para("间"), numbered(5))
    used = select(files["word/document.xml"], "//w:numId/@w:val")
    assert used[0] == used[1] != used[2] == used[3]
    starts = select(files["word/numbering.xml"], "//w:startOverride/@w:val")
    assert starts == ["1", "5"]


def test_a_number_is_a_definition_of_all_levels_in_the_chinese_face_where_it_is_chinese() -> None:
    tasks = List((ListItem((), (para("办"),), True), ListItem((), (para("未办"),), False)))
    data = members(tasks)["word/numbering.xml"]
    assert select(data, "//w:abstractNum[1]/w:lvl/@w:ilvl") == [str(level) for level in range(9)]
    assert select(data, "//w:lvl[@w:ilvl='0']/w:lvlText/@w:val") == ["■", "□"]
    assert select(data, "//w:lvl[@w:ilvl='0']/w:rPr/w:rFonts/@w:hint") == ["eastAsia", "eastAsia"]


def test_a_list_in_a_cell_does_not_count_on_in_the_list_around_it() -> None:
    inner = List((ListItem(children=(para("内一"),)), ListItem(children=(para("内二"),))), ordered=True)
    cell = Table((Column(),), body=(Row((Cell((inner,)),)),))
    parts = members(List((ListItem(children=(para("一"), cell)), ListItem(children=(para("二"),))), ordered=True))
    used = [each.get(f"{{{NAMESPACES['w']}}}val") for each in select(parts["word/document.xml"], "//w:numId")]
    defined = {
        each.get(f"{{{NAMESPACES['w']}}}numId"): each[0].get(f"{{{NAMESPACES['w']}}}val")
        for each in select(parts["word/numbering.xml"], "//w:num")
    }
    outer, first, second, again = (defined[number] for number in used)
    assert outer == again != first == second


def test_items_count_on_behind_one_that_is_not_numbered() -> None:
    items = (ListItem((), (para("甲"),)), ListItem((), (para("乙"),), True), ListItem((), (para("丙"),)))
    files = members(List(items, ordered=True))
    starts = dict(
        zip(
            select(files["word/numbering.xml"], "//w:num/@w:numId"),
            select(files["word/numbering.xml"], "//w:startOverride/@w:val"),
            strict=True,
        )
    )
    first, _, third = select(files["word/document.xml"], "//w:numId/@w:val")
    assert (starts[first], starts[third]) == ("1", "3")


def test_an_item_that_begins_with_a_list_or_a_table_keeps_its_own_marker() -> None:
    inner = List((ListItem((), (para("内"),)),), ordered=True)
    levels = body(List((ListItem((), (inner,)),)), path="//w:p/w:pPr/w:numPr/w:ilvl/@w:val")
    assert levels == ["0", "1"]
    table = Table((Column(),), (Text("表1"),), body=(Row((Cell((para("甲"),)),)),))
    marked, caption = body(List((ListItem((), (table, para("后"))),)), path="/w:document/w:body/w:p")[:2]
    numbered = f".//{{{NAMESPACES['w']}}}numPr"
    assert marked.find(numbered) is not None
    assert caption.find(numbered) is None


def test_a_table_in_a_list_is_indented_with_it() -> None:
    inner = Table((Column(),), body=(Row((Cell((para("甲"),)),)),))
    (plain,) = body(inner, path="//w:tblW/@w:w")
    files = members(List((ListItem((), (para("项"), inner)),)))
    (width,) = select(files["word/document.xml"], "//w:tblW/@w:w")
    (indent,) = select(files["word/document.xml"], "//w:tblInd/@w:w")
    assert int(indent) > 0
    assert int(width) + int(indent) == pytest.approx(int(plain), abs=1)


def test_what_follows_a_table_keeps_its_distance() -> None:
    inner = Table((Column(),), body=(Row((Cell((para("甲"),)),)),))
    spaces = body(inner, para("一"), para("二"), path="/w:document/w:body/w:p/w:pPr/w:spacing/@w:before")
    assert len(spaces) == 1
    assert int(spaces[0]) > 0


def test_nested_lists_lie_deeper() -> None:
    inner = List((ListItem((), (para("内"),)),))
    levels = body(List((ListItem((), (para("外"), inner)),)), path="//w:ilvl/@w:val")
    assert levels == ["0", "1"]


def test_spans_of_cells_and_rows_that_lack_some() -> None:
    def cell(text: str, **spans: int) -> Cell:
        return Cell((para(text),), **spans)  # type: ignore[arg-type]

    rows = (
        Row((cell("甲", rowspan=2), cell("乙", colspan=2))),
        Row((cell("丙"),)),
        Row((cell("丁", rowspan=9), cell("戊"), cell("己"))),
    )
    table = Table((Column(), Column(), Column()), head=rows[:1], body=rows[1:])
    files = members(table)
    counts = [
        sum(int(n) for n in row.xpath("w:tc/w:tcPr/w:gridSpan/@w:val", namespaces=NAMESPACES))
        + len(row.xpath("w:tc[not(w:tcPr/w:gridSpan)]", namespaces=NAMESPACES))
        for row in select(files["word/document.xml"], "//w:tr")
    ]
    assert counts == [3, 3, 3]
    assert select(files["word/document.xml"], "//w:vMerge/@w:val") == ["restart", "continue"]
    assert len(select(files["word/document.xml"], "//w:tblHeader")) == 1


def test_a_table_has_a_style_that_says_its_rules() -> None:
    rows = tuple(Row((Cell((para(text),)),)) for text in ("头", "甲", "乙"))
    files = members(Table((Column(),), head=rows[:1], body=rows[1:], role="three-line"))
    (style,) = select(files["word/document.xml"], "//w:tblPr/w:tblStyle/@w:val")
    told = f"//w:style[@w:type='table'][@w:styleId='{style}']"
    assert select(files["word/styles.xml"], f"{told}/w:name/@w:val") == ["三线表"]
    borders = {
        etree.QName(side).localname: (side.get(W_VAL), side.get(W_SIZE))
        for side in select(files["word/styles.xml"], f"{told}/w:tblPr/w:tblBorders/*")
    }
    assert borders["top"] == borders["bottom"] == ("single", "12")  # eighths of a pt
    assert {borders[side][0] for side in ("left", "right", "insideH", "insideV")} == {"nil"}
    cells = "//w:tr[{}]/w:tc/w:tcPr/w:tcBorders/w:{}/@w:sz"
    assert select(files["word/document.xml"], cells.format(1, "bottom")) == ["6"]
    assert select(files["word/document.xml"], cells.format(2, "top")) == ["6"]
    assert not select(files["word/document.xml"], "//w:tr[3]//w:tcBorders")
    assert select(files["word/document.xml"], "//w:tblLook/@w:firstRow") == ["1"]


def test_the_last_row_stays_with_the_notes_below() -> None:
    rows = tuple(Row((Cell((para(text),)),)) for text in ("甲", "乙"))
    kept = "//w:tr[{}]//w:pPr/w:keepNext"
    noted = members(Table((Column(),), body=rows, notes=(para("注"),)))["word/document.xml"]
    assert not select(noted, kept.format(1)) and len(select(noted, kept.format(2))) == 1
    assert not body(Table((Column(),), body=rows), path="//w:keepNext")


def test_a_table_without_a_role_has_the_style_s_own_look() -> None:
    one = Table((Column(),), body=(Row((Cell((para("甲"),)),)),))
    assert body(one, path="//w:tblStyle/@w:val") == ["TableGrid"]
    assert body(one, path="//w:tcBorders") == []
    assert body(one, path="//w:vAlign/@w:val") == ["center"]


def test_tables_do_not_run_into_each_other_and_end_no_container() -> None:
    one = Table((Column(),), body=(Row((Cell((para("甲"),)),)),))
    nested = Table((Column(),), body=(Row((Cell((one,)),)),))
    made = body(one, one, nested, path="/w:document/w:body/*")
    names = [etree.QName(element).localname for element in made]
    assert names == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]
    (inside,) = body(nested, path="/w:document/w:body/w:tbl/w:tr/w:tc")
    assert etree.QName(inside[-1]).localname == "p"


def test_pictures_are_described_and_fit() -> None:
    media = {"m": Media("image/png", picture(size=(3000, 1500)))}
    figure = Figure((para(Image("m", '说明 "x"')),), (Text("图1"),))
    files = members(figure, figure, media=media)
    assert select(files["word/document.xml"], "//wp:docPr/@descr") == ['说明 "x"'] * 2
    width, height = (int(select(files["word/document.xml"], f"//wp:extent/@{side}")[0]) for side in ("cx", "cy"))
    assert width <= 156 / 25.4 * 914400
    assert width / height == pytest.approx(2, rel=0.01)
    assert sum(name.startswith("word/media/") for name in files) == 1
    assert select(files["word/document.xml"], "//w:p[.//w:drawing]/w:pPr/w:spacing/@w:lineRule") == ["atLeast"] * 2


def test_links_lead_out_by_relation_and_inside_by_bookmark() -> None:
    links = para(Link((Text("外"),), "https://example.org/"), Link((Text("内"),), "#图:1"))
    files = members(links, heading(1, "一", id="图:1"))
    (outside,) = select(files["word/document.xml"], "//w:hyperlink/@r:id")
    relation = next(r for r in etree.fromstring(files["word/_rels/document.xml.rels"]) if r.get("Id") == outside)
    assert (relation.get("Target"), relation.get("TargetMode")) == ("https://example.org/", "External")
    anchor = select(files["word/document.xml"], "//w:hyperlink/@w:anchor")
    assert anchor == select(files["word/document.xml"], "//w:bookmarkStart/@w:name") == ["_图_1"]


def test_breaks_of_lines_and_pages() -> None:
    assert len(body(para("一", LineBreak(), "二"), path="//w:br")) == 1
    broken = "//w:p[w:pPr/w:pageBreakBefore]//w:t/text()"
    assert body(para("前"), PageBreak(), para("后"), path=broken) == ["后"]


def test_code_keeps_its_lines() -> None:
    data = write(composition(Document((CodeBlock("a\n\tb  c"),))))
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "a\n\tb  c"


def test_another_language_is_told() -> None:
    english = Span((Text("English"),), lang="en-GB")
    told = "//w:r[w:rPr/w:lang/@w:val='en-GB']/w:t/text()"
    assert body(para("中", english), path=told) == ["English"]
    assert body(Group((para("Words"),), lang="en-GB"), para("中"), path=told) == ["Words"]


def test_the_title_is_filled_up_to_the_grid() -> None:
    """Before and after the title the body stays on its lines of 29.6 pt, whatever the title's own pitch."""
    for lines in (1, 2, 3):
        parts = [Text("关于")] + [part for _ in range(lines - 1) for part in (LineBreak(), Text("安全"))]
        title = para(*parts, role="title")
        files = members(title, para(SENTENCE))
        (direct,) = select(files["word/document.xml"], "//w:p[w:pPr/w:pStyle/@w:val='Title']/w:pPr") or [None]
        spacing = direct.find(f"{{{NAMESPACES['w']}}}spacing") if direct is not None else None
        if spacing is None:
            (spacing,) = select(files["word/styles.xml"], "//w:style[@w:styleId='Title']/w:pPr/w:spacing")
        before, after, line = (int(spacing.get(f"{{{NAMESPACES['w']}}}{n}")) for n in ("before", "after", "line"))
        height = before + after + lines * line
        assert height % 592 in (0, 1, 591)


@pytest.mark.parametrize(("style", "last"), [("lower-alpha", 26), ("circled", 20), ("decimal", 200), ("cjk", 60)])
def test_numbers_that_word_writes_otherwise_are_told(style: str, last: int) -> None:
    def told(count: int) -> list[str]:
        findings = Report("test")
        items = tuple(ListItem((), (para("项"),)) for _ in range(count))
        write(composition(Document((List(items, ordered=True, style=style),)), findings))
        return [d.args["number"] for d in findings.diagnostics if d.code == "docx-list-number"]

    assert told(last) == []
    assert bool(told(last + 1)) == (style in ("lower-alpha", "circled"))


def test_a_boxed_group_is_a_table_of_one_cell_and_code_has_rules_of_its_own_style() -> None:
    made = members(
        Group((para("甲"), List((ListItem(children=(para("乙"),)),))), role="boxed"), para("丙"), CodeBlock("x")
    )
    (table,) = select(made["word/document.xml"], "/w:document/w:body/w:tbl")
    assert table.xpath("count(.//w:tc)", namespaces=NAMESPACES) == 1
    assert table.xpath(".//w:tc//w:t/text()", namespaces=NAMESPACES) == ["甲", "乙"]
    assert table.xpath("w:tblPr/w:tblBorders/*/@w:val", namespaces=NAMESPACES) == ["single"] * 4
    assert select(made["word/styles.xml"], "//w:style[@w:styleId='Code']/w:pPr/w:pBdr/w:left/@w:sz") == ["4"]
    assert not select(made["word/styles.xml"], "//w:style[@w:styleId='Body']/w:pPr/w:pBdr")


def test_a_box_that_ends_a_cell_or_follows_a_table_keeps_its_paragraphs() -> None:
    box = Group((para("甲"),), role="boxed")
    row = Row((Cell((box,)),))
    found = body(
        Table((Column(),), body=(row,)),
        box,
        path="//w:tc/*[last()][self::w:tbl] | //w:tbl/following-sibling::*[1][self::w:tbl]",
    )
    assert not found


def test_code_has_character_styles_for_its_kinds_and_stops_for_its_tabs() -> None:
    made = members(CodeBlock("def f():\n\treturn 1", "python"))
    (code,) = select(made["word/document.xml"], "//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Code')]")
    styled = code.xpath("w:r[w:rPr/w:rStyle/@w:val='CodeKeywordText']/w:t/text()", namespaces=NAMESPACES)
    assert styled == ["def ", "return "]
    assert code.xpath("count(w:r/w:tab)", namespaces=NAMESPACES) == 1
    assert code.xpath("w:pPr/w:tabs/w:tab/@w:pos", namespaces=NAMESPACES)[:2] == ["576", "1152"]
    assert select(made["word/styles.xml"], "//w:style[@w:styleId='CodeKeywordText']/w:rPr/w:color/@w:val") == ["0B3D91"]
