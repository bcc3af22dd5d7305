"""The logical structure: what a screen reader follows (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, PDF/UA-1).

Elements enter the tree when their first content is drawn, so that siblings stand in reading order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias, assert_never

from reportlab.pdfbase.pdfdoc import PDFObject

from convert.layout.result import Element
from convert.model import Figure
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.objects import Raw, real, text_string

_DEEPEST = 6  # H1 to H6
_NUMBERING = {
    "none": "Disc", "decimal": "Decimal", "lower-alpha": "LowerAlpha", "upper-alpha": "UpperAlpha",
    "lower-roman": "LowerRoman", "upper-roman": "UpperRoman",
}  # fmt: skip
"""Values of ListNumbering (table 347). It has none for 一、 and ①: they count in tens, so Decimal comes nearest."""


class Content(NamedTuple):
    """A marked-content sequence: the page's index and the sequence's number on it."""

    page: int
    number: int


class Annotated(NamedTuple):
    """An annotation: the page's index and the annotation's object number."""

    page: int
    annotation: int


class StructureElement(PDFObject):  # type: ignore[misc]
    """A node of the structure tree. `attributes` and `extra` are dictionary entries; `span` a cell's (columns, rows)."""

    def __init__(self, tag: str, parent: StructureElement | None, extra: bytes = b"", attributes: bytes = b"") -> None:
        self.tag, self.parent, self.extra, self.attributes = tag, parent, extra, attributes
        self.kids: list[Kid] = []
        self.span = (1, 1)
        self.number = 0

    def format(self, document: TaggedDocument) -> bytes:
        """ReportLab's protocol: the object's bytes. Contents of the first one's page need not name their page."""
        pages = document.page_numbers
        first = next((kid.page for kid in self.kids if isinstance(kid, Content)), -1)
        kids = b" ".join(_kid(kid, first, pages) for kid in self.kids)
        return b"<</Type/StructElem/S/%s/P %d 0 R%s%s%s%s>>" % (
            self.tag.encode("ascii"),
            self.parent.number if self.parent else document.structure_root,
            b"/Pg %d 0 R" % pages[first] if first >= 0 else b"",
            b"/K[%s]" % kids if kids else b"",
            self.attributes,
            self.extra,
        )


Kid: TypeAlias = StructureElement | Content | Annotated


def _kid(kid: Kid, page: int, pages: list[int]) -> bytes:
    match kid:
        case StructureElement():
            return b"%d 0 R" % kid.number
        case Content():
            if kid.page == page:
                return b"%d" % kid.number
            return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid.page], kid.number)
        case Annotated():
            return b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (kid.annotation, pages[kid.page])
        case _:
            assert_never(kid)


class Structure:
    """The structure tree of a document in the making."""

    def __init__(self, document: TaggedDocument) -> None:
        self._document = document
        self.root = Raw(b"")
        document.structure_root = document.add(self.root)
        self._top: StructureElement | None = None
        self._made: dict[Element, StructureElement] = {}
        self._levels: list[int] = []  # source levels of the headings that are open
        self._tables: list[StructureElement] = []
        self._notes: list[StructureElement] = []
        self._parents: list[StructureElement | list[StructureElement]] = []  # the parent tree: its index is the key

    def of(self, element: Element) -> StructureElement:
        """The node that `element` has in the tree; it enters it now if it is new."""
        made = self._made.get(element)
        if made is not None:
            return made
        chain = [element]
        while (parent := chain[-1].parent) is not None and parent not in self._made:
            chain.append(parent)
        above = self._made[parent] if parent is not None else None
        for each in reversed(chain):
            above = self._made[each] = self._make(each, above)
            if each.then is not None:
                self.of(each.then)
        return self._made[element]

    def owned_by(self, owner: StructureElement | list[StructureElement]) -> int:
        """A new key in the parent tree, for a page (whose contents belong to a list of nodes) or an annotation."""
        self._parents.append(owner)
        return len(self._parents) - 1

    def finish(self) -> None:
        """Make tables regular, and write down the root."""
        for table in self._tables:
            _regularise(table, self._add)
        keys = (b"%d %s" % (key, _owner(owner)) for key, owner in enumerate(self._parents))
        top = b"/K %d 0 R" % self._top.number if self._top else b""
        notes = b" ".join(b"(%s)%d 0 R" % (_note_id(n), note.number) for n, note in enumerate(self._notes, 1))
        self.root.data = b"<</Type/StructTreeRoot%s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d%s>>" % (
            top, b" ".join(keys), len(self._parents), b"/IDTree<</Names[%s]>>" % notes if notes else b"",
        )  # fmt: skip

    # --- making nodes ------------------------------------------------------------------------------------------------

    def _make(self, element: Element, parent: StructureElement | None) -> StructureElement:
        extra = b"/Lang" + text_string(element.lang) if element.lang and parent else b""
        match element.kind:
            case "document":
                self._top = self._add("Document", None)
                return self._top
            case "title" | "heading":
                return self._add(self._heading(element), parent, extra)
            case "list":
                numbering = _NUMBERING.get(element.numbering, "Decimal").encode("ascii")
                return self._add("L", parent, extra, b"/A<</O/List/ListNumbering/%s>>" % numbering)
            case "table":
                self._tables.append(self._add("Table", parent, extra))
                return self._tables[-1]
            case "header-cell" | "cell":
                cell = self._add("TH" if element.kind == "header-cell" else "TD", parent, extra)
                cell.span = element.span
                return cell
            case "figure" | "formula" | "character":
                key = b"/ActualText" if element.kind == "character" else b"/Alt"
                spoken = b"/ActualText" + text_string(element.text) if element.text else b""
                return self._add(_TAGS[element.kind], parent, extra + key + text_string(element.alt) + spoken)
            case "note":  # must have an identifier (ISO 14289-1, 7.9)
                note = self._add("Note", parent)
                self._notes.append(note)
                note.extra = extra + b"/ID(%s)" % _note_id(len(self._notes))
                return note
            case "code":  # an inline-level type: it needs a block around it
                return self._add("Code", self._add("P", parent), extra)
            case "group":
                return self._add("Div" if isinstance(element.node, Figure) else "Sect", parent, extra)
            case (
                "paragraph" | "item" | "label" | "item-body" | "row" | "caption" | "quote" | "link" | "reference" | "span"
                | "toc" | "toc-entry"
                | "ruby" | "ruby-base" | "ruby-text"
            ):  # fmt: skip
                return self._add(_TAGS[element.kind], parent, extra)
            case "artifact":
                raise ValueError("an artifact has no place in the structure")
            case _:
                assert_never(element.kind)

    def _add(
        self, tag: str, parent: StructureElement | None, extra: bytes = b"", attributes: bytes = b""
    ) -> StructureElement:
        made = StructureElement(tag, parent, extra, attributes)
        made.number = self._document.add(made)
        if parent is not None:
            parent.kids.append(made)
        return made

    def _heading(self, element: Element) -> str:
        """H1 to H6 without a gap (ISO 14289-1, 7.4.2): a heading is one deeper than the nearest one above it in the
        source's own levels, of which the title is level 0."""
        level = 0 if element.kind == "title" else element.level
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return f"H{min(len(self._levels), _DEEPEST)}"


