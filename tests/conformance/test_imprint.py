"""The imprint on its page, as LibreOffice prints the DOCX: the same page, at the same height, as in the PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from convert.config import Options
from convert.diagnostics import Report
from convert.kit.archive import unpack
from convert.kit.packing import pack
from convert.measure import pdf
from convert.model import Block, Document, Group, Meta
from convert.model.build import para
from convert.pipeline import compose, write_document
from tests.conformance.office import needs_office, print_docx
from tests.conformance.validators import needs_openxml, needs_verapdf, openxml_errors
from tests.conformance.verapdf import failures
from tests.measure.ruler import LEFT, RIGHT
from tests.specimens import composition

pytestmark = pytest.mark.conformance

BOTTOM = 262.0  # cl. 7.4.1
TOLERANCE, WORD_TOLERANCE = 0.3, 1.0
META = Meta(
    cc=("省委办公厅", "省人大常委会办公厅"), printing_office="某省应急管理厅办公室", printing_date="2025年6月24日"
)
PAGES = {"1": 10, "2, shared": 30, "2, full": 44, "3": 50, "4, shared": 70}
"""Lines of text by the page that they end on."""


def made(lines: int, *more: Block, mirrored: bool = False) -> tuple[bytes, bytes]:
    """The PDF and the DOCX of a document of so many lines."""
    blocks = (*(para(f"第{number}行") for number in range(lines)), *more)
    options = Options(fonts="bundled", settings=(f"page.mirror={str(mirrored).lower()}",))
    composed = compose(Document(blocks, META), "a.md", options, Report("a.md"))
    return write_document(composed, "pdf"), write_document(composed, "docx")


def last_rule(data: bytes) -> tuple[int, float, float, float]:
    """The page and the height of the lowest rule, its left and its right edge."""
    strokes = {(stroke.page, round(stroke.top, 3)): stroke for stroke in pdf.read_strokes(data)}
    stroke = strokes[max(strokes)]
    return stroke.page, stroke.top, stroke.left, stroke.right


def numbers(data: bytes) -> dict[int, str]:
    """What stands below the type area, by page."""
    return {line.page: line.text for line in pdf.read_lines(data) if line.top > BOTTOM + 2}


@needs_office
@pytest.mark.parametrize("name", PAGES)
def test_both_print_it_on_the_same_page_at_the_foot_of_the_type_area(name: str, tmp_path: Path) -> None:
    ours, word = made(PAGES[name])
    theirs = print_docx(word, tmp_path)
    assert len(pdf.page_sizes(theirs)) == len(pdf.page_sizes(ours))
    assert numbers(theirs) == numbers(ours)
    for data, tolerance in ((ours, TOLERANCE), (theirs, WORD_TOLERANCE)):
        page, top, left, right = last_rule(data)
        assert page == len(pdf.page_sizes(data))
        assert (top, left, right) == pytest.approx((BOTTOM, LEFT, RIGHT), abs=tolerance)


@needs_office
def test_it_stays_at_the_foot_when_the_text_above_it_grows(tmp_path: Path) -> None:
    """As when a clerk adds a line in Word: of a file whose text has one more."""
    _, word = made(30)
    parts = unpack(word)
    line = "<w:p><w:r><w:t>新加的一行</w:t></w:r></w:p>".encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + line)
    grown = pack(parts.items(), composition(Document()).timestamp)
    page, top, _, _ = last_rule(print_docx(grown, tmp_path))
    assert (page, top) == pytest.approx((2, BOTTOM), abs=WORD_TOLERANCE)


@needs_office
def test_margins_change_places_with_it(tmp_path: Path) -> None:
    """Where the style is for both sides of the sheet (`page.mirror`): the binding edge of an even page is on the right."""
    ours, word = made(30, mirrored=True)
    for data, tolerance in ((ours, TOLERANCE), (print_docx(word, tmp_path), WORD_TOLERANCE)):
        assert last_rule(data)[2:] == pytest.approx((LEFT - 2, RIGHT - 2), abs=tolerance)


@needs_office
def test_it_follows_pages_across(tmp_path: Path) -> None:
    ours, word = made(30, Group((para("横排"),), role="landscape"))
    theirs = print_docx(word, tmp_path)
    assert pdf.page_sizes(theirs)[2][0] > 290
    assert last_rule(ours)[0] == last_rule(theirs)[0] == 4
    assert last_rule(theirs)[1] == pytest.approx(BOTTOM, abs=WORD_TOLERANCE)


@needs_openxml
@pytest.mark.parametrize("name", PAGES)
def test_the_openxml_sdk_finds_nothing(name: str, tmp_path: Path) -> None:
    assert openxml_errors(made(PAGES[name])[1], tmp_path) == []


@needs_verapdf
def test_a_blank_page_is_pdf_a_and_pdf_ua(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(made(44)[0])
    assert (failures(file, "2a"), failures(file, "ua1")) == ({}, {})
