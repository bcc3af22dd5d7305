"""Sections of a finished DOCX: their sheets, where they end, the page numbers on them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.model import Block, Cell, Column, Document, Group, Meta, PageBreak, Row, Table
from convert.model.build import heading, para
from convert.style.compute import read_sheet
from convert.writers.docx import write
from tests.specimens import composition
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


def headed(*blocks: Block, settings: tuple[str, ...]) -> dict[str, bytes]:
    document = Document(blocks, Meta(title="报告", number="〔2025〕1号", issuers=("甲厅", "乙厅")))
    made = composition(document)
    return unpack(write(replace(made, sheet=read_sheet("gbt9704", settings))))


def headers(parts: dict[str, bytes], kind: str = "header") -> dict[str, str]:
    """What the first section's headers show, by the pages they are for."""
    relations = {r.get("Id"): r.get("Target") for r in select(parts["word/_rels/document.xml.rels"], "/*/*")}
    found: dict[str, str] = {}
    for reference in select(parts["word/document.xml"], f"(//w:sectPr)[1]/w:{kind}Reference"):
        part = parts["word/" + relations[reference.get(f"{{{NAMESPACES['r']}}}id")]]
        found[reference.get(f"{W}type")] = "".join(select(part, "//w:t/text()"))
    return found


def fields(part: bytes) -> list[str]:
    return [instruction.strip() for instruction in select(part, "//w:fldSimple/@w:instr")]


def test_fields_are_words_own() -> None:
    settings = (
        "header.left={title}",
        "header.center={heading}",
        "header.right={number} {issuer}",
        "footer.right={page}/{pages}",
    )
    parts = headed(heading(1, "一、总则"), para("文"), settings=settings)
    assert fields(parts["word/header1.xml"]) == ["TITLE", "STYLEREF 1"]
    assert "".join(select(parts["word/header1.xml"], "//w:t/text()")) == "报告一、总则〔2025〕1号 甲厅、乙厅"
    assert fields(parts["word/footer1.xml"]) == ["PAGE", "NUMPAGES"]
    stops = [
        (tab.get(f"{W}val"), int(tab.get(f"{W}pos"))) for tab in select(parts["word/header1.xml"], "//w:tabs/w:tab")
    ]
    assert stops == [("center", 4422), ("right", 8844)]


def test_first_and_even_pages_have_headers_of_their_own() -> None:
    settings = ("header.left=odd", "header.even.left=even", "header.first.left=first")
    assert headers(headed(para("文"), settings=settings)) == {"default": "odd", "even": "even", "first": "first"}
    plain = headed(para("文"), settings=("header.left=all", "footer.even.right='— {page} —'", "footer.even.left=''"))
    assert headers(plain) == {"default": "all", "even": "all"}
    assert select(plain["word/settings.xml"], "//w:evenAndOddHeaders/@w:val") == ["0"]
    assert select(plain["word/document.xml"], "//w:titlePg") == []


def test_each_kind_of_pages_has_its_own_numbers() -> None:
    front, cover = Group((para("前言"),), role="front"), Group((para("封面"),), role="cover")
    parts = members(cover, front, para("文"), across(para("横")), para("文"))
    numbering = [section.find(f"{W}pgNumType") for section in select(parts["word/document.xml"], "//w:sectPr")]
    said = [None if n is None else (n.get(f"{W}fmt"), n.get(f"{W}start")) for n in numbering]
    assert said == [None, ("lowerRoman", "1"), ("decimal", "1"), None, None]


def test_a_rule_stands_between_header_and_text() -> None:
    parts = headed(para("文"), settings=("header.left=H", "header.rule_pt=0.75", "footer.rule_pt=0.5"))
    (below,) = select(parts["word/header1.xml"], "//w:pBdr/w:bottom")
    (above,) = select(parts["word/footer1.xml"], "//w:pBdr/w:top")
    assert (below.get(f"{W}sz"), above.get(f"{W}sz")) == ("6", "4")


def test_space_before_is_dropped_at_the_top_of_a_section_as_on_our_pages() -> None:
    parts = headed(para("文"), across(para("附件", role="attachment-note")), para("文"), settings=())
    (spacing,) = select(parts["word/document.xml"], "//w:p[.//w:t='附件']/w:pPr/w:spacing")
    assert spacing.get(f"{W}before") == "0"


def test_what_stands_beside_a_page_across_takes_no_room_from_it() -> None:
    """The number is in a frame; the footer that holds it is a line of next to nothing within the margin."""
    (margins,) = body(across(para("乙")), path="//w:pgMar")
    assert int(margins.get(f"{W}footer")) < int(margins.get(f"{W}bottom")) - 20
    for footer in footers(across(para("乙"))):
        beside = [spacing.get(f"{W}line") for spacing in footer.findall(f"{W}p[2]/{W}pPr/{W}spacing")]
        assert beside == ["20"]


def test_the_number_keeps_to_the_margins_of_even_pages_across() -> None:
    """28 mm and one character from the sheet's left edge, or 26 where margins change places on even pages."""
    for mirror, left in (("false", 28), ("true", 26)):
        parts = headed(across(para("乙")), settings=(f"page.mirror={mirror}",))
        relations = {r.get("Id"): r.get("Target") for r in select(parts["word/_rels/document.xml.rels"], "/*/*")}
        name = select(parts["word/document.xml"], "//w:footerReference[@w:type='even']")[-1]
        (frame,) = select(parts["word/" + relations[name.get(f"{{{NAMESPACES['r']}}}id")]], "//w:framePr")
        assert abs(int(frame.get(f"{W}y")) / 1440 * 25.4 - left - 14 * 25.4 / 72) < 0.1
