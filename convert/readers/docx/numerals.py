"""Numbers in the forms that Word knows (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

from convert.kit.numerals import numeral

_AS_OURS = {
    "decimal": "decimal",
    "upperRoman": "upper-roman",
    "lowerRoman": "lower-roman",
    "chineseCountingThousand": "cjk",
    "taiwaneseCountingThousand": "cjk",
    "japaneseCounting": "cjk",
    "decimalEnclosedCircle": "circled",
    "decimalEnclosedCircleChinese": "circled",
}
_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"  # 大写数字, as on cheques
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"  # 天干, 地支
_SEQUENCES = {
    "ideographTraditional": _STEMS,
    "ideographZodiac": _BRANCHES,
    "aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "iroha": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
    "irohaFullWidth": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "chicago": "*†‡§",
}
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_COUNTING = frozenset({"chineseCounting", "taiwaneseCounting", "koreanCounting"})
_BY_DIGIT = frozenset({"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"})
CHINESE = _COUNTING | _BY_DIGIT | {"chineseCountingThousand", "taiwaneseCountingThousand", "japaneseCounting"}
"""Formats that write 一 for 1."""


def word_numeral(number: int, form: str) -> str:
    """`number` in one of Word's forms; decimal for a form that is not known, or that cannot write it."""
    if form in _AS_OURS:
        return numeral(number, _AS_OURS[form])
    if form in ("upperLetter", "lowerLetter"):
        return _letters(number, "A" if form == "upperLetter" else "a")
    if form in _SEQUENCES:
        symbols = _SEQUENCES[form]
        return symbols[number - 1] if 0 < number <= len(symbols) else str(number)
    if form in _COUNTING:
        return numeral(number, "cjk") if number < 100 else _by_digit(number, "○" + _DIGITS[1:])
    if form in _BY_DIGIT:
        return _by_digit(number, _DIGITS)
    return _OTHERS[form](number) if form in _OTHERS else str(number)


def _letters(number: int, first: str) -> str:
    """Word's letters repeat after z: aa, bb, cc (17.18.59)."""
    if number < 1:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord(first) + letter) * min(times + 1, 30)


def _by_digit(number: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(abs(number)))


def _formal(number: int, digits: str) -> str:
    """The counting form in the characters that cannot be altered: 壹拾贰 for 12."""
    if not 0 < number < 10000:
        return str(number)
    text = numeral(number, "cjk")
    text = f"一{text}" if text.startswith("十") else text
    thousand = {"十": "拾", "百": "佰", "千": "仟", "零": "零"}
    return "".join(thousand.get(char) or digits[_DIGITS.index(char)] for char in text)


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


_OTHERS: dict[str, Callable[[int], str]] = {
    "chineseLegalSimplified": lambda number: _formal(number, _FORMAL),
    "ideographLegalTraditional": lambda number: _formal(number, _FORMAL_TRADITIONAL),
    "japaneseLegal": lambda number: _formal(number, _FORMAL_TRADITIONAL),
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "ordinal": lambda number: f"{number}{_ordinal_ending(number)}",
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "none": lambda _: "",
}
