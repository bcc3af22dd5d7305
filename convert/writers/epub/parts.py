"""Where a book is cut into content documents."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from convert.model import Block, Document, Heading, Para
from convert.model.walk import plain

LONG = 30_000
"""Characters: what is longer is cut at its chapters. About 40 pages; reading systems open files of some 100 kB at once."""

_TITLE_BLOCK = ("title", "subtitle")


class Part(NamedTuple):
    """One content document: its file and blocks. `heading`: its chapter's text, "" for none."""

    file: str
    heading: str
    blocks: tuple[Block, ...]


def title_block(document: Document) -> tuple[Block, ...]:
    """What goes on the title page: the title that opens the document, with the subtitles that follow it."""
    blocks = document.blocks
    end = 0
    while end < len(blocks) and isinstance(blocks[end], Para) and blocks[end].role in _TITLE_BLOCK:
        end += 1
    return blocks[:end] if any(block.role == "title" for block in blocks[:end]) else ()


def parts(blocks: tuple[Block, ...]) -> list[Part]:
    """The content documents for `blocks`: one, or, where they are longer than `LONG` characters, one for each heading
    of the highest level that stands among them and one for what comes before the first."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    if not levels or len(plain(blocks)) <= LONG:
        return [Part("content-1.xhtml", "", blocks)]
    top = min(levels)
    starts = [i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.level == top]
    bounds = [0, *(start for start in starts if start), len(blocks)]
    cuts = [blocks[a:b] for a, b in pairwise(bounds) if a < b]
    return [Part(f"content-{n}.xhtml", _heading(cut), cut) for n, cut in enumerate(cuts, 1)]


def _heading(blocks: tuple[Block, ...]) -> str:
    first = blocks[0]
    return f"{first.number}{plain(first.children, notes=False)}".strip() if isinstance(first, Heading) else ""
