"""Glosses: the reading in parentheses that mirror sites put after a Han character, 發(fā)展 for 发展.

A gloss is one only if the syllable is a reading of that very character, so 国内生产总值(GDP) and 甲(a) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from convert.kit.cjk import HAN
from convert.model.flat import Change
from convert.passes.repair.readings import is_reading, spell

_LETTERS = "A-Za-z\u00c0-\u024f\u0251\u0261\u0300-\u030c\u1e00-\u1eff"
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_CANDIDATE = re.compile(f"([{HAN}])([(\uff08] ?([{_LETTERS}{_INVISIBLE}:]{{1,12}}) ?[)\uff09])")


class Gloss(NamedTuple):
    """`[start, end)` is the parenthesis; `character` stands before it; `toned` where the syllable has a tone mark."""

    start: int
    end: int
    character: str
    toned: bool


def find_glosses(text: str) -> list[Gloss]:
    """All parentheses that hold a reading of the character before them."""
    return [
        Gloss(*match.span(2), match[1], not spell(match[3]).isascii())
        for match in _CANDIDATE.finditer(text)
        if is_reading(match[1], match[3])
    ]


def remove_glosses(glosses: list[Gloss], *, toneless: bool) -> Iterator[Change]:
    """Delete them; those without a tone mark only where `toneless`, for 论(lun) may be a word's beginning."""
    for gloss in glosses:
        if gloss.toned or toneless:
            yield Change(gloss.start, gloss.end, "", "gloss", 1.0 if gloss.toned else 0.9)
