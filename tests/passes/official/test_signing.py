"""Who signs and when, in the places of cl. 7.3.5."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from convert.diagnostics import Report
from convert.kit.units import to_mm
from convert.layout.seats import seats_of
from convert.model import Block, Document, Group, Image, List, ListItem, Media, Meta, Para, Span
from convert.model import replace as replace_node
from convert.model.build import para
from convert.model.walk import nodes, plain
from convert.passes.official import arrange
from convert.passes.official.signatures import Rights, sealed, unsealed
from convert.style.compute import read_sheet
from convert.style.sheet import Sheet
from tests.specimens import picture

DATE = "2025年6月23日"  # 6.5 characters wide
HEAD: dict[str, Any] = {"issuers": ("某厅",), "number": "某发〔2025〕1号"}


def arranged(*blocks: Block, report: Report | None = None, **meta: Any) -> tuple[list[Block], Sheet]:
    """The blocks of the arranged document, and its sheet."""
    document = Document((para("正文。"), *blocks), Meta(**meta))
    placed, sheet = arrange(document, read_sheet("gbt9704"), report or Report("a.md"))
    return list(placed.blocks), sheet


def signing(*blocks: Block, report: Report | None = None, **meta: Any) -> list[tuple[str, str, float]]:
    """The lines of the signature: the style's role, the words, the characters kept free at the right."""
    placed, sheet = arranged(*blocks, report=report, **meta)
    group = next(block for block in placed if isinstance(block, Group) and block.role == "signing")
    assert all(isinstance(block, Para) for block in group.children)
    return [(sheet.base_role(b.role), plain(b), sheet.roles[b.role].right_em) for b in group.children]


def signed(*names: str, date: str = DATE) -> list[Block]:
    return [*(para(name, role="signature") for name in names), para(date, role="date")]


@pytest.mark.parametrize(
    ("name", "date", "rights"),
    [
        (8, 6.5, Rights((2,), 1.5)),  # gbt9704.md §4.1
        (6, 6.5, Rights((4.5,), 2)),
        (12, 6.5, Rights((2,), 5.5)),
        (6.5, 6.5, Rights((2,), 0)),
    ],
)
def test_without_a_seal_the_date_begins_two_characters_further_in(name: float, date: float, rights: Rights) -> None:
    assert unsealed([name], date) == rights
    start, begins = rights.names[0] + name, rights.date + date  # from the right edge
    assert start - begins == 2


def test_organs_without_a_seal_begin_at_one_place() -> None:
    assert unsealed([8, 6, 10], 6.5) == Rights((4, 6, 2), 3.5)


def test_with_a_seal_the_name_is_centred_on_the_date() -> None:
    assert sealed(8, 6.5) == Rights((3.25,), 4)
    assert sealed(4, 6.5) == Rights((5.25,), 4)


def test_a_name_that_would_leave_the_type_area_moves_left_with_the_date() -> None:
    report = Report("a.md")
    lines = signing(*signed("某" * 18 + "委员会"), report=report, **HEAD)
    assert [right for _, _, right in lines] == [0, (21 - 6.5) / 2]
    assert [d.code for d in report.diagnostics] == ["signing-shifted"]
    assert sealed(14.5, 6.5).shifted is False


def test_a_document_without_a_letterhead_is_not_sealed() -> None:
    assert signing(*signed("某某省财政厅")) == [("signature", "某某省财政厅", 4.5), ("date", DATE, 2)]


def test_one_with_a_letterhead_is() -> None:
    expected = [("signature", "某某省财政厅", 4.25), ("date", DATE, 4)]
    assert signing(*signed("某某省财政厅"), **HEAD) == expected
    assert signing(para("某厅文件", role="issuer"), *signed("某某省财政厅")) == expected
    assert signing(*signed("某某省财政厅"), sealing="seal") == expected
    assert signing(*signed("某某省财政厅"), sealing="none", **HEAD)[1][2] == 2


def test_an_inferred_issuer_is_no_letterhead() -> None:
    assert signing(*signed("某某省财政厅"), inferred=("issuers",), **HEAD)[1][2] == 2


