"""Pictures among words: tagged and drawn in their line, in the same place of the text in all three files."""

from __future__ import annotations

import functools

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.measure import docx, epub, pdf
from convert.model import Document, Image, Link, Media, Meta, Text
from convert.model.build import heading, para
from convert.pipeline import write_document
from tests.specimens import SENTENCE, composition, picture

ICON = Image("icon", "图标", 12, 12)
FORMATS = ("pdf", "docx", "epub")


@functools.cache
def files() -> dict[str, bytes]:
    document = Document(
        (
            heading(1, "一、", ICON, "标题"),
            para("按", ICON, "键", Link((ICON, Text("链接")), "https://example.org"), "，", SENTENCE, ICON),
        ),
        Meta(title="图标", lang="zh-Hans"),
        {"icon": Media("image/png", picture())},
    )
    made = composition(document)
    return {format: write_document(made, format) for format in FORMATS}


def test_three_files_hold_the_same_text() -> None:
    read = docx.read_text(files()["docx"]), epub.read_text(files()["epub"]), pdf.read_text(files()["pdf"])
    wanted = "图标一、标题按键链接，" + SENTENCE
    assert ["".join(text.split()) for text in read] == [wanted] * 3


def test_a_pdf_s_figures_stand_between_the_words_of_their_paragraph() -> None:
    paragraph = next(tag for tag in pdf.read_tags(files()["pdf"]).walk() if tag.type == "P")
    kids = [kid if isinstance(kid, str) else (kid.type, kid.alt, kid.text) for kid in paragraph.kids]
    assert kids == ["按", ("Figure", "图标", ""), "键", ("Link", "", "链接"), "，" + SENTENCE, ("Figure", "图标", "")]
    link = paragraph.children[1]
    assert [tag.type for tag in link.children] == ["Figure"]


def test_a_pdf_s_figures_are_drawn_on_the_baseline_of_their_words() -> None:
    page = pypdfium2.PdfDocument(files()["pdf"])[0]
    text = page.get_textpage()
    at = text.get_text_range().index("按")
    _, bottom, right, top = text.get_charbox(at, loose=True)
    pictures = [o for o in page.get_objects() if o.type == pdfium.FPDF_PAGEOBJ_IMAGE]
    assert len(pictures) == 4
    x1, y1, x2, y2 = pictures[1].get_bounds()
    assert abs(x1 - right) < 1, "it begins where the character before ends"
    assert bottom < y1 < top and y2 < top + 2
    assert (round(x2 - x1, 1), round(y2 - y1, 1)) == (12, 12)


def test_word_and_the_book_hold_them_among_the_words() -> None:
    word = etree.fromstring(unpack(files()["docx"])["word/document.xml"])
    assert [len(p.xpath(".//wp:inline", namespaces=NAMESPACES)) for p in word.iter("{*}p")] == [0, 1, 3]
    assert len(word.xpath("//w:hyperlink//wp:inline", namespaces=NAMESPACES)) == 1
    page = next(data for name, data in unpack(files()["epub"]).items() if name.endswith("content-1.xhtml"))
    marks = [each.tag.rpartition("}")[2] for each in etree.fromstring(page).iter("{*}img", "{*}a")]
    assert marks == ["img", "img", "a", "img", "img"]
