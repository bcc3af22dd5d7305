"""Stretches of HTML that go over several blocks, with Markdown in them: where each begins and ends."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markdown_it.token import Token

from convert.diagnostics import Pos
from convert.model import Block
from convert.readers.markdown.captions import with_captions
from convert.readers.markdown.context import Context
from convert.readers.markdown.html import block_html, leave_open, tags
from convert.readers.markdown.paragraphs import Made


@dataclass(slots=True)
class _Region:
    """A stretch of HTML that is open. `container`: the index of the token that began what it stands in; `first`: how
    many blocks that had before it; `names`: the elements that are open; `last`: the index of the token by which they
    must have ended; `line`: the one it begins in; `height`: how many lines its pieces take."""

    container: int
    first: int
    names: list[str]
    last: int
    pos: Pos
    line: int
    pieces: list[str | tuple[Block, ...]]
    height: int = 0

    def append(self, piece: str | tuple[Block, ...]) -> None:
        """Take HTML, or Markdown that stands in it, for which there will be one line."""
        self.pieces.append(piece)
        self.height += piece.count("\n") if isinstance(piece, str) else 1


class Regions:
    """The HTML among some block tokens."""

    def __init__(self, tokens: list[Token], context: Context) -> None:
        self._tokens, self._context = tokens, context
        self._open: list[_Region] = []
        self._containers: dict[int, int] = {}
        self._ends: dict[tuple[int, str], int] = defaultdict(lambda: -1)
        if sum(token.type == "html_block" for token in tokens) > 1:
            self._look_ahead()

    def _look_ahead(self) -> None:
        """Note for each piece of HTML what it stands in, and where there each element is ended last."""
        containers = [-1]
        for index, token in enumerate(self._tokens):
            if token.type == "html_block":
                self._containers[index] = containers[-1]
                for tag in tags(token.content):
                    if tag.is_end:
                        self._ends[containers[-1], tag.name] = index
            elif token.nesting > 0:
                containers.append(index)
            elif token.nesting < 0:
                containers.pop()

    def add(self, index: int, blocks: list[Made]) -> None:
        """Take a piece of HTML. `blocks`: those of its container, to which its own are added when they are known."""
        html, container = self._tokens[index].content, self._containers.get(index, -1)
        region = self._open[-1] if self._open and self._open[-1].container == container else None
        if region is None:
            self._begin(html, index, container, blocks)
            return
        if len(blocks) > region.first:
            region.append(with_captions(blocks[region.first :], self._context))
            del blocks[region.first :]
        region.append("\n" * (self._line(index) - region.line - region.height))  # lines stay what they are
        region.append(html)
        leave_open(html, region.names)
        if not region.names or index >= region.last:
            self._open.remove(region)
            blocks += block_html(region.pieces, self._context, region.pos)

    def _begin(self, html: str, index: int, container: int, blocks: list[Made]) -> None:
        names: list[str] = []
        leave_open(html, names)
        ended = [name for name in names if self._ends[container, name] > index]
        line = self._line(index)
        pos = self._context.pos(line)
        if ended:
            last = max(self._ends[container, name] for name in ended)
            self._open.append(_Region(container, len(blocks), ended, last, pos, line, []))
            self._open[-1].append(html)
        else:
            blocks += block_html((html,), self._context, pos)

    def _line(self, index: int) -> int:
        return self._context.line_of(self._tokens[index])
