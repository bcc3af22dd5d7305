"""Cutting Chinese text into words, against a segmenter that has many times the code and the time."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import rjieba

from convert.passes import words
from convert.passes.words import word_starts
from tests.passes.generate_words import lines
from tests.specimens import FIXTURES


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in pairwise((0, *word_starts(text), len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("传达学习省委十一届九次全会精神", "传达 学习 省委 十一届 九次 全会 精神"),
        ("国务院办公厅关于进一步优化营商环境的实施意见", "国务院 办公厅 关于 进一步 优化 营商 环境 的 实施 意见"),
        ("印发《安全生产条例》的通知", "印发 《 安全 生产 条例 》 的 通知"),
        ("GDP增长5.2%以上", "GDP 增长 5 . 2 % 以上"),
    ],
)
def test_the_most_probable_words_are_found(text: str, expected: str) -> None:
    assert cut(text) == expected.split()


def test_rare_characters_side_by_side_stay_together() -> None:
    """Personal names are in no list; they must not be broken."""
    assert "覃旻赟" in cut("任命覃旻赟同志为主任")


@pytest.mark.parametrize("text", ["", "的", "abc", "，。", "\U00020000\U00020001", "a 的"])
def test_pieces_make_up_the_text(text: str) -> None:
    assert "".join(cut(text)) == text
    assert all(cut(text)) or not text


def test_a_known_segmenter_mostly_agrees() -> None:
    text = (FIXTURES / "meeting-report.expected.txt").read_text("utf-8")
    ours, theirs, both = 0, 0, 0
    for sentence in re.split("[。\n]", text):
        lengths = [len(word) for word in rjieba.cut(sentence, True)]
        known = {sum(lengths[:n]) for n in range(1, len(lengths))}
        found = set(word_starts(sentence))
        ours, theirs, both = ours + len(found), theirs + len(known), both + len(found & known)
    assert 2 * both / (ours + theirs) > 0.95


def test_the_list_is_in_the_order_it_is_searched_in() -> None:
    data = (Path(words.__file__).parent / "words.txt").read_bytes().splitlines()
    assert len(data) > 100_000
    assert data == sorted(data)
    assert all(words._entry(line[:-2].decode()) is not None for line in (data[0], data[len(data) // 2], data[-1]))


def test_the_list_keeps_words_with_their_kind_and_frequency() -> None:
    code = chr(words.LEAST_CODE + 20)
    dictionary = "AT&T 3 nz\n安全 1024 n\n罕 9 n\n一二三四五六 99 m\n审理 1024 vn\n"
    assert lines(dictionary) == [f"安全n{code}", f"审理w{code}"]


def test_words_have_kinds() -> None:
    found = {word.text: word.kind for word in words.words_of("国务院关于在河南进一步推进工作中和3年后的安排")}
    assert found["国务院"] == "o" and found["河南"] == "s" and found["在"] == found["关于"] == "p"
    assert (
        found["推进"] == "v" and found["中"] == found["后"] == "f" and found["和"] == "c" and found["3"] == words.OTHER
    )
