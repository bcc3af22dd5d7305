"""Finished files, whatever made them: measure → rules; against their source; and printed anew in the official style."""

from __future__ import annotations

import contextlib
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from convert.config import Options
from convert.diagnostics import InputError, Report, UsageError
from convert.kit.archive import Archive, ArchiveError
from convert.kit.limits import Limits
from convert.kit.signatures import kind_of
from convert.model import Document
from convert.pipeline import compose, read_document, write_document
from convert.style.compute import read_sheet

if TYPE_CHECKING:
    from convert.checks.facts import Facts
    from convert.checks.integrity import Difference, Wording
    from convert.checks.rule import Finding, Rule

MEASURED = frozenset({"pdf", "docx", "epub"})
"""Kinds of finished files that can be measured."""
_DAMAGES = (
    ValueError,
    TypeError,
    ArithmeticError,
    LookupError,
    RuntimeError,
    AttributeError,
    SyntaxError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
)
"""What a damaged file comes to."""


_STREAM = re.compile(r"^stream <[^>]*>: ")  # what pikepdf calls a file that it has in memory


def measure_file(data: bytes, name: str, options: Options, report: Report) -> Facts:
    """What a finished file shows, whatever made it. `report` gets what the reader says of a Word file.

    Raises InputError: `check-format`, `check-unreadable`, those of the reader; UsageError (`check-instruments`) where the
    libraries that measure are not installed; StyleError.
    """
    kind = kind_of(data)
    if kind not in MEASURED and kind != "encrypted":  # a Word file behind a password: its reader says so
        raise InputError("check-format", path=name)
    try:
        _check_bounds(kind, data, options.limits)
        return _measured(kind, data, name, _styled(options), report)
    except ModuleNotFoundError as error:
        raise UsageError("check-instruments", library=error.name) from None
    except _DAMAGES as error:
        raise InputError("check-unreadable", path=name, reason=_STREAM.sub("", str(error))) from None


def _check_bounds(kind: str, data: bytes, limits: Limits) -> None:
    """Look at what a file unfolds to, before the instruments unfold it. Raises InputError (`limit-exceeded`)."""
    if kind == "pdf":
        from convert.measure.pdf.bounds import check_bounds

        check_bounds(data, limits)
    elif kind in MEASURED:
        with contextlib.suppress(ArchiveError):  # whoever reads it has better words for what is broken
            Archive(data, limits).check()


def judged_by(facts: Facts, options: Options, report: Report) -> Options:
    """The options with the style that a file is judged by: the one they name; where they name none, that of the format
    which the file has, and the report says so."""
    from convert.checks.formats import ORDINARY, format_of

    style = options.style or format_of(facts)
    if not options.style and style != ORDINARY:
        report.add("check-as", style=style)
    return replace(options, style=style)


def _styled(options: Options) -> Options:
    """The options with a style: ordinary documents' where they name none."""
    return options if options.style else replace(options, style=Options().style)


def _measured(kind: str, data: bytes, name: str, options: Options, report: Report) -> Facts:
    if kind == "pdf":
        from convert.checks import pdf

        return pdf.measure(data, name)
    if kind == "epub":
        from convert.checks import epub

        sheet = read_sheet(options.style, options.settings)
        return epub.measure(data, name, sheet.roles, sheet.roles["body"].size)
    from convert.checks import docx

    return docx.measure(data, name, as_it_stands(data, name, options, report))


def as_it_stands(data: bytes, name: str, options: Options, report: Report, folder: Path | None = None) -> Document:
    """The document with its words as they are: elements are recognised, nothing is mended. Raises InputError."""
    return read_document(data, name, replace(options, repair="off"), report, folder)


def source_wording(data: bytes, name: str, options: Options, report: Report, folder: Path | None = None) -> Wording:
    """The words that a source has in print: mended and numbered as `report` says, its elements in their places. Raises
    ConvertError."""
    from convert.checks.integrity import wording_of

    document = read_document(data, name, options, report, folder)
    return wording_of(compose(document, name, _styled(options), report).document)


def check_bytes(
    data: bytes,
    name: str,
    options: Options,
    report: Report,
    rules: Sequence[Rule],
    wording: Wording | None = None,
) -> list[Finding]:
    """What is wrong with a finished file by some rules and the style that `options` name, or, where that is empty, the style
    of its format; `wording`: the words that it has to have. Raises what `measure_file` raises."""
    from convert.checks.engine import find_faults

    facts = measure_file(data, name, options, report)
    options = judged_by(facts, options, report)
    sheet = read_sheet(options.style, options.settings)
    return find_faults(replace(facts, wording=wording), sheet, rules)


class Fixed(NamedTuple):
    """A file printed anew: its bytes; what was found in the old one and in the new one; the words that are not as they
    were: what the old file says that was not read, and what the new one says otherwise than was read."""

    data: bytes
    before: list[Finding]
    after: list[Finding]
    unread: list[Difference]
    changed: list[Difference]


def fix_bytes(
    data: bytes,
    name: str,
    format: str,
    options: Options,
    report: Report,
    rules: Sequence[Rule],
    folder: Path | None = None,
) -> Fixed:
    """Print a document anew in the style that `options` name, its words kept. Raises ConvertError."""
    from convert.checks.engine import find_faults
    from convert.checks.integrity import differences, wording_of

    document = as_it_stands(data, name, options, report, folder)
    said = wording_of(document)
    before: list[Finding] = []
    unread: list[Difference] = []
    if kind_of(data) in MEASURED:
        old = measure_file(data, name, options, Report(name))
        options = judged_by(old, options, report)
        before = find_faults(old, read_sheet(options.style, options.settings), rules)
        unread = [each._replace(before=each.after, after=each.before) for each in differences(said, old.elements)]
    options = _styled(options)
    made = write_document(compose(document, name, options, report, (format,)), format)
    if format not in MEASURED:
        return Fixed(made, before, [], unread, [])
    new = measure_file(made, name, options, Report(name))
    return Fixed(
        made,
        before,
        find_faults(new, read_sheet(options.style, options.settings), rules),
        unread,
        differences(said, new.elements),
    )
