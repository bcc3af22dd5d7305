"""What the fields of headers and footers say. One answer for all outputs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from convert.kit.cjk import has_han
from convert.model import Document, Heading
from convert.model.build import numbered
from convert.model.walk import nodes, plain
from convert.style.page import Band
from convert.style.sheet import Sheet

HEADING_LEVEL = 1
"""Of the headings that headers show."""
_FIELD = re.compile(r"\{(\w+)\}")
_NUMERALS = "0123456789"
_LETTERS = "ivxlcdmIVXLCDM"


def document_fields(document: Document) -> dict[str, str]:
    """The fields that say the same on every page: what the document does not say is empty."""
    meta = document.meta
    return {
        "title": meta.title,
        "number": meta.number,
        "issuer": ("、" if any(map(has_han, meta.issuers)) else ", ").join(meta.issuers),
        "date": meta.date,
    }


def filled(text: str, fields: Mapping[str, str]) -> str:
    """`text` with its fields; one that is not known stays."""
    return _FIELD.sub(lambda match: fields.get(match[1], match[0]), text)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text in order: words, and the names of fields (True)."""
    for number, piece in enumerate(_FIELD.split(text)):
        if piece:
            yield piece, bool(number % 2)


def heading_words(heading: Heading) -> str:
    """What a header shows of a heading."""
    return plain(numbered(heading), notes=False).replace("\n", " ")


def band_words(band: Band, sheet: Sheet, document: Document) -> str:
    """All characters that a header or a footer may show."""
    words = filled(band.words, document_fields(document))
    if "{page" in words:
        words += _NUMERALS
        words += _LETTERS if any("roman" in look.numbers for look in sheet.pages.values()) else ""
    if "{heading}" in words:
        words += "".join(
            heading_words(node) for node in nodes(document) if isinstance(node, Heading) and node.level == HEADING_LEVEL
        )
    return filled(words, {"page": "", "pages": "", "heading": ""})
