"""Sections of a finished DOCX: their sheets, where they end, the page numbers on them."""

from __future__ import annotations

from typing import Any

from convert.kit.ooxml import NAMESPACES
from convert.model import Block, Cell, Column, Group, PageBreak, Row, Table
from convert.model.build import para
from tests.writers.docx.test_body import body, members, select

W = f"{{{NAMESPACES['w']}}}"
TABLE = Table((Column(),), body=(Row((Cell((para("格"),)),)),))


def across(*blocks: Block) -> Group:
    return Group(blocks, role="landscape")


def layout(*blocks: Block) -> list[str]:
    """The words of paragraphs and cells, with a bar where a section ends and the sheet that it had."""
    shown: list[str] = []
    for element in body(*blocks, path="//w:body//w:p | //w:body/w:sectPr"):
        section = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if element.tag == f"{W}p":
            shown.append("".join(element.itertext()))
        if section is not None:
            size = section.find(f"{W}pgSz")
            across = size.get(f"{W}orient") == "landscape"
            assert across == (int(size.get(f"{W}w")) > int(size.get(f"{W}h")))
            shown.append("|across" if across else "|upright")
    return shown


def test_a_group_across_is_a_section_of_its_own() -> None:
    assert layout(para("甲"), across(para("乙"), para("丙")), para("丁")) == [
        "甲", "|upright", "乙", "丙", "|across", "丁", "|upright",
    ]  # fmt: skip


def test_behind_a_table_it_ends_in_a_paragraph_that_takes_no_room() -> None:
    blocks = para("甲"), across(TABLE), para("丁")
    assert layout(*blocks) == ["甲", "|upright", "格", "", "|across", "丁", "|upright"]
    (spacing,) = body(*blocks, path="//w:p[w:pPr/w:sectPr and not(w:r)]/w:pPr/w:spacing")
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("20", "exact")


def test_at_the_ends_of_the_document_no_section_is_empty() -> None:
    assert layout(across(para("乙")), para("丁")) == ["乙", "|across", "丁", "|upright"]
    assert layout(para("甲"), across(para("乙"))) == ["甲", "|upright", "乙", "|across"]
    assert layout(para("甲"), across(TABLE)) == ["甲", "|upright", "格", "", "|across"]
    assert layout(across(para("乙"))) == ["乙", "|across"]
    assert layout(across(), para("甲")) == ["甲", "|upright"]


def test_a_break_beside_it_makes_no_blank_page() -> None:
    assert body(para("甲"), PageBreak(), across(para("乙")), path="//w:pageBreakBefore") == []


def footers(*blocks: Block) -> list[Any]:
    parts = members(*blocks)
    return [select(data, "/w:ftr")[0] for name, data in sorted(parts.items()) if name.startswith("word/footer")]


def test_the_page_number_is_turned_with_the_sheet() -> None:
    """GB/T 9704-2012 cl. 8. The frame stands at the left edge: the sheet's foot."""
    assert len(footers(para("甲"), para("乙"))) == 2
    odd, even = footers(across(para("乙")))
    for footer, side in ((odd, "right"), (even, "left")):
        properties = footer.find(f"{W}p/{W}pPr")
        assert properties.find(f"{W}textDirection").get(f"{W}val") == "tbRl"
        assert properties.find(f"{W}jc").get(f"{W}val") == side
        frame = properties.find(f"{W}framePr")
        middle = int(frame.get(f"{W}x")) + int(frame.get(f"{W}w")) / 2
        assert abs(middle / 1440 * 25.4 - 28) < 0.1
        assert "".join(footer.itertext()) == "— 1 —"
