"""Finished DOCX files, anybody's, back to facts: the text in reading order, what styles make of each paragraph, the page.

Read with lxml from the parts themselves (ISO/IEC 29500-1, transitional). Styles are resolved as 17.7.2 says: document
defaults, the chain of styles from its base, the paragraph itself. Lengths are in pt, margins in mm.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from convert.measure.docx.formulas import formula_text
from convert.measure.docx.lists import Markers, note_number

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TWIPS_PER_PT, _HALF_POINTS, _MM_PER_TWIP = 20, 2, 25.4 / 1440
_CHAR_UNITS = 100
_PIECES = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its text, the marker that Word prints before it in a list, the name of its style, and how it looks.

    `east_asian`, `latin`: faces by name; `size`, `pitch` (exact line spacing; 0 for single) and `tracking` in pt;
    `indent`: of the first line, in characters; `align`: left, center, right, both.
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


@dataclass(frozen=True, slots=True)
class Page:
    """The first section's page and margins in mm; `mirrored` where odd and even pages have footers of their own."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    mirrored: bool


def read_text(data: bytes) -> str:
    """The text of the body in reading order, a line for each paragraph; tables row by row, lists with their markers."""
    return "\n".join(map(_marked, read_blocks(data)))


def read_blocks(data: bytes) -> list[Block]:
    """All paragraphs of the body in reading order with their looks."""
    document = _part(data, "document")
    styles = _Styles(_part(data, "styles"), Markers(_part(data, "numbering")), _notes(data))
    return [styles.block(paragraph) for paragraph in document.find(f"{_W}body").iter(f"{_W}p")]


def read_page(data: bytes) -> Page:
    """The page of the first section. Raises ValueError where no section says it."""
    section = next(_part(data, "document").iter(f"{_W}sectPr"), None)
    size, margins = (section.find(f"{_W}{name}") if section is not None else None for name in ("pgSz", "pgMar"))
    if size is None or margins is None:
        raise ValueError("no page size or margins")

    def length(element: Any, name: str) -> float:
        return int(element.get(f"{_W}{name}")) * _MM_PER_TWIP

    return Page(
        width=length(size, "w"),
        height=length(size, "h"),
        top=length(margins, "top"),
        bottom=length(margins, "bottom"),
        left=length(margins, "left"),
        right=length(margins, "right"),
        mirrored=_is_on(_part(data, "settings").find(f"{_W}evenAndOddHeaders")),
    )


def _marked(block: Block) -> str:
    return f"{block.marker}\t{block.text}" if block.marker else block.text


