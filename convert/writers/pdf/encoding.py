"""A set text as glyph codes: worked out once, then cut into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convert.kit.direction import mirrored, runs_right_to_left
from convert.layout.inlines import capitals
from convert.layout.result import Box, Element, Run, SetText, link_of
from convert.writers.pdf.fonts import Fonts
from convert.writers.pdf.links import Links

_KEPT = 64  # texts
_DESCRIBED = 1_000  # characters of a link
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
"""Code points without a public meaning: level A wants to be told what is read out (ISO 19005-2, 6.2.11.7.3)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `[start, end)` in one font, size and colour, with `digits` hexadecimal digits of `codes` each.

    `owner`: the structure element they belong to. `meaning`: the one character it is, where its code does not say so; `box`: what is drawn instead of it.
    """

    start: int
    end: int
    font: str
    size: float
    rise: float
    color: str
    codes: str
    digits: int
    owner: Element
    meaning: str = ""
    box: Box | None = None
    bold: bool = False
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class EncodedText:
    """A text's pieces in order. `links`: the words of its links; `adorned`: it has underlines, backgrounds or links; `boxed`:
    boxes."""

    pieces: list[Piece]
    starts: list[int]
    links: dict[Element, str]
    adorned: bool
    boxed: bool
    slanted: bool


class Encoder:
    """Encodes texts, each once."""

    def __init__(self, fonts: Fonts, links: Links) -> None:
        self.fonts, self._links = fonts, links
        self._recent: dict[SetText, EncodedText] = {}

    def encode(self, text: SetText) -> EncodedText:
        """The pieces of `text`. The last answers are kept: a text's lines come one after the other, with page numbers
        and the lines of neighbouring cells between them."""
        known = self._recent.pop(text, None)
        if known is None:
            drawn = mirrored(text.text) if runs_right_to_left(text.text) else text.text
            pieces = [piece for run in text.runs for piece in self._pieces(text.text, drawn, run)]
            links = self._link_words(text)
            adorned = bool(links) or any(run.line != "none" or run.background for run in text.runs)
            if len(self._recent) == _KEPT:
                del self._recent[next(iter(self._recent))]
            boxed = any(run.box for run in text.runs)
            slanted = any(run.slanted for run in text.runs)
            known = EncodedText(pieces, [piece.start for piece in pieces], links, adorned, boxed, slanted)
        self._recent[text] = known  # the last one asked for is the last to go
        return known

    def _link_words(self, text: SetText) -> dict[Element, str]:
        """What the text's links say, each told short: it stands with every line that the link takes."""
        words: dict[Element, str] = {}
        for run in text.runs:
            link = link_of(run.element)
            if link is not None and self._links.is_live(link):
                before = words.get(link, "")
                if len(before) < _DESCRIBED:
                    end = min(run.end, run.start + _DESCRIBED - len(before))
                    words[link] = before + (run.element.alt if run.box else text.text[run.start : end])
        return words

    def _owner(self, element: Element) -> Element:
        """A link that leads nowhere is just words of the text it stands in."""
        link = link_of(element)
        return link.parent if link and link.parent and not self._links.is_live(link) else element

    def _pieces(self, text: str, mirrored: str, run: Run) -> Iterator[Piece]:
        owner = self._owner(run.element)
        if run.box:
            yield Piece(run.start, run.end, "", run.size, run.rise, run.color, "", 0, run.element, box=run.box)
            return
        if run.face is None:
            for at in range(run.start, run.end):
                name, code = self.fonts.box(text[at])
                box = owner if owner.kind == "artifact" else Element("character", owner, alt=text[at])
                yield Piece(at, at + 1, name, run.size, run.rise, run.color, code, 2, box)
            return
        font = self.fonts.of(run.face)
        chars = text[run.start : run.end]
        drawn = capitals(chars) if run.caps else mirrored[run.start : run.end]
        codes = font.encode(drawn)
        at = run.start
        for special in (
            range(len(chars)) if run.caps and drawn != chars else self._specials(chars, drawn, font.ambiguous)
        ):
            place = run.start + special
            for start, end, meaning in ((at, place, ""), (place, place + 1, chars[special])):
                if end > start:
                    part = codes[4 * (start - run.start) : 4 * (end - run.start)]
                    yield Piece(
                        start,
                        end,
                        font.name,
                        run.size,
                        run.rise,
                        run.color,
                        part,
                        4,
                        owner,
                        meaning,
                        None,
                        run.bold,
                        run.slanted,
                    )
            at = place + 1
        if at < run.end:
            part = codes[4 * (at - run.start) :]
            yield Piece(
                at, run.end, font.name, run.size, run.rise, run.color, part, 4, owner, "", None, run.bold, run.slanted
            )

    @staticmethod
    def _specials(chars: str, drawn: str, ambiguous: set[str]) -> list[int]:
        """Where characters stand whose codes do not say what they mean."""
        if not any(map(chars.__contains__, ambiguous)) and not _PRIVATE.search(chars) and drawn == chars:
            return []
        return [i for i, char in enumerate(chars) if char in ambiguous or _PRIVATE.match(char) or drawn[i] != char]
