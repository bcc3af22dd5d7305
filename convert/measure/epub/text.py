"""The words of an EPUB in the order of the spine."""

from __future__ import annotations

from typing import Any

from convert.kit.math.characters import plain_characters
from convert.measure.epub.cascade import cascade
from convert.measure.epub.markers import marker, read_counter_styles
from convert.measure.epub.package import OPS, documents


def read_text(data: bytes) -> str:
    """The text of the content documents in the order of the spine, a line for each document, lists with their markers;
    navigation left out."""
    return "\n".join(_marked(root, css) for root, css in documents(data))


def _marked(root: Any, css: str) -> str:
    """The text of a content document, the marker of each list item before it, footnotes where their marks are."""
    from lxml import etree

    _bring_notes_home(root)
    for formula in root.iter("math"):
        for each in formula.iter(etree.Element):
            each.text = plain_characters(each.text or "")
    declared, styles = cascade(root, css), read_counter_styles(css)
    for item in root.iter("li"):
        item.text = f"{marker(item, declared, styles)}\t{item.text or ''}"
    return "".join(root.find("body").itertext())


def _bring_notes_home(root: Any) -> None:
    """Move each footnote of a document right behind the mark that refers to it."""
    notes = {note.get("id"): note for note in root.iter("aside") if note.get(f"{OPS}type") == "footnote"}
    for mark in list(root.iter("a", "span")):
        note = (
            notes.pop((mark.get("href") or "").removeprefix("#"), None) if mark.get(f"{OPS}type") == "noteref" else None
        )
        if note is not None:
            note.getparent().remove(note)
            note.tail, mark.tail = mark.tail, ""
            mark.addnext(note)
