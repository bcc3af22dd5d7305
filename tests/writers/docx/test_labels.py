"""Numbers of headings and captions in a finished DOCX: what Word counts, what is typed, and what references repeat."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import etree

from convert.diagnostics import Report
from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.measure.docx import read_text
from convert.model import Block, Column, Document, Figure, Heading, Link, Ref, Table, Text, Toc
from convert.model import replace as replace_node
from convert.model.build import heading, para
from convert.model.walk import nodes, plain
from convert.pipeline import compose, read_document
from convert.writers.docx import write
from tests.specimens import BUNDLED, composition


def select(data: bytes, path: str) -> list[Any]:
    return etree.fromstring(data).xpath(path, namespaces=NAMESPACES)  # type: ignore[no-any-return]


def body(*blocks: Block, path: str) -> list[Any]:
    return select(unpack(write(composition(Document(blocks))))["word/document.xml"], path)


def numbered_composition(*blocks: Block) -> Any:
    options = replace(BUNDLED, settings=("numbering.mode=auto",))
    return compose(Document(blocks), "test.json", options, Report("test"))


def test_headings_count_in_a_list_of_their_styles_where_the_style_numbers_them() -> None:
    blocks = (
        heading(1, "一、甲"),
        heading(2, "乙"),
        Heading((Text("前言"),), 1, role="unnumbered"),
        heading(6, "丙"),
        para("附件1", role="attachment-label"),
        heading(1, "丁", id="d"),
        heading(2, "戊"),
    )
    files = unpack(write(numbered_composition(*blocks)))
    styled = "//w:style[w:pPr/w:numPr]/@w:styleId"
    assert select(files["word/styles.xml"], styled) == [f"Heading{level}" for level in range(1, 6)]
    levels = select(files["word/numbering.xml"], "//w:abstractNum[1]/w:lvl[w:pStyle]/w:lvlText/@w:val")
    assert levels == ["%1、", "（%2）", "%3.", "（%4）", "%5"]
    overrides = select(
        files["word/numbering.xml"], "//w:num[w:abstractNumId/@w:val='0']/w:lvlOverride/w:startOverride/@w:val"
    )
    assert overrides == ["1"]
    paragraphs = select(files["word/document.xml"], "//w:body/w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]")
    assert [("".join(p.itertext()), [e.get(f"{{{NAMESPACES['w']}}}val") for e in p.iterfind(".//w:numPr/*", NAMESPACES)])
            for p in paragraphs] == [
        ("甲", []), ("乙", []), ("前言", ["0"]), ("丙", []), ("丁", ["0", "2"]), ("戊", ["1", "2"])
    ]  # fmt: skip
    assert [line.partition("\t")[::2] for line in read_text(write(numbered_composition(*blocks))).splitlines()] == [
        ("一、", "甲"), ("（一）", "乙"), ("前言", ""), ("丙", ""), ("附件1", ""), ("一、", "丁"), ("（一）", "戊")
    ]  # fmt: skip


def test_levels_that_show_those_above_show_digits() -> None:
    options = replace(BUNDLED, settings=("numbering.mode=auto", 'numbering.levels=["第{cjk}章　", "{1}.{2} "]'))
    made = compose(Document((heading(1, "甲"), heading(2, "乙"))), "test.json", options, Report("test"))
    assert [line.partition("\t")[::2] for line in read_text(write(made)).splitlines()] == [
        ("第一章　", "甲"),
        ("1.1", "乙"),
    ]


def test_a_typed_number_is_in_the_bookmark_of_its_heading() -> None:
    inside = "//w:t[preceding::w:bookmarkStart and following::w:bookmarkEnd]/text()"
    typed = Heading((Text("甲"),), 1, "（一）", id="a")
    assert body(typed, path=inside) == ["（一）"]
    assert body(heading(1, "甲", id="a"), path=inside) == ["甲"]


def test_captions_count_in_fields_and_their_numbers_can_be_repeated() -> None:
    blocks = (
        Figure((para("甲"),), (Text("图3　流程"),), id="f"),
        Figure((para("乙"),), (Text("图4"),)),
        Table((Column(),), (Text("表一　情况"),), id="t"),
    )
    captions = "//w:p[w:pPr/w:pStyle/@w:val='Caption']"
    assert ["".join(p.itertext()) for p in body(*blocks, path=captions)] == [
        "图 SEQ 图 \\* ARABIC \\r 3 3　流程", "图 SEQ 图 \\* ARABIC 4", "表一　情况"
    ]  # fmt: skip
    marked = f"{captions}[1]/*[preceding-sibling::w:bookmarkStart and following-sibling::w:bookmarkEnd]//w:t/text()"
    assert body(*blocks, path=marked) == ["图", "3"]


def test_numbers_that_word_counts_are_read_again_as_ours() -> None:
    blocks = (heading(1, "甲"), heading(2, "乙"), para("文" * 30), heading(1, "丙"), heading(2, "丁"), para("文" * 30))
    made = numbered_composition(*blocks)
    again = read_document(write(made), "again.docx", BUNDLED, Report("again"))

    def headings(document: Document) -> list[tuple[int, str, str]]:
        found = (node for node in nodes(document) if isinstance(node, Heading))
        return [(node.level, node.number, plain(node)) for node in found]

    assert headings(again) == headings(made.document) == [
        (1, "一、", "甲"), (2, "（一）", "乙"), (1, "二、", "丙"), (2, "（一）", "丁")
    ]  # fmt: skip


def referring(*refs: Ref, **settings: str) -> list[str]:
    """The instructions of the fields that references become, in a document with all that they may lead to."""
    blocks = (
        Heading((Text("甲"),), 1, "一、", id="h"),
        Heading((Text("乙"),), 2, "（一）", id="i"),
        Heading((Text("丙"),), 1, role="unnumbered", id="j"),
        Table((Column(),), (Text("情况"),), number="表1　", id="t"),
        replace_node(para("文"), id="p"),
        para(*refs),
    )
    options = replace(BUNDLED, settings=tuple(f"{key.replace('_', '.')}={value}" for key, value in settings.items()))
    made = write(compose(Document(blocks), "test.json", options, Report("test")))
    found = select(
        unpack(made)["word/document.xml"], "//w:instrText[not(contains(., 'SEQ'))]/text() | //w:hyperlink/@w:anchor"
    )
    return [str(each).strip() for each in found]


def test_references_are_fields_that_repeat_what_is_in_bookmarks() -> None:
    refs = tuple(Ref(id, kind) for id in ("h", "j", "t") for kind in ("number", "text", "page"))
    assert referring(*refs) == [
        "REF _h \\h", "REF _h_words \\h", "PAGEREF _h \\h",
        "REF _j \\h", "REF _j \\h", "PAGEREF _j \\h",
        "REF _t \\h", "REF _t_words \\h", "PAGEREF _t \\h",
    ]  # fmt: skip


def test_numbers_that_word_counts_are_repeated_by_it_where_it_has_them_as_we_do() -> None:
    refs = tuple(Ref(id, kind) for id in ("h", "i") for kind in ("number", "text"))
    assert referring(*refs, numbering_mode="auto") == ["_h", "REF _h \\h", "REF _i \\r \\h", "REF _i \\h"]


def test_what_no_field_can_repeat_is_a_link() -> None:
    assert referring(Ref("p"), Ref("p", "page")) == ["_p", "PAGEREF _p \\h"]


def test_what_fields_repeat_is_what_they_show() -> None:
    blocks = Heading((Text("甲"),), 1, "一、", id="h"), para(Ref("h"), Ref("h", "text"))
    data = unpack(write(composition(Document(blocks))))["word/document.xml"]
    for name, shown in (("_h", "一"), ("_h_words", "甲")):
        inside = f"//w:t[preceding::w:bookmarkStart[@w:name='{name}'] and not(preceding::w:bookmarkEnd[@w:id=//w:bookmarkStart[@w:name='{name}']/@w:id])]"
        assert "".join(select(data, f"{inside}/text()")) == shown
        result = f"//w:r[preceding::w:instrText[1][contains(., ' {name} ')]]/w:t/text()"
        assert select(data, result)[0] == shown


def test_lists_of_captions_are_fields_where_these_count() -> None:
    blocks = (
        Toc(of="figures"),
        Toc(of="tables"),
        Figure((para("甲"),), (Text("流程"),)),
        Table((Column(),), (Text("情况"),), number="表一　"),
    )
    made = composition(Document(blocks))
    data = unpack(write(made))["word/document.xml"]
    fields = select(data, "//w:instrText[contains(., 'TOC')]/text()")
    assert [field.strip() for field in fields] == ['TOC \\h \\z \\c "图"', 'TOC \\h \\z \\c "表"']
    styles = select(data, "//w:p[w:r/w:tab]/w:pPr/w:pStyle/@w:val")
    assert styles == ["TableofFigures", "TableofFigures"]
    kept = replace(made, document=Document((Toc(of="tables", children=(para(Link((Text("情况"),), "#x")),)),)))
    assert select(unpack(write(kept))["word/document.xml"], "//w:instrText") == []


def test_what_stands_in_a_table_of_contents_and_is_no_entry_is_printed_without_a_field() -> None:
    inner = Toc(children=(para("内"),))
    data = unpack(write(composition(Document((Toc(children=(inner, para("外"))),)))))["word/document.xml"]
    assert "".join(select(data, "//w:t/text()")) == "内外"
    (start,) = select(data, "//w:fldChar[@w:fldCharType='begin']")
    assert start.getparent().getparent().xpath("string()") != "外", "the outer one has no field"
