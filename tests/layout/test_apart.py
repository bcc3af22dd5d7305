"""Lines whose ends stand apart, in the three outputs (GB/T 9704-2012 cl. 7.2.5, 7.4.3)."""

from __future__ import annotations

import pypdfium2
import pytest

from convert.layout.apart import gapped, parted
from convert.measure import docx, epub, pdf
from convert.model import Block, Document, LineBreak, Span, Strong, Text
from convert.model.build import para
from convert.pipeline import write_document
from tests.layout.composing import composed, lines_of, words
from tests.measure.ruler import EM, LEFT, RIGHT
from tests.specimens import composition

NUMBER, SIGNER = "豫应急〔2025〕12号", "签发人："
OFFICE = "河南省应急管理厅办公室"


def far(*inlines: Text | Strong) -> Span:
    return Span(inlines, role="far")


def written(block: Block, format: str) -> bytes:
    return write_document(composition(Document((block,))), format)


def test_one_end_stands_at_each_edge() -> None:
    block = para(NUMBER, far(Text(SIGNER), Strong((Text("王五"),))), role="number")
    (line,) = (line for line in pdf.read_lines(written(block, "pdf")) if not line.is_artifact)
    assert line.text == f"{NUMBER}{SIGNER}王五"
    assert line.left == pytest.approx(LEFT, abs=0.3)
    assert line.right == pytest.approx(RIGHT, abs=0.3)


def test_the_indents_of_the_role_hold_at_both_ends() -> None:
    """Cl. 7.4.3: one 4号 character in from both edges."""
    block = para(OFFICE, far(Text("2025年6月24日印发")), role="printing")
    (line,) = (line for line in pdf.read_lines(written(block, "pdf")) if not line.is_artifact)
    assert (line.left - LEFT, RIGHT - line.right) == pytest.approx((EM * 14 / 16, EM * 14 / 16), abs=0.3)


def test_what_has_no_room_beside_the_other_stands_at_the_end_of_the_next_line() -> None:
    made = composed(para(OFFICE * 3, far(Text("2025年6月24日印发")), role="printing"))
    (*_, last) = lines = lines_of(made.pages.pages[0])
    assert words(last) == "2025年6月24日印发"
    assert len(lines) == 3
    assert not any(line.beside for line in lines)
    area = made.sheet.page.left + made.sheet.page.area_width
    assert last.x + last.width == pytest.approx(area - made.sheet.roles["printing"].em)


def test_word_has_a_tab_at_the_right_edge() -> None:
    (found,) = docx.read_blocks(written(para(OFFICE, far(Text("印发")), role="signer"), "docx"))
    assert found.text == f"{OFFICE}\t印发"
    assert found.tabs == ("right",)
    (found,) = docx.read_blocks(written(para(OFFICE * 3, far(Text("印发" * 5)), role="signer"), "docx"))
    assert found.text == f"{OFFICE * 3}\n\t{'印发' * 5}"


def test_a_centred_role_begins_at_the_left_edge() -> None:
    block = para(NUMBER, far(Text(SIGNER)), role="number")
    (found,) = docx.read_blocks(written(block, "docx"))
    assert found.align == "left"
    (shown,) = (each for each in epub.read_blocks(written(block, "epub")) if each.text)
    assert shown.styles["text-align"] == "left"


def test_a_book_floats_it() -> None:
    elements = epub.read_elements(written(para(NUMBER, far(Text(SIGNER)), role="number"), "epub"))
    (found,) = (each for each in elements if each.text == SIGNER)
    assert found.styles["float"] == "right"
    assert found.styles["text-indent"] == "0"
    assert f"{NUMBER} {SIGNER}" in [each.text for each in elements]


def test_all_outputs_keep_a_gap_in_the_words() -> None:
    block = para(OFFICE, far(Text("印发")))
    with pypdfium2.PdfDocument(written(block, "pdf")) as document:
        in_pdf = document[0].get_textpage().get_text_range(0, len(OFFICE) + 3)
    assert in_pdf == f"{OFFICE} 印发"
    assert docx.read_text(written(block, "docx")).split() == [OFFICE, "印发"]
    assert epub.read_text(written(block, "epub")).split() == [OFFICE, "印发"]


def test_only_the_last_of_a_text_stands_apart() -> None:
    end = far(Text("印发"))
    assert parted((Text("甲"), end)) == ((Text("甲"),), end)
    assert parted((end, Text("甲")))[1] is None
    assert gapped((Text("甲"), LineBreak())) == (Text("甲"), LineBreak())
    assert gapped((end,)) == (end,)
