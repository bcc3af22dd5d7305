"""Which numbered lines count: those whose numbers follow each other, run by run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from convert.model import Heading
from convert.passes.roles.lines import Lines
from convert.passes.roles.numbering import Kind, Number, Shape, number_of, shape_of

CHAPTERS = frozenset[Kind]({"part", "subpart", "chapter", "section"})
"""The kinds of laws that hold articles."""
_ANYWHERE = CHAPTERS | {"article"}  # an excerpt of a law may begin with any of these


@dataclass(slots=True)
class Item:
    """A numbered line. `length`: of its heading in characters; `level`: of a heading that the source marks, else 0;
    `within`: of the source's last heading before it; `article`: it stands below an article."""

    at: int
    number: Number
    shape: Shape
    length: int
    level: int
    within: int
    article: bool = False


@dataclass(slots=True)
class Run:
    """Items of one kind that count on below one parent."""

    rank: int
    items: list[Item] = field(default_factory=list)


def numbered_lines(lines: Lines) -> Iterator[Item]:
    """The numbered lines, headings of the source among them, without those of a table of contents."""
    within = 0
    contents = _contents(lines)
    for at, text in enumerate(lines.texts):
        block = lines.blocks[at]
        level = block.level if isinstance(block, Heading) else 0
        number = number_of(block.number if isinstance(block, Heading) and block.number else text)
        if number and at not in contents and (level or lines.free(at)):
            shape, length = shape_of(text, number)
            yield Item(at, number, "alone" if level else shape, length, level, within)
        within = level or within


def _contents(lines: Lines) -> frozenset[int]:
    """The lines between 目录 and the line that the first of them repeats."""
    for at, words in enumerate(lines.tight):
        if words in ("目录", "目次"):
            first = lines.next(at)
            entry = lines.tight[first] if first < len(lines) else ""
            for end in range(first + 1, len(lines) if entry else 0):
                if lines.tight[end] == entry:
                    return frozenset(range(first, end))
    return frozenset()


def runs(lines: Lines, items: list[Item], ranks: dict[Kind, int]) -> Iterator[Run]:
    """The items that count, run by run. A heading without a number and an attachment begin anew."""
    last: dict[Kind, int] = {}
    stack: list[Run] = []
    at = 0
    starts = _starts(items)
    for item in items:
        for between in range(at, item.at):
            if isinstance(lines.blocks[between], Heading):
                stack.clear()
            elif lines.role(between) == "attachment-label":
                stack.clear()
                last.clear()
        at = item.at + 1
        kind, value, _ = item.number
        counts = value in (1, last.get(kind, 0) + 1) or (kind in last and _slip(item, last[kind]))
        if not (item.level or counts or item.at in starts):
            continue
        rank = ranks[kind]
        while stack and (stack[-1].rank > rank or (stack[-1].rank == rank and value == 1)):
            stack.pop()
        item.article = any(run.items[0].number.kind == "article" for run in stack if run.rank < rank)
        if not stack or stack[-1].rank < rank:
            stack.append(Run(rank))
            yield stack[-1]
        stack[-1].items.append(item)
        last[kind] = value


def _slip(item: Item, last: int) -> bool:
    """Whether a number that repeats or leaves out one may still be the next, counted wrongly."""
    return item.shape != "other" and item.number.value in (last, last + 2)


def _starts(items: list[Item]) -> set[int]:
    """Where excerpts of laws begin to count: the next number of the kind follows."""
    following: dict[Kind, int] = {}
    starts = set()
    for item in reversed(items):
        kind, value, _ = item.number
        if kind in _ANYWHERE and following.get(kind) == value + 1:
            starts.add(item.at)
        following[kind] = value
    return starts
