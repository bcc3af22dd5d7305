"""Blocks as XHTML: sections, paragraphs, lists, tables, figures."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import assert_never

from convert.layout.apart import gapped, parted
from convert.layout.code import code_inlines
from convert.layout.columns import placed_cells
from convert.layout.fitting import Fit, fit_table
from convert.layout.joint import is_joint, names_and_ending
from convert.layout.numbers import Decimal, decimals, unaligned
from convert.layout.seats import seats_of, spaced
from convert.layout.sections import Section, begins_section
from convert.layout.usage import NOTE_GAP
from convert.model import (
    Block,
    Cell,
    CodeBlock,
    Column,
    Figure,
    Group,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    MathBlock,
    Node,
    PageBreak,
    Para,
    Quote,
    Raw,
    Ref,
    Rule,
    Table,
    Text,
    Toc,
    replace,
)
from convert.model.build import numbered
from convert.model.walk import plain
from convert.style.sheet import Sheet
from convert.writers.epub.inlines import ENDNOTES, InlineMarkup, PlacedNote
from convert.writers.epub.ledger import Ledger
from convert.writers.epub.lists import marker_class
from convert.writers.epub.markup import box_class, css_name, table_class, tag

_DEEPEST_TAG = 6  # h6
_SCREEN = 22  # em of the body: what a small screen is wide
_GOES_ON = "goes-on"
"""Class of a table with more of the rows of one that the file before ends with: its head is there again."""
_HTML_TYPES = {"decimal": "1", "lower-alpha": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading for the navigation: `level` from 1, its text, the place it links to."""

    level: int
    text: str
    href: str


