"""Numbers as lists, headings and notes print them."""

from __future__ import annotations

_CJK_DIGITS = "〇一二三四五六七八九"
_CJK_VALUES = {digit: value for value, digit in enumerate(_CJK_DIGITS)} | {"零": 0}
_CJK_UNITS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
NUMERALS = ("decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman", "cjk", "circled")
"""The styles that a number can be written in."""


def numeral(number: int, style: str) -> str:
    """`number` (1 or more) in a style: decimal, lower-alpha, upper-alpha, lower-roman, upper-roman, cjk, circled.

    A style that cannot write the number (circled beyond 50) falls back to decimal, as CSS counter styles do.
    """
    match style:
        case "lower-alpha" | "upper-alpha" if number > 0:
            return _cased(_alpha(number), style)
        case "lower-roman" | "upper-roman" if 0 < number < 4000:
            return _cased(_roman(number), style)
        case "cjk" if 0 <= number < 10000:
            return _cjk(number)
        case "circled" if 0 < number <= 50:
            return chr(
                0x2460 + number - 1 if number <= 20 else 0x3251 + number - 21 if number <= 35 else 0x32B1 + number - 36
            )
        case _:
            return str(number)


def read_numeral(text: str) -> int:
    """The value of a number in digits, in Chinese (十二) or circled (⑫). Raises KeyError for what is none."""
    if text.isdecimal():  # of any script
        return int(text)
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    total, digit = 0, 0
    for char in text:
        if char in _CJK_UNITS:
            total += (digit or 1) * _CJK_UNITS[char]
            digit = 0
        else:
            digit = _CJK_VALUES[char]
    return total + digit


def number_marks(style: str, delimiter: str = "") -> tuple[str, str]:
    """The marks before and after a list's number: those of the delimiter (period, paren, parens, comma), else the usual
    ones, 一、 and 1. (GB/T 15834-2011). A circled number has none."""
    if style == "circled":
        return "", ""
    match delimiter or usual_delimiter(style):
        case "paren":
            return "", "）" if style == "cjk" else ")"
        case "parens":
            return ("（", "）") if style == "cjk" else ("(", ")")
        case "comma":
            return "", "、"
        case _:
            return "", "."


def usual_delimiter(style: str) -> str:
    """The delimiter that the numbers of a list have unless it says otherwise."""
    return "comma" if style == "cjk" else "period"


_GAPS = " \t\u2002\u2003\u3000"


def bare_number(number: str) -> str:
    """A printed number without the mark and the gap behind it: `一、` is 一, `Figure 1. ` is Figure 1, （一） stays."""
    return number.strip(_GAPS).rstrip("、，．.：:" + _GAPS)


def _cased(text: str, style: str) -> str:
    return text.upper() if style.startswith("upper") else text


def _alpha(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def _roman(number: int) -> str:
    letters = ""
    for value, letter in (*_ROMAN, *_ROMAN_SMALL):
        count, number = divmod(number, value)
        letters += letter * count
    return letters


def _cjk(number: int) -> str:
    if number == 0:
        return "零"
    text, pending_zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if pending_zero else "") + _CJK_DIGITS[digit] + name
            pending_zero = False
        elif text and number:
            pending_zero = True
    return text.removeprefix("一") if text.startswith("一十") else text
