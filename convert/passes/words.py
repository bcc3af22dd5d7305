"""Where words begin in Chinese text: the most probable way to cut it into words of a list.

The list is generated from jieba's dictionary by tests/passes/generate_words.py; see words.LICENSE.txt. It is searched
where it lies in memory: a title looks up a hundred of its hundred thousand words, and building a table of them, or
importing a whole segmenter, would take longer than all the rest of a short report.
"""

from __future__ import annotations

import functools
import math
import re
from pathlib import Path

LONGEST = 5  # characters of a word in the list
LEAST_CODE = 0x30  # of the character behind each word: STEPS times the binary logarithm of how often it occurs
STEPS = 2

_TOTAL = math.log2(60_000_000)  # occurrences of all words in jieba's dictionary
_UNKNOWN = 0.0  # log2 of the occurrences of a character that is no word by itself
_COMMON = 13.0  # of one that stands alone in sentences: 的, 和, 对
_HAN = re.compile("[\u3007\u3400-\u9fff\U00020000-\U000323af]+")
_NO_WORD = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)


def word_starts(text: str) -> list[int]:
    """The places in `text` where words begin, its own beginning left out."""
    starts: list[int] = []
    at = 0
    for found in _HAN.finditer(text):
        starts += (at + m.start() for m in _NO_WORD.finditer(text[at : found.start()]))
        starts += (found.start() + start for start in _cut(found[0]))
        at = found.end()
    starts += (at + m.start() for m in _NO_WORD.finditer(text[at:]))
    return [start for start in starts if start]


def _cut(text: str) -> list[int]:
    """The word starts of a run of Han characters. Rare single characters side by side stay together: names."""
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(text) + 1)  # from the end: the best rest, and where its word ends
    for start in range(len(text) - 1, -1, -1):
        ends = range(start + 1, min(start + LONGEST, len(text)) + 1)
        best[start] = max(
            (found - _TOTAL + best[end][0], end) for end in ends if (found := _occurrences(text[start:end])) is not None
        )
    starts: list[int] = []
    at, rare_before = 0, False
    while at < len(text):
        end = best[at][1]
        rare = end == at + 1 and (_occurrences(text[at]) or 0) < _COMMON
        if not (rare and rare_before):
            starts.append(at)
        at, rare_before = end, rare
    return starts


@functools.lru_cache(maxsize=4096)
def _occurrences(word: str) -> float | None:
    """How often a word occurs, as a binary logarithm; None for what is no word."""
    data, key = _list(), word.encode()
    low, high = 0, len(data)
    while low < high:  # between the starts of lines
        start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        line = data[start : data.index(b"\n", start)]
        if line[:-1] == key:
            return (line[-1] - LEAST_CODE) / STEPS
        if line < key:
            low = start + len(line) + 1
        else:
            high = start
    return _UNKNOWN if len(word) == 1 else None


@functools.lru_cache(maxsize=1)
def _list() -> bytes:
    return (Path(__file__).parent / "words.txt").read_bytes()
