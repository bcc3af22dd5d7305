"""What a reader's side panel shows: the outline, and the pages' printed numbers (ISO 32000-1, 12.3.3 and 12.4.2)."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFPageLabel, PDFPageLabels

from convert.layout.result import Page, Pages
from convert.style.sheet import Sheet
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.links import destination
from convert.writers.pdf.objects import Raw


@dataclass(frozen=True)
class _Bookmarks:
    """What ReportLab's outline asks a canvas for: the places of the names it has been given."""

    document: TaggedDocument
    pages: Pages

    def _bookmarkReference(self, name: str) -> Raw:
        entry = self.pages.outline[int(name)]
        return Raw(destination(self.document, self.pages, entry.page, entry.y))


def add_outline(document: TaggedDocument, pages: Pages) -> None:
    """Bookmarks for the title and the headings, each below the nearest one of a higher level."""
    levels: list[int] = []
    for number, entry in enumerate(pages.outline):
        while levels and levels[-1] >= entry.level:
            levels.pop()
        document.Outlines.addOutlineEntry(str(number), len(levels), entry.text)
        levels.append(entry.level)
    if pages.outline:
        document.Outlines.prepare(document, _Bookmarks(document, pages))
        document.Catalog.Outlines = document.Outlines


def page_labels(pages: list[Page], sheet: Sheet) -> PDFPageLabels:
    """The pages' printed numbers: a new range wherever they do not simply go on."""
    labels = PDFPageLabels()
    before: object = None
    for index, page in enumerate(pages):
        style = _STYLES.get(page.section.look(sheet).numbers) if page.label else None
        now = (style, page.count - index) if style else page.label
        if now != before:
            label = PDFPageLabel(style, page.count) if style else PDFPageLabel(prefix=page.label)
            labels.addPageLabel(index, label)
        before = now
    return labels


_STYLES = {
    "decimal": "ARABIC", "lower-roman": "ROMAN_LOWER", "upper-roman": "ROMAN_UPPER", "lower-alpha": "LETTERS_LOWER",
    "upper-alpha": "LETTERS_UPPER",
}  # fmt: skip
"""ReportLab's names for the styles of table 159; PDF has none for 一, 二."""
