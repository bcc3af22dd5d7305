from __future__ import annotations

import io

import docx
from lxml import etree

from convert.diagnostics import Report
from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.model import Block, Cell, Column, Document, Group, Row, Table, Text
from convert.model.build import para
from convert.passes.wide_tables import turn_wide_tables
from convert.pipeline import write_document
from convert.style.compute import read_sheet
from tests.specimens import composition

SHEET = read_sheet("gbt9704")


def table(columns: int, text: str = "四字内容", width: float = 0) -> Table:
    cells = tuple(Cell((para(text),)) for _ in range(columns))
    return Table((Column(width),) * columns, (Text("表"),), (Row(cells),), (Row(cells),) * 3)


def turned(*blocks: Block) -> tuple[list[str], list[str]]:
    """The kinds of the blocks, and the codes of what was found."""
    findings = Report("test")
    made = turn_wide_tables(Document(blocks), SHEET, findings)
    return [block.role or type(block).__name__ for block in made.blocks], [each.code for each in findings.diagnostics]


def test_a_table_that_fits_stays_as_it_is() -> None:
    document = Document((para("文"), table(6)))
    assert turn_wide_tables(document, SHEET, Report()) is document
    assert turned(table(6)) == (["Table"], [])


def test_a_wide_one_gets_smaller_characters_then_a_page_across() -> None:
    assert turned(table(8)) == (["Table"], ["table-smaller"])
    assert turned(para("文"), table(11), para("文")) == (["Para", "landscape", "Para"], ["table-landscape"])
    assert turned(table(14)) == (["landscape"], ["table-landscape", "table-smaller"])


def test_those_that_follow_each_other_share_their_pages() -> None:
    assert turned(table(11), table(12), para("文"), table(11))[0] == ["landscape", "Para", "landscape"]


def test_label_and_title_of_an_attachment_go_with_its_table() -> None:
    heads = para("附件", role="attachment-label"), para("清单", role="attachment-title")
    attachment = Group((*heads, table(11), para("注")), role="attachment")
    (made,) = turn_wide_tables(Document((attachment,)), SHEET, Report()).blocks
    assert isinstance(made, Group) and made.role == "attachment"
    across, note = made.children
    assert isinstance(across, Group) and across.children == (*heads, table(11)) and note == para("注")
    alone = Group((*heads, table(11)), role="attachment")
    (made,) = turn_wide_tables(Document((alone,)), SHEET, Report()).blocks
    assert made == Group((alone,), role="landscape")
    upright = Group((*heads, para("文"), table(6)), role="attachment")
    assert turn_wide_tables(Document((upright,)), SHEET, Report()).blocks[0] is upright


def test_one_whose_widths_the_source_gives_stays_upright() -> None:
    assert turned(table(11, "数", 1 / 11))[0] == ["Table"]


def test_one_that_stands_across_already_or_in_a_group_is_not_turned() -> None:
    assert turned(Group((table(11),), role="landscape")) == (["landscape"], [])
    assert turned(Group((table(11),))) == (["Group"], ["table-smaller"])


def test_the_three_files_do_the_same() -> None:
    made = composition(Document((para("前"), table(8), table(11), para("后"))))
    assert [(round(page.width), round(page.height)) for page in made.pages.pages] == [
        (595, 842),
        (842, 595),
        (595, 842),
    ]
    word = write_document(made, "docx")
    names = [
        [p.style.name for p in t.rows[0].cells[0].paragraphs if p.style] for t in docx.Document(io.BytesIO(word)).tables
    ]
    assert names == [["表格表头（小）"], ["表格表头"]]
    text = etree.fromstring(unpack(word)["word/document.xml"])
    assert text.xpath("//w:pgSz/@w:orient", namespaces=NAMESPACES) == ["landscape"]
    files = unpack(write_document(made, "epub"))
    page = files["EPUB/content-1.xhtml"].decode()
    assert page.count('class="small-header-cell"') == 8
    assert page.count('class="header-cell"') == 11
    assert page.count('<div class="scroll" tabindex="0">') == 2
    assert ".small-cell{" in files["EPUB/style.css"].decode()


def test_columns_that_no_character_has_room_in_are_told() -> None:
    assert turned(table(100)) == (["landscape"], ["table-landscape", "table-crowded", "table-smaller"])
    assert "table-crowded" not in turned(table(25))[1]
    assert "table-crowded" not in turned(table(8, width=0.001))[1]
