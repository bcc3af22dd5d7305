"""Where the printed pages begin in a book: the marks stand at the characters that the PDF's pages begin with."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from convert.kit.archive import unpack
from convert.layout.composition import Composition
from convert.layout.result import Element, Line, Page, SetText
from convert.measure.pdf import read_lines
from convert.model import Block, Cell, Column, Document, Emph, Note, Row, Strong, Table, Text
from convert.model.build import heading, para
from convert.style.compute import read_sheet
from convert.writers.epub import write
from convert.writers.epub.pagelist import MOST_ROWS, PageMarks, has_page_list
from convert.writers.pdf import write as write_pdf
from tests.specimens import SENTENCE, composition, everything, report_composition, sections
from tests.writers.epub.test_book import select


def listed(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """The pages of the list with their places."""
    path = "//x:nav[@role='doc-pagelist']//x:a"
    return [(link.text, link.get("href")) for link in select(files["EPUB/nav.xhtml"], path)]


def following(files: dict[str, bytes], place: str, count: int) -> str:
    """The first characters behind a mark, white space left out."""
    file, _, name = place.partition("#")
    for note in (body := etree.fromstring(files[f"EPUB/{file}"])).iterfind(".//{*}aside"):
        note.clear()
    text, found = "", False
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            found |= element.get("id") == name
            text += (element.text or "") if found else ""
        elif (found and element.get("id") != name) or (event == "end" and element.get("id") == name):
            text += element.tail or ""
    return "".join(text.split())[:count]


def printed(made: Composition) -> dict[int, str]:
    """The first line of text of every page, read back from the PDF."""
    firsts: dict[int, str] = {}
    for line in read_lines(write_pdf(made)):
        if line.glyphs[0].content >= 0:
            firsts.setdefault(line.page, line.text)
    return firsts


def check(made: Composition) -> list[str]:
    """The marked pages; each mark stands before what its page begins with."""
    files = unpack(write(made))
    labels = {page.label: page.number for page in made.pages.pages if page.label}
    firsts = printed(made)
    for label, place in listed(files):
        words = "".join(firsts[labels[label]].split())[:8]
        assert following(files, place, len(words)) == words, label
    return [label for label, _ in listed(files)]


def composed(*blocks: Block) -> Composition:
    return composition(Document(blocks))


def test_the_report_has_its_three_pages() -> None:
    assert check(report_composition()) == ["1", "2", "3"]


def test_marks_stand_within_paragraphs_and_what_they_hold() -> None:
    words = "".join(f"第{n}句话说明情况，" for n in range(400))
    mixed = para(words[:700], Strong((Text(words[700:1400]), Emph((Text(words[1400:]),)))))
    labels = check(composed(heading(1, "一、甲"), para("文", Note((para("注"),))), mixed))
    assert labels == [str(n) for n in range(1, 8)]


def test_pages_of_front_matter_and_across_are_among_them() -> None:
    assert check(composition(sections())) == ["i", "ii", "1", "2", "3", "4"]


def test_marks_are_in_reading_order_and_unique() -> None:
    files = unpack(write(composition(everything())))
    ids = [
        id
        for file in sorted(files)
        if file.endswith(".xhtml")
        for id in re.findall(rb'id="(id-page-[^"]*)"', files[file])
    ]
    assert len(ids) == len(set(ids)) == len(listed(files)) > 3
    numbers = [int(label) for label, _ in listed(files)]
    assert all(a < b for a, b in pairwise(numbers))


def test_within_cells_they_stand_where_rows_begin() -> None:
    rows = tuple(Row((Cell((para(f"第{n}行"),)), Cell((para(SENTENCE),)))) for n in range(60))
    labels = check(composed(Table((Column(), Column()), body=rows)))
    assert labels == [str(n) for n in range(1, len(labels) + 1)]


def test_they_can_be_left_out_and_cost_no_layout_then() -> None:
    made = replace(composed(para("文")), sheet=read_sheet("gbt9704", ("book.page_list=false",)))
    files = unpack(write(made))
    assert listed(files) == []
    assert "pages" not in vars(made)
    assert b"pageBreakMarkers" not in files["EPUB/content.opf"]


def test_metadata_says_that_pages_are_marked() -> None:
    package = unpack(write(composed(para("文"))))["EPUB/content.opf"]
    features = select(package, "//opf:meta[@property='schema:accessibilityFeature']/text()")
    assert {"pageBreakMarkers", "pageNavigation"} <= set(features)


def test_for_tables_of_very_many_rows_no_pages_are_laid_out() -> None:
    def book(rows: int) -> Document:
        return Document((Table((Column(),), body=(Row((Cell((para("格"),)),)),) * rows),))

    sheet = read_sheet("gbt9704")
    assert has_page_list(book(MOST_ROWS), sheet)
    assert not has_page_list(book(MOST_ROWS + 1), sheet)


def test_a_paragraph_over_thousands_of_pages_is_gone_through_once() -> None:
    """Some 10^10 characters if each page counted from the paragraph's beginning."""
    node, text = para("字"), "字 " * 1_000_000
    element = Element("paragraph", node=node)
    words = SetText(text, [], 0.0, [], element)
    lines = [Line(words, at, at + 400, 0.0, 0.0, 0.0, 0.0, 0.0, 10.0) for at in range(0, len(text), 400)]
    marks = PageMarks(Page(n, str(n), 595.0, 842.0, items=[line]) for n, line in enumerate(lines, 1))
    assert "page-1" in marks.enter(node, "a.xhtml")
    pieces = list(marks.cut(text))
    assert "".join(piece for piece, _ in pieces) == text and marks.leave("a.xhtml") == ""
    assert [label for _, label in pieces] == ["", *(str(n) for n in range(2, len(lines) + 1))]
    assert {len(piece) for piece, _ in pieces} == {400}
