"""Groups that stand on pages of their own, where there can be such pages."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.layout.foot import at_foot
from convert.layout.sections import begins_section
from convert.model import Cell, Document, Group, Node, Note, Quote, replace
from convert.model.walk import nodes, replace_nodes
from convert.style.sheet import Sheet


def keep_sections_out(document: Document, sheet: Sheet, report: Report) -> Document:
    """`document` without sections in cells, boxes, notes and at the foot of pages: their blocks stay where they are, which is reported."""
    if not any(map(begins_section, nodes(document))):
        return document

    def unsectioned(node: Node) -> Node:
        if not begins_section(node):
            return node
        report.add("section-nested", node.pos, role=node.role)
        return replace(node, role="")

    def cleared(node: Node) -> Node:
        closed = isinstance(node, Cell | Note) or at_foot(node, sheet)
        closed = closed or (isinstance(node, Quote | Group) and bool(sheet.box_role(node)))
        return replace_nodes(node, unsectioned) if closed else node

    return replace_nodes(document, cleared)
