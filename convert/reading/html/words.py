"""The words of blocks on one line: for headings, terms and captions, which hold no blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from convert.model import (
    Block,
    Code,
    CodeBlock,
    Figure,
    Group,
    Heading,
    Inline,
    LineBreak,
    List,
    Math,
    MathBlock,
    PageBreak,
    Para,
    Quote,
    Raw,
    Rule,
    Strong,
    Table,
    Toc,
)
from convert.model.build import join


def words_of(blocks: Iterable[Block]) -> tuple[Inline, ...]:
    """Everything readable in the blocks, line breaks between them."""
    made: list[Inline] = []
    for words in _lines(blocks):
        if words:
            made += [LineBreak()] * bool(made)
            made += words
    return join(made)


def without_strong(words: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The words of a title or heading without the strength that all of them have: what a heading looks like is the
    style's."""
    while len(words) == 1 and isinstance(words[0], Strong) and not words[0].id:
        words = words[0].children
    return words


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        match block:
            case Para() | Heading():
                yield block.children
            case CodeBlock():
                yield (Code(block.text, pos=block.pos),)
            case MathBlock():
                yield (Math(block.tex, block.mathml, pos=block.pos),)
            case List():
                yield from _item_lines(block)
            case Table():
                yield from _table_lines(block)
            case Figure():
                yield from _lines(block.children)
                yield block.caption
            case Quote() | Group() | Toc():
                yield from _lines(block.children)
            case Raw():
                yield (block,)
            case PageBreak() | Rule():
                pass


def _table_lines(table: Table) -> Iterator[tuple[Inline, ...]]:
    yield table.caption
    for row in (*table.head, *table.body):
        for cell in row.cells:
            yield from _lines(cell.children)
    yield from _lines(table.notes)


def _item_lines(block: List) -> Iterator[tuple[Inline, ...]]:
    for item in block.items:
        yield item.term
        yield from _lines(item.children)
