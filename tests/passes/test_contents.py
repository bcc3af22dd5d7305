from __future__ import annotations

from convert.model import Document, Figure, Heading, LineBreak, Link, Note, Para, Ref, Table, Text, Toc
from convert.model.build import heading, para
from convert.model.walk import nodes, plain
from convert.passes.contents import Contents
from convert.passes.ids import FreeIds


def entries(document: Document, toc: Toc | None = None) -> list[tuple[str, str]]:
    """Role and words of what a document's table lists."""
    contents = Contents(document, FreeIds(document))
    found = contents.filled(toc or next(node for node in nodes(document) if isinstance(node, Toc)))
    return [(child.role, plain(child)) for child in found.children]


def test_headings_are_listed_down_to_the_depth_with_their_numbers() -> None:
    document = Document(
        (
            Toc(depth=2),
            Heading((Text("总则"),), 1, number="第一章 "),
            heading(2, "范围", Note((para("注"),))),
            heading(3, "太深"),
            heading(1, "甲", LineBreak(), "乙"),
            heading(1, " "),
        )
    )
    assert entries(document) == [("toc1", "第一章 总则"), ("toc2", "范围"), ("toc1", "甲 乙")]


def test_every_entry_leads_to_what_it_lists_and_asks_for_its_page() -> None:
    document = Document((Toc(), heading(1, "甲", id="own"), heading(1, "乙"), para("丙", Link((), "#toc-entry-1"))))
    contents = Contents(document, FreeIds(document))
    ids = [node.id for node in nodes(contents.document) if isinstance(node, Heading)]
    assert ids[0] == "own" and ids[1] and len(set(ids)) == 2
    listed = contents.filled(Toc())
    for child, name in zip(listed.children, ids, strict=True):
        assert isinstance(child, Para)
        link, page = child.children
        assert isinstance(link, Link) and link.target == f"#{name}"
        assert page == Ref(name, "page")


def test_made_ids_are_none_that_the_document_has() -> None:
    document = Document((Toc(), para("甲", Link((), "x")), Para((Text("乙"),), id="toc-entry-1"), heading(1, "丙")))
    ids = [node.id for node in nodes(Contents(document, FreeIds(document)).document) if node.id]
    assert len(ids) == len(set(ids)) == 2


def test_figures_and_tables_have_lists_of_their_own() -> None:
    table, figure = Table((), (Text("表1　情况"),)), Figure((para("甲"),), (Text("图1　方块"),))
    blocks = (table, figure, Table(()), heading(1, "题"))
    assert entries(Document((Toc(of="tables"), *blocks))) == [("toc-caption", "表1　情况")]
    assert entries(Document((Toc(of="figures"), *blocks))) == [("toc-caption", "图1　方块")]


def test_what_is_filled_and_what_has_no_table_stays_as_it_is() -> None:
    filled = Toc(children=(para("甲"),))
    document = Document((heading(1, "题"),))
    assert Contents(document, FreeIds(document)).document is document
    assert Contents(document, FreeIds(document)).filled(filled) is filled
