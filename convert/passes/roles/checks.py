"""Check that every role of a document is one of the style's."""

from __future__ import annotations

import difflib

from convert.diagnostics import Report
from convert.model import Document, Node
from convert.model.walk import nodes
from convert.style.sheet import Sheet

BALANCE = "balance"
"""Role of a line break that was chosen for looks."""
UNNUMBERED = "unnumbered"
"""Role of a heading that gets no number."""


def check_roles(document: Document, sheet: Sheet, report: Report) -> None:
    """Report the roles that the style does not have, each with the nearest one it has. Nothing is changed: writers
    print what has an unknown role as if it had none."""
    known = {*sheet.roles, *sheet.spans, *sheet.tables.looks, *sheet.rules, BALANCE, UNNUMBERED}
    for node in nodes(document):
        if node.role and node.role not in known:
            _report_role(node, sorted(known), report)


def _report_role(node: Node, known: list[str], report: Report) -> None:
    near = difflib.get_close_matches(node.role, known, n=1, cutoff=0)
    report.add("role-unknown", node.pos, role=node.role, near=near[0])
