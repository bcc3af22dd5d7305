"""The paragraphs of a DOCX, anybody's, as far as the file tells how they stand on the page.

`blocks` measures what our own writer says; here the same is asked of files that say it otherwise: faces of themes, indents
in characters or twips, spacing in lines, grids, settings that are missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, NamedTuple

from convert.kit.cjk import AMBIGUOUS, EAST_ASIAN, one_of
from convert.measure.docx.contents import Contents
from convert.measure.docx.floating import Floating, floating_in
from convert.measure.docx.lists import Markers
from convert.measure.docx.numbers import number
from convert.measure.docx.package import TWIPS_PER_PT, Border, M, W, borders_of, is_on, part, properties_of
from convert.measure.docx.styles import Styles
from convert.measure.docx.themes import Theme

_HUNDREDTHS, _LINE = 100, 240  # of a character or a line; of a single line
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}pPr", f"{W}p", f"{W}tbl", f"{W}txbxContent", _FALLBACK})
_PIECES = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_FORMULA = "\ufffc"  # stands for one
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")


class Piece(NamedTuple):
    """Characters in one look: the face that Word sets them in by name, their size and tracking in pt, bold, colour. A
    formula is one character, U+FFFC, of no size."""

    text: str
    face: str
    size: float
    tracking: float
    bold: bool
    color: str


class Spacing(NamedTuple):
    """From line to line: `exact` or `atLeast` so many pt, or `auto`: so many times the height of the characters."""

    rule: str
    value: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text with its automatic number `marker` apart; its style's name; `pieces`; `align` by Word's name;
    indents in em of its first characters: `first` of the first line, `left` of the others, `right` (None: a list's own);
    `before`, `after` in pt (None: by the browser's habit); `snaps`: to the grid of its section; `section` from 0;
    `within`: `cell`, `box` (a text box or a frame), `contents`, ""; `frame`: at which side its frame stands, by Word's name; `rules` above and below it; `drawn`: whether it holds a drawing;
    `floats`: the pictures that float by it; `new_page`: whether it begins one."""

    text: str
    marker: str
    style: str
    pieces: tuple[Piece, ...]
    align: str
    first: float | None
    left: float | None
    right: float
    spacing: Spacing
    before: float | None
    after: float | None
    snaps: bool
    section: int
    within: str
    frame: str
    rules: dict[str, Border]
    drawn: bool
    floats: tuple[Floating, ...]
    new_page: bool


def read_paragraphs(data: bytes) -> list[Paragraph]:
    """All paragraphs of the body in reading order, those in text boxes behind the one that holds the box."""
    body = part(data, "word/document.xml").find(f"{W}body")
    return _reading(data).paragraphs(body) if body is not None else []


def read_foot_paragraphs(data: bytes, name: str) -> list[Paragraph]:
    """All paragraphs of a header or a footer."""
    return _reading(data).paragraphs(part(data, name))


def _reading(data: bytes) -> _Reading:
    theme = Theme(part(data, "word/theme/theme1.xml"))
    return _Reading(Styles(part(data, "word/styles.xml")), Markers(part(data, "word/numbering.xml")), theme)


class _Reading:
    """Reads the paragraphs of one document."""

    def __init__(self, styles: Styles, markers: Markers, theme: Theme) -> None:
        self._styles, self._markers, self._theme = styles, markers, theme

    def paragraphs(self, root: Any) -> list[Paragraph]:
        """All paragraphs in an element."""
        found: list[Paragraph] = []
        section, breaks = 0, False
        contents = Contents()
        for element in root.iter(f"{W}p"):
            above = [each.tag for each in element.iterancestors()]
            if _FALLBACK in above or f"{W}moveFrom" in above:
                continue
            read = self._paragraph(element, above, section, breaks)
            found.append(replace(read, within="contents") if contents.hold(element) else read)
            breaks = _ends_page(element) if found[-1].text.strip() == "" else _breaks_behind(element)
            section += element.find(f"{W}pPr/{W}sectPr") is not None
        return found

    def _paragraph(self, element: Any, above: list[str], section: int, breaks: bool) -> Paragraph:
        said = self._styles.paragraph(element)
        marker, levelled = self._marker(element)
        pieces = tuple(self._pieces(element))
        em = _em(pieces, said)
        text = "".join(piece.text for piece in pieces)
        framed = "framePr" in said or f"{W}txbxContent" in above
        first, left = _indents(said, em)
        return Paragraph(
            text=text,
            marker=marker,
            style=self._styles.name(self._styles.of(element)),
            pieces=pieces,
            align=said.get("jc", "left"),
            first=None if levelled else first,
            left=None if levelled else left,
            right=_side(said, "right", "end", em),
            spacing=_spacing(said),
            before=_gap(said, "before"),
            after=_gap(said, "after"),
            snaps=is_on(said.get("snapToGrid", "1")),
            section=section,
            within="cell" if f"{W}tc" in above else "box" if framed else "",
            frame=said.get("framePr.xAlign", ""),
            rules=borders_of(self._styles.last(element, "pBdr")),
            drawn=any(next(element.iter(tag), None) is not None for tag in _DRAWN),
            floats=tuple(floating_in(element)),
            new_page=breaks or is_on(said.get("pageBreakBefore", "")) or _begins_page(element),
        )

    def _marker(self, paragraph: Any) -> tuple[str, bool]:
        """The automatic number, and whether its list says where the lines begin."""
        found: dict[str, str] = {}
        for source in (*self._styles.sources(self._styles.of(paragraph)), paragraph):
            found |= properties_of(source.find(f"{W}pPr/{W}numPr"))
        marker = self._markers.next(found.get("numId", ""), int(number(found.get("ilvl"))))
        own = paragraph.find(f"{W}pPr/{W}ind")
        return marker, bool(marker) and own is None

    def _pieces(self, paragraph: Any) -> Iterator[Piece]:
        for run in _runs(paragraph):
            if run.tag == f"{M}oMath":
                yield Piece(_FORMULA, "", 0.0, 0.0, False, "#000000")
                continue
            said = self._theme.resolved(self._styles.run(run, paragraph))
            if is_on(said.get("vanish", "")):
                continue
            text = "".join(child.text or "" if child.tag == f"{W}t" else _PIECES.get(child.tag, "") for child in run)
            for face, chars in groupby(text, key=lambda char, said=said: _face(char, said)):  # type: ignore[misc]
                yield Piece(
                    "".join(chars),
                    face,
                    number(said.get("sz"), 20) / 2,
                    number(said.get("rPr.spacing")) / TWIPS_PER_PT,
                    is_on(said.get("b", "")),
                    _color(said.get("color", "auto")),
                )