def test_the_metadata_says_what_the_text_does_not() -> None:
    lines = signing(signature=("某某省财政厅",), date="2025-06-23", annotation="此件公开发布")
    assert [words for _, words, _ in lines] == ["某某省财政厅", DATE, "（此件公开发布）"]


def test_what_was_inferred_stands_in_the_text() -> None:
    meta: dict[str, Any] = {"signature": ("某厅",), "date": DATE, "inferred": ("signature", "date")}
    assert [words for _, words, _ in signing(*signed("某厅"), **meta)] == ["某厅", DATE]
    assert [block.role for block in arranged(**meta)[0]] == [""]


def test_a_letterhead_s_organs_sign_what_is_dated() -> None:
    assert [words for _, words, _ in signing(date=DATE, **HEAD)] == ["某厅", DATE]
    assert [words for _, words, _ in signing(para(DATE, role="date"), **HEAD)] == ["某厅", DATE]


@pytest.mark.parametrize("meta", [{"date": DATE}, {"annotation": "此件公开发布"}, {"issuers": ("某厅",)}, {}])
def test_a_report_is_left_as_it_is(meta: dict[str, Any]) -> None:
    document = Document((para("报道", role="title"), para("正文。")), Meta(**meta))
    sheet = read_sheet("gbt9704")
    assert arrange(document, sheet, Report("a.md")) == (document, sheet)


def test_it_stands_before_attachments_and_imprint() -> None:
    for role, group in (("attachment-label", "attachment"), ("cc", "imprint"), ("printing", "imprint")):
        blocks, _ = arranged(para("末行", role=role), signature=("某厅",), date=DATE)
        assert [block.role for block in blocks] == ["", "signing", group]


def test_the_signature_of_an_attachment_is_its_own() -> None:
    blocks, _ = arranged(*signed("甲厅"), para("附件", role="attachment-label"), *signed("乙厅"), signature=("丙厅",))
    assert [block.role for block in blocks] == ["", "signing", "attachment"]
    signings = [node for node in nodes(tuple(blocks)) if node.role == "signing"]
    assert [plain(block) for block in signings] == [f"甲厅{DATE}", f"乙厅{DATE}"]


def test_name_and_date_on_one_line_become_two() -> None:
    lines = signing(para("某某省财政厅办公室　　" + DATE, role="signature"))
    assert [(role, words) for role, words, _ in lines] == [("signature", "某某省财政厅办公室"), ("date", DATE)]


def test_organs_on_one_line_become_several() -> None:
    lines = signing(para("甲甲厅　　乙乙乙厅", role="signature"), para(DATE, role="date"))
    assert [words for _, words, _ in lines] == ["甲甲厅", "乙乙乙厅", DATE]
    person = signing(para("省长　王某某", role="signature"), para(DATE, role="date"))
    assert [words for _, words, _ in person] == ["省长　王某某", DATE]


def test_a_note_stands_right_below_the_date() -> None:
    blocks, sheet = arranged(*signed("某厅"), para("（此件公开发布）", role="annotation"))
    assert isinstance(blocks[-1], Group)
    _, date, note = blocks[-1].children
    assert (sheet.roles[date.role].keep_next, sheet.roles[date.role].after_lines) == (True, 0)
    assert (sheet.roles[note.role].before_lines, sheet.roles[note.role].indent_em) == (0, 2)


def test_arranging_again_changes_nothing() -> None:
    sheet = read_sheet("gbt9704")
    once, _ = arrange(Document((para("正文。"), *signed("某厅"))), sheet, Report("a.md"))
    assert isinstance(once.blocks[1], Group)
    as_read = replace_roles(once.blocks[1])
    again, _ = arrange(Document((para("正文。"), as_read)), sheet, Report("a.md"))
    assert again.blocks == once.blocks


def replace_roles(group: Group) -> Group:
    """The group as a reader has it: variants are read as the style's roles."""
    roles = [block.role.split("-")[0] for block in group.children]
    children = tuple(replace_node(b, role=r) for b, r in zip(group.children, roles, strict=True))
    return replace_node(group, children=children)


