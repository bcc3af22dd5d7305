"""Reads a fragment, for tests."""

from __future__ import annotations

from pathlib import Path

from convert.diagnostics import Pos, Report
from convert.model import Document
from convert.model.dump import dump
from convert.reading.html import blocks_of
from convert.reading.pictures import Pictures
from convert.reading.source import Source


def document(
    fragment: str, report: Report | None = None, pos: Pos | None = None, folder: Path | None = None
) -> Document:
    """The blocks of a fragment."""
    report = report or Report()
    source = Source(b"", folder=folder)
    pictures = Pictures(source, report)
    return Document(blocks_of(fragment, source, report, pictures, pos), media=pictures.media)


def dumped(fragment: str) -> str:
    """The blocks of a fragment as `triptych inspect` prints them."""
    return dump(document(fragment))
