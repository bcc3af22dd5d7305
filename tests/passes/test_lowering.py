"""Lowering: nothing the writers cannot set is left, no words are lost, every approximation is reported."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from convert.diagnostics import Report
from convert.model import (
    Cell,
    Code,
    CodeBlock,
    Column,
    Document,
    Heading,
    LineBreak,
    Link,
    Math,
    MathBlock,
    Note,
    Para,
    Raw,
    Ref,
    Row,
    Ruby,
    Strong,
    Table,
    Text,
)
from convert.model.build import heading, inlines, para
from convert.model.nodes import Block, Inline
from convert.model.walk import nodes, plain
from convert.passes.lowering import lower
from convert.style.compute import read_sheet

SHEET = read_sheet("gbt9704")


def lowered(*blocks: Block) -> tuple[Document, list[str]]:
    report = Report("test")
    return lower(Document(blocks), SHEET, report), [d.code for d in report.diagnostics]


def test_footnotes_get_their_numbers_where_they_stand() -> None:
    notes = [Note((para(f"注{n}"),), id="own" if n == 2 else "") for n in range(1, 23)]
    document, codes = lowered(*(para("文", note) for note in notes))
    found = [node for node in nodes(document) if isinstance(node, Note)]
    assert [note.number for note in found][:2] + [note.number for note in found][19:] == ["①", "②", "⑳", "21", "22"]
    assert [note.id for note in found[:3]] == ["footnote-1", "own", "footnote-3"]
    assert codes == []


def test_notes_take_no_id_that_something_else_has() -> None:
    taken = (Para((Text("甲"),), id="footnote-1"), Para((Text("乙"),), id="endnote-1"))
    document, _ = lowered(*taken, para("文", Note((para("脚"),)), Note((para("尾"),), "end")))
    ids = [node.id for node in nodes(document) if node.id]
    assert len(ids) == len(set(ids)) == 4


def test_a_note_within_a_note_is_set_in_brackets() -> None:
    inner = Note((para("内"), CodeBlock("层")))
    document, codes = lowered(para("文", Note((para("外", inner),)), Note((para("后"),))))
    assert [(n.number, plain(n.children)) for n in nodes(document) if isinstance(n, Note)] == [
        ("①", "外（内层）"), ("②", "后")
    ]  # fmt: skip
    assert codes == ["note-nested"]


def test_endnotes_are_numbered_apart_from_footnotes() -> None:
    notes = (Note((para("甲注"),), "end"), Note((para("脚"),)), Note((para("乙注"), para("续")), "end"))
    document, codes = lowered(para("文", *notes), para("末"))
    found = [node for node in nodes(document) if isinstance(node, Note)]
    assert [(note.kind, note.number, note.id) for note in found] == [
        ("end", "1", "endnote-1"), ("foot", "①", "footnote-1"), ("end", "2", "endnote-2")
    ]  # fmt: skip
    assert plain(document, notes=False) == "文末"
    assert codes == []


def test_endnotes_have_marks_of_their_own() -> None:
    sheet = read_sheet("gbt9704", ("notes.end_marks=lower-roman",))
    document = lower(Document((para("文", Note((para("甲"),), "end"), Note((para("乙"),), "end")),)), sheet, Report())
    assert [node.number for node in nodes(document) if isinstance(node, Note)] == ["i", "ii"]


def test_what_a_note_held_of_the_other_kind_is_not_counted() -> None:
    inner = Note((para("内"),), "end")
    document, codes = lowered(para("文", Note((para("外", inner),)), Note((para("尾"),), "end")))
    assert [note.number for note in nodes(document) if isinstance(note, Note)] == ["①", "1"]
    assert codes == ["note-nested"]


def test_a_link_is_parted_by_the_notes_in_it() -> None:
    """Their marks are links, too, and Word and books have no links in links."""
    url = "https://example.org"
    first, second = Note((para("甲"),), id="a", number="1"), Note((para("乙"),), id="b", number="2")
    link = Link((Text("前"), first, Strong((Text("中"), second)), Text("后")), url, id="l")
    (block,) = lowered(para(link))[0].blocks
    assert isinstance(block, Para)
    assert block.children == (
        Link((Text("前"),), url, id="l"), first, Link((Strong((Text("中"),)),), url), second, Link((Text("后"),), url)
    )  # fmt: skip


def test_a_reading_stays_above_words() -> None:
    block = para("请", Ruby((Strong(inlines("应急")),), "yìngjí"), "管理")
    assert lowered(block) == (Document((block,)), [])


@pytest.mark.parametrize(
    "inner", [Link(inlines("应急"), "https://example.org"), Ruby(inlines("应急"), "ab"), LineBreak()]
)
def test_a_reading_of_more_than_words_stands_behind_it(inner: Inline) -> None:
    document, codes = lowered(para("请", Ruby((inner,), "yìngjí"), "管理"))
    assert plain(document).endswith("（yìngjí）管理")
    assert codes == ["ruby-inline"]


def test_an_empty_reading_is_none() -> None:
    assert lowered(para("请", Ruby(inlines("应急"), " "), "管理")) == (Document((para("请应急管理"),)), [])


def test_formulas_get_mathml_in_its_plain_form() -> None:
    document, codes = lowered(para(Math("a^2")), MathBlock("\\foo", "<math><mi>b</mi></math>"))
    found = [n.mathml for n in nodes(document) if isinstance(n, Math | MathBlock)]
    assert ["".join(re.findall(">([^<]+)<", text)) for text in found] == ["a2", "b"]
    assert codes == []


def test_formulas_that_cannot_be_understood_are_printed_as_their_source() -> None:
    document, codes = lowered(para(Math("\\foo")), MathBlock("{b"))
    assert [n.text for n in nodes(document) if isinstance(n, Code)] == ["\\foo", "{b"]
    assert codes == ["math-source", "math-source"]


def test_references_get_their_targets_number_or_words() -> None:
    document, codes = lowered(
        Heading(inlines("总体要求"), 1, number="一、", id="s1"),
        heading(2, "目标", id="s2"),
        Table((Column(),), inlines("情况"), number="表1　", id="t1"),
        para("见", Ref("s1"), "和", Ref("s1", "text"), Ref("s2"), Ref("t1"), Ref("t1", "text"), Ref("no")),
    )
    assert plain(document.blocks[-1]) == "见一和总体要求目标表1情况no"
    assert [n.target for n in nodes(document) if isinstance(n, Ref)] == ["s1", "s1", "s2", "t1", "t1"]
    assert codes == ["ref-unresolved"]


def test_what_a_reference_shows_in_the_source_stays_but_pages_and_numbers_given_anew() -> None:
    blocks = (
        Heading(inlines("甲"), 1, number="二、", id="s"),
        para(
            Ref("s", "number", inlines("一（一）")), Ref("s", "text", inlines("前文")), Ref("s", "page", inlines("9"))
        ),
    )
    document, _ = lowered(*blocks)
    assert [plain(n) for n in nodes(document) if isinstance(n, Ref)] == ["一（一）", "前文", ""]
    anew = replace(SHEET, numbering=replace(SHEET.numbering, mode="auto"))
    document = lower(Document(blocks), anew, Report())
    assert [plain(n) for n in nodes(document) if isinstance(n, Ref)] == ["二", "前文", ""]


def test_what_has_no_place_on_paper_is_reported() -> None:
    document, codes = lowered(Raw("html", "<video>"), para("文"))
    assert plain(document) == "文"
    assert codes == ["raw-dropped"]


def test_a_document_with_nothing_to_lower_is_shared() -> None:
    document = Document((para("文"),))
    assert lower(document, SHEET, Report("test")) is document


def test_cells_take_the_alignment_of_their_column() -> None:
    """Of the column they stand in, behind spans from the left and from above."""

    def cell(text: str, **more: object) -> Cell:
        return Cell((para(text),), **more)  # type: ignore[arg-type]

    columns = (Column(align="left"), Column(align="right"), Column())
    head = (Row((cell("甲", rowspan=2), cell("乙"), cell("丙"))),)
    body = (Row((cell("丁"), cell("戊", align="center"))), Row((cell("己", colspan=2), cell("庚"))))
    (table,) = lower(Document((Table(columns, head=head, body=body),)), SHEET, Report()).blocks
    assert isinstance(table, Table)
    aligns = {plain(c.children): c.align for row in (*table.head, *table.body) for c in row.cells}
    assert aligns == {"甲": "left", "乙": "right", "丙": "", "丁": "right", "戊": "center", "己": "left", "庚": ""}
