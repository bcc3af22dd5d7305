"""Where a book is cut into content documents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from convert.layout.sections import COVER
from convert.model import Block, Document, Group, Heading, Para, Table, replace
from convert.model.walk import plain
from convert.writers.epub.longtables import pieces

LONG = 30_000
"""Characters: what is longer is cut at its chapters. About 40 pages; reading systems open files of some 100 kB at once."""

_TITLE_BLOCK = ("title", "subtitle")


class Part(NamedTuple):
    """One content document: its file and blocks. `heading`: its chapter's text, "" for none; `goes_on`: it begins with more
    of the table that ends the one before."""

    file: str
    heading: str
    blocks: tuple[Block, ...]
    goes_on: bool = False


def title_block(document: Document) -> tuple[Block, ...]:
    """What goes on the title page: the cover, or the title that opens the document with the subtitles that follow it."""
    blocks = document.blocks
    if blocks and isinstance(blocks[0], Group) and blocks[0].role == COVER:
        return blocks[:1]
    end = 0
    while end < len(blocks) and isinstance(blocks[end], Para) and blocks[end].role in _TITLE_BLOCK:
        end += 1
    return blocks[:end] if any(block.role == "title" for block in blocks[:end]) else ()


def parts(blocks: tuple[Block, ...]) -> list[Part]:
    """The content documents for `blocks`: one, or, where they are longer than `LONG` characters, one for each heading
    of the highest level that stands among them and one for what comes before the first; tables that are much longer are
    cut as well."""
    if len(plain(blocks)) <= LONG:
        return [Part("content-1.xhtml", "", blocks)]
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    top = min(levels, default=0)
    starts = [i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.level == top]
    bounds = [0, *(start for start in starts if start), len(blocks)]
    chapters = [blocks[a:b] for a, b in pairwise(bounds) if a < b]
    cuts = [(cut, n > 0) for chapter in chapters for n, cut in enumerate(_cut(chapter))]
    return [Part(f"content-{n}.xhtml", _heading(cut), cut, goes_on) for n, (cut, goes_on) in enumerate(cuts, 1)]


def _cut(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """A chapter, cut within its long tables."""
    waiting: list[Block] = []
    for block in blocks:
        first, *more = _pieces(block)
        waiting.append(first)
        for piece in more:
            yield tuple(waiting)
            waiting = [piece]
    yield tuple(waiting)


def _pieces(block: Block) -> Iterator[Block]:
    match block:
        case Table():
            yield from pieces(block, LONG)
        case Group(children=(Table() as table,)):
            for n, piece in enumerate(pieces(table, LONG)):
                yield replace(block, children=(piece,), id="" if n else block.id)
        case _:
            yield block


def _heading(blocks: tuple[Block, ...]) -> str:
    first = blocks[0]
    return f"{first.number}{plain(first.children, notes=False)}".strip() if isinstance(first, Heading) else ""
