"""Headings numbered anew, by the scheme of the style: 一、（一）1.（1）, 1.1, 第一章 (`[numbering]`, mode `auto`).

Headings that stand apart (`unnumbered`), appendices, and levels that the scheme has no numbers for keep what is typed. Headings
that run in with their text (spans `heading1` …) count with the others; as they stand in their paragraph, their number
is changed where it is typed. Attachments count from one.
"""

from __future__ import annotations

from convert.diagnostics import Pos, Report
from convert.kit.numerals import bare_number
from convert.model import Document, Heading, Node, Para, Span, Text, replace
from convert.model.build import cut, join
from convert.model.walk import plain, replace_blocks
from convert.passes.heading_numbers import is_appendix, split_heading_numbers
from convert.passes.roles.checks import UNNUMBERED
from convert.passes.roles.numbering import number_of
from convert.style.counting import HeadingNumbers

_LEVELS = 9


def number_headings(document: Document, look: HeadingNumbers, report: Report) -> Document:
    """`document` with its headings numbered as the style says. A typed number that becomes another one is reported
    (`heading-renumbered`): what the text says of it is not changed."""
    if look.mode == "keep":
        return document
    return replace_blocks(split_heading_numbers(document), _Numbering(look, report).numbered)


class _Numbering:
    """Counts headings in reading order."""

    def __init__(self, look: HeadingNumbers, report: Report) -> None:
        self._look, self._report = look, report
        self._counts = [0] * _LEVELS

    def numbered(self, node: Node) -> Node:
        match node:
            case Heading() if node.role != UNNUMBERED and not is_appendix(node.number):
                return self._heading(node)
            case Para(role="attachment-label"):
                self._counts = [0] * _LEVELS
            case Para(children=(Span() as opening, *rest)) if opening.role.startswith("heading"):
                return replace(node, children=(self._opening(opening), *rest))
        return node

    def _heading(self, heading: Heading) -> Heading:
        words = plain(heading.children, notes=False).strip()
        typed = number_of(words)
        if not self._look.pattern(heading.level) or not words or (typed and not words[typed.length :].strip()):
            return heading  # a typed number that is all it says
        number = self._next(heading.level)
        self._tell(heading.number, number, heading.pos)
        return replace(heading, number=number)

    def _opening(self, span: Span) -> Span:
        level = int(span.role.removeprefix("heading") or 0)
        said = plain(span.children, notes=False)
        typed = number_of(said)
        words = cut(span.children, typed.length) if typed else None
        if typed is None or words is None or not 0 < level <= _LEVELS or not self._look.pattern(level):
            return span
        number = self._next(level)
        self._tell(said[: typed.length], number, span.pos)
        return replace(span, children=join((Text(number), *words)))

    def _next(self, level: int) -> str:
        """The next number of a level. Levels above that have none yet are at their first, as in Word."""
        self._counts[level - 1] += 1
        self._counts[: level - 1] = [count or 1 for count in self._counts[: level - 1]]
        self._counts[level:] = [0] * (_LEVELS - level)
        return self._look.number(level, self._counts)

    def _tell(self, typed: str, number: str, pos: Pos | None) -> None:
        before, after = bare_number(typed), bare_number(number)
        if before and before != after:
            self._report.add("heading-renumbered", pos, before=before, after=after)
