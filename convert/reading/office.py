"""Documents that LibreOffice reads for us: they come to the DOCX reader as DOCX."""

from __future__ import annotations

from dataclasses import replace

from convert.diagnostics import InputError, Report
from convert.kit.office import convert_to_docx
from convert.kit.rtf import without_foreign_fields
from convert.kit.signatures import NAMES, kind_of
from convert.reading.source import Source

_SUFFIXES = {"doc": ".doc", "works": ".wps", "rtf": ".rtf", "odt": ".odt", "word-xml": ".xml", "ole": ".doc"}


def as_docx(source: Source, report: Report) -> Source:
    """The source as DOCX, with a finding that says so.

    Raises InputError: `office-kind` for what is no text document; see also `convert.kit.office.convert_to_docx`.
    """
    kind = kind_of(source.data)
    if kind not in _SUFFIXES:
        raise InputError("office-kind", kind=NAMES.get(kind, kind.upper()) or "?")
    report.add("office-converted", kind=NAMES.get(kind, "OLE"))
    data = without_foreign_fields(source.data) if kind == "rtf" else source.data
    return replace(source, data=convert_to_docx(data, _SUFFIXES[kind]))
