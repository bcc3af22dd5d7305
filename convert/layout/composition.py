"""One document made ready to print: what every writer gets."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import datetime

from convert.diagnostics import Report
from convert.kit.fonts import Library
from convert.kit.limits import USUAL, Limits
from convert.layout.faces import Typefaces
from convert.layout.pictures import Gallery, lettering, resolution_of
from convert.layout.result import Pages
from convert.model import Document
from convert.style.sheet import Sheet


@dataclass(frozen=True)
class Composition:
    """A document in printable form with its style.

    `original` is the document as it was understood, with notes, formulas and references that the printable form shows
    by other means. `timestamp` is what formats that demand a time get; `title` and `lang` are never empty (the file's name stands in
    for a title that the document does not have; it is not printed). Faces and pages are worked out on first use and
    kept, so that the writers share them. `limits`: how much may be printed.
    """

    document: Document
    original: Document
    sheet: Sheet
    report: Report
    library: Library
    title: str
    lang: str
    timestamp: datetime
    limits: Limits = USUAL

    @functools.cached_property
    def faces(self) -> Typefaces:
        """The faces the document is set in, by font role."""
        from convert.layout.usage import font_texts

        return Typefaces(self.sheet, self.library, font_texts(self.document, self.sheet), self.report)

    @functools.cached_property
    def pages(self) -> Pages:
        """The document laid out."""
        from convert.layout.rounds import lay_out

        return lay_out(self.document, self.sheet, self.faces, self.lang, self.report, self.limits)

    @functools.cached_property
    def pictures(self) -> Gallery:
        """The pictures of the document in the forms that outputs can hold."""
        resolution = resolution_of(self.document, self.sheet)
        return Gallery(self.document.media, self.report, lambda: lettering(self.sheet, self.library), resolution)

    def page_of(self, id: str) -> str:
        """The printed number of the page that the node with an id is on; 1 where nothing of it is printed."""
        return self.pages.label_of(id) or "1"
