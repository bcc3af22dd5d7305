"""The one text of a formula, whatever notation it stands in: what its files are compared by."""

from __future__ import annotations

import re

from convert.kit.math.alphabets import split_letter

MARKS = {
    "´": "\u0301", "`": "\u0300", "˘": "\u0306", "ˇ": "\u030c", "˙": "\u0307", "¨": "\u0308", "˚": "\u030a", "ˆ": "\u0302",
    "˜": "\u0303", "→": "\u20d7", "←": "\u20d6", "↔": "\u20e1", "¯": "\u0305", "_": "\u0332",
}  # fmt: skip
"""Marks that stand for themselves, with the combining characters that stand for them in Office Math and in fonts."""

OVERLINE = "‾"
"""The macron that grows with what it stands over."""

_PLAIN = {combining: mark for mark, combining in MARKS.items()} | {OVERLINE: "¯"}
_NO_INK = re.compile(r"[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")


def plain_characters(text: str) -> str:
    """Characters of a formula without what has no ink; letters of the mathematical alphabets as plain ones, marks as those
    that stand for themselves."""
    return "".join(_PLAIN.get(char) or split_letter(char)[1] for char in _NO_INK.sub("", text))
