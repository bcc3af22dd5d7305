"""Roles that the style does not know."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.model import Document
from convert.model.build import para
from convert.passes.roles import check_roles
from convert.style.compute import read_sheet


def test_unknown_roles_are_reported_with_the_nearest_name() -> None:
    report = Report("test")
    check_roles(Document((para("甲", role="recipiant"), para("乙", role="byline"))), read_sheet("gbt9704"), report)
    assert [(d.code, d.args) for d in report.diagnostics] == [
        ("role-unknown", {"role": "recipiant", "near": "recipient"})
    ]
