"""The elements of an official document in the order and the places of GB/T 9704-2012, from its text and its metadata.

Each step is about one element. It gathers the paragraphs that the text has with the element's role and what the metadata
says that the text does not, and puts them where the standard has them. A document without such elements is left as it
is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from convert.diagnostics import Report
from convert.model import Document
from convert.passes.official.attachments import group_attachments, place_note
from convert.passes.official.attendance import place_attendance
from convert.passes.official.imprint import place_imprint
from convert.passes.official.letterhead import put_letterhead
from convert.passes.official.recipients import place_recipients
from convert.passes.official.signing import place_signing
from convert.passes.official.unsaid import tell_unsaid
from convert.style.sheet import Sheet
from convert.style.variants import Variants

Step: TypeAlias = Callable[[Document, Variants, Report], Document]

_STEPS: tuple[Step, ...] = (
    put_letterhead,
    place_recipients,
    place_note,
    place_attendance,
    place_signing,
    group_attachments,
    place_imprint,
)


def arrange(document: Document, sheet: Sheet, report: Report) -> tuple[Document, Sheet]:
    """`document` with its official elements in their places, and the sheet with the roles that they need. What the metadata
    gives and the document says nowhere then is told."""
    variants = Variants(sheet)
    for step in _STEPS:
        document = step(document, variants, report)
    tell_unsaid(document.blocks, document.meta, report)
    return document, variants.sheet
