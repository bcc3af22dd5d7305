"""Direction controls that show a text otherwise than it is written, or that reach beyond their paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.kit.bidi import NAMES, has_controls, stray_controls

CONTROL = {name: char for char, name in NAMES.items()}


def stray(words: str) -> str:
    """The controls that have to go, of a text in which they are written by name."""
    text = "".join(CONTROL.get(word, word) for word in words.split())
    return " ".join(f"{NAMES[text[at]]}{at}" for at in stray_controls(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b c", ""),
        ("RLE a PDF LRI b PDI FSI c PDI", ""),
        ("RLE LRI a PDI PDF", ""),
        ("file RLO gnp.exe", "RLO4"),
        ("a RLO b PDF c LRO d PDF", "RLO1 PDF3 LRO5 PDF7"),
        ("RLE a RLO b PDF c PDF", "RLO2 PDF4"),
        ("LRI a", "LRI0"),
        ("a PDI b PDF", "PDI1 PDF3"),
        ("LRI RLE a PDI PDF", "RLE1 PDF4"),  # an isolate's end closes what was opened within it (UAX #9, X6a)
        ("LRI PDF PDI", "PDF1"),  # and no end within an isolate reaches out of it (X7)
        ("RLI a RLO b PDI", "RLO2"),
        ("access RLO LRI // check PDI LRI", "RLO6 LRI16"),
    ],
)
def test_which_controls_are_stray(text: str, expected: str) -> None:
    assert stray(text) == expected


@given(st.text(st.sampled_from([*NAMES, "a", "א"])))
def test_nothing_is_stray_in_what_is_left(text: str) -> None:
    gone = set(stray_controls(text))
    left = "".join(char for at, char in enumerate(text) if at not in gone)
    assert stray_controls(left) == []
    assert "\u202e" not in left and "\u202d" not in left


def test_marks_are_no_controls() -> None:
    assert not has_controls("\u200e\u200f\u061c\u200d")


def test_many_controls_take_linear_time() -> None:
    assert len(stray_controls("\u202a" * 200_000 + "\u2069" * 200_000)) == 400_000
