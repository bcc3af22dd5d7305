"""Real reports, converted to DOCX and read again."""

from __future__ import annotations

import difflib
from pathlib import Path

from convert.config import Options
from convert.diagnostics import Report
from convert.pipeline import compose, read_document
from tests.conformance.rereading import normal_form, reread

BUNDLED = Options(fonts="bundled")


def differences(path: Path) -> list[str]:
    """The first lines in which what is read again from our DOCX of a report is not what was written; none if it is."""
    report = Report(path.name)
    made = compose(
        read_document(path.read_bytes(), path.name, BUNDLED, report, path.parent), path.name, BUNDLED, report
    )
    wanted, found = normal_form(made.document, made.sheet), normal_form(reread(made), made.sheet)
    return list(difflib.unified_diff(wanted, found, lineterm="", n=2))[:12]
