"""Levels of headings: where the first level went to the title, the others move up."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.model import Block, Document, Heading, Node, Para, replace
from convert.model.walk import nodes, replace_nodes


def raise_levels(blocks: tuple[Block, ...], report: Report) -> tuple[Block, ...]:
    """The blocks with their highest headings on level 1, where they have a title above them and no heading of that
    level: who sets the title as the only heading 1 begins the text with heading 2. It is a finding
    (`docx-levels-raised`)."""
    levels = [node.level for node in nodes(blocks) if isinstance(node, Heading)]
    step = min(levels, default=1) - 1
    if not step or not any(isinstance(block, Para) and block.role == "title" for block in blocks):
        return blocks

    def raised(node: Node) -> Node:
        return replace(node, level=node.level - step) if isinstance(node, Heading) else node

    report.add("docx-levels-raised", next(n.pos for n in nodes(blocks) if isinstance(n, Heading)), level=step + 1)
    return replace_nodes(Document(blocks), raised).blocks
