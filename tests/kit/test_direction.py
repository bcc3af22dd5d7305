"""The order of characters on a line with scripts from right to left (Unicode Standard Annex #9)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.kit.direction import levels, runs_right_to_left, visual_order


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("abc 会议", "abc 会议"),
        ("אבג", "גבא"),
        ("a אב גד z", "a דג בא z"),
        ("אב, גד.", "דג ,בא."),  # the full stop has the paragraph's direction (N2)
        ("a (אב) z", "a (בא) z"),
        ("אב 123 גד", "דג 123 בא"),
        ("אב 1,000.5 ג", "ג 1,000.5 בא"),  # W4
        ("א 50% ב", "ב 50% א"),  # W5
        ("א +5 ב", "ב 5+ א"),  # W6: a sign that is not between numbers
        ("a 123 אב", "a 123 בא"),  # W7
        ("رقم ١٢٣", "١٢٣ مقر"),
        ("سن 2025", "2025 نس"),  # W2
        ("אב 2025 z", "2025 בא z"),
        ("ab אב  ", "ab בא  "),  # L1
        ("שׁל", "לשׁ"),  # L3: a point stays behind its letter
        ("e\u0301 א", "e\u0301 א"),
        ("", ""),
    ],
)
def test_how_a_line_is_seen(text: str, seen: str) -> None:
    assert "".join(text[at] for at in visual_order(text)) == seen


@given(st.text(st.sampled_from("aאب1٢ .,%+-(\u0301\u05b8字\t")))
def test_each_character_has_one_place(text: str) -> None:
    assert sorted(visual_order(text)) == list(range(len(text)))
    assert all(level in (0, 1, 2) for level in levels(text))


@given(st.text())
def test_without_such_scripts_nothing_moves(text: str) -> None:
    if not runs_right_to_left(text):
        assert visual_order(text) == list(range(len(text)))


def test_a_part_is_asked_by_itself() -> None:
    assert runs_right_to_left("abc א")
    assert not runs_right_to_left("abc א", 0, 4)
    assert runs_right_to_left("abc א", 4, 5)
