"""Numerals, GB/T 15835-2011, and the symbols of units, GB 3100."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convert.checks.wording.flaws import Flaw, flaws_of
from convert.kit.cjk import HAN

_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = re.compile(
    rf"(?<![\d.％%万亿\-－~～—])({_NUMBER})\s?([~～—－-]|——|至|到)\s?({_NUMBER})([%％‰]|(?:万|亿|万亿)(?![、\d]))(?!\d)"
)
_FULL_DIGITS = re.compile("[０-９]+")
_NO_ZERO = re.compile(rf"(?<=[{HAN}])\.(\d+)(?=[%％‰万亿个倍元])")
_GROUPS = re.compile(
    r"(?<![\d,.])(?!\d{1,3}(?:,\d{3})+(?![\d,]))\d{1,3}(?:,\d{3})*,\d{1,2}(?:,\d{1,3})*(?:\.\d+)?(?=[%％‰万亿元人户])"
)
_MULTIPLIER = re.compile(
    r"(?<![\d.,第０-９年月])([1-9])([十百千])(?=[万亿]?[多余]?(?:元|人|名|户|个|亩|公里|家|件|吨|套|辆)(?!体))"
)
_SOME = re.compile(r"(?<![\d.])(\d0)几(?=[个名人家件次年天岁种项条户万亿])")
_ABOUT = re.compile(
    "(?<![第十百千万亿一二三四五六七八九、初])(?:一、二|二、三|两、三|三、四|三、五|四、五|五、六|六、七|七、八|八、九)"
    "(?=(?:[个名人次天倍里米]|十|百|千|万|亿)(?![级类期等层区组、]))"
)
_CIRCLE = re.compile(
    "(?<=[一二三四五六七八九〇])[○ОO0Ｏ](?=[一二三四五六七八九〇○ОO0Ｏ年])|(?<=[一二三四五六七八九〇][○ОO0Ｏ])[○ОO0Ｏ](?=[一二三四五六七八九年])"
)
_UNITS = re.compile(r"(?<=[\d\s])(KG|Kg|KM|Km|KW|Kw|kw|KWH|KWh|kwh|CM|Cm|MM|Mm)(?![A-Za-z0-9])")
_SYMBOLS = {"kg": "kg", "km": "km", "kw": "kW", "kwh": "kW·h", "cm": "cm", "mm": "mm"}


def ranges(text: str) -> Iterator[Flaw]:
    """15～30%: before the sign a percentage or a multiple repeats its own (5.1.3), so 15%～30%, 9亿～16亿."""
    for match in _RANGE.finditer(text):
        first, sign, last, unit = match.groups()
        if sign in "至到" and unit not in "%％‰":
            continue
        mark = sign if sign in "~～—至到" else "～"
        yield Flaw(match.start(), match[0], f"{first}{unit}{mark}{last}{unit}")


def full_width_digits(text: str) -> Iterator[Flaw]:
    """Digits take half the width of a Han character (5.1.7)."""
    for match in _FULL_DIGITS.finditer(text):
        yield Flaw(match.start(), match[0], "".join(chr(ord(digit) - 0xFEE0) for digit in match[0]))


def bare_decimals(text: str) -> Iterator[Flaw]:
    """.5 is 0.5 (5.1.2)."""
    return flaws_of(_NO_ZERO, r"0.\1", text)


def broken_groups(text: str) -> Iterator[Flaw]:
    """Digits in groups of other than three: 12,34 (5.1.1). Groups themselves are not demanded."""
    return flaws_of(_GROUPS, "", text)


def mixed_numerals(text: str) -> Iterator[Flaw]:
    """3千人: beside digits only 万 and 亿 may stand (5.3)."""
    powers = {"十": "0", "百": "00", "千": "000"}
    for match in _MULTIPLIER.finditer(text):
        yield Flaw(match.start(), match[0], match[1] + powers[match[2]])


def mixed_approximations(text: str) -> Iterator[Flaw]:
    """20几个: with 几 numbers are written in Han numerals (5.2.1)."""
    for match in _SOME.finditer(text):
        tens = " 一二三四五六七八九"[int(match[1][0])]
        yield Flaw(match.start(), match[0], ("" if tens == "一" else tens) + "十几")


def split_approximations(text: str) -> Iterator[Flaw]:
    """三、四个: numbers side by side that mean about so many have no 、 between them (5.2.1; GB/T 15834-2011, 4.5.3.4)."""
    for match in _ABOUT.finditer(text):
        yield Flaw(match.start(), match[0], match[0].replace("、", ""))


def zeros(text: str) -> Iterator[Flaw]:
    """二○二五年: the zero of numbers in Han numerals is 〇 (U+3007) (5.2.5), not a circle or a letter."""
    for match in _CIRCLE.finditer(text):
        yield Flaw(match.start(), text[max(match.start() - 1, 0) : match.end() + 1], "〇")


def unit_symbols(text: str) -> Iterator[Flaw]:
    """KG, KM: the symbols of units are kg, km (GB 3100; GB/T 9704-2012 cl. 9)."""
    for match in _UNITS.finditer(text):
        wanted = _SYMBOLS[match[0].lower()]
        if wanted != match[0] and not text[: match.start()].rstrip().endswith(("G", "国道", "省道")):
            yield Flaw(match.start(), match[0], wanted)
