"""Captions, quotations, footing of ids."""

from __future__ import annotations

from convert.model import Figure, Para, Table
from convert.model.walk import plain
from tests.readers.docx.packages import PNG, dumped, field, p, package, r, style, understood

C = style("C", "caption") + style("Q", "Quote")
TABLE = f"<w:tbl><w:tr><w:tc>{p('格')}</w:tc></w:tr></w:tbl>"
IMAGE = p(content='<w:r><w:pict><v:shape><v:imagedata r:id="i"/></v:shape></w:pict></w:r>')


def kinds(body: str) -> list[tuple[str, str]]:
    document, _ = understood(package(body, {"i": ("image", "media/a.png")}, styles=C, word_media_a_png=PNG))
    return [
        (type(b).__name__, plain(b.caption) if isinstance(b, Table | Figure) else plain(b)) for b in document.blocks
    ]


def test_a_caption_above_a_table() -> None:
    assert kinds(p("表1 名称", "C") + TABLE) == [("Table", "表1 名称")]


def test_a_caption_below_a_table() -> None:
    assert kinds(TABLE + p("表1 名称", "C") + p("x")) == [("Table", "表1 名称"), ("Para", "x")]


def test_a_caption_below_a_picture_and_above_one() -> None:
    assert kinds(IMAGE + p("图1 名称", "C")) == [("Figure", "图1 名称")]
    assert kinds(p("图1 名称", "C") + IMAGE) == [("Figure", "图1 名称")]


def test_a_caption_between_a_picture_and_a_table_goes_by_its_word() -> None:
    assert kinds(IMAGE + p("表1 名称", "C") + TABLE) == [("Para", ""), ("Table", "表1 名称")]
    assert kinds(TABLE + p("图1 名称", "C") + IMAGE) == [("Table", ""), ("Figure", "图1 名称")]


def test_a_caption_without_a_style_is_known_by_its_counter() -> None:
    counted = p(content=r("表 ") + field("SEQ 表 \\* ARABIC", r("1")) + r(" 名称"))
    assert kinds(counted + TABLE) == [("Table", "表 1 名称")]


def test_a_caption_of_nothing_is_a_paragraph() -> None:
    assert kinds(p("x") + p("图1 名称", "C") + p("y")) == [("Para", "x"), ("Para", "图1 名称"), ("Para", "y")]


def test_quoted_paragraphs_are_one_quotation() -> None:
    assert dumped(p("a", "Q") + p("b", "Q") + p("c"), styles=C) == (
        'quote\n  para\n    text "a"\n  para\n    text "b"\npara\n  text "c"'
    )


def test_the_caption_carries_its_bookmark_to_the_table() -> None:
    marked = p(style="C", content='<w:bookmarkStart w:id="1" w:name="_Ref9"/>' + r("表1"))
    document, _ = understood(package(marked + TABLE + p(content=field("REF _Ref9", r("表1"))), styles=C))
    assert [block.id for block in document.blocks] == ["_Ref9", ""]
    assert isinstance(document.blocks[1], Para)
