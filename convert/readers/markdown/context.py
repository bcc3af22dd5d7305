"""What is known while one Markdown text is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import unquote

from markdown_it.token import Token

from convert.diagnostics import Pos, Report
from convert.model import Block, CodeBlock, Inline, MathBlock
from convert.reading.pictures import Pictures
from convert.reading.source import Source

_DEEPEST_CELLS = 3
_TARGET = re.compile(r"""#([^\s()<>\[\]"']+)""")
_PRIVATE = range(0xF5B17, 0xFFFFE)  # plane 15 is for private use: hardly a text has any of it


@dataclass(slots=True)
class Context:
    """One reading. `text`: what is parsed; `lines_before`: how many lines of the source stand before it; `blocks_of`:
    reads block tokens, `text_of` a text within the text.

    `environment`: what the parser's rules share; `notes`: the tokens of each footnote by its label; `used`: the labels
    that marks refer to, `open`: those that are being read. `slots`: parts of Markdown that stand within HTML, for which
    `mark` and their number stand while that is read. `captions`: what
    describes pictures, where that is more than bare words. `refers`: whether something links to a place in the text; `deep`:
    where something was nested too deeply.
    """

    source: Source
    report: Report
    pictures: Pictures
    text: str
    lines_before: int
    blocks_of: Callable[[list[Token], Context], tuple[Block, ...]]
    text_of: Callable[[str, int, Context], tuple[Block, ...]]
    environment: dict[str, Any] = field(default_factory=dict)
    notes: dict[str, list[Token]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    open: list[str] = field(default_factory=list)
    slots: list[Any] = field(default_factory=list)
    captions: dict[str, tuple[Inline, ...]] = field(default_factory=dict)
    refers: bool = False
    deep: Pos | None = None
    within: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    _mark: str = ""
    _targets: frozenset[str] | None = None

    def read_within(self, text: str, line: int) -> tuple[Block, ...]:
        """The blocks of a text that begins in a line: of a drawn cell. Cells in cells in cells stay as they are drawn."""
        if self.within >= _DEEPEST_CELLS:
            self.deep = self.deep or self.pos(line)
            return (CodeBlock(text, pos=self.pos(line)),) if text.strip() else ()
        self.within += 1
        blocks = self.text_of(text, line, self)
        self.within -= 1
        return blocks

    def pos(self, line: int) -> Pos:
        """The place of a line, which the parser counts from 0."""
        return Pos(self.lines_before + line + 1)

    def line_of(self, token: Token) -> int:
        """The line a token begins in."""
        return token.map[0] if token.map else 0

    @property
    def mark(self) -> str:
        """A character that the text does not have."""
        if not self._mark:
            self._mark = next(char for char in map(chr, _PRIVATE) if char not in self.text)
        return self._mark

    @property
    def targets(self) -> frozenset[str]:
        """What links in the text may lead to."""
        if self._targets is None:
            self._targets = frozenset(unquote(found) for found in _TARGET.findall(self.text))
        return self._targets

    def slot(self, content: Any) -> str:
        """What stands for a part of Markdown within HTML."""
        self.slots.append(content)
        return f"{self.mark}{len(self.slots) - 1}{self.mark}"


class LineEnd(NamedTuple):
    """A line's end that is kept: the next line is a paragraph of its own where there is room for one."""

    pos: Pos


Part = Inline | MathBlock | LineEnd
"""What stands in a line; a displayed formula is a block of its own where its line is a paragraph."""
