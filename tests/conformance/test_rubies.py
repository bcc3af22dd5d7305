"""Readings above their base: drawn, tagged and written alike in all three files, each read back by other means."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.measure import docx, epub, pdf
from convert.model import Document, Emph, Inline, Link, Meta, Ruby, Strong, Text
from convert.model.build import para
from convert.pipeline import write_document
from tests.layout.composing import composed, lines_of
from tests.specimens import SENTENCE, composition

BASES = st.text("装备双创床窗光", min_size=1, max_size=3)
READINGS = st.text("abcdefghijklmnop", min_size=1, max_size=12)
RUBIES = st.builds(lambda base, reading: Ruby((Text(base),), reading), BASES, READINGS)
SAMPLE = (
    Text(SENTENCE),
    Ruby((Text("装"),), "zhuāng"),
    Ruby((Text("双"),), "shuāng"),
    Text(SENTENCE),
    Link((Ruby((Strong((Text("链接"),)),), "liànjiē"),), "https://example.org"),
    Emph((Ruby((Text("窗"),), "chuāng"),)),
)


def made(*inlines: Inline) -> dict[str, bytes]:
    composed = composition(Document((para(*inlines),), Meta(title="注音")))
    return {format: write_document(composed, format) for format in ("pdf", "docx", "epub")}


@settings(max_examples=20)
@given(st.lists(st.one_of(RUBIES, BASES.map(Text)), min_size=1, max_size=12))
def test_three_files_hold_base_and_reading_in_the_same_order(inlines: list[Inline]) -> None:
    files = made(*inlines)
    wanted = "注音" + "".join(
        part.text
        if isinstance(part, Text)
        else "".join(c.text for c in part.children if isinstance(c, Text)) + part.reading
        for part in inlines
        if isinstance(part, Text | Ruby)
    )
    read = docx.read_text(files["docx"]), epub.read_text(files["epub"]), pdf.read_tags(files["pdf"]).text
    assert ["".join(text.split()) for text in read] == [wanted] * 3


@given(st.lists(st.one_of(RUBIES, st.just(Text(SENTENCE))), min_size=1, max_size=20))
def test_readings_stand_over_their_base_and_apart(inlines: list[Inline]) -> None:
    count = 0
    for page in composed(para(*inlines)).pages.pages:
        for line in lines_of(page):
            spans = [(above.x, above.x + above.width) for above in line.beside]
            assert all(right <= left + 0.01 for (_, right), (left, _) in pairwise(spans)), "they overlap"
            assert all(above.y < 0 for above in line.beside)
            count += len(spans)
    assert count == sum(isinstance(inline, Ruby) for inline in inlines)


def test_a_reading_is_centred_over_its_base_on_paper() -> None:
    page = pypdfium2.PdfDocument(made(Text("会议"), Ruby((Text("安"),), "ān"), Text("全"))["pdf"])[0].get_textpage()
    text = page.get_text_range()
    base, letters = text.index("安"), text.index("ān")
    left, bottom, right, top = page.get_charbox(base)
    first, last = page.get_charbox(letters), page.get_charbox(letters + 1)
    assert abs((first[0] + last[2]) / 2 - (left + right) / 2) < 1.5
    assert first[1] >= top - 1
    assert last[3] - first[1] < top - bottom


def test_each_file_uses_its_format_s_own_construct() -> None:
    files = made(*SAMPLE)
    word = etree.fromstring(unpack(files["docx"])["word/document.xml"])
    guides = word.xpath("//w:ruby", namespaces=NAMESPACES)
    assert ["".join(guide.xpath("w:rt//w:t/text()", namespaces=NAMESPACES)) for guide in guides] == [
        "zhuāng", "shuāng", "liànjiē", "chuāng",
    ]  # fmt: skip
    sizes = word.xpath("//w:rubyPr/w:hps/@w:val | //w:rubyPr/w:hpsBaseText/@w:val", namespaces=NAMESPACES)
    assert set(sizes) == {"16", "32"}
    assert len(word.xpath("//w:hyperlink//w:ruby", namespaces=NAMESPACES)) == 1
    book = next(data for name, data in unpack(files["epub"]).items() if name.endswith(".xhtml") and b"<ruby" in data)
    assert re.search(rb"<ruby[^>]*>\xe8\xa3\x85<rt[^>]*>zhu\xc4\x81ng</rt></ruby>", book)
    names = tag_names(files["pdf"])
    assert [names.count(name) for name in ("/Ruby", "/RB", "/RT")] == [4, 4, 4]


def tag_names(data: bytes) -> list[str]:
    """The types of all structure elements, by the file's own objects."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as opened:
        return [str(each.get("/S")) for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
