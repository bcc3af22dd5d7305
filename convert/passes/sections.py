"""Groups that stand on pages of their own, where there can be such pages."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.layout.sections import begins_section
from convert.model import Cell, Document, Node, Note, replace
from convert.model.walk import nodes, replace_nodes


def keep_sections_out(document: Document, report: Report) -> Document:
    """`document` without sections in cells and notes: their blocks stay where they are, which is reported."""
    if not any(map(begins_section, nodes(document))):
        return document

    def unsectioned(node: Node) -> Node:
        if not begins_section(node):
            return node
        report.add("section-nested", node.pos, role=node.role)
        return replace(node, role="")

    def cleared(node: Node) -> Node:
        return replace_nodes(node, unsectioned) if isinstance(node, Cell | Note) else node

    return replace_nodes(document, cleared)
