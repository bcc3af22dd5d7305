"""The finished files of the fixtures, each made once."""

from __future__ import annotations

import functools

from convert.config import Options
from convert.diagnostics import Diagnostic, Report
from convert.pipeline import convert_bytes
from tests.official.fixtures import FOLDER, read_fixture

FORMATS = ("pdf", "docx", "epub")


def files_of(name: str) -> dict[str, bytes]:
    """A fixture's files by format, in the bundled faces."""
    return _made(name)[0]


def findings_of(name: str) -> list[Diagnostic]:
    """What the conversion told."""
    return _made(name)[1]


@functools.cache
def _made(name: str) -> tuple[dict[str, bytes], list[Diagnostic]]:
    fixture = read_fixture(name)
    options = Options(fonts="bundled", style=fixture.rules.style, settings=fixture.rules.set)
    report = Report(f"{name}.md")
    made = convert_bytes(fixture.source.encode(), f"{name}.md", FORMATS, options, report, FOLDER)
    return made, report.folded()
