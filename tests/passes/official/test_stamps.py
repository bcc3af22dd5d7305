"""Signature stamps in the places of cl. 7.3.5.3."""

from __future__ import annotations

from typing import Any

from convert.diagnostics import Report
from convert.kit.units import to_mm
from convert.model import Block, Document, Group, Image, Media, Meta, Note, Para, Text
from convert.model.build import para
from convert.model.walk import nodes, plain
from convert.passes.official import arrange
from convert.style.compute import read_sheet
from convert.style.sheet import Computed
from tests.specimens import picture

DATE = "2025年6月23日"
PNG = Media("image/png", picture(size=(80, 20)))


def stamped(*blocks: Block, **meta: Any) -> tuple[list[tuple[str, Computed]], list[Image]]:
    """The words of each line and its look, and the stamps."""
    document = Document((para("正文。"), *blocks), Meta(**meta), {"key": PNG})
    placed, sheet = arrange(document, read_sheet("gbt9704"), Report("a.md"))
    group = placed.blocks[-1]
    assert isinstance(group, Group)
    lines = [(plain(block), sheet.roles[block.role]) for block in group.children]
    return lines, [node for node in nodes(group) if isinstance(node, Image)]


def test_post_stamp_and_date() -> None:
    lines, (stamp,) = stamped(posts=("省长",), seals=("key",), date=DATE)
    (post, look), (date, below) = lines
    assert (post, date) == ("省长　　", DATE)  # 左空二字
    assert (look.before_lines, look.right_em, look.middle, look.keep_next) == (2, 4, True, True)
    assert (below.before_lines, below.right_em) == (1, 4)
    assert stamp.alt == "省长签名章"
    assert (to_mm(stamp.width), to_mm(stamp.height)) == (40, 10)  # fitted into 40 × 14 mm


def test_a_stamp_stands_for_a_typed_name() -> None:
    lines, (stamp,) = stamped(
        para("省长　王某某", role="signature"), para(DATE, role="date"), seals=("key",), sealing="stamp"
    )
    assert [words for words, _ in lines] == ["省长　　", DATE]
    assert stamp.alt == "王某某签名章"


def test_without_a_picture_the_name_stands_there() -> None:
    lines, stamps = stamped(posts=("省长",), signature=("王某某",), date=DATE, sealing="stamp")
    assert [(words, look.right_em) for words, look in lines] == [("省长　　王某某", 4), (DATE, 4)]
    assert not stamps


def test_without_a_name_its_place_is_kept() -> None:
    lines, _ = stamped(posts=("省长",), date=DATE, sealing="stamp")
    words, look = lines[0]
    room = 40 / (156 / 28)  # the stamp's width, in characters
    assert words == "省长" and abs(look.right_em - (4 + room + 2)) < 0.01


def test_several_stand_one_below_the_other() -> None:
    lines, stamps = stamped(posts=("甲省省长", "乙省省长"), seals=("key", "key"), date=DATE)
    assert [words for words, _ in lines] == ["甲省省长　　", "乙省省长　　", DATE]
    assert [look.before_lines for _, look in lines] == [2, 1, 1]
    assert len(stamps) == 2


def test_a_stamped_signature_that_was_read_again_is_the_same() -> None:
    lines, stamps = stamped(
        Group((para("省长　　", Image("key", "省长签名章"), role="stamp"), para(DATE, role="date")), role="signing")
    )
    assert [words for words, _ in lines] == ["省长　　", DATE]
    assert [stamp.alt for stamp in stamps] == ["省长签名章"]


def test_a_post_alone_says_that_a_stamp_stands_beside_it() -> None:
    """It is printed, and the stamp's place kept free, whatever the style would seal."""
    assert stamped(posts=("省长",), date=DATE) == stamped(posts=("省长",), date=DATE, sealing="stamp")


def noted(name: str, **meta: Any) -> tuple[Block, Note]:
    """The line of who signs whose name has a note, in its place, and the note."""
    note = Note((para("代签。"),))
    typed = Para((Text(name), note), role="signature")
    document = Document((para("正文。"), typed, para(DATE, role="date")), Meta(**meta), {"key": PNG})
    group = arrange(document, read_sheet("gbt9704"), Report("a.md"))[0].blocks[-1]
    assert isinstance(group, Group)
    return group.children[0], note


def test_a_post_that_is_given_and_typed_is_said_once_and_a_note_is_no_name() -> None:
    given: tuple[dict[str, Any], ...] = ({"posts": ("市长",)}, {"sealing": "stamp"})
    for meta in given:
        line, note = noted("市长　王五", **meta)
        assert plain(line, notes=False) == "市长　　王五"
        assert [node for node in nodes(line) if isinstance(node, Note)] == [note]


def test_a_stamp_keeps_the_note_of_the_name_it_stands_for() -> None:
    line, note = noted("市长　王五", posts=("市长",), seals=("key",))
    assert [node.alt for node in nodes(line) if isinstance(node, Image)] == ["王五签名章"]
    assert note in list(nodes(line))
