"""Where the elements of an official document stand among its blocks (GB/T 9704-2012 cl. 7.1)."""

from __future__ import annotations

from collections.abc import Sequence

from convert.kit.dates import complete_date
from convert.model import Block, Document, Group, PageBreak, Para, Rule
from convert.model.walk import nodes, plain
from convert.passes import wording

_ATTACHED = frozenset({"attachment-label", "attachment-title", "attachment"})
"""Roles that begin what is attached, below the text and who signs it."""
_IMPRINT = frozenset({"cc", "printing", "imprint", "imprint-recipient"})
"""Roles of the imprint: it stands there, too, where nothing but attachments follows it."""
_BYLINE = "byline"
_SIGNING = frozenset({"signing", "signature", "date", "annotation"})


def end_of_signing(blocks: Sequence[Block]) -> int:
    """Where the text and who signs it end: before attachments and imprint, or what stands at the very end (撰稿人)."""
    end = next((at for at, block in enumerate(blocks) if _is(block, _ATTACHED)), len(blocks))
    while end and (_stands_beside(blocks[end - 1]) or _is(blocks[end - 1], _IMPRINT)):
        end -= 1
    return end


def end_of_text(blocks: Sequence[Block]) -> int:
    """Where the text ends: before who signs it."""
    end = end_of_signing(blocks)
    while end and blocks[end - 1].role in _SIGNING:
        end -= 1
    return end


def says_signature(document: Document, names: Sequence[str], date: str) -> bool:
    """Whether paragraphs of the text, in a list or before what is attached, are the names and the date of a signature,
    whether or not they are known as one."""
    said = {_bare(plain(node, notes=False)) for node in nodes(document, notes=False) if _may_sign(node)}
    return bool(names and date) and {_bare(words) for words in (*names, date)} <= said


def _may_sign(node: object) -> bool:
    return isinstance(node, Para) and node.role in ("", *_SIGNING)


def _bare(words: str) -> str:
    """Words without white space; a date as it is officially written."""
    tight = wording.tight(words)
    return wording.tight(wording.official_date(tight)) if complete_date(tight) else tight


def _stands_beside(block: Block) -> bool:
    return isinstance(block, PageBreak | Rule) or block.role == _BYLINE


def _is(block: Block, roles: frozenset[str]) -> bool:
    """Whether it has such a role, or is a group (of pages across) that begins with one that has."""
    if block.role in roles:
        return True
    return isinstance(block, Group) and bool(block.children) and _is(block.children[0], roles)
