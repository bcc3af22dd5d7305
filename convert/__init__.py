"""Triptych: print a report as PDF, DOCX and EPUB in one official style.

>>> import convert
>>> report = convert.convert("report.txt", "out/report.pdf", "out/report.docx")
>>> [finding.message() for finding in report.of("warning")]

`convert` goes from file to files; `read`, `render` and `write` are its steps, with the document between them. Importing
this package loads none of the libraries that do the work.
"""

from __future__ import annotations

from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from convert.version import __version__

if TYPE_CHECKING:
    from convert.config import Options
    from convert.diagnostics import ConvertError, Diagnostic, InputError, OutputError, Report, StyleError, UsageError
    from convert.model import Document, Meta

__all__ = [
    "ConvertError",
    "Diagnostic",
    "Document",
    "InputError",
    "Meta",
    "Options",
    "OutputError",
    "Report",
    "StyleError",
    "UsageError",
    "__version__",
    "convert",
    "read",
    "render",
    "write",
]

_HOMES = {
    "Options": "convert.config",
    "Document": "convert.model",
    "Meta": "convert.model",
    **dict.fromkeys(
        ("ConvertError", "Diagnostic", "InputError", "OutputError", "Report", "StyleError", "UsageError"),
        "convert.diagnostics",
    ),
}


def __getattr__(name: str) -> object:
    """The classes of the public interface, loaded when they are first named."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def convert(source: str | PathLike[str], *targets: str | PathLike[str], options: Options | None = None) -> Report:
    """Read the file `source` and write it to every path of `targets`; their suffixes choose the formats.

    Every target is made before the first is written, and each is written whole or not at all. The report says what was
    found, repaired and approximated.

    Raises InputError, OutputError, StyleError, UsageError; all are ConvertError.
    """
    report = _report(source, None)
    document = read(source, options=options, report=report)
    _write(document, targets, str(source), options, report)
    return report


def read(
    source: str | PathLike[str] | bytes, *, name: str = "", options: Options | None = None, report: Report | None = None
) -> Document:
    """The document in a file, or in the bytes of one. A scrape is mended, as `options.repair` says.

    `name`: what bytes are called; its suffix tells their format, unless `options.source_format` does. Pictures are
    looked for in the file's folder, for bytes nowhere. Findings go to `report`. Raises InputError, UsageError.
    """
    from convert.config import Options
    from convert.kit.files import read_input
    from convert.pipeline import read_document

    options = options or Options()
    if isinstance(source, bytes):
        data, folder = source, None
    else:
        name, data, folder = name or str(source), read_input(Path(source), options.limits), Path(source).parent
    return read_document(data, name, options, _report(name, report), folder)


def render(
    document: Document, *formats: str, name: str = "", options: Options | None = None, report: Report | None = None
) -> tuple[bytes, ...]:
    """The finished files of a document, one for each of `formats` (`pdf`, `docx`, `epub`, `json`), laid out once.

    `name`: a file name, whose stem stands in for a title in the files' properties. Findings go to `report`.
    Raises OutputError, StyleError, UsageError.
    """
    from convert.config import Options
    from convert.formats import output_format
    from convert.pipeline import compose, write_document

    names = [output_format(each).name for each in formats]
    composition = compose(document, name, options or Options(), _report(name, report), names)
    return tuple(write_document(composition, each) for each in names)


def write(
    document: Document,
    *targets: str | PathLike[str],
    options: Options | None = None,
    report: Report | None = None,
) -> None:
    """Write a document to every path of `targets`; their suffixes choose the formats.

    Raises OutputError, StyleError, UsageError.
    """
    _write(document, targets, str(targets[0]) if targets else "", options, report)


def _write(
    document: Document,
    targets: tuple[str | PathLike[str], ...],
    name: str,
    options: Options | None,
    report: Report | None,
) -> None:
    """Render each format once, then write."""
    from convert.formats import output_format, output_format_of
    from convert.kit.files import write_output

    formats = {Path(t): (output_format_of(t) or output_format(Path(t).suffix)).name for t in targets}
    distinct = tuple(dict.fromkeys(formats.values()))
    finished = dict(zip(distinct, render(document, *distinct, name=name, options=options, report=report), strict=True))
    for path, format in formats.items():
        write_output(path, finished[format], named=True)


def _report(name: str | PathLike[str], given: Report | None) -> Report:
    from convert.diagnostics import Report

    return Report(str(name)) if given is None else given
