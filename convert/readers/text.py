"""Plain text: one line, or one block of hard-wrapped lines, is one paragraph.

**When lines are joined.** A line break may end a paragraph or be there because the line was full. It was full when
the next line's first word would not have fitted before the margin. So the margin is looked for: the width (in columns,
a Han character counting two) at which most line breaks are explained that way. The text counts as hard-wrapped if

- at least three line breaks, and two in five of those between unindented neighbours, are explained by one margin,
- the margin lies between 40 and 130 columns and at most one line in twenty is longer,
- at most half of the full lines end a sentence (lists of equally long sentences are no prose).

Then every full line is joined with the next one, unless that begins a paragraph by its indent, a bullet or a number;
where paragraphs stand in blocks between blank lines, lines of at least three quarters of the margin count as full, too.
In a text that is not hard-wrapped every line is a paragraph. Two lines are joined with a space, but without one beside
an East Asian character or after a hyphen or dash. A blank line always ends a paragraph; a form feed is a page break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, chain, pairwise
from typing import Literal, NamedTuple

from convert.diagnostics import InputError, Pos, Report
from convert.edits import Edit
from convert.kit.characters import clean, faults, is_clean, report_faults
from convert.kit.cjk import EAST_ASIAN, NO_START, one_of
from convert.kit.encoding import Decoded
from convert.model import Block, Document, PageBreak, Para, Text
from convert.reading.decoding import decoded_text
from convert.reading.source import Source

_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_EAST_ASIAN = f"{EAST_ASIAN}“”‘’—…·"
_ITEM = re.compile(
    r"[-*+•●○■□◆·]\s|\(?\d{1,3}[.)、．]|[（(]?[一二三四五六七八九十百]{1,4}[）)、]|第[一二三四五六七八九十百\d]{1,4}[章节条]"
)
_SENTENCE_END = re.compile(r"[.!?。！？；][\"'”’）)]?\Z")
_MIN_MARGIN, _MAX_MARGIN = 40, 130
_RULES = {"control": "control", "nothing": "replaced", "hidden": "hidden", "break": "newline", "return": "newline"}
_BETWEEN = {"line": "newline", "blank": "blank", "page": "page-break"}


class _Line(NamedTuple):
    """A line that is not blank. `start`, `end`: its stripped text in the file's characters; `number` and `column`
    count from 1; `indent` in columns; `after`: what it follows, a line directly, a blank line or a form feed."""

    start: int
    end: int
    number: int
    column: int
    indent: int
    after: Literal["line", "blank", "page"]


def read(source: Source, report: Report) -> Document:
    """A document of paragraphs and page breaks.

    What was stripped, joined or left out between the file and the document's flat text stands in `report.edits` as
    stage "read", so that `report.edits.restore(flatten(document).text)` is `source.data` again.

    Raises InputError for what is no text (see `convert.kit.encoding.decode`) and `input-empty` where there is none.
    """
    decoded = decoded_text(source.data, report)
    lines = list(_lines(decoded.text))
    if not lines:
        raise InputError("input-empty")
    writing = _Writing(decoded, report)
    blocks: list[Block] = []
    for paragraph in _paragraphs(decoded.text, lines):
        if blocks and paragraph[0].after == "page":
            blocks.append(PageBreak(pos=Pos(paragraph[0].number)))
        blocks.append(writing.paragraph(paragraph))
    writing.gap(len(decoded.text), "", "strip")
    report.edits.encoding, report.edits.bom, report.edits.raw = decoded.encoding, decoded.bom, decoded.raw
    report.edits.add("read", writing.edits)
    return Document(tuple(blocks))


# --- lines -------------------------------------------------------------------------------------------------------


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank."""
    faulty = not is_clean(text)
    start = 0
    number = 1
    after: Literal["line", "blank", "page"] = "blank"
    for match in chain(_BREAK.finditer(text), (None,)):
        line = text[start : match.start() if match else len(text)]
        words = line.strip()
        if words and not (faulty and not clean(words).strip()):
            before = len(line) - len(line.lstrip())
            indent = _width(line[:before].expandtabs(8)) if before else 0
            yield _Line(start + before, start + before + len(words), number, before + 1, indent, after)
            after = "line"
        elif after == "line":
            after = "blank"
        if match:
            start = match.end()
            number += match[0] != "\f"  # to an editor, a form feed is within its line
            after = "page" if match[0] == "\f" else after


def _width(text: str) -> int:
    """Columns the text takes on a terminal."""
    return len(text) if text.isascii() else len(text) + len(one_of(EAST_ASIAN).findall(text))


# --- paragraphs --------------------------------------------------------------------------------------------------


def _paragraphs(text: str, lines: list[_Line]) -> Iterator[list[_Line]]:
    """The lines of each paragraph."""
    joints = _joints(text, lines)
    margin = _margin([joint for joint in joints if joint], text, lines)
    blocks = 2 * sum(line.after == "line" for line in lines) > len(lines)  # more lines within blocks than blocks
    blocks = blocks and sum(line.after != "line" for line in lines) > 1
    paragraph = lines[:1]
    for line, joint in zip(lines[1:], joints, strict=True):
        if margin and joint and joint.fills(margin, 0.75 if blocks else 1.0):
            paragraph.append(line)
        else:
            yield paragraph
            paragraph = [line]
    yield paragraph


class _Joint(NamedTuple):
    """Where one line directly follows another and does not obviously begin a paragraph. The first line is `width`
    columns wide, and `needed` wide together with the first word of the second, which is the least that must not fit."""

    width: int
    needed: int
    ends_sentence: bool

    def fills(self, margin: int, least: float) -> bool:
        """Whether the line was full, or at least so much of the margin wide."""
        return self.width <= margin + 2 and (self.needed > margin or (least < 1 and self.width >= least * margin))


