"""The logical structure: what a screen reader follows (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, PDF/UA-1).

Elements enter the tree when their first content is drawn, so that siblings stand in reading order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from convert.layout.result import Element
from convert.model import Figure
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.elements import Row, StructureElement, TableRows
from convert.writers.pdf.objects import Raw, real, text_string

_DEEPEST = 6  # H1 to H6
_NUMBERING = {
    "none": "Disc", "decimal": "Decimal", "lower-alpha": "LowerAlpha", "upper-alpha": "UpperAlpha",
    "lower-roman": "LowerRoman", "upper-roman": "UpperRoman",
}  # fmt: skip
"""Values of ListNumbering (table 347). It has none for 一、 and ①: they count in tens, so Decimal comes nearest."""


class Structure:
    """The structure tree of a document in the making."""

    def __init__(self, document: TaggedDocument) -> None:
        self._document = document
        self.root = Raw(b"")
        document.structure_root = document.add(self.root)
        self._top: StructureElement | None = None
        self._made: dict[Element, StructureElement] = {}
        self._levels: list[int] = []  # source levels of the headings that are open
        self._open: dict[int, StructureElement] = {}  # by number: those that are not in the file yet
        self._tables: dict[int, TableRows] = {}  # by number of the table
        self._notes: list[int] = []  # numbers
        self._parents: list[bytes] = []  # the parent tree: its index is the key

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
            above.element = each
            if each.then is not None:
                self.of(each.then)
        return self._made[element]

    def owned_by(self, owner: StructureElement | Iterable[StructureElement]) -> int:
        """A new key in the parent tree, for a page (whose contents belong to nodes one after the other) or an
        annotation."""
        if isinstance(owner, StructureElement):
            self._parents.append(b"%d 0 R" % owner.number)
        else:
            self._parents.append(b"[%s]" % b" ".join(b"%d 0 R" % each.number for each in owner))
        return len(self._parents) - 1

    def finish(self) -> None:
        """Write down what is not in the file yet, and the root."""
        for table in list(self._tables.values()):
            self._settle(table.rest())
        for node in self._open.values():
            self._document.put(node.number, node.format(self._document))
        keys = (b"%d %s" % entry for entry in enumerate(self._parents))
        top = b"/K %d 0 R" % self._top.number if self._top else b""
        notes = b" ".join(b"(%s)%d 0 R" % (_note_id(n), number) for n, number in enumerate(self._notes, 1))
        self.root.data = b"<</Type/StructTreeRoot%s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d%s>>" % (
            top, b" ".join(keys), len(self._parents), b"/IDTree<</Names[%s]>>" % notes if notes else b"",
        )  # fmt: skip

    def _settle(self, rows: Iterable[Row]) -> None:
        """Rows are complete: they go into the file, and are forgotten: a table may have a hundred thousand. One with a
        footnote stays, for the note comes at the foot of the page."""
        for row in rows:
            for _ in range(row.missing):
                self._add("TD", row.node)
            if row.noted:
                continue
            for node in row.members:
                if node.tag == "Table" and (inner := self._tables.pop(node.number, None)):
                    self._settle(inner.rest())
                self._document.put(node.number, node.format(self._document))
                del self._open[node.number]
                if node.element is not None:
                    del self._made[node.element]

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
            case "table" | "row" | "header-cell" | "cell":
                return self._tabular(element, parent, extra)
            case "figure" | "formula" | "character":
                key = b"/ActualText" if element.kind == "character" else b"/Alt"
                spoken = b"/ActualText" + text_string(element.text) if element.text else b""
                return self._add(_TAGS[element.kind], parent, extra + key + text_string(element.alt) + spoken)
            case "note":  # must have an identifier (ISO 14289-1, 7.9)
                note = self._add("Note", parent)
                self._notes.append(note.number)
                if note.row:
                    note.row.noted = True
                note.extra = extra + b"/ID(%s)" % _note_id(len(self._notes))
                return note
            case "code":  # an inline-level type: it needs a block around it
                return self._add("Code", self._add("P", parent), extra)
            case "group":
                return self._add("Div" if isinstance(element.node, Figure) else "Sect", parent, extra)
            case (
                "paragraph" | "item" | "label" | "item-body" | "caption" | "quote" | "link" | "reference" | "span"
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
        made = StructureElement(tag, parent, self._document.reserve(), extra, attributes)
        self._open[made.number] = made
        if parent is not None:
            parent.kids.append(made.number)
        if made.row:
            made.row.members.append(made)
        return made

    def _tabular(self, element: Element, parent: StructureElement | None, extra: bytes) -> StructureElement:
        """A table, a row or a cell. Where a row begins, those above that reach no further down are complete."""
        made = self._add(_TAGS[element.kind], parent, extra)
        made.span = element.span
        if element.kind == "table":
            self._tables[made.number] = TableRows(*element.span)
        elif element.kind == "row":
            if made.row:  # a table in a cell: its rows come and go by themselves
                made.row.members.remove(made)
            made.row = Row(made, members=[made])
            if parent:
                self._settle(self._tables[parent.number].add(made.row))
        elif made.row:
            made.row.cells.append(made)
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
    "paragraph": "P", "item": "LI", "label": "Lbl", "item-body": "LBody", "table": "Table", "row": "TR", "header-cell": "TH", "cell": "TD", "caption": "Caption",
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
