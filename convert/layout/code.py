"""Code as text with looks."""

from __future__ import annotations

from convert.kit.highlight import code_pieces
from convert.model import CodeBlock, Text

TAB = 4
"""Cells from one tab stop to the next."""
WRAPPED = "»"
"""What stands before the rest of a line that was cut: it is not part of the text."""


def code_inlines(block: CodeBlock) -> tuple[Text, ...]:
    """The text of code, each part with the role of its kind: `code-keyword`, `code-name`, `code-string`, `code-number`,
    `code-comment`. Line ends and tabs are in it."""
    pieces = code_pieces(block.text.replace("\r\n", "\n"), block.language)
    return tuple(Text(text, role=f"code-{kind}" if kind else "") for kind, text in pieces if text)
