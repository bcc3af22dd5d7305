"""Where glyphs stand on the pages of a PDF, in which faces, sizes and colours, and which lines they form."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

_MM = 25.4 / 72
_ASCENT = 0.88
"""Share of the em box above the baseline in Chinese faces (OpenType: the ideographic em box)."""
_HYPHEN_AT_END = 0x02  # what PDFium gives for a hyphen that a line ends with
_SAME_LINE = 0.2  # mm
_SUBSET_TAG = re.compile(r"^[A-Z]{6}\+")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as it stands on a page (from 1): its advance box from `left` to `right`, its `baseline`, the vertical
    `middle` of its ink, the name of its face without a subset's tag, the marked-content sequence it belongs to
    (-1: none, as in artifacts), its colour (`#rrggbb`), and the edges of its `ink`: left, top, right, bottom."""

    page: int
    char: str
    left: float
    right: float
    baseline: float
    middle: float
    size: float
    font: str
    content: int
    color: str = "#000000"
    ink: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs on one baseline. `size`: that of the largest one."""

    glyphs: tuple[Glyph, ...]

    @property
    def page(self) -> int:
        """The page it stands on, from 1."""
        return self.glyphs[0].page

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """The left edge of its first advance box."""
        return min(glyph.left for glyph in self.glyphs)

    @property
    def right(self) -> float:
        """The right edge of its last advance box."""
        return max(glyph.right for glyph in self.glyphs)

    @property
    def size(self) -> float:
        """The size of its largest glyph."""
        return max(glyph.size for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        """The baseline of its largest glyph."""
        return max(self.glyphs, key=lambda glyph: glyph.size).baseline

    @property
    def top(self) -> float:
        """The top of its em box."""
        return self.baseline - _ASCENT * self.size * _MM

    @property
    def ink(self) -> tuple[float, float, float, float]:
        """The edges of all its ink: left, top, right, bottom."""
        lefts, tops, rights, bottoms = zip(*(glyph.ink for glyph in self.glyphs), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    @property
    def is_artifact(self) -> bool:
        """Whether nothing of it is part of the document's logical content (a page number, a running header)."""
        return all(glyph.content < 0 for glyph in self.glyphs)


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of every page."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return [(width * _MM, height * _MM) for width, height in (page.get_size() for page in document)]


def read_glyphs(data: bytes) -> list[Glyph]:
    """All visible characters in content order, white space and what readers make up left out."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return [glyph for number, page in enumerate(document, 1) for glyph in _page_glyphs(page, number)]


def group_lines(glyphs: list[Glyph]) -> list[Line]:
    """The lines that glyphs in content order form: a new one where the page or the baseline changes.

    Raised and lowered characters (notes, indices) stay in the line they stand in.
    """
    groups: list[list[Glyph]] = []
    for glyph in glyphs:
        last = groups[-1][-1] if groups else None
        if last is not None and _continues(groups[-1], glyph):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    return [Line(tuple(group)) for group in groups]


def read_lines(data: bytes) -> list[Line]:
    """The lines of a file in content order."""
    return group_lines(read_glyphs(data))


def _page_glyphs(page: Any, number: int) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium

    height = page.get_height()
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    fonts: dict[int, str] = {}
    colors: dict[int, str] = {}
    for index in range(text.count_chars()):
        char = _char(text, index)
        if not char or pdfium.FPDFText_IsGenerated(text, index) == 1 or char.isspace():
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        left, _, right, _ = text.get_charbox(index, loose=True)
        first, bottom, last, top = text.get_charbox(index)
        owner = pdfium.FPDFText_GetTextObject(text, index)
        content = pdfium.FPDFPageObj_GetMarkedContentID(owner)
        face = ctypes.addressof(pdfium.FPDFTextObj_GetFont(owner).contents)
        if face not in fonts:
            fonts[face] = _font_name(text, index)
        piece = ctypes.addressof(owner.contents)
        if piece not in colors:
            colors[piece] = read_color(pdfium.FPDFPageObj_GetFillColor, owner)
        size = pdfium.FPDFText_GetFontSize(text, index)
        baseline, middle = ((height - at) * _MM for at in (y.value, (bottom + top) / 2))
        place = left * _MM, right * _MM, baseline, middle
        ink = first * _MM, (height - top) * _MM, last * _MM, (height - bottom) * _MM
        yield Glyph(number, char, *place, size, fonts[face], content, colors[piece], ink)


def read_color(read: Callable[..., Any], owner: Any) -> str:
    """A colour (`#rrggbb`) of an object on a page, by PDFium's function for it; "" where it has none."""
    parts = [ctypes.c_uint() for _ in range(4)]
    return "#" + "".join(f"{part.value:02x}" for part in parts[:3]) if read(owner, *parts) else ""


def _char(text: Any, index: int) -> str:
    """The character; PDFium counts halves of those beyond U+FFFF: the first is the character, the second nothing."""
    import pypdfium2.raw as pdfium

    code = pdfium.FPDFText_GetUnicode(text, index)
    if code == _HYPHEN_AT_END:
        return "-"
    if 0xDC00 <= code < 0xE000:
        return ""
    if 0xD800 <= code < 0xDC00:
        pair = code, pdfium.FPDFText_GetUnicode(text, index + 1)
        return b"".join(unit.to_bytes(2, "big") for unit in pair).decode("utf-16-be", "replace")
    return chr(code)


def _font_name(text: Any, index: int) -> str:
    import pypdfium2.raw as pdfium

    length = pdfium.FPDFText_GetFontInfo(text, index, None, 0, None)
    name = ctypes.create_string_buffer(length)
    pdfium.FPDFText_GetFontInfo(text, index, name, length, None)
    return _SUBSET_TAG.sub("", name.value.decode("utf-8", "replace"))


def _continues(group: list[Glyph], glyph: Glyph) -> bool:
    last = group[-1]
    if glyph.page != last.page or glyph.left < last.left - _SAME_LINE or (glyph.content < 0) != (last.content < 0):
        return False
    distance = abs(glyph.baseline - last.baseline)
    if distance < _SAME_LINE:
        return True
    shifted = glyph.size != last.size  # an index: smaller, and no further away than the larger one is high
    return shifted and distance < max(glyph.size, last.size) * _MM / 2