def _runs(element: Any) -> Iterator[Any]:
    """The runs that a paragraph shows, and its formulas, those of text boxes and of what was taken away left out."""
    for child in element:
        base = child.find(f"{W}ruby/{W}rubyBase") if child.tag == f"{W}r" else None
        if base is not None:
            yield from _runs(base)
        elif child.tag in (f"{W}r", f"{M}oMath"):
            yield child
        elif child.tag not in _GONE:
            yield from _runs(child)


def _face(char: str, said: dict[str, str]) -> str:
    """The face of a character by its script (17.3.2.26): marks that both scripts have are the Latin face's, unless the run
    hints at the other."""
    east = one_of(EAST_ASIAN).match(char) or (char in AMBIGUOUS and said.get("rFonts.hint") == "eastAsia")
    if east:
        return said.get("rFonts.eastAsia", "")
    return said.get("rFonts.ascii" if char <= "\x7f" else "rFonts.hAnsi") or said.get("rFonts.ascii", "")


def _em(pieces: tuple[Piece, ...], said: dict[str, str]) -> float:
    """The width of a full-width character at the paragraph's beginning, in pt."""
    first = next((piece for piece in pieces if piece.text.strip() and piece.size), None)
    size = first.size + first.tracking if first else number(said.get("sz"), 20) / 2
    return max(size, 1.0)


def _side(said: dict[str, str], side: str, other: str, em: float) -> float:
    """The indent at a side in em. Word writes it as a length as well as in characters, which are the default style's:
    the length tells more."""
    length = said.get(f"ind.{side}", said.get(f"ind.{other}"))
    if number(length):
        return number(length) / TWIPS_PER_PT / em
    return number(said.get(f"ind.{side}Chars", said.get(f"ind.{other}Chars"))) / _HUNDREDTHS


def _indents(said: dict[str, str], em: float) -> tuple[float, float]:
    """Where the first line begins, and where the others do, in em. Characters of the first line are the paragraph's own,
    and go before lengths, which are those of another size where a style says them (17.3.1.12)."""
    left = _side(said, "left", "start", em)
    hanging, first = number(said.get("ind.hangingChars")), number(said.get("ind.firstLineChars"))
    if hanging:
        if not number(said.get("ind.left", said.get("ind.start"))):
            left += hanging / _HUNDREDTHS  # characters at the left are then those before the first line
        return left - hanging / _HUNDREDTHS, left
    if first:
        return left + first / _HUNDREDTHS, left
    if number(said.get("ind.hanging")):
        return left - number(said["ind.hanging"]) / TWIPS_PER_PT / em, left
    return left + number(said.get("ind.firstLine")) / TWIPS_PER_PT / em, left


def _spacing(said: dict[str, str]) -> Spacing:
    rule = said.get("spacing.lineRule", "auto")
    if rule in ("exact", "atLeast"):
        return Spacing(rule, number(said.get("spacing.line")) / TWIPS_PER_PT)
    return Spacing("auto", number(said.get("spacing.line"), _LINE) / _LINE)


def _gap(said: dict[str, str], side: str) -> float | None:
    """The space before or after; in lines of 12 pt where it is given in lines, which a grid changes (None then)."""
    if is_on(said.get(f"spacing.{side}Autospacing", "")):
        return None
    if number(said.get(f"spacing.{side}Lines")):
        return None
    return number(said.get(f"spacing.{side}")) / TWIPS_PER_PT


def _color(value: str) -> str:
    return f"#{value.lower()}" if re.fullmatch("[0-9A-Fa-f]{6}", value) else "#000000"


def _page_breaks(element: Any) -> list[Any]:
    return [each for each in element.iter(f"{W}br") if each.get(f"{W}type") == "page"]


def _ends_page(element: Any) -> bool:
    return bool(_page_breaks(element)) or element.find(f"{W}pPr/{W}sectPr") is not None


def _breaks_behind(element: Any) -> bool:
    """Whether a page break stands behind the words of a paragraph, or a section ends with it."""
    if element.find(f"{W}pPr/{W}sectPr") is not None:
        return True
    seen = False
    for each in element.iter(f"{W}t", f"{W}br"):
        if each.tag == f"{W}br":
            seen = seen or each.get(f"{W}type") == "page"
        elif each.text:
            seen = False
    return seen


def _begins_page(element: Any) -> bool:
    """Whether a page break stands before the words of a paragraph."""
    for each in element.iter(f"{W}t", f"{W}br"):
        if each.tag == f"{W}br" and each.get(f"{W}type") == "page":
            return True
        if each.tag == f"{W}t" and each.text:
            return False
    return False
