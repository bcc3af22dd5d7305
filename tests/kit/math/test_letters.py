"""Letters of the mathematical alphabets, there and back."""

from __future__ import annotations

import string

import pytest

from convert.kit.math.alphabets import split_letter
from convert.kit.math.letters import in_alphabet

GREEK = "αβγωΓΩ"


@pytest.mark.parametrize(
    "variant", ["bold", "italic", "bold-italic", "sans-serif-bold-italic", "script", "fraktur", "double-struck"]
)
def test_letters_are_found_again(variant: str) -> None:
    greek = GREEK if variant.endswith(("bold", "italic")) else ""
    others = "IR" if variant == "fraktur" else ""  # ℑ and ℜ are symbols of their own
    for char in set(string.ascii_letters + greek) - set(others):
        assert split_letter(in_alphabet(char, variant)) == (variant, char)


def test_what_has_no_such_letter_stays() -> None:
    assert in_alphabet("中+é", "bold") == "中+é"
    assert in_alphabet("x", "normal") == in_alphabet("x", "") == "x"
    assert in_alphabet("h1", "italic") == "ℎ1"
    assert in_alphabet("R2", "double-struck") == "ℝ𝟚"
