"""Cases for the foot of the last page and for the imprint that stands there."""

from __future__ import annotations

from convert.measure import docx, epub, pdf
from convert.model import Document, Group, Meta
from convert.model.build import para
from tests.parity.cells import Case, Limit, Probe, Variant, case, simple
from tests.parity.looks import TARGET

_PAPER = Limit("pages")
_FOOT = 250  # mm from the sheet's top: nothing else stands further down
_META = Meta(cc=("甲厅",), printing_office="乙厅", printing_date="2025年6月24日")


@case("Computed.place")
def place() -> Case:
    """Of a group that ends the document."""
    blocks = para("正文"), Group((para(TARGET),), role="target")
    return Case(
        tuple(
            simple(*blocks, wanted=wanted, settings=(f"roles.target={{place='{said}'}}",))
            for said, wanted in (("foot", True), ("text", False))
        ),
        lambda data: next(line for line in pdf.read_lines(data) if line.text == TARGET).top > _FOOT,
        lambda data: any(table.stands == "bottom" for table in docx.read_tables(data)),
        lambda data: any(each.styles.get("break-inside") == "avoid" for each in epub.read_elements(data)),
    )


def _imprint(
    key: str, values: tuple[tuple[str, object], ...], in_pdf: Probe, in_word: Probe, in_book: Probe | Limit
) -> Case:
    document = Document((para("正文"),), _META)
    return Case(
        tuple(Variant(document, wanted, (f"imprint.{key}={said}",)) for said, wanted in values),
        in_pdf,
        in_word,
        in_book,
    )


def _shown(words: str) -> tuple[bool, bool]:
    return "甲厅" in words, "乙厅" in words


@case("Imprint.shows")
def shows() -> Case:
    """Copies, the printing."""
    return _imprint(
        "shows",
        (("['cc', 'printing']", (True, True)), ("['cc']", (True, False)), ("['printing']", (False, True))),
        lambda data: _shown("".join(line.text for line in pdf.read_lines(data))),
        lambda data: _shown(docx.read_text(data)),
        lambda data: _shown(epub.read_text(data)),
    )


@case("Imprint.rules")
def rules() -> Case:
    """Two thick ones and a thin one between them."""
    return _imprint(
        "rules",
        (("true", 3), ("false", 0)),
        lambda data: len(pdf.read_strokes(data)),
        lambda data: sum(bool(block.borders) for block in docx.read_blocks(data)),
        lambda data: sum(element.name == "hr" for element in epub.read_elements(data)),
    )


@case("Imprint.page")
def page() -> Case:
    """Of a document whose text is one page."""
    return _imprint(
        "page",
        (("'even'", 2), ("'last'", 1)),
        lambda data: len(pdf.page_sizes(data)),
        lambda data: 1 + sum(block.new_page for block in docx.read_blocks(data)),
        _PAPER,
    )
