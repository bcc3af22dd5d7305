"""Formulas: the same characters in all three files, each file in its format's own notation."""

from __future__ import annotations

import functools
import io
import re

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from convert.kit.archive import unpack
from convert.kit.math.plainform import plain_form
from convert.kit.ooxml import NAMESPACES
from convert.measure import docx, epub, pdf
from convert.model import (
    Block,
    Cell,
    Code,
    Column,
    Document,
    Link,
    Math,
    MathBlock,
    Meta,
    Note,
    Para,
    Row,
    Strong,
    Table,
)
from convert.model.build import heading, para
from convert.pipeline import write_document
from tests.kit.math.test_officemath import TEX
from tests.specimens import SENTENCE, composition

MATHML = "{http://www.w3.org/1998/Math/MathML}"
FORMATS = ("pdf", "docx", "epub")


def made(*blocks: Block) -> dict[str, bytes]:
    composed = composition(Document(blocks, Meta(title="公式", lang="zh-Hans")))
    return {format: write_document(composed, format) for format in FORMATS}


def texts(files: dict[str, bytes]) -> list[str]:
    """The text of the three files without white space."""
    read = docx.read_text(files["docx"]), epub.read_text(files["epub"]), pdf.read_text(files["pdf"])
    return ["".join(text.split()) for text in read]


@functools.cache
def sample() -> dict[str, bytes]:
    row = Row((Cell((para("格", Math(r"\frac{a}{b}")),)), Cell((MathBlock(r"\sqrt{x}"),))))
    return made(
        heading(1, "一、", Math("E=mc^2")),
        para("当", Math(r"\text{总量}\ge 3"), "时，", Link((Math("x^2"),), "https://example.org"), "与", Strong((Math("y"),)), "，", Math(r"\foo")),
        MathBlock(r"x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}"),
        MathBlock("", "<math><mover><mi>v</mi><mo>→</mo></mover><mo>=</mo><mn>0</mn></math>"),
        Table((Column(), Column()), body=(row,)),
        para(SENTENCE, Note((para("注", Math(r"\sum_{i=1}^n x_i")),))),
    )  # fmt: skip


def test_three_files_hold_the_same_characters() -> None:
    wanted = "公式一、E=mc2当总量≥3时，x2与y，\\foox=−b±b2−4ac2av→=0格abx" + SENTENCE + "①①注∑i=1nxi"
    assert texts(sample()) == [wanted] * 3


@settings(max_examples=25, deadline=None)
@given(st.lists(TEX.map(Math) | st.just(Code("、")), min_size=1, max_size=6), TEX)
def test_any_formulas_are_the_same_in_three_files(inlines: list[Math | Code], displayed: str) -> None:
    word, book, page = texts(made(Para(tuple(inlines)), MathBlock(displayed)))
    assert word == book == page


def test_a_pdf_s_formulas_are_tagged_described_and_placed() -> None:
    root = pdf.read_tags(sample()["pdf"])
    formulas = [tag for tag in root.walk() if tag.type == "Formula"]
    assert [tag.alt for tag in formulas[:3]] == ["E=mc^2", r"\text{总量}\ge 3", "x^2"]
    assert [tag.text for tag in formulas[:3]] == ["E=mc2", "总量≥3", "x2"]
    assert len(formulas) == 9
    assert formulas[5].alt == "v→=0", "what has no TeX is read out as its characters"
    (link,) = [tag for tag in root.walk() if tag.type == "Link" and tag.children]
    assert [tag.type for tag in link.children] == ["Formula"]
    with pikepdf.open(io.BytesIO(sample()["pdf"])) as opened:
        boxes = [
            each.A.BBox
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Formula"
        ]
        assert len(boxes) == 9
        assert all(x1 < x2 and y1 < y2 for x1, y1, x2, y2 in ([float(n) for n in box] for box in boxes))


def test_a_pdf_s_formulas_are_outlines_where_the_line_stands() -> None:
    page = pypdfium2.PdfDocument(made(para("式", Math("x"), "后"))["pdf"])[0]
    text = page.get_textpage()
    before, after = (text.get_charbox(text.get_text_range().rindex(char), loose=True) for char in "式后")
    (shape,) = [o.get_bounds() for o in page.get_objects() if o.type == pdfium.FPDF_PAGEOBJ_FORM]
    left, bottom, right, top = shape
    assert before[2] <= left + 1 < right <= after[0] + 1
    assert before[1] < bottom < top < before[3]


def test_word_s_formulas_are_office_math_in_the_text_s_size() -> None:
    body = etree.fromstring(unpack(sample()["docx"])["word/document.xml"])
    assert len(body.xpath("//m:oMath", namespaces=NAMESPACES)) == 8
    assert len(body.xpath("//w:p/m:oMathPara/m:oMath", namespaces=NAMESPACES)) == 3
    assert len(body.xpath("//w:hyperlink/m:oMath", namespaces=NAMESPACES)) == 1
    faces = body.xpath("//m:oMath//w:rFonts/@w:ascii", namespaces=NAMESPACES)
    assert set(faces) == {"Cambria Math"}
    rules = body.xpath("//w:p[.//m:oMath]/w:pPr/w:spacing/@w:lineRule", namespaces=NAMESPACES)
    assert set(rules) == {"atLeast"} and len(rules) == 6
    notes = etree.fromstring(unpack(sample()["docx"])["word/footnotes.xml"])
    assert len(notes.xpath("//m:oMath//m:nary", namespaces=NAMESPACES)) == 1


def test_a_book_s_formulas_are_mathml_with_their_source_and_their_face() -> None:
    files = unpack(sample()["epub"])
    page = etree.fromstring(files["EPUB/content-1.xhtml"])
    formulas = list(page.iter(f"{MATHML}math"))
    assert [each.get("display") for each in formulas].count("block") == 3
    assert formulas[1].get("alttext") == r"\text{总量}\ge 3"
    assert all(each.get("alttext") for each in formulas)
    manifest = etree.fromstring(files["EPUB/content.opf"])
    items = {item.get("href"): item.get("properties") for item in manifest.iter("{*}item")}
    assert items["content-1.xhtml"] == "mathml" and items["title.xhtml"] is None
    assert b'accessibilityFeature">MathML<' in files["EPUB/content.opf"]
    css = files["EPUB/style.css"].decode()
    assert re.search(r'math\{font-family:"Triptych Math",math,', css)
    assert items["fonts/math.ttf"] is None


def test_a_book_s_math_face_grows_its_brackets_and_draws_its_roots() -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(unpack(made(MathBlock(r"\left(\sqrt{x}\right)"))["epub"])["EPUB/fonts/math.ttf"]))
    chars = font.getBestCmap()
    assert {"(", ")", "√", "\U0001d465"} <= set(map(chr, chars))
    tall = font["MATH"].table.MathVariants.VertGlyphCoverage.glyphs
    assert {chars[ord(char)] for char in "(√"} <= set(tall)
    assert len(font.getGlyphOrder()) < 200


def test_books_without_formulas_have_nothing_of_them() -> None:
    files = unpack(made(para("文"))["epub"])
    assert "EPUB/fonts/math.ttf" not in files
    assert b"mathml" not in files["EPUB/content.opf"].lower()


@pytest.mark.parametrize("tex", ["{" * 1000 + "x" + "}" * 1000, "x+" * 50_000, r"\foo" * 10])
def test_what_is_no_formula_stops_nothing(tex: str) -> None:
    assert plain_form(tex, "", display=True) == ""
    word, book, page = texts(made(para("甲", Math(tex[:3000]), "乙"), MathBlock(tex[:3000])))
    assert word == book == page
