"""A printed official document as a clerk with a ruler sees it: words where they stand, rules, pictures, page numbers.

Read from a PDF, whoever made it: no use is made of tags, and nothing is known of what wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from convert.measure.pdf import (
    Glyph,
    Line,
    Picture,
    group_lines,
    page_sizes,
    read_areas,
    read_glyphs,
    read_pictures,
    read_strokes,
)
from tests.official.fixtures import Fixture

MM = 25.4 / 72
_NUMBER = re.compile(r"—\d+—")
_MARGIN = 33.0  # mm: the left margin of a page that is read across holds its number
_THIN, _LONG = 1.6, 20.0  # mm: what is flatter and longer is a rule


class HorizontalRule(NamedTuple):
    """A rule across a page, in mm; what is double is two of them."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    color: str

    @property
    def weight(self) -> float:
        """How thick it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


Words = list[Line]
"""An element's lines."""


class Places(NamedTuple):
    """Where the elements of a document stand: by the name of the element the words of each of its parts. `text`: all lines
    from the first paragraph of the text to the last one; `missing`: what was not found."""

    found: dict[str, list[Words]]
    text: list[Line]
    missing: list[str]

    def first(self, name: str) -> Words:
        """The words of an element's first part; none where there is none."""
        parts = self.found.get(name, [])
        return parts[0] if parts else []

    def all(self, name: str) -> list[Words]:
        """The words of each of its parts."""
        return self.found.get(name, [])


class Paper:
    """A PDF measured."""

    def __init__(self, data: bytes) -> None:
        self.sizes = page_sizes(data)
        self.pictures: list[Picture] = read_pictures(data)
        self.rules = sorted(set(_rules(data)), key=lambda rule: (rule.page, rule.top))  # some are drawn twice
        glyphs = read_glyphs(data)
        numbered = [line for line in group_lines(glyphs) if _NUMBER.fullmatch(line.text)]
        self.numbers = {line.page: line for line in numbered}
        self.across = {page: found for page in self._turned() if (found := _across(glyphs, page))}
        """The glyphs of the numbers of pages that are read across: they stand in line with the sheet, at its left."""
        gone = {id(glyph) for line in numbered for glyph in line.glyphs}
        gone |= {id(glyph) for found in self.across.values() for glyph in found}
        self._glyphs = [glyph for glyph in glyphs if id(glyph) not in gone]
        self._text = "".join(glyph.char if len(glyph.char) == 1 else "\ufffc" for glyph in self._glyphs)

    def _turned(self) -> list[int]:
        return [page for page, (width, height) in enumerate(self.sizes, 1) if width > height]

    @property
    def lines(self) -> list[Line]:
        """All lines but page numbers, as they come in the file."""
        return group_lines(self._glyphs)

    def find(self, fixture: Fixture) -> Places:
        """Where the elements of a fixture stand, each behind those that come before it."""
        return _Search(self._glyphs, self._text).places(fixture)

    def rules_between(self, page: int, top: float, bottom: float) -> list[HorizontalRule]:
        """The rules of a page whose middle lies between two heights."""
        return [rule for rule in self.rules if rule.page == page and top <= rule.middle <= bottom]


class _Search:
    def __init__(self, glyphs: list[Glyph], text: str) -> None:
        self._glyphs, self._text = glyphs, text
        self._at = 0
        self._found: dict[str, list[Words]] = {}
        self._missing: list[str] = []

    def places(self, fixture: Fixture) -> Places:
        said = fixture.elements
        if fixture.letter:
            self._take("mark", said.mark)
        for name in ("copy_number", "classification", "urgency"):
            self._take(name, getattr(said, name))
            if fixture.letter and name == "copy_number":
                self._take("number", said.number)
        if not fixture.letter:
            self._take_together({"mark": said.mark, "ending": said.ending})
            self._take_together({"number": said.number, "signers": said.signers})
        self._take("title", said.title)
        self._take("recipient", said.recipient)
        start = self._text.find(fixture.opening, self._at)
        last = self._text.rfind(fixture.closing)
        self._take("opening", fixture.opening)
        end = last + len(fixture.closing)
        self._at = end if last >= 0 else self._at
        text = group_lines(self._glyphs[start:end]) if 0 <= start < end else []
        for name in ("note", "attendance"):
            self._take(name, getattr(said, name))
        self._take_together({"signature": said.signature, "post": said.post})
        for name in ("date", "annotation"):
            self._take(name, getattr(said, name))
        for label, title in said.attachments:
            self._take("label", label)
            self._take("attachment", title)
        for name in ("moved", "cc", "printing"):
            self._take(name, getattr(said, name))
        return Places(self._found, text, self._missing)

    def _take(self, name: str, words: str | tuple[str, ...]) -> None:
        for each in (words,) if isinstance(words, str) else words:
            if each:
                self._at = self._find(name, each, self._at) or self._at

    def _take_together(self, parts: dict[str, str | tuple[str, ...]]) -> None:
        """Elements that stand beside each other, whichever comes first in the file."""
        ends = [self._at]
        for name, words in parts.items():
            at = self._at
            for each in (words,) if isinstance(words, str) else words:
                if each:
                    at = self._find(name, each, at) or at
            ends.append(at)
        self._at = max(ends)

    def _find(self, name: str, words: str, start: int) -> int:
        """Where words end, from `start` on; 0 where they are not there."""
        wanted = "".join(words.split())
        at = self._text.find(wanted, start)
        if at < 0:
            self._missing.append(f"{name}: {words}")
            return 0
        end = at + len(wanted)
        self._found.setdefault(name, []).append(group_lines(self._glyphs[at:end]))
        return end


def _across(glyphs: list[Glyph], page: int) -> list[Glyph]:
    found = [glyph for glyph in glyphs if glyph.page == page and glyph.ink[2] < _MARGIN]
    return found if _NUMBER.fullmatch("".join(glyph.char for glyph in found)) else []


def _rules(data: bytes) -> Iterator[HorizontalRule]:
    for stroke in read_strokes(data):
        half = stroke.weight * MM / 2
        if stroke.bottom - stroke.top < _THIN / 2 and stroke.right - stroke.left > _LONG:
            middle = (stroke.top + stroke.bottom) / 2
            yield HorizontalRule(stroke.page, stroke.left, middle - half, stroke.right, middle + half, stroke.color)
    for area in read_areas(data):
        if area.bottom - area.top < _THIN and area.right - area.left > _LONG:
            yield HorizontalRule(area.page, area.left, area.top, area.right, area.bottom, area.color)


def bottom(line: Line) -> float:
    """The bottom of a line's em box."""
    return line.top + line.size * MM


def middle(line: Line) -> float:
    """The middle of a line, from side to side."""
    return (line.left + line.right) / 2
