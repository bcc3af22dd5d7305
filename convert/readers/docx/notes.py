"""Footnotes, endnotes and comments: parts of their own, by id (ISO/IEC 29500-1, 17.11, 17.13.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from convert.readers.docx.alternates import choose_alternates
from convert.readers.docx.changes import resolve_changes
from convert.readers.docx.package import Package
from convert.readers.docx.tags import ID, P, T, w
from convert.reading.source import Changes

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.diagnostics import Report

NoteKind = Literal["foot", "end"]
_PARTS: dict[NoteKind, tuple[str, str]] = {"foot": ("footnotes", "footnote"), "end": ("endnotes", "endnote")}


class Comment(NamedTuple):
    """What somebody wrote beside the text."""

    author: str
    text: str


class Notes:
    """The notes and comments of one document; each part is read when something first refers to it."""

    def __init__(self, package: Package, changes: Changes, report: Report) -> None:
        self._package, self._changes, self._report = package, changes, report
        self._notes: dict[NoteKind, tuple[str, dict[str, Element]]] = {}
        self.active: set[tuple[NoteKind, str]] = set()  # notes that are being read: one may refer to itself
        self._comments: dict[str, Comment] | None = None

    def note(self, kind: NoteKind, key: str) -> tuple[str, Element | None]:
        """The part that holds a note, and its element, None where it is missing."""
        part, found = self.all(kind)
        return part, found.get(key)

    def all(self, kind: NoteKind) -> tuple[str, dict[str, Element]]:
        """The part of one kind of notes, and all of them by id."""
        if kind not in self._notes:
            relation, tag = _PARTS[kind]
            part = self._package.related(self._package.main, relation)
            root = self._package.xml(part) if part else None
            if root is not None:
                choose_alternates(root)
                resolve_changes(root, self._changes, self._report)
            items = root.iterchildren(w(tag)) if root is not None else ()
            self._notes[kind] = part, {item.get(ID, ""): item for item in items}
        return self._notes[kind]

    def comment(self, key: str) -> Comment | None:
        """A comment by id."""
        if self._comments is None:
            part = self._package.related(self._package.main, "comments")
            root = self._package.xml(part) if part else None
            items = root.iterchildren(w("comment")) if root is not None else ()
            self._comments = {item.get(ID, ""): Comment(item.get(w("author"), ""), _words(item)) for item in items}
        return self._comments.get(key)


def _words(element: Element) -> str:
    lines = ("".join(text.text or "" for text in paragraph.iter(T)) for paragraph in element.iter(P))
    return " / ".join(line for line in lines if line)
