"""Read Triptych's own JSON form of a document."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.model import Document
from convert.model.json import decode
from convert.reading.source import Source


def read(source: Source, report: Report) -> Document:
    """The document in `source`. Raises InputError (`json-invalid`, `json-version`)."""
    return decode(source.data)
