"""Metadata that the caller gives (`--meta key=value`, `--meta-file`), by the English or the Chinese name of a field of `Meta`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from convert.diagnostics import Report, UsageError
from convert.model import Document, Para, Text, replace
from convert.model.walk import plain, replace_nodes
from convert.reading.metadata import sort_entries

_ANSWERED = {"repair-year-missing": "date", "repair-issuer-missing": "issuers"}
"""Findings that ask for a field: giving it answers them."""


def set_metadata(
    document: Document, entries: Iterable[str], report: Report, given: Mapping[str, object] | None = None
) -> Document:
    """`document` with `entries` (`key=value`) in its metadata, and `given` by name where they do not say the same; they win
    over what it says and what was inferred.

    A field that is a list takes several values, apart by `;` or given again. An empty value takes the field away. A
    name that is no field goes to `Meta.extra`. A title takes the place of the document's title paragraph, and a first
    paragraph of the same words becomes that paragraph.

    Raises UsageError (`meta-syntax`) for an entry without a name or without `=`.
    """
    fields, extra = sort_entries((given or {}).items(), report)
    own_fields, own_extra = sort_entries(_pairs(entries), report)
    fields, extra = fields | own_fields, extra | own_extra
    if not fields and not extra:
        return document
    report.diagnostics = [d for d in report.diagnostics if _ANSWERED.get(d.code) not in fields]
    meta = document.meta
    kept = tuple(name for name in meta.inferred if name not in fields)
    meta = replace(meta, **fields, inferred=kept, extra={**meta.extra, **extra})
    titled = _retitle(document, meta.title, report) if "title" in fields else document
    return replace(titled, meta=meta)


def _pairs(entries: Iterable[str]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        name, equals, value = (part.strip() for part in entry.partition("="))
        if not name or not equals:
            raise UsageError("meta-syntax", entry=entry)
        yield name, value


def _retitle(document: Document, title: str, report: Report) -> Document:
    """The given title in the place of the title paragraph, if there is one, or of a first paragraph that says it."""
    marked = next((b for b in document.blocks if isinstance(b, Para) and b.role == "title"), None)
    first = document.blocks[0] if document.blocks else None
    if marked is None and isinstance(first, Para) and not first.role and title and plain(first).strip() == title:
        return replace(document, blocks=(replace(first, role="title"), *document.blocks[1:]))
    if marked is None or not title or plain(marked) == title:
        return document
    report.add("title-replaced", marked.pos, title=title, before=plain(marked))
    retitled = replace(marked, children=(Text(title),))
    return replace_nodes(document, lambda node: retitled if node is marked else node)
