"""The imprint of a finished DOCX: a table that floats at the foot of the last page, and the pages before it."""

from __future__ import annotations

from typing import Any

import pytest

from convert.config import Options
from convert.diagnostics import Report
from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.measure import docx
from convert.model import Block, Cell, Column, Document, Group, Meta, Row, Table
from convert.model.build import para
from convert.pipeline import compose
from convert.writers.docx import write
from tests.specimens import composition
from tests.writers.docx.test_body import select

W = f"{{{NAMESPACES['w']}}}"
META = Meta(cc=("甲厅", "乙厅"), printing_office="丙厅办公室", printing_date="2025年6月24日")
TABLE = Table((Column(),), body=(Row((Cell((para("格"),)),)),))


def text(lines: int) -> tuple[Block, ...]:
    return tuple(para("文字") for _ in range(lines))


def file(*blocks: Block) -> bytes:
    return write(composition(Document(blocks, META)))


def body(*blocks: Block, path: str) -> list[Any]:
    return select(unpack(file(*blocks))["word/document.xml"], path)


def floating(data: bytes) -> docx.Table:
    (found,) = (table for table in docx.read_tables(data) if table.stands)
    return found


def test_it_floats_at_the_foot_of_the_type_area() -> None:
    """Word's own reaches further down by half of the leading, 2.42 mm."""
    found = floating(file(para("文字")))
    assert found.stands == "bottom"
    assert sum(found.widths) / 72 * 25.4 == pytest.approx(156, abs=0.05)
    assert found.padding["bottom"] / 72 * 25.4 == pytest.approx(2.42, abs=0.05)


def test_its_paragraphs_have_styles_of_their_own() -> None:
    blocks = [block for block in docx.read_blocks(file(para("文字"))) if block.text or block.borders]
    assert [(block.style, block.text) for block in blocks[1:]] == [
        ("版记分隔线", ""),
        ("抄送机关", "抄送：甲厅，乙厅。"),
        ("版记中间分隔线", ""),
        ("印发机关和印发日期", "丙厅办公室\t2025年6月24日印发"),
        ("版记分隔线", ""),
    ]
    cc = blocks[2]
    assert (cc.left, cc.hanging, cc.right) == pytest.approx((4 * 14, 3 * 14, 14), abs=0.1)
    assert [block.borders["bottom"].weight for block in blocks if block.borders] == [1.0, 0.75, 1.0]


def test_alone_on_the_next_page_its_anchor_begins_it() -> None:
    blocks = docx.read_blocks(file(*text(5)))
    assert [block.new_page for block in blocks[-1:]] == [True]
    assert len(docx.read_sections(file(*text(5)))) == 1


def test_on_the_page_of_the_text_nothing_begins() -> None:
    data = file(*text(25))
    assert not any(block.new_page for block in docx.read_blocks(data))
    assert len(docx.read_sections(data)) == 1


def test_after_a_blank_page_it_stands_in_a_section_without_numbers() -> None:
    data = file(*text(44))
    feet = [docx.read_furniture(data, section) for section in (0, 1)]
    assert [["".join(block.text for block in shown) for shown in foot.values()] for foot in feet] == [
        ["— 1 —", "— 1 —"],
        ["", ""],
    ]
    blocks = docx.read_blocks(data)
    assert [block.text for block in blocks[-7:] if block.text] == [
        "抄送：甲厅，乙厅。",
        "丙厅办公室\t2025年6月24日印发",
    ]
    assert blocks[-1].new_page


def test_it_follows_pages_across_in_a_section_of_its_own() -> None:
    across = Group((para("横"),), role="landscape")
    assert [size.get(f"{W}orient") for size in body(across, path="//w:sectPr/w:pgSz")] == ["landscape", None]
    assert not body(across, path="//w:pageBreakBefore")


def test_a_table_before_it_does_not_join_it() -> None:
    (found,) = body(para("甲"), TABLE, path="//w:tbl[w:tblPr/w:tblpPr]")
    assert found.getprevious().tag == f"{W}p"


def test_one_higher_than_a_page_stands_in_the_text() -> None:
    high = Group(tuple(para("抄送：" + "某厅，" * 900 + "某局。", role="cc") for _ in range(2)), role="imprint")
    data = file(para("甲"), high)
    assert not any(table.stands for table in docx.read_tables(data))
    assert docx.read_text(data).count("抄送：") == 2


def test_where_the_first_page_has_margins_of_its_own_it_is_counted_from_the_sheet() -> None:
    """The section's margin is that of the first page: on others it would stand too low (cl. 10.1)."""
    settings = ("page.first.bottom_mm=25.94", "imprint.page='last'")
    for lines, margin in ((3, 25.94), (30, 35.0)):
        document = Document(text(lines), META)
        options = Options(fonts="bundled", settings=settings)
        found = floating(write(compose(document, "a.md", options, Report("a.md"), ("docx",))))
        assert found.stands == "bottom"
        assert found.padding["bottom"] / 72 * 25.4 == pytest.approx(margin, abs=0.05)
