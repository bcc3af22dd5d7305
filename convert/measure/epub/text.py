"""The words of an EPUB in the order of the spine."""

from __future__ import annotations

from typing import Any

from convert.kit.math.characters import plain_characters
from convert.measure.epub.cascade import cascade
from convert.measure.epub.markers import marker, read_counter_styles
from convert.measure.epub.package import OPS, documents, target_of

_NOTES = frozenset({"footnote", "endnote"})


def read_text(data: bytes) -> str:
    """The text of the content documents in the order of the spine, a line for each document, lists with their markers;
    navigation left out."""
    found = list(documents(data))
    _bring_notes_home({file: root for file, root, _ in found})
    return "\n".join(_marked(root, css) for _, root, css in found)


def _marked(root: Any, css: str) -> str:
    """The text of a content document, the marker of each list item before it."""
    from lxml import etree

    for formula in root.iter("math"):
        for each in formula.iter(etree.Element):
            each.text = plain_characters(each.text or "")
    for table in root.iter("table"):
        if "goes-on" in (table.get("class") or "").split() and (head := table.find("thead")) is not None:
            table.remove(head)  # the one of the file before, again
    declared, styles = cascade(root, css), read_counter_styles(css)
    for item in root.iter("li"):
        item.text = f"{marker(item, declared, styles)}\t{item.text or ''}"
    return "".join(root.find("body").itertext())


def _bring_notes_home(roots: dict[str, Any]) -> None:
    """Move each footnote and endnote right behind the first mark that refers to it. `roots`: of all files."""
    notes = {
        (file, note.get("id")): note
        for file, root in roots.items()
        for note in root.iter("aside", "li")
        if note.get(f"{OPS}type") in _NOTES
    }
    for file, root in roots.items():
        for mark in [each for each in root.iter("a") if each.get(f"{OPS}type") == "noteref"]:
            note = notes.pop(target_of(mark.get("href") or "", file), None)
            if note is not None:
                note.getparent().remove(note)
                note.tag = "aside"  # no item of a list any more
                note.tail, mark.tail = mark.tail, ""
                mark.addnext(note)
