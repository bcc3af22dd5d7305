"""Tables of contents: the pages they name are those that the headings are on, and Word and reading systems follow them."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from lxml import etree

from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.measure import docx, epub, pdf
from convert.model import Block, Document, Meta, PageBreak, Ref, Toc
from convert.model.build import heading, para
from convert.pipeline import write_document
from tests.specimens import SENTENCE, composition


def report(chapters: int = 30) -> Document:
    """Chapters of different lengths behind a table of contents, which refer to each other's pages."""
    blocks: list[Block] = [Toc(depth=2), PageBreak()]
    for n in range(1, chapters + 1):
        blocks += heading(1, f"第{n}章", id=f"c{n}"), *(para(SENTENCE * 5) for _ in range(n % 4 + 1))
        blocks += heading(2, f"第{n}节"), para("见第", Ref(f"c{chapters + 1 - n}", "page"), "页。")
    return Document(tuple(blocks), Meta(title="报告", lang="zh-Hans"))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    made = composition(report())
    return {name: write_document(made, name) for name in ("pdf", "docx", "epub")}


def pages_of_headings(data: bytes) -> list[tuple[str, int]]:
    """Where each heading stands in a PDF, by its glyphs: after the table, which has the same words."""
    lines = pdf.group_lines(pdf.read_glyphs(data))
    found = ((re.fullmatch(r"第\d+[章节]", line.text), line) for line in lines)
    return list({match[0]: line.page for match, line in found if match}.items())


def test_a_pdf_s_table_names_the_pages_that_its_headings_are_on(files: dict[str, bytes]) -> None:
    listed = [tag for tag in pdf.read_tags(files["pdf"]).walk() if tag.type == "TOCI"]
    pairs = [("".join(k.text for k in tag.children if k.type == "Link"), int(tag.children[-1].text)) for tag in listed]
    assert pairs == pages_of_headings(files["pdf"])
    assert pairs[-1][1] > 9, "numbers of one and of two digits"


def test_a_pdf_s_references_in_the_text_name_the_same_pages(files: dict[str, bytes]) -> None:
    pages = dict(pages_of_headings(files["pdf"]))
    text = "".join(tag.text for tag in pdf.read_tags(files["pdf"]).walk() if tag.type == "P")
    assert [int(n) for n in re.findall(r"见第(\d+)页", text)] == [pages[f"第{n}章"] for n in range(30, 0, -1)]


def test_word_s_table_is_a_field_that_holds_the_same_pages(files: dict[str, bytes]) -> None:
    root = etree.fromstring(unpack(files["docx"])["word/document.xml"])
    codes = root.xpath("//w:instrText/text()", namespaces=NAMESPACES)
    assert codes[0].split() == ["TOC", "\\o", '"1-2"', "\\h", "\\z", "\\u"]
    for kind in ("begin", "separate", "end"):
        assert len(root.xpath(f"//w:fldChar[@w:fldCharType='{kind}']", namespaces=NAMESPACES)) == len(codes)
    entries = root.xpath("//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'TOC')]]", namespaces=NAMESPACES)
    shown = ["".join(entry.xpath(".//w:t/text()", namespaces=NAMESPACES)) for entry in entries]
    assert shown == [f"{words}{page}" for words, page in pages_of_headings(files["pdf"])]
    names = set(root.xpath("//w:bookmarkStart/@w:name", namespaces=NAMESPACES))
    assert {code.split()[1] for code in codes[1:]} <= names
    assert set(root.xpath("//w:p/w:hyperlink/@w:anchor", namespaces=NAMESPACES)) <= names


def test_a_book_s_table_links_and_names_no_pages(files: dict[str, bytes]) -> None:
    page = next(data for name, data in unpack(files["epub"]).items() if b'class="contents"' in data)
    root = etree.fromstring(page)
    entries = root.xpath("//*[@class='contents']/*")
    assert [entry.get("class") for entry in entries[:3]] == ["toc1", "toc2", "toc1"]
    assert ["".join(entry.itertext()) for entry in entries][:2] == ["第1章", "第1节"]
    assert all(entry.xpath("*/@href") for entry in entries)


def test_three_files_hold_the_same_text(files: dict[str, bytes]) -> None:
    word, book = docx.read_text(files["docx"]), epub.read_text(files["epub"])
    assert "".join(book.split()) == "".join(word.split()) == pdf.read_text(files["pdf"])


def test_a_pdf_s_table_is_tagged_as_one_and_leads_to_its_headings(files: dict[str, bytes]) -> None:
    kinds = [tag.type for tag in pdf.read_tags(files["pdf"]).walk()]
    assert (kinds.count("TOC"), kinds.count("TOCI")) == (1, 60)
    with pikepdf.open(io.BytesIO(files["pdf"])) as opened:
        assert sum("/Dest" in annot for page in opened.pages for annot in page.get("/Annots", [])) >= 60


def test_a_list_of_nothing_is_nothing() -> None:
    made = composition(Document((Toc(of="tables"), para("文")), Meta(title="题")))
    assert pdf.read_text(write_document(made, "pdf")) == "题文"
    assert docx.read_text(write_document(made, "docx")).split() == ["题", "文"]
