"""Footnotes: at the foot of the page, in Word's own part, behind their marks in a book; the same words in all three."""

from __future__ import annotations

import io
import re

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from convert.config import Options
from convert.diagnostics import Report
from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.layout.composition import Composition
from convert.layout.result import Line, Page, Stroke
from convert.measure import docx, epub, pdf
from convert.model import Block, Cell, Column, Document, Link, List, ListItem, Meta, Note, Ref, Row, Super, Table, Text
from convert.model.build import heading, para
from convert.pipeline import compose, write_document
from tests.layout.composing import composed, words
from tests.specimens import SENTENCE, composition

BY_PAGE = Options(fonts="bundled", settings=("notes.restart=page",))
LENGTHS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 60)), min_size=1, max_size=12)


def note(text: str) -> Note:
    return Note((para(text),))


def noted(lengths: list[tuple[int, int]]) -> list[Block]:
    """Paragraphs of so many sentences, each with a note of so many, all different; numbered, as layout wants them."""
    return [
        para(
            SENTENCE * before,
            Note((para(f"注文{n}：" + SENTENCE * long),), id=f"n{n}", number=str(n)),
            SENTENCE,
        )
        for n, (before, long) in enumerate(lengths, 1)
    ]


def lines(page: Page, kind: str) -> list[Line]:
    """The page's lines of text, or of notes."""
    return [item for item in page.items if isinstance(item, Line) and belongs(item) == kind]


def belongs(line: Line) -> str:
    element = line.text.element
    while element.parent and element.kind not in ("note", "artifact"):
        element = element.parent
    return element.kind if element.kind in ("note", "artifact") else "text"


@settings(max_examples=40)
@given(LENGTHS)
def test_every_note_is_set_whole_and_begins_on_the_page_of_its_mark(lengths: list[tuple[int, int]]) -> None:
    pages = composed(*noted(lengths)).pages.pages
    set_notes = "".join(words(line) for page in pages for line in lines(page, "note"))
    wanted = "".join(f"{n}\u2002注文{n}：" + SENTENCE * long for n, (_, long) in enumerate(lengths, 1))
    assert "".join(set_notes.split()) == "".join(wanted.split())
    for page in pages:
        marks = [note.number for line in lines(page, "text") for note, _ in line.notes]
        begun = re.findall(r"(\d+)\u2002注文", "".join(words(line) for line in lines(page, "note")))
        assert begun == marks or (len(begun) < len(marks) and begun == marks[: len(begun)] and page is not pages[-1])


@settings(max_examples=40)
@given(LENGTHS)
def test_text_and_notes_do_not_meet(lengths: list[tuple[int, int]]) -> None:
    for page in composed(*noted(lengths)).pages.pages:
        text, notes = lines(page, "text"), lines(page, "note")
        if text and notes:
            assert max(line.y for line in text) < min(line.y - line.size for line in notes)
        bottom = page.height - 35 / 25.4 * 72
        assert all(line.y <= bottom + 1 for line in (*text, *notes))
        assert sum(isinstance(item, Stroke) for item in page.items) == bool(notes)


def sample() -> Document:
    row = Row((Cell((para("单元格", note("表中的注。")),)),))
    return Document(
        (
            heading(1, "一、标题", note("标题的注。")),
            para("正文", note("甲注，见"), "，", Note((para("首段"), para("次段", Link((Text("链接"),), "https://example.org")))), "。"),
            Table((Column(),), (Text("表题"), note("表题的注。")), body=(row,)),
        ),
        Meta(title="脚注", lang="zh-Hans"),
    )  # fmt: skip


def test_three_files_hold_notes_where_their_marks_are() -> None:
    made = composition(sample())
    files = {name: write_document(made, name) for name in ("pdf", "docx", "epub")}
    read = docx.read_text(files["docx"]), epub.read_text(files["epub"]), pdf.read_tags(files["pdf"]).text
    wanted = "脚注一、标题①①标题的注。正文②②甲注，见，③③首段次段链接。表1表题④④表题的注。单元格⑤⑤表中的注。"
    assert ["".join(text.split()) for text in read] == [wanted] * 3


