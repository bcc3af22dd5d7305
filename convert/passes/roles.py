"""Official elements as roles: recognise headings in bare text, and check that every role is one of the style's."""

from __future__ import annotations

import difflib
import re

from convert.diagnostics import Report
from convert.model import Block, Document, Heading, Node, Para, replace
from convert.model.walk import nodes, plain
from convert.style.sheet import Sheet

BALANCE = "balance"
"""Role of a line break that was chosen for looks."""

_LONGEST_HEADING = 40  # characters: longer than a line and a half it is a sentence
_NUMBERED = ((1, re.compile(r"([一二三四五六七八九十]+)、")), (2, re.compile(r"（([一二三四五六七八九十]+)）")))
_ENDS_A_SENTENCE = frozenset("。；，：、！？…;,:.")


def recognise_roles(document: Document, report: Report) -> Document:
    """Headings of bare text, by GB/T 9704-2012 cl. 7.3.3: `一、` is level 1, `（一）` level 2.

    Only where the document has no heading yet, and only for paragraphs of their own: short, without a role, without
    a full stop. A level counts only if its first number is 一. Each guess is a diagnostic.
    """
    if any(isinstance(node, Heading) for node in nodes(document)):
        return document
    started: set[int] = set()
    blocks: list[Block] = []
    for block in document.blocks:
        level, number = _numbered(block)
        if level and (number == "一" or level in started):
            started.add(level)
            assert isinstance(block, Para)
            report.add("heading-recognised", block.pos, text=plain(block), level=level)
            block = Heading(block.children, level, id=block.id, lang=block.lang, pos=block.pos)
        blocks.append(block)
    return replace(document, blocks=tuple(blocks)) if started else document


def _numbered(block: Block) -> tuple[int, str]:
    """The heading level and number that a block's first characters claim; (0, "") for none."""
    if not isinstance(block, Para) or block.role:
        return 0, ""
    text = plain(block).strip()
    if not text or len(text) > _LONGEST_HEADING or text[-1] in _ENDS_A_SENTENCE or "。" in text:
        return 0, ""
    return next(((level, m.group(1)) for level, pattern in _NUMBERED if (m := pattern.match(text))), (0, ""))


def check_roles(document: Document, sheet: Sheet, report: Report) -> None:
    """Report the roles that the style does not have, each with the nearest one it has. Nothing is changed: writers
    print what has an unknown role as if it had none."""
    known = {*sheet.roles, *sheet.spans, BALANCE}
    for node in nodes(document):
        if node.role and node.role not in known:
            _report_role(node, sorted(known), report)


def _report_role(node: Node, known: list[str], report: Report) -> None:
    near = difflib.get_close_matches(node.role, known, n=1, cutoff=0)
    report.add("role-unknown", node.pos, role=node.role, near=near[0])
