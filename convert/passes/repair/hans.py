"""Traditional to Simplified characters: OpenCC's t2s, and the 著/着 rule that it lacks.

OpenCC's tw2s would turn 著 into 着 as well, but also 显著 into 显着 wherever the word is Simplified already, and tw2sp
replaces Taiwan's vocabulary: both change words that the writer chose.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from convert.kit.cjk import HAN, one_of
from convert.model.flat import Change

_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_COMPATIBILITY = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
_KEPT = re.compile(f"{_KANA.pattern}|{_COMPATIBILITY.pattern}")
_CLAUSE = re.compile(
    "[^，。；：？！、,.;:?!()（）“”‘’\"'「」『』《》\n]+"
)  # marks of either width: those are repaired later
_THRESHOLD = 0.01  # of the Han characters

# 著 stays 著 in the words for writing and for renown (X著, 著X); everywhere else it is 着.
_ZHU = re.compile("(?<![显卓昭编专遗原名土巨论译合所拙新旧撰自大较])著(?![名作述者称书录有文说于])")
DOUBTFUL = {"鍾": "钟/锺", "乾": "乾/干", "於": "于/於"}
"""Characters whose Simplified form depends on what is meant: a surname or given name may want the second."""


@functools.lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


def simplify(text: str) -> str:
    """The text in Simplified characters, except clauses with kana, which are Japanese, and compatibility
    ideographs, which somebody chose on purpose (for a name)."""
    converted = _ZHU.sub("着", _converter()(text))
    if len(converted) != len(text) or not _KEPT.search(text):
        return converted
    pieces = list(converted)
    for match in _CLAUSE.finditer(text):
        if _KANA.search(match[0]):
            pieces[match.start() : match.end()] = match[0]
    for match in _COMPATIBILITY.finditer(text):
        pieces[match.start()] = match[0]
    return "".join(pieces)


def find_glyphs(text: str) -> list[Change]:
    """The changes that make the text Simplified, one for each character, or for a stretch where lengths differ."""
    simple = simplify(text)
    if simple == text:
        return []
    if len(simple) == len(text):
        return _by_character(text, simple, 0)
    changes: list[Change] = []
    start = 0
    for line in text.split("\n"):
        changes += _in_line(line, simplify(line), start)
        start += len(line) + 1
    return changes


def is_traditional(text: str, changes: list[Change]) -> bool:
    """Whether so much changes that the text is Traditional, and not a Simplified one that quotes a word."""
    return len(changes) >= _THRESHOLD * len(one_of(HAN).findall(text))


def _by_character(text: str, simple: str, start: int) -> list[Change]:
    return [
        Change(i, i + 1, new, "glyph", 0.8 if old in DOUBTFUL else 1.0)
        for i, (old, new) in enumerate(zip(text, simple, strict=True), start)
        if old != new
    ]


def _in_line(line: str, simple: str, start: int) -> Iterator[Change]:
    """Changes within a line; where its length changed, all between its common head and tail is one change."""
    if len(line) == len(simple):
        yield from _by_character(line, simple, start)
        return
    head = 0
    while head < min(len(line), len(simple)) and line[head] == simple[head]:
        head += 1
    tail = 0
    while tail < min(len(line), len(simple)) - head and line[-1 - tail] == simple[-1 - tail]:
        tail += 1
    if head + tail == len(line):  # an insertion: take a neighbour in
        head, tail = (head - 1, tail) if head else (head, tail - 1)
    yield Change(start + head, start + len(line) - tail, simple[head : len(simple) - tail], "glyph")
