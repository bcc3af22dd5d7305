"""The lines that roles are recognised on: a document's blocks, one by one, with what each says."""

from __future__ import annotations

import re

from convert.diagnostics import Report
from convert.model import Block, Document, Heading, Para, replace
from convert.model.walk import plain

_BLANK = re.compile(r"\s+")
_SAID = 40  # characters of a line that a finding quotes


class Lines:
    """A document's top-level blocks while roles are given to them. No block comes or goes but by `split`.

    `texts`: what each block says, stripped, for paragraphs and headings (empty for all else); `tight`: the same without
    white space, which typists put between the characters of a short line (附　件, 特 急).
    """

    def __init__(self, document: Document, report: Report) -> None:
        self.blocks: list[Block] = list(document.blocks)
        self.report = report
        self.texts = [_text(block) for block in self.blocks]
        self.tight = [_BLANK.sub("", text) for text in self.texts]

    def __len__(self) -> int:
        return len(self.blocks)

    def free(self, at: int) -> bool:
        """Whether the block is a paragraph with words and without a role: one that a role may be given to."""
        if not 0 <= at < len(self.blocks):
            return False
        block = self.blocks[at]
        return isinstance(block, Para) and not block.role and bool(self.texts[at])

    def role(self, at: int) -> str:
        """The role of a block; empty beyond the ends."""
        return self.blocks[at].role if 0 <= at < len(self.blocks) else ""

    def right(self, at: int) -> bool:
        """Whether the source sets the paragraph flush right."""
        block = self.blocks[at]
        return isinstance(block, Para) and block.align == "right"

    def next(self, at: int) -> int:
        """The next block that says something or is no paragraph; the number of blocks where there is none."""
        at += 1
        while at < len(self.blocks) and isinstance(self.blocks[at], Para) and not self.texts[at]:
            at += 1
        return at

    def mark(self, at: int, role: str, code: str, **args: object) -> None:
        """Give a block a role and say why: `code` is the finding, whose message has its `{text}`."""
        self.blocks[at] = replace(self.blocks[at], role=role)
        self.say(at, code, **args)

    def say(self, at: int, code: str, **args: object) -> None:
        """Report a finding about a block."""
        self.report.add(code, self.blocks[at].pos, text=shortened(self.texts[at]), **args)

    def split(self, at: int, parts: list[Block]) -> None:
        """Put several blocks in the place of one."""
        self.blocks[at : at + 1] = parts
        self.texts[at : at + 1] = [_text(part) for part in parts]
        self.tight[at : at + 1] = [_BLANK.sub("", _text(part)) for part in parts]


def shortened(text: str) -> str:
    """A line as a finding quotes it."""
    line = _BLANK.sub(" ", text)
    return line if len(line) <= _SAID else line[: _SAID - 1] + "…"


def _text(block: Block) -> str:
    return plain(block, notes=False).strip() if isinstance(block, Para | Heading) else ""
