"""Which readings in pinyin a Han character has, with and without tone.

The table is generated from pypinyin's data by tests/passes/repair/generate_readings.py; see readings.LICENSE.txt.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path

_TONED = re.compile(r"([^ \u3007-\U000323af]+)([^ ]+)")
_TYPEWRITTEN = str.maketrans(
    {"\u0251": "a", "\u0261": "g"} | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)  # ɑ and ɡ of teaching fonts; invisible characters


@functools.lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Characters by syllable, toned and toneless. About 230 kB; 2 ms."""
    table: dict[str, str] = {}
    for line in (Path(__file__).parent / "readings.txt").read_text("utf-8").splitlines():
        base, _, rest = line.partition(" ")
        toned = dict(_TONED.findall(rest))
        table[base] = "".join(toned.values())
        for reading, characters in toned.items():
            table[reading] = table.get(reading, "") + characters if reading != base else table[base]
    return table


def spell(written: str) -> str:
    """A syllable as the table spells it: composed, lower case, ü for v and u:, without invisible characters."""
    plain = unicodedata.normalize("NFC", written.translate(_TYPEWRITTEN)).lower()
    return plain.replace("u:", "ü").replace("v", "ü")


def is_reading(character: str, written: str) -> bool:
    """Whether the syllable is one of the character's readings (any of them, not the one the context asks for), or one
    of them without its tone."""
    return character in _table().get(spell(written), "")
