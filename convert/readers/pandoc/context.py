"""What the parts of the reader share: what was made so far, where we are, and how pieces join."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from convert.diagnostics import Pos, Report
from convert.kit.cjk import has_east_asian
from convert.model import Block, Inline, LineBreak, Math, MathBlock, Node, Para, Text, replace
from convert.model.build import join
from convert.model.walk import nodes, replace_nodes
from convert.readers.pandoc.markup import Linear, assembled_blocks, assembled_line
from convert.reading.pictures import Pictures
from convert.reading.source import Source

SOFT_BREAK = "\n"
"""Stands in a text for a line's end that is no break, until its neighbours tell whether it is a space."""

_SOFT_BREAK = re.compile("[ \t]*\n[ \t\n]*")


class Context:
    """One document that is being read.

    Nodes are converted innermost first, in the order of the document, so that nothing here recurses: `made` keeps, by
    the identity of a JSON node, what became of it, for its parent to take. `pos` is that of the block at hand; `decided`
    counts tracked changes, `insertion` and `deletion`.
    """

    def __init__(self, source: Source, report: Report) -> None:
        self.report = report
        self._source = source
        self.pictures = Pictures(source, report)
        self.changes, self.limits = source.changes, source.limits
        self.pos: Pos | None = None
        self.made: dict[int, Any] = {}
        self.decided: Counter[str] = Counter()

    def blocks(self, values: list[Any]) -> tuple[Block, ...]:
        """What became of a list of blocks."""
        parts = tuple(chain.from_iterable(self.made[id(value)] for value in values))
        return assembled_blocks(parts, self._read_html, self.report)

    def inlines(self, values: list[Any]) -> tuple[Inline, ...]:
        """What became of a list of inlines, in normal form."""
        parts = self.line(values)
        return tuple(Math(part.tex, pos=part.pos) if isinstance(part, MathBlock) else part for part in parts)

    def line(self, values: list[Any]) -> tuple[Linear, ...]:
        """Like `inlines`, with displayed formulas as the blocks that they are to become."""
        parts = tuple(chain.from_iterable(self.made[id(value)] for value in values))
        return _joined(_without_soft_breaks(_joined(assembled_line(parts, self._read_html, self.report))))

    def _read_html(self, fragment: str, report: Report) -> tuple[Block, ...]:
        """The blocks of a fragment. They are where we are: its own lines are not those of the source."""
        from convert.reading.html import blocks_of

        found = blocks_of(fragment, self._source, report, self.pictures)
        return tuple(_placed(block, self.pos) for block in found)

    def paragraphs(self, values: list[Any]) -> tuple[Block, ...]:
        """A paragraph; a displayed formula within it stands between two."""
        line = self.line(values)
        if not any(isinstance(part, MathBlock) for part in line):
            return (Para(line, pos=self.pos),)  # type: ignore[arg-type]
        return tuple(self._split(line))

    def report_decided(self) -> None:
        """Tell of tracked changes, if there were any."""
        if self.decided:
            self.report.add(
                "docx-changes",
                changes=f"{self.changes}ed",
                added=self.decided["insertion"],
                removed=self.decided["deletion"],
            )

    def _split(self, line: tuple[Linear, ...]) -> Iterator[Block]:
        words: list[Inline] = []
        for part in (*line, None):
            if part is not None and not isinstance(part, MathBlock):
                words.append(part)
                continue
            if stripped := _stripped(words):
                yield Para(stripped, pos=self.pos)
            words = []
            if part is not None:
                yield replace(part, pos=self.pos)


def _joined(parts: Iterable[Linear]) -> tuple[Linear, ...]:
    return join(parts)  # type: ignore[arg-type]  # formulas pass through


def _placed(block: Block, pos: Pos | None) -> Block:
    """The block and all within it at one place."""
    moved: Block = replace_nodes(block, lambda node: replace(node, pos=pos) if node.pos else node)
    return replace(moved, pos=pos)


def _stripped(words: list[Inline]) -> tuple[Inline, ...]:
    """The words without the spaces and breaks that set them off from a formula."""
    for end in (0, -1):
        while words and (isinstance(words[end], LineBreak) or _is_blank(words[end])):
            del words[end]
        if words and isinstance(word := words[end], Text):
            words[end] = replace(word, text=word.text.lstrip(" ") if end == 0 else word.text.rstrip(" "))
    return tuple(words)


def _is_blank(node: Inline) -> bool:
    return isinstance(node, Text) and not node.text.strip(" ")


def _without_soft_breaks(parts: tuple[Linear, ...]) -> Iterator[Linear]:
    for n, part in enumerate(parts):
        if not isinstance(part, Text) or SOFT_BREAK not in part.text:
            yield part
            continue
        before = _edge(parts[n - 1], -1) if n else ""
        after = _edge(parts[n + 1], 0) if n + 1 < len(parts) else ""
        yield replace(part, text=join_lines(part.text, before, after))


def join_lines(text: str, before: str = "", after: str = "") -> str:
    """The text with a space for each line's end, or nothing between two East Asian characters."""

    def joint(found: re.Match[str]) -> str:
        left = found.string[found.start() - 1] if found.start() else before
        right = found.string[found.end()] if found.end() < len(found.string) else after
        return "" if left and right and has_east_asian(left) and has_east_asian(right) else " "

    return _SOFT_BREAK.sub(joint, text)


def _edge(node: Node, end: int) -> str:
    """The first or last character of a node's text; empty where it has none."""
    texts = [leaf.text for leaf in nodes(node, notes=False) if isinstance(leaf, Text)]
    return texts[end][end] if texts else ""
