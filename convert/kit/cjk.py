"""Facts about Chinese text: which characters are Han, which may not begin or end a line, how wide they stand.

Sources: GB/T 15834-2011 (punctuation), W3C clreq §3 (https://www.w3.org/TR/clreq/).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Character class of Han characters, for use inside `[...]` of a regular expression."""

OPENING = "‘“（〔［｛〈《「『【〖〘"
"""Full-width marks whose blank half is on the left: never at a line's end."""

CLOSING = "、，。．：；’”）〕］｝〉》」』】〗〙"
"""Full-width marks whose blank half is on the right: never at a line's start."""

NO_START = frozenset(CLOSING + "·？！…—～％‰℃°／" + ",.:;?!)]}>»%" + "‼⁇ー々〻ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
"""避头: characters that may not begin a line (clreq "basic" level, plus unit signs)."""

NO_END = frozenset(OPENING + "([{<«￥＄£$№#@")
"""避尾: characters that may not end a line."""

AMBIGUOUS = "“”‘’—…·×÷±°§"
"""Characters that a Chinese face draws full-width and a Latin face narrow: their neighbours decide."""

EAST_ASIAN = (
    "\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U0001b000-\U0001b2ff\U00020000-\U000323af"
)
"""Character class of everything that only an East Asian face sets: Han, kana, hangul, full-width marks."""

_LATIN = (
    "\u0020-\u007e\u00a0-\u00a6\u00a8-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f"
    "\u0250-\u036f\u0370-\u052f\u0590-\u05ff\u1e00-\u1fff\u2010-\u2012\u2020-\u2022\u20a0-\u20bf"
)
_LATIN_IN_CHINESE = re.compile(f"[{_LATIN}]+(?:(?<! )[’—…·×÷±°§]+(?! )[{_LATIN}]+)*")
_LATIN_ALONE = re.compile(f"[{_LATIN}{AMBIGUOUS}\u2013]+")
_LATIN_CHAR = re.compile(f"[{_LATIN}]")


@functools.cache
def one_of(characters: str) -> re.Pattern[str]:
    """A pattern for one character of a class. Classes of this size take 2 ms to compile: only what is used pays."""
    return re.compile(f"[{characters}]")


def is_han(char: str) -> bool:
    """Whether the character is a Han character."""
    return one_of(HAN).match(char) is not None


def has_han(text: str) -> bool:
    """Whether there is a Han character in the text."""
    return one_of(HAN).search(text) is not None


def has_east_asian(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether `text[start:end]` has a character that only an East Asian face sets."""
    return one_of(EAST_ASIAN).search(text, start, len(text) if end is None else end) is not None


def display_em(text: str) -> float:
    """Roughly how wide the text stands, in em: one for an East Asian character or an ambiguous mark, a half for others."""
    return (len(text) + len(one_of(EAST_ASIAN + AMBIGUOUS).findall(text))) / 2


def latin_runs(text: str) -> Iterator[tuple[int, int]]:
    """The spans `[start, end)` that a Latin face sets; all else belongs to the Chinese face.

    In a text with East Asian characters, quotation marks are Chinese and so are dashes, ellipses and signs
    (`AMBIGUOUS`), unless Latin characters touch them on both sides (It’s, 3×4, 25°C). In any other text that has a
    Latin character at all they are Latin.
    """
    if has_east_asian(text):
        return (m.span() for m in _LATIN_IN_CHINESE.finditer(text))
    if _LATIN_CHAR.search(text):
        return (m.span() for m in _LATIN_ALONE.finditer(text))
    return iter(())
