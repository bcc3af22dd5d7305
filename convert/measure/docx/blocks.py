"""The paragraphs of a DOCX in reading order: their words, with list markers and notes where Word prints them, and their
looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from convert.measure.docx.formulas import formula_text
from convert.measure.docx.lists import Markers, note_number
from convert.measure.docx.package import TWIPS_PER_PT, Border, M, W, borders_of, is_on, part, properties_of
from convert.measure.docx.styles import Styles

_HALF_POINTS, _CHAR_UNITS = 2, 100
_NOTE_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}  # where nothing is said (17.11.17)
_NOTE_NUMBERS = tuple(f"{W}{name}Ref" for name in _NOTE_FORMATS)
_PIECES = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its text, the marker that Word prints before it in a list, the name of its style, and how it looks.

    `east_asian`, `latin`: faces by name; `size`, `pitch` (line spacing, `exact` or at least; 0 for single), `tracking`,
    the indents `left`, `right` and `hanging`, the space `before` and `after` in pt; `indent`: of the first line, in
    characters; `align`: left, center, right, both; `level`: in the outline, from 1 (0: none); `borders`: the rules
    around it by side; `background` (`#rrggbb`, "" for none); `tabs`: the kinds of its tab stops from left to right; `framed`:
    whether it stands in a frame of its own; `middle`: whether what stands in its lines is aligned by the middle.
    """

    text: str
    marker: str
    style: str
    east_asian: str
    latin: str
    size: float
    tracking: float
    pitch: float
    indent: float
    align: str
    exact: bool
    left: float
    right: float
    hanging: float
    before: float
    after: float
    keep_next: bool
    middle: bool
    new_page: bool
    widow_control: bool
    level: int
    color: str
    borders: dict[str, Border]
    background: str
    tabs: tuple[str, ...]
    framed: bool


def read_text(data: bytes) -> str:
    """The text of the body in reading order, a line for each paragraph; tables row by row, lists with their markers."""
    return "\n".join(map(_marked, read_blocks(data)))


def read_blocks(data: bytes) -> list[Block]:
    """All paragraphs of the body in reading order with their looks."""
    document = part(data, "word/document.xml")
    return _reading(data).blocks(document.find(f"{W}body"))


def read_part_blocks(data: bytes, name: str) -> list[Block]:
    """All paragraphs of another part (`word/footer1.xml`) with their looks."""
    return _reading(data).blocks(part(data, name))


def _reading(data: bytes) -> _Reading:
    styles, numbering = part(data, "word/styles.xml"), part(data, "word/numbering.xml")
    settings = part(data, "word/settings.xml")
    notes = {f"{W}{name}Reference": Notes(name, part(data, f"word/{name}s.xml"), settings) for name in _NOTE_FORMATS}
    return _Reading(Styles(styles), Markers(numbering), notes)


def _marked(block: Block) -> str:
    return f"{block.marker}\t{block.text}" if block.marker else block.text


