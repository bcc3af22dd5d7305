"""The DOCX reader: Word's documents (.docx, .docm, .dotx, .dotm) as the model (ISO/IEC 29500, transitional and strict).

    package → (alternates, changes) → survey of hand-made headings → stories, paragraph by paragraph → sections → metadata

Macros are never looked at.
"""

from __future__ import annotations

from convert.diagnostics import InputError, Report
from convert.model import Document
from convert.reading.source import Source


def read(source: Source, report: Report) -> Document:
    """The document in `source`.

    Raises InputError: `docx-encrypted`, `docx-old-format`, `docx-not-package`, `docx-broken`, `docx-no-document`,
    `docx-document-broken`, `limit-exceeded`.
    """
    from convert.readers.docx.alternates import choose_alternates
    from convert.readers.docx.book import Book
    from convert.readers.docx.changes import join_drop_caps, resolve_changes
    from convert.readers.docx.divisions import Divisions
    from convert.readers.docx.headings import guess_headings
    from convert.readers.docx.languages import Languages
    from convert.readers.docx.levels import raise_levels
    from convert.readers.docx.looks import Looks
    from convert.readers.docx.metadata import metadata
    from convert.readers.docx.notes import Notes
    from convert.readers.docx.numbering import Numbering
    from convert.readers.docx.package import Package
    from convert.readers.docx.sections import joined, read_heads
    from convert.readers.docx.story import Story
    from convert.readers.docx.styles import Styles
    from convert.readers.docx.survey import survey
    from convert.readers.docx.tags import BODY
    from convert.reading.pictures import Pictures

    package = Package(source.data, report, source.limits)
    root = package.document()
    body = root if root.tag == BODY else root.find(BODY)
    if body is None:
        raise InputError("docx-no-document")
    choose_alternates(root)
    resolve_changes(root, source.changes, report)
    join_drop_caps(root)
    styles = Styles(package.root(package.main, "styles"))
    numbering = Numbering(package.root(package.main, "numbering"), styles)
    looks = Looks(styles)
    pictures = Pictures(source, report)
    notes = Notes(package, source.changes, report)
    languages = Languages(styles, body)
    book = Book(
        package, report, pictures, source.changes, styles, numbering, looks, languages, notes, Divisions(package)
    )
    book.guesses = guess_headings(survey(body, styles, numbering, looks), by_look=source.guess)
    sections = Story(book, package.main, root).body(body)
    heads = read_heads(book, [properties for _, properties in sections])
    blocks = raise_levels(joined(sections), report)
    return Document(blocks, metadata(book, blocks, heads), pictures.media)
