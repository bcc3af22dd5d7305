"""Blocks as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from convert.layout.columns import column_widths, placed_cells
from convert.model import (
    Block,
    Cell,
    CodeBlock,
    Figure,
    Group,
    Heading,
    Image,
    Inline,
    LineBreak,
    List,
    MathBlock,
    Node,
    PageBreak,
    Para,
    Quote,
    Raw,
    Rule,
    Table,
    Text,
    Toc,
)
from convert.model import replace as replace_node
from convert.model.nodes import Align
from convert.model.walk import nodes
from convert.style.sheet import Computed, Sheet
from convert.writers.docx.bookmarks import Bookmarks
from convert.writers.docx.geometry import em, twips
from convert.writers.docx.lists import DEEPEST, GAP, Numberings
from convert.writers.docx.looks import ALIGNMENTS, Properties, char_look, indents, spacing
from convert.writers.docx.names import StyleNames
from convert.writers.docx.pictures import Drawings
from convert.writers.docx.runs import Runs
from convert.writers.docx.xml import paragraph, switch, value

_EIGHTHS = 8  # of a pt: the unit of a border's weight
_ORDER = ("pStyle", "keepNext", "pageBreakBefore", "numPr", "pBdr", "spacing", "ind", "jc")  # 17.3.1.26, CT_PPr


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the role of plain paragraphs, the room in pt, how deep in lists and the indent that gives,
    whether it stays with what follows, its language ("" for the document's)."""

    container: str
    width: float
    level: int = 0
    indent: float = 0.0
    keep: bool = False
    lang: str = ""

    def inside(self, container: str) -> Place:
        """The same place, where plain paragraphs take another role."""
        return replace(self, container=container)