def _part(data: bytes, name: str) -> Any:
    """The root of a part; None where the file has no such part."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if f"word/{name}.xml" not in package.namelist():
            return None
        return etree.fromstring(
            package.read(f"word/{name}.xml"), etree.XMLParser(resolve_entities=False, no_network=True)
        )


class _Styles:
    """The styles of a document, and what they make of a paragraph."""

    def __init__(self, root: Any, markers: Markers, notes: Notes) -> None:
        self._markers, self._notes = markers, notes
        self._styles = {style.get(f"{_W}styleId"): style for style in root.iterfind(f"{_W}style")}
        self._normal = next((key for key, style in self._styles.items() if _is_default(style)), "")
        self._defaults = root.find(f"{_W}docDefaults")

    def block(self, paragraph: Any, note: str = "") -> Block:
        """What Word makes of a paragraph. `note`: the number of the note it is in."""
        properties = paragraph.find(f"{_W}pPr")
        chosen = properties.find(f"{_W}pStyle") if properties is not None else None
        style = chosen.get(f"{_W}val") if chosen is not None else self._normal
        found: dict[str, str] = {}
        for source in self._sources(style):
            found |= _attributes(source.find(f"{_W}pPr")) | _attributes(source.find(f"{_W}rPr"))
        found |= _attributes(properties)
        name = self._styles[style].find(f"{_W}name").get(f"{_W}val") if style in self._styles else ""
        text = self._text(paragraph, note)
        if _is_entry(paragraph):  # its page is no more of the text than the number at a page's foot
            text = text.rpartition("\t")[0]
        return Block(
            text=text,
            marker=self._marker(style, properties),
            style=name,
            east_asian=found.get("rFonts.eastAsia", ""),
            latin=found.get("rFonts.ascii", ""),
            size=int(found.get("sz.val", 20)) / _HALF_POINTS,
            tracking=int(found.get("rPr.spacing.val", 0)) / _TWIPS_PER_PT,
            pitch=int(found.get("spacing.line", 0)) / _TWIPS_PER_PT if found.get("spacing.lineRule") == "exact" else 0,
            indent=int(found.get("ind.firstLineChars", 0)) / _CHAR_UNITS,
            align=found.get("jc.val", "left"),
        )

    def _text(self, paragraph: Any, note: str) -> str:
        """The characters of a paragraph; a tab is one, a line break is a new line."""
        read: list[str] = []
        for child in _content(paragraph):
            if child.tag == f"{_W}t":
                read.append(child.text or "")
            elif child.tag == f"{_M}oMath":
                read.append(formula_text(child))
            elif child.tag == f"{_W}footnoteReference":
                read.append(self._notes.read(child.get(f"{_W}id"), self))
            else:
                read.append(note if child.tag == f"{_W}footnoteRef" else _PIECES.get(child.tag, ""))
        return "".join(read)

    def _marker(self, style: str, properties: Any) -> str:
        """The list marker, by the numbering of the paragraph, else of its style (17.3.1.19)."""
        found: dict[str, str] = {}
        for source in (*(source.find(f"{_W}pPr") for source in self._sources(style)), properties):
            numbering = source.find(f"{_W}numPr") if source is not None else None
            found |= _attributes(numbering)
        return self._markers.next(found.get("numId.val", ""), int(found.get("ilvl.val", 0)))

    def _sources(self, style: str) -> Iterator[Any]:
        """What gives a style its properties: the defaults, then its chain from the base down."""
        if self._defaults is not None:
            yield from (
                found
                for name in ("pPrDefault", "rPrDefault")
                if (found := self._defaults.find(f"{_W}{name}")) is not None
            )
        chain: list[Any] = []
        while style in self._styles and self._styles[style] not in chain:
            chain.append(self._styles[style])
            base = chain[-1].find(f"{_W}basedOn")
            style = base.get(f"{_W}val") if base is not None else ""
        yield from reversed(chain)


def _attributes(properties: Any) -> dict[str, str]:
    """The attributes of all properties as `element.attribute`; tracking has a name of its own, as `spacing` of a
    paragraph is another thing."""
    if properties is None:
        return {}
    prefix = "rPr." if properties.tag == f"{_W}rPr" else ""
    found: dict[str, str] = {}
    for element in properties:
        name = element.tag.removeprefix(_W)
        start = f"{prefix}{name}" if name == "spacing" else name
        found |= {f"{start}.{key.removeprefix(_W)}": value for key, value in element.attrib.items()}
    return found


class Notes:
    """The footnotes of a document: each is read where its mark is, with the number that Word prints there and before it
    (17.11)."""

    def __init__(self, root: Any, settings: Any) -> None:
        found = root.iterfind(f"{_W}footnote") if root is not None else ()
        self._notes = {note.get(f"{_W}id"): note for note in found}
        format = settings.find(f"{_W}footnotePr/{_W}numFmt") if settings is not None else None
        self._format = format.get(f"{_W}val") if format is not None else "decimal"
        self._count = 0

    def read(self, id: str, styles: _Styles) -> str:
        """The number, and the note with its number before it."""
        self._count += 1
        number = note_number(self._count, self._format)
        blocks = (styles.block(paragraph, number) for paragraph in self._notes[id].iter(f"{_W}p"))
        return number + "\n".join(map(_marked, blocks))


def _notes(data: bytes) -> Notes:
    return Notes(_part(data, "footnotes"), _part(data, "settings"))


def _content(element: Any) -> Iterator[Any]:
    """What the runs in an element hold, and its formulas, in the order it is read: of a phonetic guide the base first."""
    for child in element:
        if child.tag == f"{_W}ruby":
            parts = (child.find(f"{_W}{name}") for name in ("rubyBase", "rt"))
            yield from (each for part in parts if part is not None for each in _content(part))
        elif element.tag == f"{_W}r" or child.tag == f"{_M}oMath":
            yield child
        else:
            yield from _content(child)


def _is_entry(paragraph: Any) -> bool:
    """Whether a paragraph is an entry of a table of contents: dots lead to a reference to a page."""
    leads = any(tab.get(f"{_W}leader") for tab in paragraph.iterfind(f"{_W}pPr/{_W}tabs/{_W}tab"))
    return leads and any((code.text or "").split()[:1] == ["PAGEREF"] for code in paragraph.iter(f"{_W}instrText"))


def _is_default(style: Any) -> bool:
    return style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true", "on")


def _is_on(element: Any) -> bool:
    return element is not None and element.get(f"{_W}val", "1") in ("1", "true", "on")