def test_word_s_notes_are_real() -> None:
    files = unpack(write_document(composition(sample()), "docx"))
    body, notes, settings_ = (
        etree.fromstring(files[f"word/{name}.xml"]) for name in ("document", "footnotes", "settings")
    )
    marks = body.xpath("//w:footnoteReference/@w:id", namespaces=NAMESPACES)
    assert marks == ["1", "2", "3", "4", "5"]
    assert notes.xpath("//w:footnote[not(@w:type)]/@w:id", namespaces=NAMESPACES) == marks
    assert len(notes.xpath("//w:footnoteRef", namespaces=NAMESPACES)) == len(marks)
    assert notes.xpath("//w:footnote/@w:type", namespaces=NAMESPACES) == ["separator", "continuationSeparator"]
    for part in (body, settings_):
        assert part.xpath("//w:footnotePr/w:numFmt/@w:val", namespaces=NAMESPACES) == ["decimalEnclosedCircleChinese"]
    (link,) = notes.xpath("//w:hyperlink/@r:id", namespaces=NAMESPACES)
    assert f'Id="{link}"'.encode() in files["word/_rels/footnotes.xml.rels"]


def test_a_book_s_notes_and_marks_refer_to_each_other() -> None:
    pages = [
        data for name, data in unpack(write_document(composition(sample()), "epub")).items() if name.endswith("1.xhtml")
    ]
    (root,) = (etree.fromstring(page) for page in pages)
    names = {"h": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}
    marks = root.xpath("//h:a[@epub:type='noteref']", namespaces=names)
    notes = root.xpath("//h:aside[@epub:type='footnote']", namespaces=names)
    assert [mark.get("href") for mark in marks] == [f"#{note.get('id')}" for note in notes]
    back = [note.xpath(".//h:a[@role='doc-backlink']/@href", namespaces=names)[0] for note in notes]
    assert back == [f"#{mark.get('id')}" for mark in marks]
    assert len(notes) == 5


def test_the_tags_of_a_note_follow_its_mark_and_have_names() -> None:
    data = write_document(composition(sample()), "pdf")
    kinds = [tag.type for tag in pdf.read_tags(data).walk()]
    assert kinds.count("Note") == kinds.count("Reference") == 5
    with pikepdf.open(io.BytesIO(data)) as opened:
        names = opened.Root.StructTreeRoot.IDTree.Names
        notes = [
            element
            for element in opened.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Note"
        ]
        assert [str(name) for name in list(names)[::2]] == sorted(str(note.ID) for note in notes)
        links = [annot for page in opened.pages for annot in page.get("/Annots", []) if "/Dest" in annot]
        assert len(links) == 10, "each mark leads to its note, each note to its mark"


# --- several marks of one note -----------------------------------------------------------------------------------


def referred() -> Document:
    """Two marks of one note, and words about another that comes later."""
    first = Note((para("甲注。"),), id="n1")
    later = Note((para("乙注。"),), "end", id="n2")
    return Document((
        para("见尾注", Ref("n2"), "。甲", first, "，乙", Super((Ref("n1"),)), "。"), para("丙", later, "。"),
    ))  # fmt: skip


def test_further_marks_refer_to_the_note_of_the_first() -> None:
    made = composition(referred())
    files = {name: write_document(made, name) for name in ("pdf", "docx", "epub")}
    read = docx.read_text(files["docx"]), epub.read_text(files["epub"]), pdf.read_text(files["pdf"])
    assert ["".join(text.split()) for text in read] == ["见尾注1。甲①①甲注。，乙①。丙11乙注。。"] * 3
    fields = [field.instruction.split() for field in docx.read_fields(files["docx"])]
    assert [code for code in fields if code[0] == "NOTEREF"] == [
        ["NOTEREF", "_n2", "\\f", "\\h"], ["NOTEREF", "_n1", "\\f", "\\h"]
    ]  # fmt: skip
    body = etree.fromstring(unpack(files["docx"])["word/document.xml"])
    inside = "//w:bookmarkStart[@w:name='_n1']/following-sibling::*[1]/w:footnoteReference"
    assert len(body.xpath(inside, namespaces=NAMESPACES)) == 1, "Word counts by the mark in the bookmark"


