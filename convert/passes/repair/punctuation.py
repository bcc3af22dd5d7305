"""Marks that a mirror folded to half width (as NFKC does) back to full width, where Chinese text is around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convert.kit.cjk import HAN, one_of
from convert.model.flat import Change

_FULL = dict(zip([*",;:?!", "......"], [*"，；：？！", "……"], strict=True))
_MARK = re.compile(r"[,;:?!]|(?<!\.)\.{6}(?!\.)")  # six full points: what NFKC makes of ……
_MARKS = re.compile(f"(?:{_MARK.pattern})+")
_FULL_WIDTH = "\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_EAST = re.compile(f"[{HAN}{_FULL_WIDTH}]")
_TRANSPARENT = "“”‘’\"'()…—·,;:?!"  # either script has them: what is beyond decides
_PERCENT = frozenset("%‰℃")
_DIGITS = "0123456789."
_KEPT = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*://[!-~]+(?<![,;:?!.)])|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[A-Za-z]:\\[^\s,;]*", re.ASCII
)
_LONGEST = 2000  # characters a pair of parentheses or quotation marks may hold
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u04ff]")


def widen_marks(text: str) -> Iterator[Change]:
    """`,;:?!` and `......` beside a Han character or a full-width mark. Kept between digits (1,000; 10:30), in URLs, addresses and
    paths."""
    kept = [match.span() for match in _KEPT.finditer(text)]
    index = 0
    for match in _MARKS.finditer(text):
        start, end = match.span()
        while index < len(kept) and kept[index][1] <= start:
            index += 1
        if index < len(kept) and kept[index][0] <= start:
            continue
        before, after = _beyond(text, start, -1), _beyond(text, end, 1)
        if text[start - 1 : start].isdigit() and text[end : end + 1].isdigit():
            continue
        if _EAST.match(before) or _EAST.match(after):
            for mark in _MARK.finditer(text, start, end):
                yield Change(*mark.span(), _FULL[mark[0]], "punctuation")


def _beyond(text: str, at: int, step: int) -> str:
    """The first character from here (to the left: before here) that tells the script; empty at a line's end."""
    at += min(step, 0)
    if step < 0 and text[at : at + 1] in _PERCENT:  # 增长5%,GDP: what is before the number
        at -= 1
        while at >= 0 and text[at] in _DIGITS:
            at -= 1
    while 0 <= at < len(text) and text[at] in _TRANSPARENT:
        at += step
    return text[at] if 0 <= at < len(text) else ""


def widen_parentheses(text: str) -> Iterator[Change]:
    """`( … )` around Han characters; or, unless Latin letters are inside, between them (or full-width
    marks, or a line's start or end). An outermost pair is one change, with the pairs in it."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in re.finditer("[()\n]", text):
        if match[0] == "(":
            opened.append(match.start())
        elif match[0] == "\n":
            opened.clear()
        elif opened and _is_chinese(text, start := opened.pop(), match.end()):
            pairs.append((start, match.end()))
    return _pairs(text, pairs, "（）", "parentheses")


def _is_chinese(text: str, start: int, end: int) -> bool:
    if end - start > _LONGEST:
        return False
    if one_of(HAN).search(text, start, end):
        return True
    outside = text[start - 1 : start], text[end : end + 1]
    return not _LATIN.search(text, start, end) and all(side in ("", "\n") or _EAST.match(side) for side in outside)


def curl_quotes(text: str) -> Iterator[Change]:
    """`" … "` around Han characters, pair by pair within a line. A mark right after a digit opens no quotation: it is
    an inch or a second."""
    pairs: list[tuple[int, int]] = []
    opened = -1
    for match in re.finditer('["\n]', text):
        at = match.start()
        if match[0] == "\n":
            opened = -1
        elif opened >= 0:
            if at + 1 - opened <= _LONGEST and one_of(HAN).search(text, opened, at):
                pairs.append((opened, at + 1))
            opened = -1
        elif not text[at - 1 : at].isdigit():
            opened = at
    return _pairs(text, pairs, "“”", "quotes")


def _pairs(text: str, pairs: list[tuple[int, int]], marks: str, rule: str) -> Iterator[Change]:
    new = list(text) if pairs else []
    for start, end in pairs:
        new[start], new[end - 1] = marks[0], marks[1]
    done = 0
    for start, end in sorted(pairs):
        if start >= done:
            done = end
            yield Change(start, end, "".join(new[start:end]), rule)
