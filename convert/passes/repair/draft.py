"""A document's flat text while it is repaired, stage by stage, and a log that says where in the source each edit is."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from convert.diagnostics import Pos, Report, diagnostic
from convert.edits import Edit, Stage
from convert.model import Document, replace
from convert.model.flat import Change, Flat, flatten, rebuild

_LINE_END = re.compile("\r\n|[\n\r\v\x85\u2028\u2029]")

Offsets: TypeAlias = "array[int]"


class Draft:
    """The text at hand (`flat.text`), the log of what was done to it (in `report.edits`), the findings (`report`)."""

    def __init__(self, document: Document, report: Report) -> None:
        self.document = document
        self.report = report
        self.flat: Flat = flatten(document)
        self.source = _Source(self.flat, report)
        self.changed = False

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self.flat.text

    def apply(self, stage: str, changes: Sequence[Change], removed: Iterable[int] = ()) -> None:
        """Make the changes as one stage of the log; `removed` are the numbers of the lines that go altogether."""
        if not changes:
            return
        before = self.flat.text
        spans = self.source.spans(changes)
        self.flat.apply(changes, removed)
        edits = []
        shift = 0
        for change, (start, end) in zip(changes, spans, strict=True):
            old = before[change.start : change.end]
            edits.append(Edit(change.rule, start, end, change.start + shift, old, change.after, change.confidence))
            shift += len(change.after) - len(old)
        self.report.edits.add(stage, edits)
        self.source.follow(changes)
        self.changed = True

    def say(self, code: str, start: int, end: int, count: int = 1, /, **args: str) -> None:
        """Report a finding about the characters `[start, end)` of the text at hand, `count` times folded into one."""
        found = diagnostic(code, self.source.position(start, end), **args)
        self.report.diagnostics.append(replace(found, count=count))

    def finish(self) -> Document:
        """The repaired document."""
        return rebuild(self.document, self.flat) if self.changed else self.document


class _Source:
    """From characters of the text at hand to places in the source.

    `starts` and `ends` hold for each character the span it came from: in characters of the decoded file where the
    source is text (`encoding` is set), else of the flat text as it was at first, whose leaves may know their places.
    """

    def __init__(self, flat: Flat, report: Report) -> None:
        log = report.edits
        self.text = flat.text
        self.leaves = flat.leaves
        self.positions = flat.positions
        self.encoding = ""
        self.mark = (0, len(log.bom))  # a character of the file and its byte
        if log.encoding and log.raw is None and not log.encoding.startswith("iso2022"):
            self.text, self.encoding = log.undo(flat.text), log.encoding
        self.lines: list[int] = []  # where the file's lines begin, once somebody asks
        count = len(self.text)
        self.starts, self.ends = array("l", range(count)), array("l", range(1, count + 1))
        for stage in log.stages if self.encoding else ():
            self.follow(list(_changes(stage)))

    def follow(self, changes: Sequence[Change]) -> None:
        """The text at hand was changed."""
        self.starts, self.ends = _spliced(self.starts, self.ends, changes)

    def spans(self, changes: Sequence[Change]) -> list[tuple[int, int]]:
        """The byte spans that the changes touch, -1 where the source has none."""
        return [self.span(change.start, change.end) for change in changes]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The byte span of some characters of the text at hand."""
        if self.encoding:
            return self.byte(self.starts[start]), self.byte(self.ends[end - 1])
        pos = self.leaf(start)
        return (pos.start, pos.end) if pos else (-1, -1)

    def position(self, start: int, end: int) -> Pos | None:
        """The place of some characters of the text at hand, for a reader's eyes."""
        if not self.encoding:
            return self.leaf(start)
        if not self.lines:
            self.lines = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        line = bisect_right(self.lines, self.starts[start])
        return Pos(line, self.starts[start] - self.lines[line - 1] + 1, *self.span(start, end))

    def byte(self, offset: int) -> int:
        """The byte at which a character of the file begins. Cheap when asked in ascending order."""
        last, byte = self.mark
        between = len(self.text[min(last, offset) : max(last, offset)].encode(self.encoding))
        self.mark = offset, byte + between if offset >= last else byte - between
        return self.mark[1]

    def leaf(self, start: int) -> Pos | None:
        """The place of the leaf that a character came from."""
        number = (bisect_right(self.leaves, self.starts[start]) - 1) // 2
        return self.positions[number] if 0 <= number < len(self.positions) else None


def _changes(stage: Stage) -> Iterator[Change]:
    """The edits of a stage as changes to the text before it."""
    shift = 0
    for edit in stage.edits:
        start = edit.at - shift
        yield Change(start, start + len(edit.before), edit.after, edit.rule)
        shift += len(edit.after) - len(edit.before)


def _spliced(starts: Offsets, ends: Offsets, changes: Iterable[Change]) -> tuple[Offsets, Offsets]:
    """Spans by character after the changes: character by character where the length is equal, else the whole span."""
    new_starts, new_ends = array("l"), array("l")
    done = 0
    for start, end, after, _, _ in changes:
        if len(after) == end - start:
            continue
        new_starts += starts[done:start]
        new_ends += ends[done:start]
        if after:
            new_starts.extend([starts[start] if start < len(starts) else ends[-1]] * len(after))
            new_ends.extend([ends[end - 1]] * len(after))
        done = end
    return new_starts + starts[done:], new_ends + ends[done:]
