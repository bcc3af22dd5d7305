"""Numbers in words."""

from __future__ import annotations

import pytest

from convert.kit.numerals import numeral, read_numeral


@pytest.mark.parametrize(
    ("number", "style", "text"),
    [
        (1, "decimal", "1"),
        (27, "lower-alpha", "aa"),
        (26, "upper-alpha", "Z"),
        (1994, "upper-roman", "MCMXCIV"),
        (4, "lower-roman", "iv"),
        (10, "cjk", "十"),
        (11, "cjk", "十一"),
        (20, "cjk", "二十"),
        (105, "cjk", "一百零五"),
        (1010, "cjk", "一千零一十"),
        (1, "circled", "①"),
        (21, "circled", "㉑"),
        (36, "circled", "㊱"),
        (50, "circled", "㊿"),
        (51, "circled", "51"),
        (4000, "upper-roman", "4000"),
        (0, "lower-alpha", "0"),
    ],
)
def test_numerals(number: int, style: str, text: str) -> None:
    assert numeral(number, style) == text


@pytest.mark.parametrize("number", [1, 9, 10, 11, 20, 99, 105, 1010])
def test_numbers_are_read_again(number: int) -> None:
    assert read_numeral(numeral(number, "cjk")) == read_numeral(str(number)) == number
    assert number > 20 or read_numeral(numeral(number, "circled")) == number