def _joints(text: str, lines: list[_Line]) -> list[_Joint | None]:
    """What is between each two neighbouring lines."""
    joints: list[_Joint | None] = []
    base = _bases(lines)
    item = -1  # indent of the list item that the line at hand is in
    for line, then, least in zip(lines, lines[1:], base[1:], strict=False):
        if _ITEM.match(text, line.start):
            item = line.indent
        elif line.after != "line" or line.indent <= item:
            item = -1
        indented = then.indent > least and not (0 <= item < then.indent)
        if then.after != "line" or indented or _ITEM.match(text, then.start) or line.end - line.start > 2 * _MAX_MARGIN:
            joints.append(None)
            continue
        words = text[line.start : line.end]
        width = line.indent + _width(words)
        needed = width + _needed(words, text[then.start : min(then.end, then.start + _MAX_MARGIN)])
        joints.append(_Joint(width, needed, _SENTENCE_END.search(words) is not None))
    return joints


def _bases(lines: list[_Line]) -> list[int]:
    """For each line, the least indent within its block of lines."""
    bases: list[int] = []
    block: list[_Line] = []
    for line in [*lines, None]:
        if block and (line is None or line.after != "line"):
            bases += [min(line.indent for line in block)] * len(block)
            block = []
        if line is not None:
            block.append(line)
    return bases


def _needed(line: str, then: str) -> int:
    """Columns that the first word of the next line would have taken at the end of this one."""
    if one_of(_EAST_ASIAN).match(then):
        # A character, a mark that must not begin a line, and two columns for one that must not end one.
        return 4 + 2 * (then[1:2] in NO_START)
    word = re.split(rf"\s|(?=[{_EAST_ASIAN}])", then, maxsplit=1)[0]
    return _width(word) + (not one_of(_EAST_ASIAN).match(line[-1]))


def _margin(joints: list[_Joint], text: str, lines: list[_Line]) -> int:
    """The margin the text was wrapped at, in columns; 0 where it was not."""
    steps = [0] * (_MAX_MARGIN + 2)
    for joint in joints:
        if joint.width <= _MAX_MARGIN and joint.needed > _MIN_MARGIN:
            steps[max(joint.width, _MIN_MARGIN)] += 1
            steps[min(joint.needed, _MAX_MARGIN + 1)] -= 1
    covered = list(accumulate(steps))
    margin = max(range(_MIN_MARGIN, _MAX_MARGIN + 1), key=covered.__getitem__)
    full = [joint for joint in joints if joint.width <= margin < joint.needed]
    if len(full) < 3 or len(full) < 0.4 * len(joints):
        return 0
    if 2 * sum(joint.ends_sentence for joint in full) > len(full):
        return 0
    wide = sum(line.end - line.start > margin + 2 or _width(text[line.start : line.end]) > margin + 2 for line in lines)
    return 0 if wide > 0.05 * len(lines) else margin


# --- text --------------------------------------------------------------------------------------------------------


class _Writing:
    """Copies the paragraphs out of the file's text and logs what lies between them."""

    def __init__(self, decoded: Decoded, report: Report) -> None:
        self.text = decoded.text
        self.encoding = decoded.encoding
        # Stateful encodings and those that do not round-trip have no byte offsets to tell.
        self.byte = -1 if decoded.raw is not None or decoded.encoding.startswith("iso2022") else len(decoded.bom)
        self.at = 0  # characters of the file that are done
        self.out = 0  # characters written
        self.edits: list[Edit] = []
        self._report = report

    def paragraph(self, lines: list[_Line]) -> Para:
        """The paragraph of these lines."""
        first = lines[0]
        self.gap(first.start, "\n" if self.out else "", _BETWEEN[first.after] if self.out else "strip")
        start = self.byte
        pieces = [self.words(first)]
        for last, line in pairwise(lines):
            between = _space(self.text[last.end - 1], self.text[line.start])
            self.gap(line.start, between, "join")
            pieces += between, self.words(line)
        pos = Pos(first.number, first.column, start, self.byte)
        return Para((Text("".join(pieces), pos=pos),), pos=pos)

    def gap(self, to: int, after: str, rule: str) -> None:
        """Go on to `to`: what is between becomes `after`."""
        before = self.text[self.at : to]
        start = self.advance(to)
        if before != after:
            self.edits.append(Edit(rule, start, self.byte, self.out, before, after))
        self.out += len(after)

    def words(self, line: _Line) -> str:
        """The text of a line, with what may stand in it."""
        text = self.text[line.start : line.end]
        found = list(faults(text))
        if found:
            report_faults(text, Pos(line.number, line.column), self._report)
        for fault in found:
            self.out += line.start + fault.start - self.at
            self.advance(line.start + fault.start)
            self.gap(line.start + fault.end, clean(text[fault.start : fault.end]), _RULES[fault.kind])
        self.out += line.end - self.at
        self.advance(line.end)
        return clean(text) if found else text

    def advance(self, to: int) -> int:
        """Go on to character `to` of the file; the byte it went on from."""
        start = self.byte
        if start >= 0:
            self.byte += len(self.text[self.at : to].encode(self.encoding))
        self.at = to
        return start


def _space(last: str, first: str) -> str:
    """What stands between two joined lines."""
    return "" if last in "-\u2010—–" or one_of(_EAST_ASIAN).match(last) or one_of(_EAST_ASIAN).match(first) else " "