class Body:
    """Writes the blocks of a document in reading order."""

    def __init__(
        self,
        sheet: Sheet,
        names: StyleNames,
        runs: Runs,
        bookmarks: Bookmarks,
        numberings: Numberings,
        drawings: Drawings,
    ) -> None:
        self._sheet, self._names, self._runs = sheet, names, runs
        self._bookmarks, self._numberings, self._drawings = bookmarks, numberings, drawings
        self._new_page = False
        self._marks = ""  # bookmarks that wait for a paragraph
        self._numbering = ""  # of the list item that the next paragraph begins

    def write(self, blocks: Iterable[Block]) -> str:
        """The content of `w:body`, without the section's properties."""
        return self._blocks(blocks, Place("body", self._sheet.page.area_width))

    def _blocks(self, blocks: Iterable[Block], place: Place) -> str:
        """Blocks one after the other. Word joins neighbouring tables, and ends no container with one: an empty
        paragraph stands between and behind."""
        pieces: list[str] = []
        for block in blocks:
            written = self._block(block, place)
            if written.startswith("<w:tbl>") and pieces and pieces[-1].endswith("</w:tbl>"):
                pieces.append(self._empty(place))
            if written:
                pieces.append(written)
        if pieces and pieces[-1].endswith("</w:tbl>"):
            pieces.append(self._empty(place))
        return "".join(pieces)

    def _block(self, block: Block, place: Place) -> str:
        self._marks += self._bookmarks.mark(block.id)
        self._drawings.width = max(place.width - place.indent, 1.0)
        place = replace(place, lang=block.lang) if block.lang else place
        match block:
            case Para():
                return self._paragraph(block, block.children, place, block.align)
            case Heading():
                inlines = (Text(block.number), *block.children) if block.number else block.children
                return self._paragraph(block, inlines, place)
            case CodeBlock():
                return self._paragraph(block, (Text(block.text.replace("\r\n", "\n")),), place)
            case List():
                return "".join(self._items(block, place))
            case Table():
                return self._table(block, place)
            case Figure():
                return self._figure(block, place)
            case Quote():
                return self._blocks(block.children, place.inside("quote"))
            case Group():
                return self._blocks(block.children, place)
            case PageBreak():
                self._new_page = True
                return ""
            case Rule():
                return self._rule(place)
            case MathBlock() | Toc() | Raw():
                raise TypeError(f"{type(block).__name__} must be lowered before it is written")
            case _:
                assert_never(block)

    # --- paragraphs --------------------------------------------------------------------------------------------------

    def _paragraph(self, block: Node, inlines: tuple[Inline, ...], place: Place, align: Align = "") -> str:
        role = self._sheet.role_of(block, place.container)
        look = self._sheet.roles[role]
        own: Properties = {"pStyle": value("pStyle", self._names.blocks[role].id), **self._spaced(role, inlines)}
        if align:
            look = replace(look, align=align, indent_em=look.indent_em if align in ("left", "justify") else 0.0)
            own |= {"ind": indents(look), "jc": value("jc", ALIGNMENTS[look.align])}
        if place.keep:
            own["keepNext"] = switch("keepNext", True)
        own |= self._listed(look, place) | self._paged()
        properties = "".join(own[name] for name in _ORDER if name in own)
        marks, self._marks = self._marks, ""
        return paragraph(marks + self._runs.of(inlines, char_look(look), place.lang), properties)

    def _spaced(self, role: str, inlines: tuple[Inline, ...]) -> Properties:
        """The line spacing, where it is not the style's: a picture makes room for itself, and after a block of several
        lines off the grid (a title) there is what brings the next one back to it."""
        look = self._sheet.roles[role]
        pictured = any(isinstance(node, Image) for node in nodes(inlines))
        lines = 1 + sum(isinstance(inline, LineBreak) for inline in inlines)
        if not pictured and (look.on_grid or lines == 1):
            return {}
        return {"spacing": spacing(look, self._sheet, lines, exact=not pictured)}

    def _listed(self, look: Computed, place: Place) -> Properties:
        """The number and the indents of a paragraph in a list item, and those of what follows it there."""
        if not place.indent:
            return {}
        left = place.indent + look.left_em * em(look)
        chars = ' w:leftChars="0" w:firstLineChars="0"'
        numbering, self._numbering = self._numbering, ""
        if not numbering:
            return {"ind": f'<w:ind{chars} w:left="{twips(left)}" w:firstLine="{twips(look.indent_em * em(look))}"/>'}
        hanging = GAP * em(self._sheet.roles["list"])
        return {"numPr": numbering, "ind": f'<w:ind{chars} w:left="{twips(left)}" w:hanging="{twips(hanging)}"/>'}

    def _paged(self) -> Properties:
        new_page, self._new_page = self._new_page, False
        return {"pageBreakBefore": switch("pageBreakBefore", True)} if new_page else {}

    def _empty(self, place: Place) -> str:
        return self._paragraph(Para(()), (), replace(place, indent=0.0))

    def _rule(self, place: Place) -> str:
        weight = round(self._sheet.table.rule * _EIGHTHS)
        border = f'<w:pBdr><w:bottom w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/></w:pBdr>'
        own = {"pStyle": value("pStyle", self._names.blocks[place.container].id), "pBdr": border, **self._paged()}
        return paragraph("", "".join(own[name] for name in _ORDER if name in own))

    # --- lists -------------------------------------------------------------------------------------------------------

    def _items(self, block: List, place: Place) -> Iterator[str]:
        step = self._sheet.lists.indent_em * em(self._sheet.roles["list"])
        inside = replace(place, container="list", level=place.level + 1, indent=place.indent + step)
        numbering = 0
        for item in block.items:
            self._marks += self._bookmarks.mark(item.id)
            if item.term:
                yield self._paragraph(Para(()), item.term, replace(inside, indent=place.indent))
            else:
                if not numbering or item.checked is not None:
                    numbering = self._numberings.of(block, place.level, item)
                level = min(place.level, DEEPEST)
                self._numbering = f"<w:numPr>{value('ilvl', level)}{value('numId', numbering)}</w:numPr>"
            written = self._blocks(item.children, inside)
            yield written if not self._numbering else self._paragraph(Para(()), (), inside) + written

    # --- figures and tables ------------------------------------------------------------------------------------------

    def _figure(self, block: Figure, place: Place) -> str:
        """Pictures in the middle, which stay with their caption."""
        middle = [
            replace_node(child, align="center") if isinstance(child, Para) and not child.align else child
            for child in block.children
        ]
        written = self._blocks(middle, replace(place, keep=bool(block.caption)))
        return written + (self._caption(block.caption, place) if block.caption else "")

    def _caption(self, caption: tuple[Inline, ...], place: Place) -> str:
        return self._paragraph(Para(caption, role="caption"), caption, replace(place, indent=0.0))

    def _table(self, block: Table, place: Place) -> str:
        caption = self._caption(block.caption, replace(place, keep=True)) if block.caption else ""
        look, rows = self._sheet.roles["cell"], (*block.head, *block.body)
        padding = self._sheet.table.padding_em * look.em
        widths = column_widths(block, place.width, look.em, padding)
        if not rows or not widths:
            return caption + self._blocks(block.notes, place.inside("note"))
        before = self._empty(place) if self._new_page and not caption else ""  # a table cannot begin a page itself
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
        placed = {(row, column): cell for row, column, cell in placed_cells(block)}
        written = "".join(
            f"<w:tr><w:trPr><w:cantSplit/>{switch('tblHeader', True) if number < len(block.head) else ''}</w:trPr>"
            f"{''.join(self._cells(number, placed, widths, len(rows), number < len(block.head), place))}</w:tr>"
            for number in range(len(rows))
        )
        table = f"<w:tbl>{self._table_properties(sum(widths), padding)}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"
        return before + caption + table + self._blocks(block.notes, place.inside("note"))

    def _table_properties(self, width: float, padding: float) -> str:
        weight, margin = round(self._sheet.table.rule * _EIGHTHS), twips(padding)
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        margins = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
        return (
            f'<w:tblPr><w:tblW w:w="{twips(width)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        )

    def _cells(
        self, row: int, placed: dict[tuple[int, int], Cell], widths: list[float], rows: int, head: bool, place: Place
    ) -> Iterator[str]:
        """The cells of a row: its own, those that go on from above, empty ones where the source has none."""
        column = 0
        while column < len(widths):
            cell = placed.get((row, column))
            if cell is not None and cell.rowspan > 1:
                for below in range(row + 1, min(row + cell.rowspan, rows)):
                    placed[below, column] = Cell((), cell.colspan, rowspan=0)  # 0: it goes on
            cell = cell or Cell(())
            span = min(cell.colspan, len(widths) - column)
            yield self._cell(cell, sum(widths[column : column + span]), span, head, place)
            column += span

    def _cell(self, cell: Cell, width: float, span: int, head: bool, place: Place) -> str:
        merged = "" if cell.rowspan == 1 else value("vMerge", "restart" if cell.rowspan else "continue")
        spanned = value("gridSpan", span) if span > 1 else ""
        container = "header-cell" if cell.header or head else "cell"
        padding = self._sheet.table.padding_em * self._sheet.roles["cell"].em
        inside = Place(container, width - 2 * padding, lang=cell.lang or place.lang)
        blocks = [
            replace_node(block, align=cell.align)
            if cell.align and isinstance(block, Para) and not block.align
            else block
            for block in cell.children
        ]
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{spanned}{merged}</w:tcPr>'
            f"{self._blocks(blocks, inside) or self._empty(inside)}</w:tc>"
        )
