"""What the package document says of the book (EPUB 3.3 §5.5, EPUB Accessibility 1.1 §2, schema.org)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from convert.kit.dates import complete_date
from convert.layout.composition import Composition

_BOOKS = uuid.UUID("c6b1d7a6-5f4e-5f0e-9d0c-3c1b0a0f7a11")
"""The namespace of the identifiers made here (RFC 9562 §5.5)."""

_SUMMARIES = {
    "zh": "本书由带结构的原文生成，文字可由读屏软件朗读，标题可供跳转。",
    "en": "The text is structured and can be read out; headings can be navigated.",
}


class Property(NamedTuple):
    """A Dublin Core element (`dc` its name), or, where that is empty, a meta property."""

    dc: str
    value: str
    attributes: dict[str, str]


def identifier(composition: Composition, contents: Iterable[str]) -> str:
    """The document's own identifier, else one made from its title and contents: the same for the same book."""
    own = composition.document.meta.identifier
    return own or f"urn:uuid:{uuid.uuid5(_BOOKS, chr(0).join((composition.title, *contents)))}"


def properties(
    composition: Composition, *, pictures: bool, described: bool, formulas: bool, paged: bool = False
) -> Iterator[Property]:
    """All but title, language and identifier. `pictures`, `formulas`: whether the book has any; `described`: all
    pictures with an alternative text; `paged`: whether pages are marked."""
    meta = composition.document.meta
    if meta.subtitle:
        yield Property("title", meta.subtitle, {"id": "subtitle"})
        yield Property("", "subtitle", {"refines": "#subtitle", "property": "title-type"})
    if meta.number and meta.number != meta.identifier:
        yield Property("identifier", meta.number, {"id": "number"})
    yield from _people("creator", "aut", meta.authors)
    yield from _people("contributor", "edt", meta.editors)
    yield from _people("contributor", "pfr", meta.proofreaders)
    yield from (Property("publisher", name, {}) for name in meta.issuers)
    yield from (Property("subject", word, {}) for word in meta.keywords)
    if meta.description:
        yield Property("description", meta.description, {})
    if meta.source:
        yield Property("source", meta.source, {})
    written = complete_date(meta.date)
    if written:
        yield Property("date", written.isoformat(), {})
    yield from _accessibility(composition.lang, pictures=pictures, described=described, formulas=formulas, paged=paged)


def _people(element: str, role: str, names: Iterable[str]) -> Iterator[Property]:
    """People with what they did, by the MARC relator codes."""
    for number, name in enumerate(names, 1):
        key = f"{role}-{number}"
        yield Property(element, name, {"id": key})
        yield Property("", role, {"refines": f"#{key}", "property": "role", "scheme": "marc:relators"})


def _accessibility(lang: str, *, pictures: bool, described: bool, formulas: bool, paged: bool) -> Iterator[Property]:
    values = [("accessMode", "textual")]
    if pictures:
        values.append(("accessMode", "visual"))
    if described:
        values.append(("accessModeSufficient", "textual"))
    if pictures and not described:
        values.append(("accessModeSufficient", "textual,visual"))
    features = ["structuralNavigation", "tableOfContents", "readingOrder"]
    if pictures and described:
        features.append("alternativeText")
    if formulas:
        features.append("MathML")
    if paged:
        features += ["pageBreakMarkers", "pageNavigation"]
        yield Property("", "none", {"property": "pageBreakSource"})  # the book's own: no edition that one can buy
    values += (("accessibilityFeature", feature) for feature in features)
    values.append(("accessibilityHazard", "none"))
    values.append(("accessibilitySummary", _SUMMARIES["zh" if lang.startswith("zh") else "en"]))
    yield from (Property("", value, {"property": f"schema:{name}"}) for name, value in values)
