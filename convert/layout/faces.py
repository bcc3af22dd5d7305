"""Which faces a document is set in: font roles of the style resolved against the faces at hand.

A role takes the first of its faces that covers the text. A face that misses more than 1 % of the distinct characters
gives way to the next for the whole document, rather than mixing two designs in one line; strays below that are set in
whatever face has them: one that the style names, else any that is installed. Only letters and ideographs count that some face of the role has: a symbol in another design
does not jar. What was substituted is reported.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping

from convert.diagnostics import Report, StyleError
from convert.kit.cjk import latin_runs
from convert.kit.fonts import Face, Library
from convert.style.sheet import Sheet

_TOLERATED = 0.01
_BLANK = frozenset(" \t\n\u00a0\u2003\u3000")


Strays = Callable[[str], Face | None]
"""Finds a face that has a character, among all that are at hand."""


class Typeface:
    """A font role in one document: the faces for Chinese and for Latin text, and those that help out."""

    def __init__(
        self, role: str, cjk: Face, latin: Face, fallbacks: tuple[Face, ...], strays: Strays | None = None
    ) -> None:
        """`strays`: finds a face for what none of these has."""
        self.role, self.cjk, self.latin, self.fallbacks, self._strays = role, cjk, latin, fallbacks, strays

    def runs(self, text: str) -> Iterator[tuple[int, int, Face | None]]:
        """`text` cut into spans `(start, end, face)`; None where no face has the characters."""
        at = 0
        for start, end in latin_runs(text):
            if start > at:
                yield from self._covered(text, at, start, self.cjk)
            yield from self._covered(text, start, end, self.latin)
            at = end
        if at < len(text):
            yield from self._covered(text, at, len(text), self.cjk)

    def _covered(self, text: str, start: int, end: int, face: Face) -> Iterator[tuple[int, int, Face | None]]:
        glyph = face.glyph
        if all(map(glyph.__getitem__, map(ord, text[start:end]))):
            yield start, end, face
            return
        at = start
        for i in range(start, end):
            other = self.face_of(text[i], face)
            if other is not face:
                if i > at:
                    yield at, i, face
                yield i, i + 1, other
                at = i + 1
        if end > at:
            yield at, end, face

    def face_of(self, char: str, preferred: Face) -> Face | None:
        """The face that sets a character: the preferred one, its partner, a fallback, any face at hand, or None."""
        named = next((f for f in (preferred, self.cjk, self.latin, *self.fallbacks) if f.covers(char)), None)
        return named or (self._strays(char) if self._strays else None)


class Typefaces(Mapping[str, Typeface]):
    """The typefaces of one document, by font role."""

    def __init__(self, sheet: Sheet, library: Library, texts: Mapping[str, str], report: Report) -> None:
        """`texts`: for each font role that is used, the characters set in it."""
        self._sheet, self._library, self._report = sheet, library, report
        self._strays = functools.lru_cache(maxsize=None)(library.covering)
        self._faces = {role: self._typeface(role, set(text)) for role, text in texts.items()}

    def __getitem__(self, role: str) -> Typeface:
        return self._faces[role]

    def __iter__(self) -> Iterator[str]:
        return iter(self._faces)

    def __len__(self) -> int:
        return len(self._faces)

    @functools.cached_property
    def _last_resort(self) -> tuple[Face, ...]:
        """Every face the style names, bundled ones last: a stray may use any of them."""
        names = [name for stack in self._sheet.fonts.values() for name in (*stack.cjk, *stack.latin)]
        return tuple(dict.fromkeys(face for name in names if (face := self._library.find(name))))

    def _typeface(self, role: str, chars: set[str]) -> Typeface:
        stack = self._sheet.fonts[role]
        text = "".join(sorted(chars - _BLANK))
        latin_chars = {c for c in text if c.isascii()} or set("0")
        cjk_chars = {c for c in text if not c.isascii()} or set("中")
        cjk = self._choose(role, stack.cjk, cjk_chars)
        latin = self._choose(role, stack.latin, latin_chars)
        return Typeface(role, cjk, latin, self._last_resort, self._strays)

    def _choose(self, role: str, names: tuple[str, ...], chars: set[str]) -> Face:
        at_hand = [(name, face) for name in names if (face := self._library.find(name))]
        if not at_hand:
            raise StyleError("font-none", role=role, names=", ".join(names))
        chars = {c for c in chars if c.isalpha() and any(face.covers(c) for _, face in at_hand)}
        missing = [sum(not face.covers(c) for c in chars) for _, face in at_hand]
        good = next((i for i, m in enumerate(missing) if m <= _TOLERATED * len(chars)), None)
        index = missing.index(min(missing)) if good is None else good
        name, face = at_hand[index]
        if name != names[0]:
            self._report.add("font-substituted", wanted=names[0], used=face.full_name)
        return face
