"""The second law of the product: the three outputs look the same. Each file is read back by code that knows nothing of
what wrote it; what it finds has to be the sheet's look, under the one mapping that each format documents.

PDF shows faces and places of glyphs · DOCX names official faces, in the page that stands for the grid (see
`convert/writers/docx/geometry.py`) · EPUB gives sizes in times the body's, and a stack that begins with official names.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest

from convert.layout.composition import Composition
from convert.measure import docx, epub, pdf
from convert.model import Block, Cell, Column, Document, List, ListItem, Meta, Row, Table
from convert.model.build import heading, para
from convert.pipeline import write_document
from convert.style.sheet import Computed
from tests.fontconfig import FAMILIES
from tests.specimens import SENTENCE, composition, report_composition

OFFICIAL = {file.split(".")[0]: family for file, family in FAMILIES.items()}
BODY_SIZE = 16
WORD_ALIGNMENT = {"left": "left", "center": "center", "right": "right", "both": "justify"}
MM = 72 / 25.4


class Look(NamedTuple):
    """What a reader of any of the three can see of a paragraph; lengths in pt, the indent in characters."""

    face: str
    size: float
    align: str
    indent: float
    pitch: float


def levels() -> Document:
    """Headings of five levels, and paragraphs of two roles."""
    headings = (heading(level, f"第{level}级的标题") for level in range(1, 6))
    blocks: tuple[Block, ...] = (
        para("关于工作的报告", role="title"),
        *headings,
        para(SENTENCE * 3),
        para("（撰稿人：甲）", role="byline"),
    )
    return Document(blocks, Meta(title="关于工作的报告"))


SPECIMENS = {"report": report_composition, "levels": lambda: composition(levels())}


@pytest.fixture(scope="module", params=SPECIMENS)
def made(request: pytest.FixtureRequest) -> Composition:
    return SPECIMENS[request.param]()


def expected(made: Composition) -> list[Look]:
    return [look_of(made.sheet.look(block), made) for block in made.document.blocks]


def look_of(look: Computed, made: Composition) -> Look:
    face = made.sheet.fonts[look.font].cjk[0]
    return Look(face, look.size, look.align, look.indent_em if look.align == "justify" else 0, look.pitch)


def close(found: Look, wanted: Look, pitch: float) -> bool:
    """Whether two looks agree, the pitch within so many pt."""
    return found[:4] == wanted[:4] and abs(found.pitch - wanted.pitch) <= pitch


def test_docx_has_the_sheet_s_looks(made: Composition) -> None:
    blocks = docx.read_blocks(write_document(made, "docx"))
    found = [Look(b.east_asian, b.size, WORD_ALIGNMENT[b.align], b.indent, b.pitch) for b in blocks]
    wanted = expected(made)
    assert len(found) == len(wanted)
    assert [pair for pair in zip(found, wanted, strict=True) if not close(*pair, pitch=0.1)] == []  # to 0.1 pt, down
    page = docx.read_page(write_document(made, "docx"))
    assert (page.top, page.bottom, page.left, page.right) == pytest.approx((34.58, 32.58, 28, 26), abs=0.02)


def test_epub_has_the_sheet_s_looks(made: Composition) -> None:
    blocks = epub.read_blocks(write_document(made, "epub"))
    found = [
        Look(
            next(family for family in b.families if family in OFFICIAL.values()),
            round(b.size * BODY_SIZE, 2),
            b.styles["text-align"],
            float(b.styles["text-indent"].removesuffix("em")),
            float(b.styles["line-height"]) * b.size * BODY_SIZE,
        )
        for b in blocks
    ]
    wanted = expected(made)
    assert len(found) == len(wanted)
    assert [pair for pair in zip(found, wanted, strict=True) if not close(*pair, pitch=0.05)] == []


def test_pdf_shows_the_sheet_s_looks(made: Composition) -> None:
    """Faces and sizes of the glyphs, where lines begin and end, how far apart they are."""
    paragraphs = pdf_paragraphs(made)
    wanted = expected(made)
    assert len(paragraphs) == len(wanted)
    for lines, look in zip(paragraphs, wanted, strict=True):
        first = lines[0]
        glyphs = [glyph for glyph in first.glyphs if not glyph.char.isascii()]
        assert {OFFICIAL[glyph.font] for glyph in glyphs} == {look.face}
        assert {glyph.size for glyph in glyphs} == {look.size}
        if look.align == "center":
            assert (first.left + first.right) / 2 == pytest.approx(106, abs=0.3)
        elif look.align == "justify":
            assert first.left == pytest.approx(28 + look.indent * 156 / 28, abs=0.3)
        else:
            assert first.right == pytest.approx(184, abs=3.1)  # a closing bracket's blank half may stand out
        for above, below in pairwise(lines):
            if above.page == below.page:
                assert (below.baseline - above.baseline) * MM == pytest.approx(look.pitch, abs=0.1)


def pdf_paragraphs(made: Composition) -> list[list[pdf.Line]]:
    """The lines of each paragraph, told apart by the document's own structure tree."""
    data = write_document(made, "pdf")
    (document,) = pdf.read_tags(data).children
    lines = [line for line in pdf.read_lines(data) if not line.is_artifact]
    paragraphs: list[list[pdf.Line]] = []
    for tag in document.children:
        paragraphs.append([])
        while sum(len(line.text) for line in paragraphs[-1]) < len(tag.text):
            paragraphs[-1].append(lines.pop(0))
    assert lines == []
    return paragraphs


def test_a_list_in_a_cell_is_as_small_as_the_cell() -> None:
    items = List((ListItem(children=(para("小字"),)),))
    made = composition(Document((items, Table((Column(),), body=(Row((Cell((items,)),)),))), Meta(title="题")))
    sizes = [made.sheet.roles[role].size for role in ("list", "cell")]
    glyphs = [glyph.size for glyph in pdf.read_glyphs(write_document(made, "pdf")) if glyph.char == "小"]
    word = [block.size for block in docx.read_blocks(write_document(made, "docx")) if block.text == "小字"]
    ratios = [block.size for block in epub.read_blocks(write_document(made, "epub")) if block.text == "小字"]
    assert glyphs == pytest.approx(sizes)
    assert word == sizes
    assert [ratio * made.sheet.roles["body"].size for ratio in ratios] == pytest.approx(sizes)
