"""Characters that no face has: a font whose every glyph is a box one em wide, and that knows what each one stands for.

Archives forbid `.notdef` (ISO 19005-2, 6.2.11.8); the box is a glyph of its own, copied as the character. What is read
out is said in the structure: where `ActualText` stands in the content, PDFium loses characters beyond U+FFFF.
"""

from __future__ import annotations

from convert.writers.pdf.cmap import to_unicode
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.objects import Raw, Stream

_MOST = 255  # codes of one byte
_BOX = b"1000 0 90 -70 910 830 d1 40 w 110 -50 780 860 re S"
"""The glyph, in 1/1000 em: its width and bounds, then a frame that fills most of the em box."""


class BoxFont:
    """A Type 3 font (ISO 32000-1, 9.6.5) for up to 255 characters."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._codes: dict[str, int] = {}

    def encode(self, char: str) -> str:
        """The code of a character in two hexadecimal digits; empty when the font is full."""
        if char not in self._codes:
            if len(self._codes) == _MOST:
                return ""
            self._codes[char] = len(self._codes) + 1
        return f"{self._codes[char]:02X}"

    def build(self, document: TaggedDocument) -> bytes:
        """Add the font's objects to `document`. Returns a reference to the font."""
        count = len(self._codes)
        glyph = document.add(Stream(_BOX))
        unicode = document.add(Stream(to_unicode({code: char for char, code in self._codes.items()}, 2)))
        return document.reference(Raw(
            b"<</Type/Font/Subtype/Type3/FontBBox[0 -120 1000 880]/FontMatrix[.001 0 0 .001 0 0]/Resources<<>>"
            b"/FirstChar 1/LastChar %d/Widths[%s]/Encoding<</Type/Encoding/Differences[1%s]>>"
            b"/CharProcs<</box %d 0 R>>/ToUnicode %d 0 R>>"
            % (count, b" ".join([b"1000"] * count), b"/box" * count, glyph, unicode)
        ))  # fmt: skip
