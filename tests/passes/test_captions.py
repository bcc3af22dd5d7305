"""Numbers of captions: typed ones are told from the words and printed as they are, others are given by the style."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from convert.diagnostics import Report
from convert.model import Column, Document, Figure, Note, Ref, Span, Strong, Table, Text
from convert.model.build import heading, inlines, numbered, para
from convert.model.nodes import Block, Inline
from convert.model.walk import nodes, plain
from convert.passes.captions import number_captions, split_captions
from convert.style.compute import read_sheet

LOOK = read_sheet("gbt9704").captions


def figure(*caption: str | Inline, **more: Any) -> Figure:
    return Figure((para("图"),), inlines(*caption), **more)


def table(*caption: str | Inline, **more: Any) -> Table:
    return Table((Column(),), inlines(*caption), **more)


@pytest.mark.parametrize(
    ("typed", "number", "words"),
    [
        ("表1　各市情况", "表1　", "各市情况"),
        ("图 2：流程", "图 2：", "流程"),
        ("图3各市产量", "图3", "各市产量"),
        ("附表1-2 明细", "附表1-2 ", "明细"),
        ("圖一、流程", "圖一、", "流程"),
        ("表１　全角", "表１　", "全角"),
        ("Figure 3. Results", "Figure 3. ", "Results"),
        ("Fig. 2.1: A flow", "Fig. 2.1: ", "A flow"),
        ("TABLE A1 Data", "TABLE A1 ", "Data"),
        ("表4", "表4", ""),
        ("图为会议现场", "", "图为会议现场"),
        ("表2024年产量", "", "表2024年产量"),
        ("图3D打印机", "", "图3D打印机"),
        ("图一组人", "", "图一组人"),
        ("Table of results", "", "Table of results"),
    ],
)
def test_a_typed_number_is_told_from_the_words(typed: str, number: str, words: str) -> None:
    (split,) = split_captions(Document((figure(typed),))).blocks
    assert isinstance(split, Figure)
    assert (split.number, plain(split.caption)) == (number, words)
    assert plain(numbered(split)) == typed


def test_a_number_within_marks_is_told_and_names_in_it_are_kept() -> None:
    (split,) = split_captions(Document((table(Span((), id="a"), Strong(inlines("表1　情况")), "表"),))).blocks
    assert split == Table((Column(),), inlines(Span((), id="a"), Strong(inlines("情况")), "表"), number="表1　")


def test_a_number_that_is_more_than_characters_stays() -> None:
    block = table("表", Note((para("注"),)), "1　情况")
    assert split_captions(Document((block,))).blocks == (block,)


def test_references_by_what_a_caption_is_called_are_by_its_number() -> None:
    refs = para(Ref("t", "text", inlines("表1")), Ref("t", "text", inlines("表1 情况")))
    document = split_captions(Document((table("表 1　情况", id="t"), refs)))
    assert [n for n in nodes(document) if isinstance(n, Ref)] == [Ref("t"), Ref("t", "text", inlines("表1 情况"))]


# --- what the style numbers ------------------------------------------------------------------------------------------


def numbers(*blocks: Block, lang: str = "zh-Hans", **look: Any) -> tuple[list[str], list[str]]:
    report = Report("test")
    document = number_captions(Document(blocks), replace(LOOK, **look), lang, report)
    return [n.number for n in nodes(document) if isinstance(n, Table | Figure)], [d.code for d in report.diagnostics]


def test_a_document_without_numbers_gets_them_in_its_language() -> None:
    blocks = figure("甲"), table("乙"), figure("丙"), table(), para("丁")
    assert numbers(*blocks) == (["图1　", "表1　", "图2　", ""], [])
    assert numbers(*blocks, lang="en-GB")[0] == ["Figure 1. ", "Table 1. ", "Figure 2. ", ""]
    assert numbers(*blocks, lang="fr")[0][0] == "图1　"


def test_numbers_that_are_typed_stay_and_others_of_the_kind_are_not_given() -> None:
    assert numbers(figure("图3 甲"), figure("乙"), table("丙")) == (["图3 ", "", "表1　"], [])


def test_nothing_is_given_where_numbers_are_kept_but_what_a_reference_needs() -> None:
    blocks = figure("甲"), table("乙", id="t"), table("丙")
    assert numbers(*blocks, mode="keep")[0] == ["", "", ""]
    assert numbers(*blocks, para(Ref("t")), mode="keep")[0] == ["", "表1　", "表2　"]


def test_all_are_numbered_anew_and_a_changed_number_is_reported() -> None:
    assert numbers(table("表1　甲"), table("表 3　乙"), figure("表4"), mode="auto") == (
        ["表1　", "表2　", "表3"],
        ["caption-renumbered", "caption-renumbered"],
    )


def test_captions_may_count_by_chapters() -> None:
    blocks = heading(1, "章"), table("甲"), heading(2, "节"), table("乙"), heading(1, "章"), table("丙")
    assert numbers(*blocks, table={"zh": "表{chapter}-{number} "})[0] == ["表1-1 ", "表1-2 ", "表2-1 "]


def test_tables_count_in_reading_order() -> None:
    inner = Figure((table("内"),), inlines("图"))
    assert numbers(Figure((inner, table("后")), inlines("外")))[0] == ["图1　", "图2　", "表1　", "表2　"]


def test_what_needs_no_numbers_is_shared() -> None:
    document = Document((para(Text("文")),))
    assert split_captions(document) is document
    assert number_captions(document, LOOK, "zh", Report()) is document