class BlockMarkup:
    """Writes the blocks of one content document after the other.

    `titled`: whether the title is the book's h1, so that headings begin at h2. `entries`: the headings met.
    """

    def __init__(self, sheet: Sheet, ledger: Ledger, inlines: InlineMarkup, *, titled: bool) -> None:
        self._sheet, self._ledger, self._inlines = sheet, ledger, inlines
        self._levels = [0] if titled else []  # source levels of the headings that are open
        self._new_page = self._goes_on = False
        self._list_level = 0
        self._room = sheet.page.area_width  # for a table on paper, in pt
        self.entries: list[Entry] = []

    def document(self, blocks: Iterable[Block], file: str, *, goes_on: bool = False) -> str:
        """The body of a content document: its blocks in sections, one for each heading. `goes_on`: it begins with more of
        a table."""
        self._inlines.file = file
        self._new_page, self._goes_on = False, goes_on
        pieces: list[str] = []
        levels: list[int] = []
        for block in blocks:
            if isinstance(block, Heading):
                while levels and levels[-1] >= block.level:
                    levels.pop()
                    pieces.append("</section>\n")
                name = self._ledger.place_heading(block.id, file)
                kind = "" if levels else "chapter"
                role = f"doc-{kind}" if kind else ""
                pieces.append(tag("section", epub__type=kind, role=role, aria_labelledby=name) + "\n")
                levels.append(block.level)
                pieces.append(self._heading(block, name))
            else:
                pieces.append(self._block(block, "body"))
        return "".join(pieces) + "</section>\n" * len(levels) + self._footnotes()

    def _footnotes(self) -> str:
        """The notes of the file at hand: reading systems show them where their marks are."""
        notes, self._inlines.notes = self._inlines.notes, []
        return "".join(map(self._footnote, notes))

    def _footnote(self, placed: PlacedNote) -> str:
        start = tag(
            "aside",
            epub__type="footnote",
            role="doc-footnote",
            id=placed.place,
            class_="footnote",
            lang=placed.note.lang,
        )
        return f"{start}\n{self._note(placed)}</aside>\n"

    def endnotes(self) -> str:
        """The body of the file of the endnotes, "" where the book has none (DPUB-ARIA 1.1, doc-endnotes: a list)."""
        notes, self._inlines.endnotes = self._inlines.endnotes, []
        self._inlines.file = ENDNOTES
        items = (
            f"{tag('li', epub__type='endnote', id=placed.place, lang=placed.note.lang)}\n{self._note(placed)}</li>\n"
            for placed in notes
        )
        return f'<ol class="endnotes">\n{"".join(items)}</ol>\n' if notes else ""

    def _note(self, placed: PlacedNote) -> str:
        """The blocks of a note, its mark before them, which leads back."""
        note = placed.note
        role = self._sheet.note_role(note.kind)
        font = self._sheet.roles[role].font
        self._ledger.place_as(note.id, self._inlines.file, placed.place)
        file = "" if placed.file == self._inlines.file else placed.file
        link = tag("a", role="doc-backlink", href=f"{file}#{placed.mark}")
        mark = f"{link}{self._inlines.plain(note.number, font)}</a>{self._inlines.plain(NOTE_GAP, font)}"
        first, rest = note.children[:1], note.children[1:]
        if first and isinstance(first[0], Para):
            opening = self._text("p", first[0], first[0].children, self._sheet.role_of(first[0], role), before=mark)
        else:
            opening = self._text("p", Para(()), (), role, before=mark) + self._blocks(first, role)
        return opening + self._blocks(rest, role)

    def _blocks(self, blocks: Iterable[Block], container: str) -> str:
        return "".join(map(self._block, blocks, itertools.repeat(container)))

    def _block(self, block: Block, container: str) -> str:
        match block:
            case Para():
                name = "h1" if self._sheet.base_role(block.role) == "title" else "p"
                return self._text(name, block, block.children, self._sheet.role_of(block, container), block.align)
            case Heading():
                return self._heading(block, self._ledger.place_heading(block.id, self._inlines.file))
            case CodeBlock():
                return self._code(block)
            case List():
                return self._list(block, self._sheet.list_role(container))
            case Table():
                return self._table(block)
            case Figure():
                start = tag("figure", **self._common(block))
                caption = self._caption("figcaption", block)
                return f"{start}\n{self._blocks(block.children, container)}{caption}</figure>\n"
            case Quote() | Group() | Toc():
                return self._box(block, container)
            case PageBreak():
                self._new_page = True
                return ""
            case Rule():
                name = f"rule-{css_name(block.role)}" if block.role in self._sheet.rules else ""
                return tag("hr", **self._common(block, name))[:-1] + "/>\n"
            case MathBlock():
                role = self._sheet.role_of(block)
                page = self._inlines.pages.enter(block, self._inlines.file)
                content = self._inlines.formula(block, self._sheet.roles[role].font)
                return f"{tag('p', **self._common(block, css_name(role)))}{page}{content}</p>\n"
            case Raw():
                raise TypeError("Raw must be lowered before it is written")
            case _:
                assert_never(block)

    def _box(self, block: Quote | Group | Toc, container: str) -> str:
        match block:
            case Quote():
                inner = self._sheet.inner_role(block, container)
                start, inside = tag("blockquote", **self._common(block)), self._blocks(block.children, inner)
                return f"{start}\n{inside}</blockquote>\n"
            case Group():
                name = f"group-{css_name(block.role)}" if block.role else ""
                outer, section = self._room, Section().within(block)
                self._room = section.paper(self._sheet).area_width if begins_section(block) else outer
                start = tag("div", **self._common(block, name))
                inside = self._joint(block, container) if is_joint(block) else self._blocks(block.children, container)
                self._room = outer
            case Toc():
                entries = map(_without_page, block.children)
                start, inside = tag("div", **self._common(block, "contents")), self._blocks(entries, "toc")
        return f"{start}\n{inside}</div>\n"

    def _joint(self, group: Group, container: str) -> str:
        """The blocks of a letterhead of several issuers: their names stand together beside what ends them."""
        names, ending = names_and_ending(group, self._sheet)
        beside = self._blocks((ending,), container) if ending else ""
        return f"<div>\n{self._blocks(names, container)}</div>\n{beside}"

    def _common(self, node: Node, *classes: str) -> dict[str, str]:
        """The attributes that any block may have. The first block after a page break begins a page."""
        names = [name for name in classes if name]
        if role := self._sheet.box_role(node):
            names.append(box_class(role))
        if self._new_page:
            names.append("new-page")
            self._new_page = False
        return {"class_": " ".join(names), **self._inlines.common(node)}

    # --- text ----------------------------------------------------------------------------------------------------

    def _text(
        self,
        name: str,
        node: Node,
        inlines: tuple[Inline, ...],
        role: str,
        align: str = "",
        id: str = "",
        before: str = "",
        style: str = "",
        source: Node | None = None,
    ) -> str:
        """A block of text. `source`: the node that it is the text of on paper, where it is not `node`."""
        page = self._inlines.pages.enter(source or node, self._inlines.file)
        start = self._common(
            node,
            self._role_class(role),
            f"align-{align}" if align else "",
            _spaced(inlines),
            _pictured(inlines),
            _apart(inlines),
        )
        if id:
            start["id"] = id
        start["style"] = style
        words = tuple(spaced(seats_of(inlines))) or gapped(inlines)
        text = self._inlines.markup(words, self._sheet.roles[role].font)
        return f"{tag(name, **start)}{page}{before}{text}{self._inlines.pages.leave(self._inlines.file)}</{name}>\n"

    def _role_class(self, role: str) -> str:
        """The class of a role; one that was made for this document has that of the style's own before it."""
        base = self._sheet.base_role(role)
        return css_name(role) if base == role else f"{css_name(base)} {css_name(role)}"

    def _heading(self, heading: Heading, id: str) -> str:
        inlines = numbered(heading)
        text = " ".join(plain(inlines, notes=False).replace("\n", " ").split())
        if text:
            self.entries.append(Entry(heading.level, text, f"{self._inlines.file}#{id}"))
        while self._levels and self._levels[-1] >= heading.level:
            self._levels.pop()
        self._levels.append(heading.level)
        level = min(len(self._levels), _DEEPEST_TAG)  # without gaps, whatever the source's levels are
        return self._text(
            f"h{level}", replace(heading, id=""), inlines, self._sheet.role_of(heading), id=id, source=heading
        )

    def _caption(self, name: str, block: Table | Figure) -> str:
        caption = numbered(block)
        return self._text(name, Para(()), caption, "caption", source=block) if caption else ""

    def _code(self, block: CodeBlock) -> str:
        role = self._sheet.role_of(block)
        start = tag("pre", **self._common(block, css_name(role)))
        text = self._inlines.pages.enter(block, self._inlines.file)
        text += self._inlines.code(code_inlines(block), self._sheet.roles[role].font)
        text += self._inlines.pages.leave(self._inlines.file)
        language = f"language-{css_name(block.language)}" if block.language else ""
        return f"{start}{tag('code', class_=language)}{text}</code></pre>\n"

    # --- lists ---------------------------------------------------------------------------------------------------

    def _list(self, block: List, role: str) -> str:
        if not block.items:
            return ""
        described = any(item.term for item in block.items)
        name = "dl" if described else "ol" if block.ordered else "ul"
        type_, start = "", ""
        if name == "ol":
            type_ = _HTML_TYPES.get(block.style or "decimal", "")
            start = str(block.start) if block.start != 1 else ""
        kind = "" if described else marker_class(block, self._list_level, self._sheet)
        opening = tag(name, **self._common(block, kind), start=start, type_=type_)
        self._list_level += 1
        items = [
            self._described(item, role, first=not n) if described else self._item(item, n, block, role)
            for n, item in enumerate(block.items)
        ]
        self._list_level -= 1
        return f"{opening}\n{''.join(items)}</{name}>\n"

    def _item(self, item: ListItem, number: int, block: List, role: str) -> str:
        level = self._list_level - 1
        marker = self._sheet.lists.marker(block, item, block.start + number, level)
        self._ledger.texts[self._sheet.roles["list"].font].append(marker)
        kind = "" if item.checked is None else "checked" if item.checked else "unchecked"
        return f"{tag('li', **self._common(item, kind))}{self._blocks(item.children, role)}</li>\n"

    def _described(self, item: ListItem, role: str, *, first: bool) -> str:
        """A term with its explanation; one without a term explains the one before, which a first one has not."""
        term = self._text("dt", item, item.term, role) if item.term or first else ""
        details = self._blocks(item.children, role)
        return f"{term}<dd>{details}</dd>\n"

    # --- tables --------------------------------------------------------------------------------------------------

    def _table(self, block: Table) -> str:
        goes_on, self._goes_on = self._goes_on, False
        look = table_class(self._sheet.tables.name_of(block))
        fit = fit_table(block, self._sheet, self._room)
        pieces = [tag("table", **self._common(block, look, _GOES_ON if goes_on else "")), "\n"]
        pieces.append(self._caption("caption", block))
        if fit.widths:
            pieces += "<colgroup>", *self._columns(block, fit), "</colgroup>\n"
        rows = list(self._rows(block, fit))
        for name, part in (("thead", rows[: len(block.head)]), ("tbody", rows[len(block.head) :])):
            if part:
                pieces += f"<{name}>\n", *part, f"</{name}>\n"
        pieces.append("</table>\n")
        if fit.ease > _SCREEN * self._sheet.roles["body"].size:
            pieces = [tag("div", class_="scroll", tabindex="0"), "\n", *pieces, "</div>\n"]
        if block.notes:
            pieces.append(f'<div class="table-notes">\n{self._blocks(block.notes, "note")}</div>\n')
        return "".join(pieces)

    def _columns(self, block: Table, fit: Fit) -> Iterator[str]:
        """The columns with their share of the width, as on paper."""
        total = sum(fit.widths) or 1.0
        for column, width in zip_longest(block.columns, fit.widths, fillvalue=None):
            attributes = self._inlines.common(column) if isinstance(column, Column) else {}
            style = f"width:{width / total:.2%}" if isinstance(width, float) else ""
            yield tag("col", **attributes, style=style)[:-1] + "/>"

    def _rows(self, block: Table, fit: Fit) -> Iterator[str]:
        cells: list[list[str]] = [[] for _ in (*block.head, *block.body)]
        numbers = decimals(block, self._sheet.tables.look_of(block))
        for number, column, cell in placed_cells(block):
            decimal = numbers.get((number, column))
            width = sum(fit.widths[column : column + cell.colspan]) - 2 * fit.padding
            cells[number].append(self._cell(cell, fit, width, number < len(block.head), decimal))
        for row, held in zip((*block.head, *block.body), cells, strict=True):
            yield f"{tag('tr', **self._inlines.common(row))}{''.join(held)}</tr>\n"

    def _cell(self, cell: Cell, fit: Fit, width: float, head: bool, decimal: Decimal | None) -> str:
        header = cell.header or head
        name, container = ("th", fit.header) if header else ("td", fit.cell)
        start = tag(
            name,
            **self._inlines.common(cell),
            class_=f"align-{cell.align}" if cell.align and not decimal else "",
            scope=("col" if head else "row") if header else "",
            colspan=str(cell.colspan) if cell.colspan > 1 else "",
            rowspan=str(cell.rowspan) if cell.rowspan > 1 else "",
        )
        outer, self._room = self._room, width
        content = self._number(cell, container, decimal) if decimal else self._blocks(cell.children, container)
        self._room = outer
        return f"{start}{content}</{name}>"

    def _number(self, cell: Cell, container: str, decimal: Decimal) -> str:
        """A number in the middle, with room at its sides for what others in its column have more: CSS aligns by no point."""
        left, right = decimal.most_before - decimal.before, decimal.most_after - decimal.after
        room = f"padding:0 {right:.2f}ch 0 {left:.2f}ch"
        return "".join(
            self._text("p", each, each.children, self._sheet.role_of(each, container), "center", style=room)
            for each in unaligned(cell)
        )


def _without_page(entry: Block) -> Block:
    """An entry of a table of contents without the page at its end: a book that is reflowed has none."""
    if isinstance(entry, Para) and entry.children and isinstance(entry.children[-1], Ref):
        return replace(entry, children=entry.children[:-1])
    return entry


def _pictured(inlines: Sequence[Inline]) -> str:
    """The class of a text that is one picture: as wide as a small screen it must not be indented."""
    return "picture" if len(inlines) == 1 and isinstance(inlines[0], Image) else ""


def _apart(inlines: Sequence[Inline]) -> str:
    """The class of a text whose last part stands at the far end of its line, or that is shared by seats."""
    return "seats" if seats_of(inlines) and inlines else "apart" if parted(inlines)[1] else ""


def _spaced(inlines: Iterable[Inline]) -> str:
    """The class of a text whose white space counts: runs of spaces that would collapse."""
    return "spaced" if any(isinstance(part, Text) and "  " in part.text for part in inlines) else ""