class _Reading:
    """Reads the paragraphs of one document: lists and notes count as it goes."""

    def __init__(self, styles: Styles, markers: Markers, notes: dict[str, Notes]) -> None:
        self._styles, self._markers, self._notes = styles, markers, notes

    def blocks(self, root: Any) -> list[Block]:
        """All paragraphs in an element."""
        return [self.block(paragraph) for paragraph in root.iter(f"{W}p")]

    def block(self, paragraph: Any, note: str = "") -> Block:
        """What Word makes of a paragraph. `note`: the number of the note it is in."""
        found = self._styles.paragraph(paragraph)
        text = self._text(paragraph, note)
        if _is_entry(paragraph):  # its page is no more of the text than the number at a page's foot
            text = text.rpartition("\t")[0]

        def points(name: str, unit: int = TWIPS_PER_PT) -> float:
            return int(found.get(name, 0)) / unit

        return Block(
            text=text,
            marker=self._marker(paragraph),
            style=self._styles.name(self._styles.of(paragraph)),
            east_asian=found.get("rFonts.eastAsia", ""),
            latin=found.get("rFonts.ascii", ""),
            size=int(found.get("sz", 20)) / _HALF_POINTS,
            tracking=points("rPr.spacing"),
            pitch=points("spacing.line") if found.get("spacing.lineRule") in ("exact", "atLeast") else 0,
            indent=points("ind.firstLineChars", _CHAR_UNITS),
            align=found.get("jc", "left"),
            exact=found.get("spacing.lineRule") == "exact",
            left=points("ind.left"),
            right=points("ind.right"),
            hanging=points("ind.hanging"),
            before=points("spacing.before"),
            after=points("spacing.after"),
            keep_next=is_on(found.get("keepNext", "")),
            middle=found.get("textAlignment", "") == "center",
            new_page=is_on(found.get("pageBreakBefore", "")),
            widow_control=is_on(found.get("widowControl", "1")),
            level=int(found.get("outlineLvl", -1)) + 1,
            color="#" + found.get("color", "000000").lower(),
            borders=borders_of(self._styles.last(paragraph, "pBdr")),
            background=_ground(self._styles.last(paragraph, "shd")),
            tabs=_tab_stops(self._styles.last(paragraph, "tabs")),
            framed="framePr" in found,
        )

    def _text(self, paragraph: Any, note: str) -> str:
        """The characters of a paragraph; a tab is one, a line break is a new line."""
        read: list[str] = []
        for child in _content(paragraph):
            if child.tag == f"{W}t":
                read.append(child.text or "")
            elif child.tag == f"{M}oMath":
                read.append(formula_text(child))
            elif child.tag in self._notes:
                read.append(self._notes[child.tag].read(child.get(f"{W}id"), self))
            else:
                read.append(note if child.tag in _NOTE_NUMBERS else _PIECES.get(child.tag, ""))
        return "".join(read)

    def _marker(self, paragraph: Any) -> str:
        """The list marker, by the numbering of the paragraph, else of its style (17.3.1.19)."""
        found: dict[str, str] = {}
        for source in (*self._styles.sources(self._styles.of(paragraph)), paragraph):
            found |= properties_of(source.find(f"{W}pPr/{W}numPr"))
        return self._markers.next(found.get("numId", ""), int(found.get("ilvl", 0)))


class Notes:
    """The footnotes or the endnotes of a document: each is read where its mark is, with the number that Word prints
    there and before it (17.11)."""

    def __init__(self, name: str, root: Any, settings: Any) -> None:
        """`name`: what their elements are called, which stand in `root`."""
        found = root.iterfind(f"{W}{name}") if root is not None else ()
        self._notes = {note.get(f"{W}id"): note for note in found}
        format = settings.find(f"{W}{name}Pr/{W}numFmt") if settings is not None else None
        self._format = format.get(f"{W}val") if format is not None else _NOTE_FORMATS[name]
        self._count = 0

    def read(self, id: str, reading: _Reading) -> str:
        """The number, and the note with its number before it."""
        self._count += 1
        number = note_number(self._count, self._format)
        blocks = (reading.block(paragraph, number) for paragraph in self._notes[id].iter(f"{W}p"))
        return number + "\n".join(map(_marked, blocks))


def _content(element: Any) -> Iterator[Any]:
    """What the runs in an element hold, and its formulas, in the order it is read: of a phonetic guide the base first."""
    for child in element:
        if child.tag == f"{W}ruby":
            parts = (child.find(f"{W}{name}") for name in ("rubyBase", "rt"))
            yield from (each for part in parts if part is not None for each in _content(part))
        elif element.tag == f"{W}r" or child.tag == f"{M}oMath":
            yield child
        else:
            yield from _content(child)


def _ground(shading: Any) -> str:
    fill = shading.get(f"{W}fill", "auto") if shading is not None else "auto"
    return "" if fill == "auto" else f"#{fill.lower()}"


def _tab_stops(tabs: Any) -> tuple[str, ...]:
    """The kinds of tab stops from left to right."""
    stops = sorted(tabs, key=lambda tab: int(tab.get(f"{W}pos"))) if tabs is not None else ()
    return tuple(str(tab.get(f"{W}val")) for tab in stops)


def _is_entry(paragraph: Any) -> bool:
    """Whether a paragraph is an entry of a table of contents: dots lead to a reference to a page."""
    leads = any(tab.get(f"{W}leader") for tab in paragraph.iterfind(f"{W}pPr/{W}tabs/{W}tab"))
    return leads and any((code.text or "").split()[:1] == ["PAGEREF"] for code in paragraph.iter(f"{W}instrText"))