def test_the_style_says_what_is_sealed() -> None:
    sheet = replace(read_sheet("gbt9704"), sealing="seal")
    placed, made = arrange(Document((para("正文。"), *signed("某厅"))), sheet, Report("a.md"))
    assert isinstance(placed.blocks[-1], Group)
    assert made.roles[placed.blocks[-1].children[1].role].right_em == 4


# --- seals -----------------------------------------------------------------------------------------------------------

PNG = Media("image/png", picture(size=(40, 40)))


def sealed_blocks(*blocks: Block, **meta: Any) -> tuple[tuple[Block, ...], Sheet]:
    """The blocks of the group, and the sheet."""
    document = Document((para("正文。"), *blocks), Meta(**meta), {"key": PNG})
    placed, sheet = arrange(document, read_sheet("gbt9704"), Report("a.md"))
    (group,) = (block for block in placed.blocks if isinstance(block, Group))
    return group.children, sheet


def pictures(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(node.media, node.alt) for node in nodes(blocks) if isinstance(node, Image)]


def test_a_seal_stands_over_the_date() -> None:
    blocks, sheet = sealed_blocks(*signed("某某省财政厅"), seals=("key",))
    assert pictures(blocks) == [("key", "某某省财政厅印章")]
    span = next(node for node in nodes(blocks) if isinstance(node, Span))
    assert (span.role, plain(span)) == ("seal", DATE)
    assert sheet.roles[blocks[1].role].right_em == 4


@pytest.mark.parametrize("size", [38, 42, 45, 50, 60])
def test_its_top_is_within_one_line_of_the_text(size: float) -> None:
    sheet = read_sheet("gbt9704", (f"spans.seal.over_mm={size}",))
    placed, made = arrange(Document((para("正文。"), *signed("某厅")), Meta(sealing="seal")), sheet, Report("a.md"))
    group = placed.blocks[-1]
    assert isinstance(group, Group)
    pitch, em = to_mm(sheet.grid.pitch), to_mm(sheet.grid.cell)
    name = (made.roles[group.children[0].role].before_lines + 1) * pitch  # below the top of the last line
    top = name + pitch + em / 2 - 9.4 - size / 2
    assert 0 <= top - em <= pitch


def test_a_place_is_kept_without_a_picture() -> None:
    blocks, _ = sealed_blocks(*signed("某厅"), sealing="seal")
    assert not pictures(blocks)
    assert [node.role for node in nodes(blocks) if isinstance(node, Span)] == ["seal"]


def test_a_picture_that_cannot_be_printed_leaves_its_place() -> None:
    report = Report("a.md")
    media = {"key": Media("image/png", b"no picture", "seal.png")}
    document = Document((para("正文。"), *signed("某厅")), Meta(seals=("key", "missing.png")), media)
    placed, _ = arrange(document, read_sheet("gbt9704"), report)
    assert not pictures(placed.blocks)
    assert [d.code for d in report.diagnostics] == ["image-unreadable"]


def test_pictures_in_a_signature_are_its_seals() -> None:
    """As a finished file is read again."""
    seal = Image("key", "某厅印章")
    blocks, _ = sealed_blocks(para("某厅", role="signature"), para(seal, DATE, role="date"))
    assert pictures(blocks) == [("key", "某厅印章")]
    assert [node.role for node in nodes(blocks) if isinstance(node, Span)] == ["seal"]


# --- joint signatures ------------------------------------------------------------------------------------------------


def rows(*names: str, **meta: Any) -> tuple[list[list[str]], Sheet, tuple[Block, ...]]:
    """The seats of each line."""
    blocks, sheet = sealed_blocks(*signed(*names), sealing="seal", **meta)
    found = [[plain(seat) for seat in seats_of(block.children)] for block in blocks if isinstance(block, Para)]
    return found, sheet, blocks


def test_organs_share_a_line_and_the_date_stands_below_the_last() -> None:
    found, _, _ = rows("甲甲厅", "乙乙厅", "丙丙厅")
    assert found == [["甲甲厅", "乙乙厅", "丙丙厅"], ["", "", DATE]]
    assert rows("甲甲厅", "乙乙厅")[0] == [["甲甲厅", "乙乙厅"], ["", DATE]]


