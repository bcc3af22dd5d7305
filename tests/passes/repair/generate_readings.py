"""Make `convert/passes/repair/readings.txt` from pypinyin's data: run it after pypinyin was updated.

A line is a syllable without tone, then each of its toned forms followed at once by the characters that have it:

    fa fā发発發… fá乏伐…

    python tests/passes/repair/generate_readings.py
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c"))


def toneless(reading: str) -> str:
    """The syllable without its tone mark (the dots of ü and the hat of ê stay)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", reading).translate(TONES))


def table() -> str:
    """The table's text."""
    from pypinyin.pinyin_dict import pinyin_dict

    syllables: dict[str, dict[str, str]] = defaultdict(lambda: defaultdict(str))
    for code, readings in sorted(pinyin_dict.items()):
        for reading in sorted({unicodedata.normalize("NFC", r) for r in readings.split(",")}):
            syllables[toneless(reading)][reading] += chr(code)
    lines = (
        f"{base} " + " ".join(r + chars for r, chars in sorted(toned.items()))
        for base, toned in sorted(syllables.items())
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    path = Path(__file__).parents[3] / "convert/passes/repair/readings.txt"
    path.write_text(table(), "utf-8", newline="\n")
    print(path, path.stat().st_size, "bytes")
