"""Numbers as Word writes them."""

from __future__ import annotations

import pytest

from convert.readers.docx.numerals import word_numeral


@pytest.mark.parametrize(
    ("form", "numbers", "text"),
    [
        ("decimal", (1, 12), "1 12"),
        ("decimalZero", (1, 12), "01 12"),
        ("decimalFullWidth", (12,), "１２"),
        ("upperRoman", (4,), "IV"),
        ("lowerLetter", (1, 26, 27, 53), "a z aa aaa"),
        ("chineseCounting", (1, 10, 21, 100, 105), "一 十 二十一 一○○ 一○五"),
        ("chineseCountingThousand", (10, 100, 101, 1010), "十 一百 一百零一 一千零一十"),
        ("japaneseCounting", (3,), "三"),
        ("ideographDigital", (10, 21), "一〇 二一"),
        ("chineseLegalSimplified", (1, 12, 305), "壹 壹拾贰 叁佰零伍"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 11"),
        ("ideographZodiac", (12,), "亥"),
        ("decimalEnclosedCircleChinese", (1, 20), "① ⑳"),
        ("decimalEnclosedParen", (1, 20, 21), "⑴ ⒇ 21"),
        ("ordinal", (1, 2, 3, 11, 22), "1st 2nd 3rd 11th 22nd"),
        ("numberInDash", (7,), "- 7 -"),
        ("none", (7,), ""),
        ("no such form", (7,), "7"),
    ],
)
def test_forms(form: str, numbers: tuple[int, ...], text: str) -> None:
    assert " ".join(word_numeral(number, form) for number in numbers) == text
