"""One document from bytes to bytes: read → passes → compose → write."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from convert.config import Options
from convert.diagnostics import Report, UsageError
from convert.formats import DEFAULT_OUTPUTS, input_format, load_reader, load_writer, output_format
from convert.kit.dates import complete_date
from convert.kit.fonts import Library
from convert.kit.limits import Limits, exceeded
from convert.kit.resources import fonts_folder
from convert.layout.composition import Composition
from convert.model import Document
from convert.model.walk import nodes
from convert.reading.source import Source
from convert.siblings import can_fork, make_each
from convert.style.compute import read_sheet
from convert.style.sheet import Sheet

if TYPE_CHECKING:
    from convert.kit.surroundings import Folder

_LARGE = 2_000  # nodes: a tenth of a second of writing at least
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""What stands in for a time that nothing gives: the earliest that a zip entry can hold."""


def read_document(source: bytes, name: str, options: Options, report: Report, folder: Folder = None) -> Document:
    """Read `source`, mend it if it is a scrape, and recognise its official elements.

    `name`: what it is called, whose suffix tells its format; `folder`: where pictures that it names may lie. Raises
    InputError where it cannot be read, UsageError for metadata that cannot be understood.
    """
    from convert.passes.characters import clean_characters
    from convert.passes.metadata import set_metadata
    from convert.passes.repair import repair
    from convert.passes.roles import recognise_roles
    from convert.passes.titles import find_title, infer_title
    from convert.reading.cells import check_tables
    from convert.reading.depth import bound_depth
    from convert.reading.numbers import bound_numbers
    from convert.reading.seals import take_seals

    if len(source) > options.limits.input_mb << 20:
        raise exceeded("input_mb", options.limits, -(-len(source) // 2**20))
    found = input_format(options.source_format, name, source)
    suffix = PurePath(name).suffix.lower()
    if suffix and suffix not in found.suffixes and not options.source_format:
        report.add("input-suffix", suffix=suffix, format=found.name)
    read = load_reader(found)
    origin = Source(
        source, name, folder, options.main, options.changes, guess=options.roles != "off", limits=options.limits,
        roots=options.roots, allow_net=options.allow_net,
    )  # fmt: skip
    document = bound_numbers(bound_depth(read(origin, report), report), report)
    check_tables(document, options.limits)
    document = repair(clean_characters(document, report), options.repair, report)
    document = set_metadata(document, options.meta, report, _given(name, options, report))
    document = take_seals(document, origin, report)
    document = document if options.roles == "off" else _split_numbers(recognise_roles(document, report))
    return infer_title(find_title(document, report), report)


def _given(name: str, options: Options, report: Report) -> Mapping[str, object]:
    """What the file of metadata says of a document."""
    if options.meta_file is None:
        return {}
    from convert.reading.sidecar import read_sidecar

    found = read_sidecar(options.meta_file).of(name)
    if found is None:
        report.add("meta-file-row", path=options.meta_file, name=PurePath(name).name)
    return found or {}


def _split_numbers(document: Document) -> Document:
    from convert.passes.captions import split_captions
    from convert.passes.heading_numbers import split_heading_numbers

    return split_captions(split_heading_numbers(document))


def compose(
    document: Document, name: str, options: Options, report: Report, formats: Iterable[str] = DEFAULT_OUTPUTS
) -> Composition:
    """Make a document ready for `formats` in the style that `options` name. Raises StyleError."""
    document = _cleaned(document, name, report)
    told, prints = len(report.diagnostics), any(output_format(format).prints for format in formats)
    made = _composed(document, name, options, report, prints=prints)
    if not prints:
        return made
    from convert.passes.official.recipients import hide_text, moved
    from convert.passes.official.spacing import fits, other_spacings

    if hide_text(made):
        del report.diagnostics[told:]
        document = moved(document, made.sheet, report)
        told = len(report.diagnostics)
        made = _composed(document, name, options, report, prints=prints)
    for lines in other_spacings(made):
        spaced = replace(options, settings=(*options.settings, f"grid.lines={lines}"))
        if fits(_composed(document, name, spaced, Report(name), prints=prints)):
            del report.diagnostics[told:]
            report.add("signing-spaced", before=made.sheet.grid.lines, after=lines)
            return _composed(document, name, spaced, report, prints=prints)
    return made


def _cleaned(document: Document, name: str, report: Report) -> Document:
    """The document as it may be written, where it comes from elsewhere than a reader, or settings gave it metadata. The log of
    edits is that of the reader's text alone."""
    from convert.passes.characters import clean_characters

    found = Report(name)
    document = clean_characters(document, found)
    report.diagnostics += found.diagnostics
    return document


def _composed(document: Document, name: str, options: Options, report: Report, *, prints: bool) -> Composition:
    from convert.passes.roles import check_roles

    sheet = read_sheet(options.style, options.settings)
    check_roles(document, sheet, report)
    library = Library(options.fonts, fonts_folder(), options.font_folders)
    printable = document
    if prints:
        printable, sheet = _printable(document, sheet, library, report, options.limits)
    meta = printable.meta
    stem = "".join(char for char in PurePath(name).stem if char.isprintable()) or "untitled"
    title = meta.title or (_headed(printable, sheet) if prints else "")
    if not title:
        report.add("title-missing", name=stem)
    return Composition(
        document=printable,
        original=document,
        sheet=sheet,
        report=report,
        library=library,
        title=title or stem,
        lang=meta.lang or sheet.lang,
        timestamp=timestamp(meta.date),
        limits=options.limits,
    )


def _headed(document: Document, sheet: Sheet) -> str:
    """What a document without a title is called by its letterhead."""
    from convert.passes.official.letterhead import head_words

    return head_words(document, sheet)


def _printable(
    document: Document, sheet: Sheet, library: Library, report: Report, limits: Limits
) -> tuple[Document, Sheet]:
    """The document in printable form, and the sheet with the roles that it needs."""
    from convert.layout.head import place_head
    from convert.passes.captions import number_captions
    from convert.passes.lowering import lower
    from convert.passes.numbering import number_headings
    from convert.passes.official import arrange
    from convert.passes.soundness import make_sound
    from convert.passes.title_lines import place_title

    placed, sheet = arrange(place_title(document, sheet), sheet, report)
    placed = number_headings(placed, sheet.numbering, report)
    placed = number_captions(placed, sheet.captions, document.meta.lang or sheet.lang, report)
    return place_head(make_sound(lower(placed, sheet, report), report, limits), sheet, library)


def write_document(composition: Composition, format: str) -> bytes:
    """The finished file. Raises OutputError."""
    return load_writer(output_format(format))(composition)


def convert_bytes(
    source: bytes,
    name: str,
    formats: tuple[str, ...],
    options: Options,
    report: Report,
    folder: Folder = None,
) -> dict[str, bytes]:
    """All of it: the finished files by format. See `read_document`. Raises ConvertError."""
    document = read_document(source, name, options, report, folder)
    composition = compose(document, name, options, report, formats)
    printed = sum(output_format(format).prints for format in formats)
    if min(options.jobs, printed) > 1 and can_fork() and _is_large(composition.document):
        if any(output_format(format).paged for format in formats):
            _ = composition.pages  # before the ways part: others may ask for pages, too
        return make_each(lambda format: write_document(composition, format), formats, report, options.jobs)
    return {format: write_document(composition, format) for format in formats}


def _is_large(document: Document) -> bool:
    """Whether writing takes much longer than to start a process."""
    return next(itertools.islice(nodes(document), _LARGE, None), None) is not None


def timestamp(date: str) -> datetime:
    """The time that formats which demand one get: `SOURCE_DATE_EPOCH`, else the document's complete date, else 1980.

    Never the clock's: the same input gives the same bytes on any day (https://reproducible-builds.org/specs/source-date-epoch/).
    Raises UsageError (`epoch-invalid`) where the variable is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return max(datetime.fromtimestamp(int(epoch), UTC), _NO_DATE)
        except (ValueError, OverflowError, OSError):
            raise UsageError("epoch-invalid", value=epoch) from None
    written = complete_date(date)
    return max(datetime(written.year, written.month, written.day, tzinfo=UTC), _NO_DATE) if written else _NO_DATE
