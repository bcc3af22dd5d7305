"""Where words begin in Chinese text, and what kind of word each is: the most probable way to cut it into words of a list.

The list is generated from jieba's dictionary by tests/passes/generate_words.py; see words.LICENSE.txt. It is searched
where it lies in memory: a title looks up a hundred of its hundred thousand words, and building a table of them, or
importing a whole segmenter, would take longer than all the rest of a short report.
"""

from __future__ import annotations

import functools
import math
import re
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

LONGEST = 5  # characters of a word in the list
LEAST_CODE = 0x30  # of the last character behind each word: STEPS times the binary logarithm of how often it occurs
STEPS = 2
OTHER = "n"
"""The kind of a word that is none of `KINDS`, and of every piece that is no word: a noun is the best guess."""
KINDS = {
    "v": "v",
    "vn": "w",
    "nt": "o",
    "ns": "s",
    **dict.fromkeys(("a", "ad", "ag", "an", "b", "d", "dg", "h", "m", "mq", "r", "rr", "z"), "a"),
    "f": "f",
    "p": "p",
    "c": "c",
}
"""The kinds that matter where a line may end, by jieba's tags: verbs; verbs that are nouns as well; organs; places; words
that say more of the next one; words behind what they place (中, 后, 以下); prepositions; conjunctions."""

_TOTAL = math.log2(60_000_000)  # occurrences of all words in jieba's dictionary
_UNKNOWN = 0.0  # log2 of the occurrences of a character that is no word by itself
_COMMON = 13.0  # of one that stands alone in sentences: 的, 和, 对
_HAN = re.compile("[\u3007\u3400-\u9fff\U00020000-\U000323af]+")
_NO_WORD = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)


class Word(NamedTuple):
    """A piece of a text that begins at `start`. `kind` is one of the letters of `KINDS`."""

    start: int
    text: str
    kind: str


def words_of(text: str) -> list[Word]:
    """The words that make up `text`, and its marks, white space and runs of Latin characters."""
    found: list[Word] = []
    at = 0
    for run in _HAN.finditer(text):
        found += _pieces(text, at, run.start())
        starts = [*_cut(run[0]), len(run[0])]
        for start, end in pairwise(starts):
            word = run[0][start:end]
            entry = _entry(word)
            found.append(Word(run.start() + start, word, entry[1] if entry else OTHER))
        at = run.end()
    return [*found, *_pieces(text, at, len(text))]


def word_starts(text: str) -> list[int]:
    """The places in `text` where words begin, its own beginning left out."""
    return [word.start for word in words_of(text) if word.start]


def _pieces(text: str, start: int, end: int) -> list[Word]:
    return [Word(start + m.start(), m[0], OTHER) for m in _NO_WORD.finditer(text[start:end])]


def _cut(text: str) -> list[int]:
    """The word starts of a run of Han characters. Rare single characters side by side stay together: names."""
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(text) + 1)  # from the end: the best rest, and where its word ends
    for start in range(len(text) - 1, -1, -1):
        ends = range(start + 1, min(start + LONGEST, len(text)) + 1)
        best[start] = max(
            (found[0] - _TOTAL + best[end][0], end) for end in ends if (found := _entry(text[start:end])) is not None
        )
    starts: list[int] = []
    at, rare_before = 0, False
    while at < len(text):
        end = best[at][1]
        entry = _entry(text[at])
        rare = end == at + 1 and (entry[0] if entry else 0) < _COMMON
        if not (rare and rare_before):
            starts.append(at)
        at, rare_before = end, rare
    return starts


@functools.lru_cache(maxsize=4096)
def _entry(word: str) -> tuple[float, str] | None:
    """How often a word occurs, as a binary logarithm, and its kind; None for what is no word."""
    data, key = _list(), word.encode()
    low, high = 0, len(data)
    while low < high:  # between the starts of lines
        start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        line = data[start : data.index(b"\n", start)]
        if line[:-2] == key:
            return (line[-1] - LEAST_CODE) / STEPS, chr(line[-2])
        if line < key:
            low = start + len(line) + 1
        else:
            high = start
    return (_UNKNOWN, OTHER) if len(word) == 1 else None


@functools.lru_cache(maxsize=1)
def _list() -> bytes:
    return (Path(__file__).parent / "words.txt").read_bytes()