def test_further_marks_follow_their_note_s_when_it_counts_by_pages() -> None:
    blocks = (para(SENTENCE, note("首")), *[para(SENTENCE * 12)] * 3, *referred().blocks[:1])
    made = compose(Document((*blocks, *referred().blocks[1:])), "specimen.json", BY_PAGE, Report())
    assert "甲①①甲注。，乙①。" in "".join(pdf.read_text(write_document(made, "pdf")).split())


# --- footnotes counted on each page -------------------------------------------------------------------------------


def counted(lengths: list[tuple[int, int]]) -> Composition:
    paras = (para(SENTENCE * before, note("注" + SENTENCE * long), SENTENCE) for before, long in lengths)
    return compose(Document(tuple(paras), Meta(title="脚注")), "specimen.json", BY_PAGE, Report())


@settings(max_examples=25)
@given(LENGTHS)
def test_footnotes_may_count_anew_on_each_page(lengths: list[tuple[int, int]]) -> None:
    for page in counted(lengths).pages.pages:
        marks = [note.number for line in lines(page, "text") for note, _ in line.notes]
        assert marks == ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", "⑪", "⑫"][: len(marks)]


def test_only_what_has_pages_counts_by_them() -> None:
    """The documented exception to one text in three files: the marks. All else is the same."""
    made = counted([(9, 3)] * 12)
    files = {name: write_document(made, name) for name in ("pdf", "docx", "epub")}
    settings_ = etree.fromstring(unpack(files["docx"])["word/settings.xml"])
    assert settings_.xpath("//w:footnotePr/w:numRestart/@w:val", namespaces=NAMESPACES) == ["eachPage"]
    assert not settings_.xpath("//w:endnotePr/w:numRestart", namespaces=NAMESPACES)
    read = docx.read_text(files["docx"]), epub.read_text(files["epub"]), pdf.read_text(files["pdf"])
    words = ["".join(text.split()) for text in read]
    assert "⑫" in words[1] and "⑫" not in words[2]
    bare = [re.sub("[①-⑫]", "", text) for text in words]
    assert bare[0] == bare[1] == bare[2]


# --- endnotes ----------------------------------------------------------------------------------------------------


def endnote(*blocks: Block) -> Note:
    return Note(blocks, "end")


def ended() -> Document:
    """Both kinds of notes, over so much text that a book is cut at its chapters."""
    items = List((ListItem((), (para("一项"),)),), ordered=True)
    chapters: list[list[Block]] = [[heading(1, f"第{n}章"), *[para(SENTENCE * 8)] * 60] for n in (1, 2)]
    row = Row((Cell((para("格", endnote(para("表中的注。"))),)),))
    return Document(
        (
            para("开头", endnote(para("甲注。")), "，", note("脚注。"), "。"),
            *chapters[0],
            para("中间", endnote(para("首段"), items, para("次段")), "。"),
            Table((Column(),), body=(row,)),
            *chapters[1],
        ),
        Meta(title="尾注", lang="zh-Hans"),
    )


def test_three_files_hold_endnotes_where_their_marks_are() -> None:
    made = composition(ended())
    files = {name: write_document(made, name) for name in ("pdf", "docx", "epub")}
    read = docx.read_text(files["docx"]), epub.read_text(files["epub"]), pdf.read_text(files["pdf"])
    words = ["".join(text.split()) for text in read]
    assert words[0] == words[1] == words[2]
    for part in ("开头11甲注。，①①脚注。。第1章", "中间22首段1.一项次段。格33表中的注。第2章"):
        assert part in words[0]
    assert not [d for d in made.report.diagnostics if d.code.startswith("note")]


