"""Reading DOCX back: styles resolved through their chain, text in reading order."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from convert.measure.docx import read_blocks, read_page, read_text
from convert.measure.pdf import read_text as read_pdf
from convert.model import Block, Document, List, ListItem, Meta
from convert.model.build import para
from convert.pipeline import write_document
from tests.specimens import composition, everything


def saved(word: object) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def test_a_paragraph_says_more_than_its_style_and_that_more_than_its_base() -> None:
    """A file by python-docx's own template, which we did not write."""
    word = docx.Document()
    word.styles["Normal"].font.size = Pt(12)
    word.styles["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    word.add_paragraph("plain")
    word.add_heading("heading", 1)
    word.add_heading("left", 1).alignment = WD_ALIGN_PARAGRAPH.LEFT
    plain, centred, left = read_blocks(saved(word))
    assert (plain.size, plain.align) == (12, "left")
    assert (centred.style, centred.size, centred.align) == ("heading 1", 14, "center")
    assert left.align == "left"


def test_the_page_is_measured() -> None:
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.left_margin, section.top_margin = Mm(210), Mm(28), Mm(34.58)
    word.settings.odd_and_even_pages_header_footer = True
    page = read_page(saved(word))
    assert (page.width, page.left, page.top) == pytest.approx((210, 28, 34.58), abs=0.02)
    assert page.mirrored


def test_text_comes_in_reading_order_tables_and_breaks_included() -> None:
    word = docx.Document()
    word.add_paragraph("one\ntwo\tthree")
    word.add_table(1, 2).rows[0].cells[1].text = "cell"
    word.add_paragraph("last")
    assert read_text(saved(word)) == "one\ntwo\tthree\n\ncell\nlast"


def test_lists_are_counted_as_word_counts_them() -> None:
    """By python-docx's template: its numbered style counts through the document."""
    word = docx.Document()
    for text, style in (("a", "List Number"), ("b", "List Number"), ("c", "List Bullet"), ("d", "List Number")):
        word.add_paragraph(text, style)
    assert [block.marker for block in read_blocks(saved(word))] == ["1.", "2.", "\uf0b7", "3."]


def test_letters_behind_z_are_doubled() -> None:
    items = tuple(ListItem((), (para("项"),)) for _ in range(3))
    made = composition(Document((List(items, ordered=True, start=26, style="upper-alpha"),)))
    assert [block.marker for block in read_blocks(write_document(made, "docx"))] == ["Z.", "AA.", "BB."]


def test_our_lists_have_the_markers_that_the_pdf_prints() -> None:
    def items(*children: Block) -> tuple[ListItem, ...]:
        return tuple(ListItem((), (child,)) for child in children)

    inner = List(items(para("内甲"), para("内乙")), ordered=True, start=25, style="lower-alpha")
    lists = (
        List(items(para("甲"), inner, para("乙")), ordered=True, start=9, style="cjk"),
        List(items(para("丙"), para("丁")), ordered=True),
        List((ListItem((), (para("办"),), True), ListItem((), (para("未办"),), False)), ordered=True),
        List(items(para("点"), List(items(para("圈"))))),
    )
    made = composition(Document(lists, Meta(title="清单")))
    printed = "".join(read_text(write_document(made, "docx")).split())
    assert printed == "".join(read_pdf(write_document(made, "pdf")).split())
    assert "九、甲十、y.内甲z.内乙十一、乙" in printed


def test_every_element_has_the_words_that_the_pdf_has() -> None:
    """Markers of lists and notes included, white space left out."""
    made = composition(everything())
    printed = "".join(read_text(write_document(made, "docx")).split())
    assert printed == "".join(read_pdf(write_document(made, "pdf")).split())


def test_our_files_read_back() -> None:
    blocks = read_blocks(write_document(composition(everything()), "docx"))
    assert blocks[0].style == "Title"
    assert {block.style for block in blocks} > {"heading 1", "公文正文", "表格正文", "List Paragraph"}
