"""Write pandoc's syntax tree, for `pandoc -f json`: so every format that pandoc writes can be had.

What pandoc's types have no attributes for carries them in a `Div` or `Span` around it (see `elements.wrapped`); roles
are classes; pictures are written into their addresses. What pandoc cannot hold is lost: positions, MathML beside
TeX, names of pictures, which metadata was inferred, justified columns and cells, the start of lists without numbers.
"""

from __future__ import annotations

import json
from typing import Any

from convert.diagnostics import OutputError
from convert.layout.composition import Composition
from convert.model import Document, Meta
from convert.model.base import field_values
from convert.writers.pandoc.blocks import Blocks
from convert.writers.pandoc.elements import Element, element, words

API_VERSION = (1, 23, 1)
"""The version of pandoc-types that is written: that of pandoc 3.1 and later."""

_NAMES = {"authors": "author"}  # what pandoc's templates call a field
_NOT_WRITTEN = ("inferred", "extra")


def write(composition: Composition) -> bytes:
    """The document as it was understood, as UTF-8 JSON on one line."""
    return encode(composition.original)


def encode(document: Document) -> bytes:
    """A document as pandoc's JSON. Raises OutputError (`json-pandoc-nesting`) if it nests deeper than JSON can here."""
    tree = {
        "pandoc-api-version": API_VERSION,
        "meta": _metadata(document.meta),
        "blocks": Blocks(document.media).write(document.blocks),
    }
    try:
        return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    except RecursionError:  # up to five levels of JSON for one of ours, if every one has a name
        raise OutputError("json-pandoc-nesting") from None


def _metadata(meta: Meta) -> dict[str, Element]:
    """The fields that are given, and the rest as plain texts, which no reader of Markdown sees as markup."""
    made = {name: element("MetaString", text) for name, text in meta.extra.items()}
    for name, value in field_values(meta):
        if value and name not in _NOT_WRITTEN:
            made[_NAMES.get(name, name)] = _value(value)
    return made


def _value(value: Any) -> Element:
    if isinstance(value, tuple):
        return element("MetaList", [_value(part) for part in value])
    return element("MetaInlines", words(value))
