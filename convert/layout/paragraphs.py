"""Set a block's text: faces, widths and lines. What comes out has its place across the page, not yet down it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from convert.diagnostics import Pos, Report
from convert.kit.fonts import Face
from convert.layout.faces import Typefaces
from convert.layout.inlines import CharLook, Chars, Piece, flatten
from convert.layout.lines import Measured, cut_lines, fill, measure
from convert.layout.result import Element, Line, Run, SetText
from convert.model import Image, Inline
from convert.style.sheet import Computed, Sheet

Owners = dict[tuple[int, str], Element]
"""The elements of a block's links and of its text in other languages, by the link's identity and the language."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What setting text needs, beside the text: the same for a whole document."""

    sheet: Sheet
    faces: Typefaces
    report: Report


@dataclass(frozen=True, slots=True)
class Frame:
    """The measure a text is set in: its left edge and width in pt, from the type area's left edge."""

    left: float
    width: float


def set_block(
    inlines: Iterable[Inline], look: Computed, frame: Frame, element: Element, setting: Setting, pos: Pos | None = None
) -> Iterator[Line | Image]:
    """The lines of a block in the look of its role, with its pictures between them. A line's `y` is not set yet."""
    indent = look.indent_em * look.em
    left = frame.left + look.left_em * look.em
    room = frame.width - (look.left_em + look.right_em) * look.em
    owners: Owners = {}
    for part in _parts(flatten(inlines, look, setting.sheet)):
        if isinstance(part, Image):
            yield part
            continue
        if not all(chars.whole for chars in part):
            setting.report.add("invisible-undrawn", pos)
        text, measured = _set_text(part, look, element, owners, setting, pos)
        yield from _lines(text, measured, look, left, room, indent, setting.sheet.typography.last_line_chars)
        indent = 0.0


def _parts(pieces: Iterable[Piece]) -> Iterator[list[Chars] | Image]:
    """The pieces between forced line breaks and pictures. A break before the first piece leaves no empty line."""
    part: list[Chars] = []
    for piece in pieces:
        if isinstance(piece, Chars):
            part.append(piece)
            continue
        if part:
            yield part
        part = []
        if isinstance(piece, Image):
            yield piece
    if part:
        yield part


def _set_text(
    part: list[Chars], look: Computed, element: Element, owners: Owners, setting: Setting, pos: Pos | None
) -> tuple[SetText, Measured]:
    runs: list[Run] = []
    widths: list[float] = []
    at = 0
    for chars in part:
        owner = _owner(chars.look, element, owners)
        for start, end, face in setting.faces[chars.look.font].runs(chars.text):
            runs.append(_run(at + start, at + end, face, chars.look, owner))
            if face is None:
                widths += [chars.look.size + look.tracking] * (end - start)
                _report_missing(chars.text[start:end], pos, setting.report)
            else:
                widths += map(advances(face, chars.look.size, look.tracking).__getitem__, chars.text[start:end])
        at += len(chars.text)
    text = "".join(chars.text for chars in part)
    measured = measure(text, widths, look.size, setting.sheet.typography.autospace_em * look.size)
    return SetText(text, runs, look.tracking, sorted(measured.moves.items()), element), measured


def _run(start: int, end: int, face: Face | None, look: CharLook, owner: Element) -> Run:
    return Run(start, end, face, look.size, look.rise, look.color, look.line, look.background, owner)


def _owner(look: CharLook, element: Element, owners: Owners) -> Element:
    """The element that characters belong to: their link, a span of another language, or the text itself."""
    link, lang = look.link, look.lang
    if link is None and not lang:
        return element
    key = id(link), lang
    if key not in owners:
        made = Element("span", element) if link is None else Element("link", element, link)
        made.lang = lang
        if link is not None:
            made.target, made.alt = link.target, link.title
        owners[key] = made
    return owners[key]


def _report_missing(chars: str, pos: Pos | None, report: Report) -> None:
    for char in chars:
        report.add("font-missing-glyph", pos, point=f"{ord(char):04X}", char=char)


class _Advances(dict[str, float]):
    """Widths of characters in pt, tracking included, worked out once each."""

    def __init__(self, face: Face, size: float, tracking: float) -> None:
        self._advance, self._scale, self._tracking = face.advance, size / 1000, tracking

    def __missing__(self, char: str) -> float:
        width = self[char] = self._advance[char] * self._scale + self._tracking
        return width


@functools.lru_cache(maxsize=256)
def advances(face: Face, size: float, tracking: float) -> _Advances:
    """The widths of a face's characters at a size, in pt."""
    return _Advances(face, size, tracking)


def _lines(
    text: SetText, measured: Measured, look: Computed, left: float, room: float, indent: float, last_line_chars: int
) -> Iterator[Line]:
    moves = dict(text.moves)
    for number, cut in enumerate(cut_lines(measured, room - indent, room, last_line_chars)):
        offset = indent if number == 0 else 0.0
        stretch = 0.0
        width = cut.width - cut.squeeze
        if look.align == "justify" or cut.squeeze:
            stretch, added = fill(measured, cut, room - offset)
            for at, move in added:
                moves[at] = moves.get(at, 0.0) + move
            if stretch or added:
                width = room - offset
        x = left + offset + _aligned(look.align, room - offset - width)
        yield Line(text, cut.start, cut.end, x, 0.0, stretch, cut.lead, width, look.size)
    text.moves = sorted(moves.items())


def _aligned(align: str, slack: float) -> float:
    match align:
        case "right":
            return slack
        case "center":
            return slack / 2
        case _:
            return 0.0


def set_label(text: str, look: Computed, right: float, element: Element, setting: Setting) -> Line:
    """One line that ends at `right` (pt from the type area's left edge): a list item's marker."""
    plain = CharLook(look.font, look.size, 0, look.color, "none", "")
    set_text, measured = _set_text([Chars(text, plain)], look, element, {}, setting, None)
    width = measured.cumulative[-1]
    return Line(set_text, 0, len(text), right - width, 0.0, 0.0, 0.0, width, look.size)
