"""Words of a file against those of its source: what differs, and what a format prints of its own accord."""

from __future__ import annotations

import pytest

from convert.checks.facts import Element
from convert.checks.integrity import differences, wording_of
from convert.model import Block, Document, List, ListItem, Math, Note, Para, Ruby, Table, Text, Toc
from convert.model.build import heading, para
from convert.model.nodes import Cell, Column, Row
from tests.specimens import everything


def compare(blocks: tuple[Block, ...], *texts: str, note: str = "") -> list[tuple[str, str]]:
    elements = [Element("body", text) for text in texts] + [Element("note", note)] * bool(note)
    return [(before, after) for before, after, _ in differences(wording_of(Document(blocks)), elements)]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("各地要认真贯彻执行，不得拖延。", []),
        ("各地要 认真贯彻\n执行，不得拖延。", []),
        ("各地要切实贯彻执行，不得拖延。", [("各地要认真贯彻执行", "各地要切实贯彻执行")]),
        ("各地要认真贯彻执行，拖延。", [("彻执行，不得拖延。", "彻执行，拖延。")]),
        ("各地要认真贯彻执行，不得再拖延。", [("行，不得拖延。", "行，不得再拖延。")]),
    ],
)
def test_a_changed_word_is_found_and_white_space_is_not(printed: str, found: list[tuple[str, str]]) -> None:
    assert compare((para("各地要认真贯彻执行，不得拖延。"),), printed) == found


def test_the_place_is_the_element_in_the_file() -> None:
    elements = [Element("body", "甲。"), Element("toc", "目录"), Element("body", "丙。")]
    (found,) = differences(wording_of(Document((para("甲。"), para("乙。")))), elements)
    assert found.element == 2


def test_words_in_another_order_are_found() -> None:
    assert len(compare((para("第一句话。"), para("第二句话。")), "第二句话。", "第一句话。")) == 2


@pytest.mark.parametrize("marker", ["1.", "•", "（一）", "a)", "①"])
def test_markers_of_lists_are_the_formats(marker: str) -> None:
    items = List((ListItem(children=(para("甲2."),)), ListItem(children=(para("乙"),))))
    assert compare((items,), f"{marker}甲2.", f"{marker}乙") == []


def test_a_marker_elsewhere_is_none() -> None:
    assert compare((para("甲"), para("乙")), "1.甲", "乙") == [("甲乙", "1.甲乙")]


def test_notes_are_looked_for_wherever_they_stand() -> None:
    text = Para((Text("甲"), Note((para("注释一，很长。"),)), Text("乙。")))
    assert compare((text,), "甲①乙。", note="①注释一，很长。") == []
    assert compare((text,), "甲乙。", note="注释二，很长。") == [("注释一，很长。", "")]


def test_readings_and_formulas_are_printed_otherwise() -> None:
    text = Para((Ruby((Text("测"),), "cè"), Text("量"), Math("x^2"), Text("米。")))
    assert compare((text,), "测cè量x2米。") == []
    assert compare((text,), "cè测量\ufffc米。") == []


def test_contents_are_left_out_and_numbers_are_words() -> None:
    table = Table((Column(),), caption=(Text("人数"),), number="表1　", body=(Row((Cell((para("甲"),)),)),))
    blocks = (Toc(), heading(1, "一、概况"), table)
    assert compare(blocks, "一、概况", "表1 人数", "甲") == []
    assert compare(blocks, "概况", "表1 人数", "甲") == [("一、概况表1", "概况表1")]


def test_long_differences_are_told_by_their_ends() -> None:
    ((before, after),) = compare((para("始" + "甲" * 60 + "终"),), "始终")
    assert before == "始" + "甲" * 12 + "…" + "甲" * 12 + "终"
    assert after == "始终"


def test_every_node_has_its_words() -> None:
    """Nothing of the model is forgotten: what a document says is what is compared."""
    wording = wording_of(everything())
    assert len(wording.text) > 100
    assert wording.items
