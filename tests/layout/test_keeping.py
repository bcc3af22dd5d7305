"""What stays together on a page."""

from __future__ import annotations

import pytest

from convert.model import Block, PageBreak
from convert.model.build import para
from tests.layout.composing import composed, lines_of, words

KEPT = ("roles.signature.keep_previous=true", "roles.signature.before_lines=0")
FREE = ("roles.signature.keep_previous=false", "roles.signature.before_lines=0")
LINE = "文" * 26
"""A line of text with its indent."""


def pages(*blocks: Block, settings: tuple[str, ...] = KEPT) -> list[list[str]]:
    """The lines of each page, by their first two characters."""
    made = composed(*blocks, settings=settings).pages.pages
    return [[words(line)[:2] for line in lines_of(page)] for page in made]


def signed() -> tuple[Block, Block]:
    return para("署名", role="signature"), para("日期", role="date")


def filler(lines: int) -> list[Block]:
    return [para("行") for _ in range(lines)]


def test_a_signature_takes_the_last_lines_of_a_long_text_along() -> None:
    text = para("甲" * 26 + "乙" * 28 + "丙" * 28 + "丁" * 28)
    found = pages(*filler(17), text, *signed())
    assert found[0][-1] == "乙乙" and found[1] == ["丙丙", "丁丁", "署名", "日期"]


def test_a_short_text_goes_along_as_a_whole() -> None:
    found = pages(*filler(18), para("甲" * 26 + "乙" * 28 + "丙" * 3), *signed())
    assert len(found[0]) == 18 and found[1] == ["甲甲", "乙乙", "丙丙", "署名", "日期"]


def test_of_single_lines_two_go_along() -> None:
    found = pages(*filler(19), para("甲"), para("乙"), *signed())
    assert len(found[0]) == 19 and found[1] == ["甲", "乙", "署名", "日期"]


def test_where_there_is_room_nothing_moves() -> None:
    text = para("甲" * 26 + "乙" * 28 + "丙" * 28 + "丁" * 28)
    assert pages(*filler(16), text, *signed()) == pages(*filler(16), text, *signed(), settings=FREE)


def test_without_it_a_signature_may_stand_alone() -> None:
    found = pages(*filler(21), *signed(), settings=FREE)
    assert found[1] == ["署名", "日期"]


def test_a_page_break_parts_them() -> None:
    assert pages(*filler(3), PageBreak(), *signed())[1] == ["署名", "日期"]


@pytest.mark.parametrize("lines", range(1, 30))
def test_no_line_is_lost(lines: int) -> None:
    text = para("甲" * (28 * lines - 2))
    found = pages(*filler(10), text, *signed())
    every = [line for page in found for line in page]
    assert every == ["行"] * 10 + ["甲甲"] * lines + ["署名", "日期"]
    assert found[-1].count("甲甲") >= min(lines, 2)
