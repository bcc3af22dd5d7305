"""Cut a paragraph into lines: Chinese and mixed text, justified.

Rules: GB/T 15834-2011 §5 (marks at line edges, half-width marks), W3C clreq §3.1 (避头尾 "basic", push-in before push-out).
The work per character is done by C code (map, accumulate, translate, regular expressions); Python runs a few steps a line.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from convert.kit.cjk import CLOSING, EAST_ASIAN, HAN, NO_END, NO_START, OPENING, has_east_asian

_TRIM_RIGHT, _TRIM_LEFT = frozenset(CLOSING), frozenset(OPENING)
_PAIR = re.compile(f"[{CLOSING}](?=[{CLOSING}{OPENING}])|(?<=[{OPENING}])[{OPENING}]")
_MARK = re.compile(f"[{CLOSING}{OPENING}]")
_LATIN = "A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u052f"

_UNIT = (
    "[十百千万亿]*(?:元|人|名|吨|亩|户|个|件|次|项|家|所|年|月|日|时|分|秒|号|度|倍|岁|届|条|章|页|卷|期|周|天|米|克|升|瓦|里"
    "|公里|千米|厘米|毫米|公斤|千克|公顷|千瓦|小时|分钟|平方米|立方米|平方公里|个百分点)|[十百千万亿]+|[%‰℃°]"
)
_UNBROKEN = re.compile(
    rf"——|……|⋯⋯|([0-9０-９][0-9０-９.,:]*+)({_UNIT})?|第[0-9一二三四五六七八九十百]++[条章节款项次届]"
)
"""Never cut: double dashes and ellipses (GB/T 15834 §5.1), a number and its unit (practice), 第三条. A number without a unit is
found, too, so that it is not looked for at each of its digits."""

_MAY_START = frozenset(("——", "……", "⋯⋯"))
_LONG = 20  # characters of a word that may be cut after marks in it
_ADDRESS_MARKS = frozenset("/._-?&=:#%+~@")
_PART = re.compile(r"(?:[^\W_]{2}-|[^\W_]{3}/)\Z")
_SQUEEZE = 0.25  # em that a mark inside a line may give up before it looks crushed
_WORD_SPACE_STRETCH = 0.5  # em that a Western word space may grow in a Chinese line (clreq §3.2)
_GAP_STRETCH = 0.5  # em that the gaps of a Chinese line may grow; it stays short before it falls apart
_FULL_WIDTH = 0.75  # em: what is wider has a blank half
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Measured:
    """A text with what the breaker needs to know of it, lengths in pt.

    `cumulative[i]` is the advance of the first `i` characters, tracking and `moves` included; `marks`: where Chinese
    marks stand, half of which is blank (a Latin face's quotation marks have no such half); `half` is half an em.
    """

    text: str
    cumulative: list[float]
    moves: dict[int, float]
    marks: list[int]
    unbroken: frozenset[int]
    half: float


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters `[start, end)` on one line. `width`: what they take up, `lead`: the blank trimmed from the first,
    `squeeze`: what marks inside must give up; all in pt. `last`: the text ends here."""

    start: int
    end: int
    width: float
    lead: float
    squeeze: float
    last: bool


def measure(
    text: str, widths: Sequence[float], em: float, autospace: float, spread: Mapping[int, float], tied: Iterable[int]
) -> Measured:
    """Prepare `text` for breaking. `widths`: the advance of each character in pt, tracking included; `em` in pt;
    `autospace`: the gap between Han and Latin in pt; `spread`: more pt after single characters; `tied`: characters
    that no line may begin with."""
    moves: dict[int, float] = dict(spread)
    half = em / 2
    marks = [m.start() for m in _MARK.finditer(text) if widths[m.start()] > _FULL_WIDTH * em]
    for m in _PAIR.finditer(text):
        at = m.start() if text[m.start()] in _TRIM_RIGHT else m.start() - 1
        if widths[m.start()] > _FULL_WIDTH * em:
            moves[at] = moves.get(at, 0) - half
    if autospace:
        for m in _script_changes().finditer(text):
            moves[m.start() - 1] = moves.get(m.start() - 1, 0) + autospace
    if moves:
        widths = list(widths)
        for at, move in moves.items():
            widths[at] += move
    whole = (m.span() for m in _UNBROKEN.finditer(text) if m[1] is None or m[2])
    unbroken = frozenset((*tied, *(i for start, end in whole for i in range(start + 1, end))))
    return Measured(text, list(accumulate(widths, initial=0.0)), moves, marks, unbroken, half)


@functools.cache
def _script_changes() -> re.Pattern[str]:
    return re.compile(f"(?<=[{HAN}])(?=[{_LATIN}])|(?<=[{_LATIN}%])(?=[{HAN}])")


def cut_lines(measured: Measured, first: float, rest: float, last_line_chars: int) -> list[Cut]:
    """The lines of a text whose first line is `first` pt wide and whose others are `rest` pt wide.

    The last line holds at least `last_line_chars` characters besides marks, where the text has them.
    """
    breaker = _Breaker(measured, last_line_chars)
    cuts: list[Cut] = []
    start, room = 0, first
    while True:
        cut = breaker.line(start, room)
        cuts.append(cut)
        if cut.last:
            return cuts
        start, room = breaker.skip_spaces(cut.end), rest


class _Breaker:
    def __init__(self, measured: Measured, last_line_chars: int) -> None:
        self.m = measured
        self.size = len(measured.text)
        self.last_line_chars = last_line_chars

    def line(self, start: int, room: float) -> Cut:
        """The line that begins at `start` and has `room` pt."""
        m = self.m
        lead = m.half if start and m.text[start] in _TRIM_LEFT and self._is_mark(start) else 0.0
        limit = m.cumulative[start] + lead + room + _ROUNDING
        fits = self._fitting(start, limit)
        if fits >= self.size:
            return self._cut(start, self.size, lead, limit, last=True)
        end = fits
        if not self._may_break(end):
            pulled = self._pulled_in(start, end, limit)
            end = pulled or self._pushed_or_cut(start, end, room)
        if self._leaves_too_little(end):
            end = self.size if self._squeezable(start, self.size, limit) else self._pushed_out(start, end - 1)
        return self._cut(start, end, lead, limit, last=end >= self.size)

    def skip_spaces(self, at: int) -> int:
        text = self.m.text
        while at < self.size - 1 and text[at] == " ":
            at += 1
        return at

    def _fitting(self, start: int, limit: float) -> int:
        """How far the line reaches: one more closing mark fits where its blank half may go."""
        cumulative = self.m.cumulative
        end = bisect_right(cumulative, limit, start + 1) - 1
        end = max(end, start + 1)
        if end < self.size and cumulative[end + 1] - self._trim(end) <= limit:
            end += 1
        return end

    def _trim(self, at: int) -> float:
        """What the character gives up at the line's end: the blank half of a closing mark, a gap between scripts."""
        move = self.m.moves.get(at, 0.0)
        if self.m.text[at] in _TRIM_RIGHT and self._is_mark(at):
            return self.m.half + move
        return max(move, 0.0)

    def _is_mark(self, at: int) -> bool:
        """Whether a Chinese mark stands there, half of which is blank."""
        found = bisect_left(self.m.marks, at)
        return found < len(self.m.marks) and self.m.marks[found] == at

    def _may_break(self, at: int) -> bool:
        """Whether a line may end before the character at `at`."""
        text = self.m.text
        if at >= self.size:
            return True
        before, after = text[at - 1], text[at]
        if before == " " or after == " ":
            return self._may_break_at_space(at)
        if at in self.m.unbroken or before in NO_END:
            return False
        if after in NO_START:
            return text[at : at + 2] in _MAY_START  # only clreq's "strict" level keeps these from a line's start
        return not (_in_word(before) and _in_word(after)) or self._ends_part(at)

    def _ends_part(self, at: int) -> bool:
        """Whether a part of a compound or of an address ends before `at`: `state-` of-the-art (UAX #14, HY and SY). A
        unit like km/h or mg/kg is one word: parts before a slash have three letters at the least."""
        text = self.m.text
        if _PART.search(text, max(at - 4, 0), at) is not None and text[at : at + 2].isalpha():
            return True
        return (
            text[at - 1] in _ADDRESS_MARKS
            and text[at].isalnum()
            and text[at - 2 : at - 1].isalnum()
            and self._is_long(at)
        )

    def _is_long(self, at: int) -> bool:
        """Whether the word around `at` is too long to go to the next line as one: an address, a path, code."""
        text, start, end = self.m.text, at, at
        while start > 0 and at - start < _LONG and _in_word(text[start - 1]):
            start -= 1
        while end < self.size and end - start < _LONG and _in_word(text[end]):
            end += 1
        return end - start >= _LONG

    def _may_break_at_space(self, at: int) -> bool:
        text = self.m.text
        after = at
        while after < self.size and text[after] == " ":
            after += 1
        return after >= self.size or text[after] not in _TRIM_RIGHT

    def _pulled_in(self, start: int, end: int, limit: float) -> int:
        """推入: the next break that squeezing the marks of the line makes room for, within three characters."""
        for further in range(end + 1, min(end + 4, self.size + 1)):
            if self._may_break(further):
                return further if self._squeezable(start, further, limit) else 0
        return 0

    def _pushed_out(self, start: int, end: int) -> int:
        """推出: the last allowed break at or before `end`; `end` itself where there is none (a word longer than a line)."""
        at = end
        while at > start and not self._may_break(at):
            at -= 1
        return at if at > start else max(end, start + 1)

    def _pushed_or_cut(self, start: int, end: int, room: float) -> int:
        """推出, but a word that is longer than a line (an address) is cut where it must be anyway: it would leave half a
        line empty before it, too."""
        cumulative = self.m.cumulative
        pushed = self._pushed_out(start, end)
        if cumulative[pushed] - cumulative[start] >= room / 2:
            return pushed
        further = end
        while further < self.size and not self._may_break(further) and cumulative[further] - cumulative[pushed] <= room:
            further += 1
        return end if cumulative[further] - cumulative[pushed] > room else pushed

    def _squeezable(self, start: int, end: int, limit: float) -> bool:
        over = self._over(end, limit)
        return over <= self._marks_inside(start, end) * _SQUEEZE * 2 * self.m.half

    def _over(self, end: int, limit: float) -> float:
        return self.m.cumulative[end] - self._trim(end - 1) - limit

    def _marks_inside(self, start: int, end: int) -> int:
        marks = self.m.marks
        return bisect_left(marks, end - 1) - bisect_left(marks, start)

    def _leaves_too_little(self, end: int) -> bool:
        """Whether fewer characters than the last line must have would follow a break at `end`."""
        left = self.size - end
        if not 0 < left <= 2 * self.last_line_chars:
            return False
        rest = self.m.text[end:]
        return has_east_asian(rest) and len(_MARK.sub("", rest)) < self.last_line_chars

    def _cut(self, start: int, end: int, lead: float, limit: float, *, last: bool) -> Cut:
        stop = end
        while stop > start + 1 and self.m.text[stop - 1] == " ":
            stop -= 1  # spaces hang
        over = self._over(stop, limit)
        trim = 0.0 if last and over + self._trim(stop - 1) <= 0 else self._trim(stop - 1)
        width = self.m.cumulative[stop] - self.m.cumulative[start] - lead - trim
        return Cut(start, stop, width, lead, max(over, 0.0), last)


def fill(measured: Measured, cut: Cut, room: float, hung: float = 0.0) -> tuple[float, list[tuple[int, float]]]:
    """Justify a line: (pt to add after every character, [(index, pt to add after that one)]). What of it stands in the first
    `hung` pt, a label that hangs out, is not stretched: what follows it begins where the next lines do.

    Squeezing takes from the marks inside the line; stretching gives to the word spaces first, then to all gaps alike that
    have a Chinese character beside them: Latin words are not spaced out, nor are double dashes.
    """
    if cut.squeeze:
        return 0.0, _squeezed(measured, cut)
    slack = room - cut.width
    gaps = cut.end - cut.start - 1
    if cut.last or slack <= 0 or gaps < 1:
        return 0.0, []
    text = measured.text
    label = bisect_right(measured.cumulative, measured.cumulative[cut.start] + hung + _ROUNDING, cut.start + 1) - 1
    spaces = [i for i in range(label, cut.end) if text[i] == " "]
    wide = has_east_asian(text, cut.start, cut.end)
    em = 2 * measured.half
    added: dict[int, float] = {}
    if spaces:
        each = min(slack / len(spaces), _WORD_SPACE_STRETCH * em if wide else slack)
        added = dict.fromkeys(spaces, each)
        slack -= each * len(spaces)
    if not wide or slack <= _ROUNDING:
        return 0.0, list(added.items())
    fixed = [*range(cut.start, label), *(m.start() for m in _fixed_gaps().finditer(text, label, cut.end))]
    if len(fixed) == gaps:
        return 0.0, list(added.items())
    stretch = min(slack / (gaps - len(fixed)), _GAP_STRETCH * em)
    for at in fixed:
        added[at] = -stretch
    return stretch, sorted(added.items())


@functools.cache
def _fixed_gaps() -> re.Pattern[str]:
    """Characters after which a line is not stretched: within Latin words and numbers, and double dashes."""
    return re.compile(f"[^{EAST_ASIAN} ](?=[^{EAST_ASIAN} ])")


def _squeezed(measured: Measured, cut: Cut) -> list[tuple[int, float]]:
    marks = measured.marks
    inside = marks[bisect_left(marks, cut.start) : bisect_left(marks, cut.end - 1)]
    if not inside:  # one character wider than the line stands out
        return []
    each = cut.squeeze / len(inside)
    text = measured.text
    return sorted((i if text[i] in _TRIM_RIGHT else max(i - 1, cut.start), -each) for i in inside)


_WORD_MARKS = frozenset(".,:;/_-+&=~'%@#\u2019")


def _in_word(char: str) -> bool:
    """Whether the character belongs to a word that is not cut: letters and digits of scripts with words, and the
    marks inside them."""
    return char in _WORD_MARKS or (char.isalnum() and not has_east_asian(char))
