"""The finished files of the fixtures, each made once."""

from __future__ import annotations

import functools

from convert.config import Options
from convert.diagnostics import Diagnostic, Report
from convert.layout.composition import Composition
from convert.pipeline import compose, read_document, write_document
from tests.official.fixtures import FOLDER, read_fixture

FORMATS = ("pdf", "docx", "epub")


@functools.cache
def files_of(name: str) -> dict[str, bytes]:
    """A fixture's files by format, in the bundled faces."""
    made = composition_of(name)
    return {format: write_document(made, format) for format in FORMATS}


def findings_of(name: str) -> list[Diagnostic]:
    """What the conversion told."""
    files_of(name)
    return composition_of(name).report.folded()


@functools.cache
def composition_of(name: str) -> Composition:
    """A fixture, made ready to print."""
    fixture, file = read_fixture(name), f"{name}.md"
    options = Options(fonts="bundled", style=fixture.rules.style, settings=fixture.rules.set)
    report = Report(file)
    document = read_document(fixture.source.encode(), file, options, report, FOLDER)
    return compose(document, file, options, report, FORMATS)
