"""The pictures of seals and signature stamps that the metadata names: loaded as any picture of the document is."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.model import Document, replace
from convert.reading.pictures import Pictures
from convert.reading.source import Source


def take_seals(document: Document, source: Source, report: Report) -> Document:
    """`document` with the pictures that `Meta.seals` names by their addresses in its media, and their keys there in its
    place. One that cannot be had is reported, and stays as it is: the others keep their organs."""
    if not document.meta.seals:
        return document
    pictures = Pictures(source, report)
    keys = tuple(seal if seal in document.media else pictures.linked(seal) for seal in document.meta.seals)
    return replace(document, media={**document.media, **pictures.media}, meta=replace(document.meta, seals=keys))
