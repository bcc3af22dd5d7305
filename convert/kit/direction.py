"""The order in which characters of scripts from right to left stand on a line (Unicode Standard Annex #9).

The paragraph runs from left to right, as those of Word files and of books do that say nothing else; direction controls are
never drawn (`convert.kit.bidi`), so that levels come from the characters alone: rules W1 to W7, N1 and N2, I1 and I2, L1 to L3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from unicodedata import bidirectional

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_MIRRORED = dict(zip("()[]{}<>«»‹›≤≥（）", ")(][}{><»«›‹≥≤）（", strict=True))
_SPACES = ("WS", "S", "B")
_LEVELS = {"L": 0, "R": 1, "AN": 2, "EN": 2}


def runs_right_to_left(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether there is a character of a script from right to left in `text[start:end]`."""
    return _RIGHT_TO_LEFT.search(text, start, len(text) if end is None else end) is not None


def levels(text: str) -> list[int]:
    """The embedding level of each character: 0 from left to right, 1 from right to left, 2 for numbers within that."""
    kinds = _weak([bidirectional(char) or "L" for char in text])
    found = [_LEVELS[kind] for kind in _neutral(kinds)]
    for at in range(len(text) - 1, -1, -1):  # L1: white space at the end of a line
        if bidirectional(text[at]) not in _SPACES:
            break
        found[at] = 0
    return found


def visual_order(text: str) -> list[int]:
    """The places of the characters of a line, from left to right as they stand. Marks stay behind their letters (L3)."""
    level = levels(text)
    starts = [at for at in range(len(text)) if not at or bidirectional(text[at]) != "NSM"]
    clusters = list(pairwise([*starts, len(text)]))
    for least in range(max(level, default=0), 0, -1):  # L2
        high = [level[start] >= least for start, _ in clusters]
        for begin, end in _stretches(high, (True,)):
            clusters[begin:end] = clusters[begin:end][::-1]
    return [at for start, end in clusters for at in range(start, end)]


def mirrored(text: str) -> str:
    """The text with the characters that are drawn for brackets and the like within stretches from right to left (L4)."""
    return "".join(
        _MIRRORED.get(char, char) if level == 1 else char for char, level in zip(text, levels(text), strict=True)
    )


def _weak(kinds: list[str]) -> list[str]:
    """Rules W1 to W7: marks, numbers and what belongs to numbers."""
    kinds = _numbers_after(_marks(kinds), "AL", "AN")  # W1, W2
    kinds = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for at in range(1, len(kinds) - 1):  # W4
        left, right = kinds[at - 1], kinds[at + 1]
        if left == right and ((kinds[at] in ("ES", "CS") and left == "EN") or (kinds[at] == "CS" and left == "AN")):
            kinds[at] = left
    for start, end in _stretches(kinds, ("ET", "BN")):  # W5
        if "EN" in (*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
    kinds = [kind if kind in ("L", "R", "EN", "AN") else "ON" for kind in kinds]  # W6
    return _numbers_after(kinds, "L", "L")  # W7


def _marks(kinds: list[str]) -> list[str]:
    """Marks have the direction of what is before them."""
    found: list[str] = []
    for kind in kinds:
        found.append((found[-1] if found else "L") if kind == "NSM" else kind)
    return found


def _numbers_after(kinds: list[str], which: str, instead: str) -> list[str]:
    """The kinds with `instead` for numbers whose last letter before them is of a kind."""
    found: list[str] = []
    strong = "L"
    for kind in kinds:
        strong = kind if kind in ("L", "R", "AL") else strong
        found.append(instead if kind == "EN" and strong == which else kind)
    return found


def _neutral(kinds: list[str]) -> list[str]:
    """Rules N1 and N2: what has no direction takes that of its neighbours where they agree, else the paragraph's."""
    for start, end in _stretches(kinds, ("ON",)):
        before, after = kinds[start - 1] if start else "L", kinds[end] if end < len(kinds) else "L"
        around = {"L" if kind == "L" else "R" for kind in (before, after)}
        kinds[start:end] = ["R" if around == {"R"} else "L"] * (end - start)
    return kinds


def _stretches(kinds: Iterable[object], which: tuple[object, ...]) -> Iterator[tuple[int, int]]:
    """The spans of neighbours that are of some kinds."""
    at = 0
    for is_one, group in groupby(list(kinds), which.__contains__):
        size = sum(1 for _ in group)
        if is_one:
            yield at, at + size
        at += size