def test_more_of_them_make_even_rows() -> None:
    assert rows("甲甲厅", "乙乙厅", "丙丙厅", "丁丁厅")[0] == [["甲甲厅", "乙乙厅"], ["丙丙厅", "丁丁厅"], ["", DATE]]
    assert [len(row) for row in rows(*["某某厅"] * 5)[0]] == [3, 3, 3]
    assert rows(*["某某厅"] * 5)[0][1][0] == ""  # filled from the right, where the date stands


def test_long_names_take_more_room() -> None:
    assert [len(row) for row in rows("某" * 10 + "厅", "乙厅", "丙厅")[0]] == [2, 2, 2]
    assert [len(row) for row in rows("某" * 14 + "厅", "乙厅")[0]] == [1, 1, 1]


def test_each_has_a_seal_that_touches_no_other() -> None:
    _, sheet, blocks = rows("甲甲厅", "乙乙厅", "丙丙厅", "丁丁厅", seals=("key",))
    places = [node for node in nodes(blocks) if isinstance(node, Span) and node.role == "joint-seal"]
    assert [plain(place) for place in places] == ["甲甲厅", "乙乙厅", "丙丙厅", "丁丁厅"]
    assert pictures(blocks) == [("key", "甲甲厅印章")]
    first, second, date = (sheet.roles[block.role] for block in blocks)
    size = sheet.spans["joint-seal"].over.size
    assert (second.before_lines + 1) * sheet.grid.pitch > size
    assert sheet.page.area_width / 2 > size
    top = (first.before_lines + 1) * sheet.grid.pitch - sheet.spans["joint-seal"].over.rise - size / 2
    assert 0 <= top - sheet.grid.cell / 2 <= sheet.grid.pitch
    assert date.before_lines == 0


def test_a_joint_signature_that_was_read_again_is_the_same() -> None:
    seals = (para(Image("key", "印章")), para(Image("key", "印章")))
    group = Group((para("甲甲厅\t乙乙厅", role="signature"), *seals, para(DATE, role="date")), role="signing")
    blocks, _ = sealed_blocks(group)
    assert [plain(block) for block in blocks] == ["甲甲厅乙乙厅", DATE]
    assert len(pictures(blocks)) == 2


def test_copies_in_the_midst_of_the_text_leave_the_signature_at_its_end() -> None:
    cc = para("抄送：市委办公室。", role="cc")
    blocks, _ = arranged(cc, para("后文。"), date=DATE, attendees=("张三",), attachments=("值班表",), **HEAD)
    roles = [block.role for block in blocks if block.role not in ("letterhead", "")]
    assert roles[0] == "cc" and roles[-1] == "signing"
    assert plain(blocks[blocks.index(cc) + 1]) == "后文。"
    ending, _ = arranged(para("后文。"), cc, date=DATE, **HEAD)
    assert [block.role for block in ending][-2:] == ["signing", "imprint"]


@pytest.mark.parametrize("sealing", ["none", "seal"])
def test_a_name_longer_than_a_line_leaves_room_for_the_date(sealing: str) -> None:
    name, date = signing(*signed("甲" * 58), sealing=sealing)
    assert 0 <= name[2] <= 2
    assert 4 <= date[2] <= 28 - 6.5


def test_a_signature_that_is_not_known_as_one_is_not_said_again() -> None:
    items = List((ListItem(children=(para("某 厅"),)), ListItem(children=(para(DATE),))))
    for blocks in ((items,), (para("某厅"), para(DATE), para("第一条　值班。"))):
        placed, _ = arranged(*blocks, date="2025-06-23", **HEAD)
        assert not [block for block in placed if block.role == "signing"]
    organs = List((ListItem(children=(para("某厅"),)), ListItem(children=(para("某局"),))))  # names alone sign nothing
    placed, _ = arranged(organs, date="2025-06-23", **HEAD)
    assert plain(placed[-1]) == f"某厅{DATE}"
