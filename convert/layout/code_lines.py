"""Code set in lines: what is longer than its line goes on further in, behind a mark.

Each character keeps its own width (nothing is squeezed, stretched or trimmed), so that columns of code stay columns.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from convert.kit.cjk import EAST_ASIAN, display_em
from convert.layout.code import TAB, WRAPPED, code_inlines
from convert.layout.inlines import Chars, flatten
from convert.layout.paragraphs import Frame, set_label, set_runs
from convert.layout.result import Element, Line, SetText
from convert.layout.setting import Setting
from convert.model import CodeBlock, Text
from convert.style.sheet import Computed

_FURTHER_EM = 1.2  # two cells: how far in the rest of a line stands
_MOST_IN = 0.5  # of the room
_MARK_GAP_EM = 0.3
_ROUNDING = 0.01
_BREAKS = (
    re.compile(r" (?! )"),
    re.compile(rf"[,;:.(\[{{/\\=+&|?-](?=\w)|[{EAST_ASIAN}](?=[\w{EAST_ASIAN}])"),
)
"""What a line may end after, the best places first."""


def set_code(block: CodeBlock, look: Computed, frame: Frame, element: Element, setting: Setting) -> list[Line]:
    """The lines of code."""
    frame = frame.narrowed(look.left_em * look.em, look.right_em * look.em)
    lines: list[Line] = []
    for source in _source_lines(block):
        part = [piece for piece in flatten(source, look, setting.sheet, setting.page_of) if isinstance(piece, Chars)]
        if not all(chars.whole for chars in part):
            setting.report.add("invisible-undrawn", block.pos)
        text, runs, widths = set_runs(part, look, element, {}, setting, block.pos)
        if text:
            lines += _cut(SetText(text, runs, look.tracking, [], element), widths, look, frame, setting)
    return lines


def _source_lines(block: CodeBlock) -> Iterator[list[Text]]:
    """The lines of code as inlines, tabs as spaces up to the next stop; an empty one holds a space."""
    line: list[Text] = []
    column = 0
    for inline in code_inlines(block):
        for number, part in enumerate(inline.text.split("\n")):
            if number:
                yield line or [Text(" ")]
                line, column = [], 0
            text, column = _expanded(part, column)
            if text:
                line.append(Text(text, role=inline.role))
    yield line or [Text(" ")]


def _expanded(text: str, column: int) -> tuple[str, int]:
    """A text that begins in a column, with spaces for its tabs, and the column that follows it."""
    pieces: list[str] = []
    for number, part in enumerate(text.split("\t")):
        if number:
            pieces.append(" " * (TAB - column % TAB))
            column += len(pieces[-1])
        pieces.append(part)
        column += round(2 * display_em(part))
    return "".join(pieces), column


def _cut(text: SetText, widths: list[float], look: Computed, frame: Frame, setting: Setting) -> Iterator[Line]:
    """One line of code as it fits: what follows the first cut stands in from where the code begins."""
    cumulative = list(accumulate(widths, initial=0.0))
    blank = len(text.text) - len(text.text.lstrip(" "))
    further = min(cumulative[blank] + _FURTHER_EM * look.em, _MOST_IN * frame.width)
    start, size = 0, len(text.text)
    while start < size:
        inside = further if start else 0.0
        limit = cumulative[start] + frame.width - inside + _ROUNDING
        end = max(bisect_right(cumulative, limit) - 1, start + 1)
        end = size if end >= size else _break(text.text, start, end)
        width = cumulative[end] - cumulative[start]
        line = Line(text, start, end, frame.left + inside, 0.0, 0.0, 0.0, width, look.size)
        if start:
            gap = -_MARK_GAP_EM * look.em
            line.beside.append(set_label(WRAPPED, look, gap, Element("artifact"), setting))
        yield line
        start = end


def _break(text: str, start: int, end: int) -> int:
    """Where the line that has room for the characters `[start, end)` ends: in its second half, if anything stands there
    that it may end after."""
    least = (start + end) // 2
    for places in _BREAKS:
        found = [match.end() for match in places.finditer(text, least, end + 1) if match.end() <= end]
        if found:
            return found[-1]
    return end
