"""The cover: what goes on it, and when there is one."""

from __future__ import annotations

import pytest

from convert.model import Block, Document, Group, Meta
from convert.model.build import heading, para
from convert.model.dump import dump
from convert.model.walk import plain
from convert.passes.title_lines import place_title
from convert.style.compute import read_sheet

SHEET = read_sheet("gbt9704")
META = Meta(
    title="安全生产报告", subtitle="（2025年）", issuers=("甲厅", "乙厅"), number="〔2025〕1号", date="2025年6月23日",
    extra={"cover": "true"},
)  # fmt: skip


def placed(
    *blocks: Block, meta: Meta = META, settings: tuple[str, ...] = ()
) -> tuple[list[tuple[str, str]], list[str]]:
    """The roles and words on the cover, and the words of the other blocks."""
    document = place_title(Document(blocks, meta), read_sheet("gbt9704", settings))
    covers = [block for block in document.blocks if isinstance(block, Group) and block.role == "cover"]
    assert covers == list(document.blocks[: len(covers)])
    cover = [(block.role, plain(block)) for block in covers[0].children] if covers else []
    return cover, [plain(block) for block in document.blocks[len(covers) :]]


def test_the_metadata_stands_on_it_and_the_title_moves_there() -> None:
    cover, text = placed(heading(1, "一、总则"), para("文"))
    assert cover == [
        ("title", "安全生产报告"), ("subtitle", "（2025年）"), ("cover-number", "〔2025〕1号"),
        ("cover-issuer", "甲厅\n乙厅"), ("cover-date", "2025年6月23日"),
    ]  # fmt: skip
    assert text == ["一、总则", "文"]


def test_what_stands_below_the_title_goes_along_and_is_not_said_twice() -> None:
    head = para("安全生产报告", role="title"), para("（某年）", role="subtitle"), para("甲厅", role="dateline")
    cover, text = placed(*head, para("文"))
    assert [words for _, words in cover][:3] == ["安全生产报告", "（某年）", "甲厅"]
    assert "（2025年）" not in dict(cover).values()
    assert text == ["文"]


def test_front_matter_comes_behind_it() -> None:
    cover, text = placed(Group((para("前言"),), role="front"), para("文"))
    assert cover[0] == ("title", "安全生产报告")
    assert text == ["前言", "文"]


def test_without_a_cover_the_title_comes_behind_front_matter() -> None:
    assert placed(Group((para("前言"),), role="front"), para("文"), meta=Meta(title="题"))[1] == ["前言", "题", "文"]


def test_what_was_inferred_is_not_set_apart_from_the_text() -> None:
    meta = Meta(title="题", date="2025年", issuers=("甲厅",), inferred=("date",), extra={"cover": "yes"})
    assert [role for role, _ in placed(para("文"), meta=meta)[0]] == ["title", "cover-issuer"]


@pytest.mark.parametrize(
    ("said", "settings", "expected"),
    [("", (), False), ("true", (), True), ("是", (), True), ("cover.png", (), False),
     ("", ("cover.show=true",), True), ("false", ("cover.show=true",), False)],
)  # fmt: skip
def test_the_document_says_whether_there_is_one_or_else_the_style(
    said: str, settings: tuple[str, ...], expected: bool
) -> None:
    meta = Meta(title="题", extra={"cover": said} if said else {})
    assert bool(placed(para("文"), meta=meta, settings=settings)[0]) == expected


def test_one_that_the_document_has_is_left_as_it_is() -> None:
    own = Group((para("题", role="title"), para("自拟")), role="cover")
    document = place_title(Document((own, para("文")), META), SHEET)
    assert dump(document).count("role=title") == 1
    assert document.blocks[0] == own


def test_of_nothing_there_is_no_cover() -> None:
    assert placed(para("文"), meta=Meta(extra={"cover": "true"})) == ([], ["文"])