_TAGS = {
    "paragraph": "P", "item": "LI", "label": "Lbl", "item-body": "LBody", "row": "TR", "caption": "Caption",
    "quote": "BlockQuote", "figure": "Figure", "formula": "Formula", "character": "Span", "link": "Link", "reference": "Reference", "toc": "TOC", "toc-entry": "TOCI", "span": "Span", "ruby": "Ruby", "ruby-base": "RB", "ruby-text": "RT",
}  # fmt: skip


def _note_id(number: int) -> bytes:
    """A note's identifier: in a name tree they stand in order."""
    return b"note-%06d" % number


INLINE = b"/A<</O/Layout/Placement/Inline>>"
"""The attributes of what stands in lines, in several places (table 343)."""


def bounds(x: float, y: float, width: float, height: float, placement: str) -> bytes:
    """The attributes of a figure or a formula: where it is, in PDF's coordinates, and whether it stands in a line
    (tables 343 and 344)."""
    box = " ".join(map(real, (x, y, x + width, y + height)))
    return f"/A<</O/Layout/Placement/{placement}/BBox[{box}]>>".encode("ascii")


def _owner(owner: StructureElement | list[StructureElement]) -> bytes:
    if isinstance(owner, StructureElement):
        return b"%d 0 R" % owner.number
    return b"[%s]" % b" ".join(b"%d 0 R" % each.number for each in owner)


# --- tables ------------------------------------------------------------------------------------------------------


def _regularise(table: StructureElement, add: Callable[[str, StructureElement], StructureElement]) -> None:
    """Give cells their spans and scopes, and every row as many columns (ISO 14289-1, 7.5): what a source leaves out
    becomes an empty cell, a span that leaves the table is cut."""
    rows = [kid for kid in table.kids if isinstance(kid, StructureElement) and kid.tag == "TR"]
    filled: list[set[int]] = [set() for _ in rows]
    for number, row in enumerate(rows):
        cells = [kid for kid in row.kids if isinstance(kid, StructureElement)]
        scope = b"/Scope/Column" if all(cell.tag == "TH" for cell in cells) else b"/Scope/Row"
        column = 0
        for cell in cells:
            while column in filled[number]:
                column += 1
            columns, height = cell.span[0], min(cell.span[1], len(rows) - number)
            for below in range(number, number + height):
                filled[below].update(range(column, column + columns))
            column += columns
            cell.attributes = _cell_attributes(columns, height, scope if cell.tag == "TH" else b"")
    width = max((max(taken, default=-1) for taken in filled), default=-1) + 1
    for row, taken in zip(rows, filled, strict=True):
        for _ in range(width - len(taken)):
            add("TD", row)


def _cell_attributes(columns: int, rows: int, scope: bytes) -> bytes:
    span = (b"/ColSpan %d" % columns if columns > 1 else b"") + (b"/RowSpan %d" % rows if rows > 1 else b"")
    return b"/A<</O/Table%s%s>>" % (span, scope) if span or scope else b""
