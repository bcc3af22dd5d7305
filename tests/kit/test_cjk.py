"""Which face sets which character."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.kit.cjk import display_em, has_han, is_han, latin_runs


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("他说“Hello”。", ["Hello"]),
        ("It’s “fine” — yes", ["It’s “fine” — yes"]),
        ("温度25°C×3，It’s好", ["25°C×3", "It’s"]),
        ("“GDP”增长…“A”“B”", ["GDP", "A", "B"]),
        ("——", []),
        ("", []),
        ("2025—2030年", ["2025—2030"]),
        ("会议·中", []),
    ],
)
def test_ambiguous_marks_go_with_what_stands_around_them(text: str, latin: list[str]) -> None:
    assert [text[a:b] for a, b in latin_runs(text)] == latin


@given(st.text())
def test_runs_are_ascending_and_inside(text: str) -> None:
    spans = list(latin_runs(text))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_han() -> None:
    assert is_han("应") and is_han("\U00020000") and not is_han("，") and not is_han("a")
    assert has_han("abc应") and not has_han("abc，")


def test_display_width() -> None:
    assert display_em("应急abc，“") == 2 + 1.5 + 1 + 1