def test_endnotes_are_printed_after_the_text() -> None:
    pages = composition(ended()).pages
    last = [words(line) for page in pages.pages for line in lines(page, "note")][-6:]
    assert last == ["1\u2002甲注。", "2\u2002首段", "1.", "一项", "次段", "3\u2002表中的注。"]
    assert [sum(isinstance(item, Stroke) for item in page.items) for page in pages.pages][-1] == 1, (
        "the rule above them"
    )
    pairs = [tag.type for tag in pdf.read_tags(write_document(composition(ended()), "pdf")).walk()]
    assert pairs.count("Note") == pairs.count("Reference") == 4
    assert all(pairs[i + 1 : i + 3] == ["Link", "Note"] for i, kind in enumerate(pairs) if kind == "Reference")


def test_word_s_endnotes_are_real() -> None:
    files = unpack(write_document(composition(ended()), "docx"))
    body, notes, settings_ = (
        etree.fromstring(files[f"word/{name}.xml"]) for name in ("document", "endnotes", "settings")
    )
    marks = body.xpath("//w:endnoteReference/@w:id", namespaces=NAMESPACES)
    assert marks == ["1", "2", "3"]
    assert notes.xpath("//w:endnote[not(@w:type)]/@w:id", namespaces=NAMESPACES) == marks
    assert len(notes.xpath("//w:endnoteRef", namespaces=NAMESPACES)) == len(marks)
    assert set(notes.xpath("//w:endnote[not(@w:type)]/w:p[1]/w:pPr/w:pStyle/@w:val", namespaces=NAMESPACES)) == {
        "EndnoteText"
    }
    assert settings_.xpath("//w:endnotePr/w:pos/@w:val", namespaces=NAMESPACES) == ["docEnd"]
    assert settings_.xpath("//w:endnotePr/w:numFmt/@w:val", namespaces=NAMESPACES) == ["decimal"]


def test_a_book_has_its_endnotes_in_a_file_of_their_own_at_its_end() -> None:
    files = unpack(write_document(composition(ended()), "epub"))
    pages = {name.rpartition("/")[2]: etree.fromstring(data) for name, data in files.items() if name.endswith(".xhtml")}
    names = {"h": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}
    (section,) = pages["endnotes.xhtml"].xpath("//h:section[@role='doc-endnotes']", namespaces=names)
    notes = section.xpath("h:ol/h:li[@epub:type='endnote']", namespaces=names)
    marks = {
        f"{name}#{mark.get('id')}": mark.get("href")
        for name, page in pages.items()
        for mark in page.xpath("//h:a[@epub:type='noteref']", namespaces=names)
        if mark.get("href").startswith("endnotes.xhtml")
    }
    assert [f"endnotes.xhtml#{each.get('id')}" for each in notes] == list(marks.values())
    back = [note.xpath(".//h:a[@role='doc-backlink']/@href", namespaces=names)[0] for note in notes]
    assert back == list(marks)
    assert len({place.partition("#")[0] for place in back}) > 1, "from several files"
    assert pages["nav.xhtml"].xpath("//h:a[@href='endnotes.xhtml']/text()", namespaces=names) == ["尾注", "尾注"]


def test_a_link_may_lead_to_a_note() -> None:
    made = composition(Document((para("见", Link((Text("注"),), "#n")), para("文", Note((para("注文"),), id="n")))))
    book = b"".join(data for name, data in unpack(write_document(made, "epub")).items() if name.endswith(".xhtml"))
    (href,) = re.findall(rb'href="[^"#]*#([^"]+)"[^>]*>\xe6\xb3\xa8</a>', book)
    assert b"<aside" in book and b'id="%s"' % href in book
    assert b'w:anchor="_n"' in unpack(write_document(made, "docx"))["word/document.xml"]
    assert made.report.diagnostics == [d for d in made.report.diagnostics if d.code != "link-dropped"]
