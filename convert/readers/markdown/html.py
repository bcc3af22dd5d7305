"""HTML within Markdown: read by the reader of HTML, with the Markdown that stands in it put back into its place.

An element may begin in one piece of HTML and end in a later one, with Markdown between (`<details>`, `<div align=…>`,
a cell of a table). What is between is replaced by a paragraph with a mark; the whole is read as HTML; the marks become
what they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from convert.diagnostics import Pos
from convert.model import Block, Document, Figure, Group, Inline, Node, Para, Raw, Span, Text, replace
from convert.model.base import field_values
from convert.model.build import join
from convert.model.walk import plain, replace_nodes
from convert.readers.markdown.context import Context

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})  # fmt: skip
"""Elements without content (HTML standard §13.1.2)."""

_RAW_TEXT = r"(?:script|style|textarea|title|xmp)"
_PIECE = re.compile(
    rf"<!--.*?(?:-->|\Z)|<({_RAW_TEXT})\b.*?(?:</\1\s*>|\Z)|<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(?P<closed>/?)>",
    re.DOTALL | re.IGNORECASE,
)
_NAMED = re.compile(r"""\b(?:id|name)\s*=\s*(?:"([^"<>]+)"|'([^'<>]+)'|([^\s"'<>=]+))""", re.IGNORECASE)
_UNFINISHED = re.compile(r"<[A-Za-z/][^<>]*\Z")


class Tag(NamedTuple):
    """A tag: its element's name in lower case, and whether it ends the element."""

    name: str
    is_end: bool


def tags(html: str) -> Iterator[Tag]:
    """The tags of elements that have content, in order."""
    for found in _PIECE.finditer(html):
        name = (found["name"] or "").lower()
        if name and not found["closed"] and name not in VOID:
            yield Tag(name, bool(found["end"]))


def leave_open(html: str, names: list[str]) -> None:
    """Bring `names`, the elements that are open before a piece of HTML, outermost first, to where they are after it."""
    for tag in tags(html):
        if not tag.is_end:
            names.append(tag.name)
        elif tag.name in names:
            while names.pop() != tag.name:
                pass


def block_html(pieces: Sequence[str | tuple[Block, ...]], context: Context, pos: Pos | None) -> tuple[Block, ...]:
    """The blocks of pieces of HTML and the Markdown between them."""
    first = len(context.slots)
    html = "".join(piece if isinstance(piece, str) else f"<p>{context.slot(piece)}</p>\n" for piece in pieces)
    blocks = _read(html, context, pos)
    if first == len(context.slots):
        return blocks
    filling = _Filling(context)
    blocks = replace_nodes(Document(blocks), filling.paragraph).blocks
    if len(filling.done) < len(context.slots) - first:
        blocks = replace_nodes(Document(blocks), filling.words).blocks
    lost = (slot for number, slot in enumerate(context.slots[first:], first) if number not in filling.done)
    return (*blocks, *chain.from_iterable(lost))


def inline_html(html: str, context: Context, pos: Pos | None) -> Iterator[Inline]:
    """What a piece of HTML within a line is; slots stand for Markdown in it."""
    from convert.reading.html.words import words_of

    edge = context.mark * 2  # keeps the space at both ends
    words = words_of(_read(f"{edge}{html}{edge}", context, pos))
    filled = replace_nodes(Span(words), _Filling(context).words)
    assert isinstance(filled, Span)
    yield from filled.children


def _read(html: str, context: Context, pos: Pos | None) -> tuple[Block, ...]:
    """The blocks of HTML. The reader of HTML keeps the names that links in it mean: so there is one for each that the
    text may refer to. A tag that does not end is `Raw`."""
    from convert.reading.html import blocks_of

    cut = _UNFINISHED.search(html)
    rest = () if cut is None else (Raw("html", html[cut.start() :], pos=pos),)
    html = html if cut is None else html[: cut.start()]
    context.counts["comment"] += html.count("<!") + html.count("<?")
    found = ("".join(groups) for groups in _NAMED.findall(html))
    names = "".join(f'<a href="#{name}"></a>' for name in found if name in context.targets)
    return (*blocks_of(html + names, context.source, context.report, context.pictures, pos), *rest)


class _Filling:
    """Puts what slots stand for into their places. `done`: the slots that had one."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.done: set[int] = set()

    def paragraph(self, node: Node) -> Node | tuple[Node, ...]:
        """Blocks for a paragraph that is nothing but a slot. A figure of Markdown in one of HTML is that."""
        if isinstance(node, Figure) and node.caption:
            return replace(node, children=tuple(chain.from_iterable(map(_without_caption, node.children))))
        if not isinstance(node, Para):
            return node
        words, mark = plain(node), self._context.mark
        if len(words) < 3 or words[0] != mark or words[-1] != mark or not words[1:-1].isdecimal():
            return node
        self.done.add(int(words[1:-1]))
        blocks: tuple[Block, ...] = self._context.slots[int(words[1:-1])]
        if node.align:
            blocks = tuple(_aligned(block, node) for block in blocks)
        if node.id and blocks:
            blocks = (replace(blocks[0], id=blocks[0].id or node.id), *blocks[1:])
        return blocks

    def words(self, node: Node) -> Node | tuple[Node, ...]:
        """Words for slots within words; of blocks, where only words can stand, what they say."""
        if isinstance(node, Text) and self._context.mark in node.text:
            return join(self._inlines(node))
        return self._plain(node)

    def _plain(self, node: Node) -> Node:
        """Words for slots in code, in what describes a picture and the like."""
        mark = self._context.mark
        changes = {
            name: plain(tuple(self._inlines(Text(value))))
            for name, value in field_values(node)
            if isinstance(value, str) and mark in value
        }
        return replace(node, **changes) if changes else node

    def _inlines(self, node: Text) -> Iterator[Inline]:
        from convert.reading.html.words import words_of

        for number, piece in enumerate(node.text.split(self._context.mark)):
            if not piece:
                continue
            if number % 2 == 0:
                yield replace(node, text=piece)
                continue
            self.done.add(int(piece))
            content = self._context.slots[int(piece)]
            yield from words_of(content) if isinstance(content[0], Block) else content


def _without_caption(block: Block) -> tuple[Block, ...]:
    return block.children if isinstance(block, Figure) else (block,)


def _aligned(block: Block, place: Para) -> Block:
    match block:
        case Para() if not block.align:
            return replace(block, align=place.align)
        case Group():
            return replace(block, children=tuple(_aligned(child, place) for child in block.children))
        case _:
            return block
