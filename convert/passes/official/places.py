"""Where the elements of an official document stand among its blocks (GB/T 9704-2012 cl. 7.1)."""

from __future__ import annotations

from collections.abc import Sequence

from convert.model import Block, Group, PageBreak, Rule

_BELOW = frozenset(
    {"attachment-label", "attachment-title", "cc", "printing", "attachment", "imprint", "imprint-recipient"}
)
"""Roles of what stands below the text and who signs it."""
_BYLINE = "byline"
_SIGNING = frozenset({"signing", "signature", "date", "annotation"})


def end_of_signing(blocks: Sequence[Block]) -> int:
    """Where the text and who signs it end: before attachments and imprint, or what stands at the very end (撰稿人)."""
    end = next((at for at, block in enumerate(blocks) if _is_below(block)), len(blocks))
    while end and (isinstance(blocks[end - 1], PageBreak | Rule) or blocks[end - 1].role == _BYLINE):
        end -= 1
    return end


def end_of_text(blocks: Sequence[Block]) -> int:
    """Where the text ends: before who signs it."""
    end = end_of_signing(blocks)
    while end and blocks[end - 1].role in _SIGNING:
        end -= 1
    return end


def _is_below(block: Block) -> bool:
    """Whether it is such an element, or a group (of pages across) that begins with one."""
    if block.role in _BELOW:
        return True
    return isinstance(block, Group) and bool(block.children) and _is_below(block.children[0])
