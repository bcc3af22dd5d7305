"""The cover: what the document says of itself, on pages of its own before the text. Nothing on it is made up."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Mapping

from convert.layout.sections import COVER, FRONT
from convert.model import Block, Document, Group, LineBreak, Meta, Para, Text, replace
from convert.model.walk import nodes
from convert.style.sheet import Sheet

_KEY = "cover"
_YES = frozenset({"true", "yes", "on", "1", "是"})
_NO = frozenset({"false", "no", "off", "0", "否"})
_HEAD = ("title", "subtitle", "dateline")
"""What moves from the head of the text to the cover."""
_ROLES = {
    "subtitle": "subtitle",
    "number": "cover-number",
    "issuers": "cover-issuer",
    "authors": "cover-author",
    "date": "cover-date",
}


def with_cover(document: Document, sheet: Sheet) -> Document:
    """`document` with a cover, if its metadata (`cover: true`) or else the style wants one and it has none.

    The title that opens the text moves there, with what stands below it, also from behind front matter; number, issuers and date come from the metadata,
    where they do not stand in the text.
    """
    if not _wanted(document, sheet) or any(isinstance(b, Group) and b.role == COVER for b in document.blocks):
        return document
    start = next((n for n, b in enumerate(document.blocks) if b.role != FRONT), 0)
    head = tuple(itertools.takewhile(lambda block: block.role in _HEAD, document.blocks[start:]))
    rest = document.blocks[:start] + document.blocks[start + len(head) :]
    cover = (*head, *_facts(document, head))
    return replace(document, blocks=(Group(cover, role=COVER), *rest)) if cover else document


def _wanted(document: Document, sheet: Sheet) -> bool:
    said = document.meta.extra.get(_KEY, "").strip().lower()
    return said in _YES or (sheet.cover and said not in _NO)


def _facts(document: Document, head: tuple[Block, ...]) -> Iterator[Para]:
    """What the metadata says and the title block does not."""
    meta = document.meta
    named = {**_ROLES, "authors": ""} if meta.issuers else _ROLES
    yield from stated(meta, named, {node.role for node in nodes(head)})


def stated(meta: Meta, roles: Mapping[str, str], taken: Container[str]) -> Iterator[Para]:
    """Fields of the metadata as paragraphs, a line for each value. `roles`: theirs, by the fields' names; one that is
    `taken` stands in the text already. What was inferred stands there, too."""
    for name, role in roles.items():
        value = getattr(meta, name)
        lines = [
            part
            for text in ((value,) if isinstance(value, str) else value)
            if text
            for part in (LineBreak(), Text(text))
        ]
        if role and lines and name not in meta.inferred and role not in taken:
            yield Para(tuple(lines[1:]), role=role)
