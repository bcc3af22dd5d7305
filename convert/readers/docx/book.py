"""What all parts of one document share while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convert.diagnostics import Pos, Report
from convert.readers.docx.divisions import Divisions
from convert.readers.docx.headings import Guess
from convert.readers.docx.languages import Languages
from convert.readers.docx.looks import Looks
from convert.readers.docx.notes import Notes
from convert.readers.docx.numbering import Numbering
from convert.readers.docx.package import Package
from convert.readers.docx.styles import Styles
from convert.reading.pictures import Pictures
from convert.reading.source import Changes

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SHOWN = 20  # characters of a heading in a place


class Outline:
    """The headings above the paragraph at hand, for saying where it is."""

    def __init__(self) -> None:
        self._headings: list[tuple[int, str]] = []
        self._path = ""

    def enter(self, level: int, text: str) -> None:
        """What follows is below this heading."""
        self._headings = [above for above in self._headings if above[0] < level]
        self._headings.append((level, text[:_SHOWN]))
        self._path = " › ".join(text for _, text in self._headings)

    def place(self, name: str) -> Pos:
        """A position: `paragraph 14, 三、工作要求`."""
        return Pos(place=f"{name}, {self._path}" if self._path else name)


@dataclass(slots=True)
class Book:
    """One document: its package and definitions, what was gathered so far, and where findings go."""

    package: Package
    report: Report
    pictures: Pictures
    changes: Changes
    styles: Styles
    numbering: Numbering
    looks: Looks
    languages: Languages
    notes: Notes
    divisions: Divisions
    named: set[str] = field(default_factory=set)  # bookmarks that something refers to
    bookmarks: set[str] = field(default_factory=set)  # those that there are
    guesses: dict[Element, Guess] = field(default_factory=dict)
    outline: Outline = field(default_factory=Outline)
