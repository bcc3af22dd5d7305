"""Characters that no face has: a font whose every glyph is a box one em wide with the number of its character.

What cannot be drawn can be looked up that way, on paper, too. The font knows what each glyph stands for.

Archives forbid `.notdef` (ISO 19005-2, 6.2.11.8); the box is a glyph of its own, copied as the character. What is read
out is said in the structure: where `ActualText` stands in the content, PDFium loses characters beyond U+FFFF.
"""

from __future__ import annotations

from convert.writers.pdf.cmap import to_unicode
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.objects import Raw, Stream

_MOST = 255  # codes of one byte
_FRAME = "1000 0 90 -70 910 830 d1 40 w 110 -50 780 860 re"
"""A glyph's width and bounds in 1/1000 em, then a frame that fills most of the em box."""
_SEGMENTS = {"a": (0, 2, 1, 2), "b": (1, 1, 1, 2), "c": (1, 0, 1, 1), "d": (0, 0, 1, 0), "e": (0, 0, 0, 1), "f": (0, 1, 0, 2), "g": (0, 1, 1, 1)}  # fmt: skip
"""The strokes of a digit, from and to, on a grid of two by three points."""
_DIGITS = dict(zip("0123456789ABCDEF", ["abcdef", "bc", "abdeg", "abcdg", "bcfg", "acdfg", "acdefg", "abc", "abcdefg", "abcdfg", "abcefg", "cdefg", "adef", "bcdeg", "adefg", "aefg"], strict=True))  # fmt: skip
_HEIGHT, _BASELINES = 260, (435, 65)  # of digits, in two rows
_COLUMNS = {2: (200, 240, 560), 3: (140, 200, 430, 660)}
"""How wide the digits of so many columns are, and where each begins."""


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
        glyphs = b"".join(
            b"/u%d %d 0 R" % (code, document.add(Stream(_glyph(char)))) for char, code in self._codes.items()
        )
        unicode = document.add(Stream(to_unicode({code: char for char, code in self._codes.items()}, 2)))
        return document.reference(Raw(
            b"<</Type/Font/Subtype/Type3/FontBBox[0 -120 1000 880]/FontMatrix[.001 0 0 .001 0 0]/Resources<<>>"
            b"/FirstChar 1/LastChar %d/Widths[%s]/Encoding<</Type/Encoding/Differences[1%s]>>"
            b"/CharProcs<<%s>>/ToUnicode %d 0 R>>" % (
                count, b" ".join([b"1000"] * count), b"".join(b"/u%d" % code for code in self._codes.values()), glyphs, unicode
            )
        ))  # fmt: skip


def _glyph(char: str) -> bytes:
    """The box of a character: its code point in two rows of digits, made of straight strokes."""
    number = f"{ord(char):04X}"
    columns = (len(number) + 1) // 2
    width, *starts = _COLUMNS[columns]
    lines = [_FRAME, "S 34 w"]
    for at, digit in enumerate(number.rjust(2 * columns)):
        left, base = starts[at % columns], _BASELINES[at // columns]
        for x, y, to_x, to_y in (_SEGMENTS[each] for each in _DIGITS.get(digit, "")):
            half = _HEIGHT // 2
            lines.append(f"{left + x * width} {base + y * half} m {left + to_x * width} {base + to_y * half} l")
    return " ".join([*lines, "S"]).encode("ascii")
