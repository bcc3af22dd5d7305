"""Blocks as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from convert.layout.code import code_inlines
from convert.layout.fitting import fit_table
from convert.layout.foot import foot_of
from convert.layout.head import LETTERHEAD
from convert.layout.joint import JOINT, is_joint, names_and_ending, names_width
from convert.layout.numbers import DIGIT_EM, Decimal, decimals, unaligned
from convert.layout.result import FootPlace
from convert.layout.rules import Shape
from convert.layout.sections import Section, begins_section
from convert.model import (
    Block,
    Cell,
    CodeBlock,
    Figure,
    Group,
    Heading,
    List,
    Math,
    MathBlock,
    Note,
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
from convert.model.build import numbered
from convert.model.walk import followed
from convert.style.sheet import Sheet
from convert.writers.docx.aside import LONG, Aside
from convert.writers.docx.bookmarks import Bookmarks
from convert.writers.docx.boxes import boxed
from convert.writers.docx.divisions import Divisions, in_division
from convert.writers.docx.foot import anchor, floating
from convert.writers.docx.geometry import em, lead, pitch, space_before, twips
from convert.writers.docx.joint import joint_table, room
from convert.writers.docx.labels import Labels
from convert.writers.docx.lists import DEEPEST, Numberings
from convert.writers.docx.looks import char_look, code_tabs
from convert.writers.docx.names import TERM, StyleNames
from convert.writers.docx.notes import note_mark
from convert.writers.docx.paragraphs import Paragraphs
from convert.writers.docx.pictures import Drawings
from convert.writers.docx.places import Place
from convert.writers.docx.runs import Runs
from convert.writers.docx.sections import NO_LINE, SectionProperties, end_of, settle
from convert.writers.docx.tables import Frame, Slot, rows_of, table, table_cell, table_row
from convert.writers.docx.xml import FIELD_END, field_start, list_level

_TABLE_END = "</w:tbl>"
_LEAST_GAP = 0.5  # pt below a box


FootOf = Callable[[], "FootPlace | None"]
"""Gives the place of the group at the foot of the last page; None where it is higher than one and stands in the text."""


class Body:
    """Writes the blocks of a document in reading order. `aside`: where what is very long goes."""

    def __init__(
        self,
        sheet: Sheet,
        names: StyleNames,
        runs: Runs,
        bookmarks: Bookmarks,
        numberings: Numberings,
        labels: Labels,
        divisions: Divisions,
        drawings: Drawings,
        aside: Aside | None = None,
    ) -> None:
        self._sheet, self._names, self._runs = sheet, names, runs
        self._bookmarks, self._numberings, self._drawings = bookmarks, numberings, drawings
        self._labels, self._divisions, self._aside = labels, divisions, aside
        self._paragraphs = Paragraphs(sheet, names, runs, drawings, self._begin_section)
        self._section = self._next_section = Section()
        self._properties: SectionProperties = lambda section: ""
        self._begun = False  # something stands in the section

    def write(self, blocks: tuple[Block, ...], properties: SectionProperties, foot: FootOf) -> str:
        """The content of `w:body`; `properties` gives those of a section, `foot` the place at the foot of the last page."""
        self._properties = properties
        place = Place("body", self._sheet.page.area_width)
        blocks, group = foot_of(blocks, self._sheet)
        written = "".join(self._block(block, self._kept(place, after)) for block, after in followed(blocks))
        found = foot() if group else None
        if group and found:
            written += NO_LINE if written.endswith(_TABLE_END) else ""
            written += self._at_foot(group, place, found)
        elif group:
            written += self._block(group, place)
        elif written.endswith(_TABLE_END):
            written += self._paragraphs.empty(place) if self._section == self._next_section else NO_LINE
        return settle(written) + properties(self._section)

    def note(self, note: Note) -> str:
        """The content of a note, its mark first."""
        self._paragraphs.marks += self._bookmarks.mark(note.id) + note_mark(note.kind)
        blocks = note.children if isinstance(next(iter(note.children), None), Para) else (Para(()), *note.children)
        return self._blocks(blocks, Place(self._sheet.note_role(note.kind), self._sheet.page.area_width))

    def _blocks(self, blocks: Iterable[Block], place: Place) -> str:
        """Blocks one after the other. Word ends no container with a table: an empty paragraph stands behind."""
        written = "".join(self._block(block, self._kept(place, after)) for block, after in followed(blocks))
        return written + self._paragraphs.empty(place) if written.endswith(_TABLE_END) else written

    def _kept(self, place: Place, after: Block | None) -> Place:
        """The place of a block that something comes `after` which stays with it."""
        first = after.children[0] if isinstance(after, Group) and after.children else after
        stays = first is not None and first.role in self._sheet.roles and self._sheet.roles[first.role].keep_previous
        return replace(place, keep=True) if stays else place

    def _block(self, block: Block, place: Place) -> str:
        self._mark(block)
        self._drawings.width = max(place.width - place.indent, 1.0)
        place = replace(place, lang=block.lang) if block.lang else place
        match block:
            case Para():
                return self._paragraphs.write(block, block.children, place, block.align)
            case Heading():
                return self._heading(block, place)
            case List():
                return "".join(self._items(block, place))
            case Table():
                return self._table(block, place)
            case Figure():
                return self._figure(block, place)
            case Quote() | Group():
                return self._box(block, place)
            case PageBreak():
                self._paragraphs.new_page = True
                return ""
            case Rule():
                return self._paragraphs.rule(block, place)
            case Toc():
                return self._contents(block, place)
            case CodeBlock() | MathBlock():
                return self._code_or_formula(block, place)
            case Raw():
                raise TypeError("Raw must be lowered before it is written")
            case _:
                assert_never(block)

    # --- sections ----------------------------------------------------------------------------------------------------

    def _box(self, block: Quote | Group, place: Place) -> str:
        if isinstance(block, Group) and begins_section(block):
            return self._on_own_pages(block, place)
        if isinstance(block, Group) and is_joint(block):
            return self._joint(block, place)
        if isinstance(block, Group) and block.role == LETTERHEAD:
            self._paragraphs.drop, self._paragraphs.counting = 0.0, True
        inside = place.inside(self._sheet.inner_role(block, place.container))
        role = self._sheet.box_role(block)
        if role:
            return self._boxed(block, role, inside)
        inside = replace(inside, division=self._divisions.of(block, place.division))
        written = "".join(self._block(each, inside) for each in block.children)  # what it ends with, others look at
        self._paragraphs.counting = False
        return written

    def _joint(self, block: Group, place: Place) -> str:
        """The mark of several issuers, in the look of the names below the first one, which has space above it."""
        ended, division, sheet = self._begin_section(), in_division(place.division), self._sheet
        names, ending = names_and_ending(block, sheet)
        left = names_width(ending, sheet, place.width)
        first, last = sheet.look(names[0]), sheet.look(names[-1])
        height, drop = space_before(first, sheet), self._paragraphs.drop
        inside = replace(place, width=left, division=0)
        with self._runs.in_table():
            cells = [self._blocks((replace_node(name, role=names[-1].role) for name in names), inside)]
            cells += [self._blocks((ending,), replace(inside, width=place.width - left))] if ending else []
        widths = (left, place.width - left)[: len(cells)]
        self._paragraphs.gap = lead(last) - lead(sheet.roles["body"])  # the next one reckons with lines of the text
        self._paragraphs.drop = drop + height + len(names) * pitch(last)
        return ended + room(height, division) + joint_table(tuple(cells), widths, self._names.box(JOINT).id, division)

    def _boxed(self, block: Quote | Group, role: str, place: Place) -> str:
        """Blocks in a table of one cell."""
        ended, number, look = self._begin_section(), self._paragraphs.unmarked(place), self._sheet.roles[role]
        before = (
            self._paragraphs.empty(place)
            if self._paragraphs.new_page or self._paragraphs.gap or look.before_lines
            else ""
        )
        left, right = (0.0, 0.0) if isinstance(block, Quote) else (look.left_em * em(look), look.right_em * em(look))
        indent, width = place.indent + left, place.width - place.indent - left - right
        room = width - look.padding("left") - look.padding("right")
        inside, style = replace(place, width=room, indent=0.0, division=0), self._names.box(role).id
        with self._runs.in_table():
            content = self._blocks(block.children, inside) or self._paragraphs.empty(inside)
        written = boxed(look, style, indent, width, content, in_division(place.division))
        self._paragraphs.gap = max(look.box.border, _LEAST_GAP) + look.after_lines * self._sheet.grid.pitch
        return ended + number + before + written

    def _at_foot(self, group: Group, place: Place, found: FootPlace) -> str:
        """The blocks of a group at the foot of the last page, with the pages that begin before it."""
        self._paragraphs.new_page = False
        before = self._section
        self._next_section = Section(numbered=found.breaks < 2)
        ended = self._begin_section()
        begins = before != self._section  # a section: LibreOffice puts a table that is its first into the one before
        blank = self._paragraphs.empty(place) if found.breaks > 1 else NO_LINE if begins else ""
        with self._runs.in_table():
            content = self._blocks(group.children, replace(place, division=0)) or self._paragraphs.empty(place)
        written = floating(content, self._names.box(group.role).id, self._sheet, found)
        return ended + blank + written + anchor(new_page=found.breaks > 1 or (found.breaks == 1 and not begins))

    def _on_own_pages(self, group: Group, place: Place) -> str:
        """The blocks of a group in a section of its own, across its type area."""
        outer = self._next_section
        self._next_section = outer.within(group)
        width = self._next_section.paper(self._sheet).area_width
        written = "".join(self._block(block, replace(place, width=width, indent=0.0)) for block in group.children)
        self._next_section = outer
        return written

    def _begin_section(self) -> str:
        """The end of the section before, when there is something to stand in the one that is due."""
        if self._next_section == self._section:
            self._begun = True
            return ""
        ended, self._section = self._section, self._next_section
        self._paragraphs.new_page, self._paragraphs.gap, self._paragraphs.on_top = (
            False,
            0.0,
            self._begun,
        )  # the section begins a page
        self._drawings.page = self._section.paper(self._sheet)
        begun, self._begun = self._begun, True
        return end_of(self._properties(ended)) if begun else ""

    def _mark(self, block: Block) -> None:
        """A bookmark for a block's name; one that has a number gets it there."""
        if not (isinstance(block, Heading) or (isinstance(block, Table | Figure) and block.number)):
            self._paragraphs.marks += self._bookmarks.mark(block.id)

    # --- headings, code, formulas --------------------------------------------------------------------------------------

    def _heading(self, block: Heading, place: Place) -> str:
        look = char_look(self._sheet.look(block))
        content, numbering = self._labels.heading(block, look, place.lang, listed=bool(self._paragraphs.numbering))
        return self._paragraphs.write(block, block.children, place, content=content, numbering=numbering)

    def _code_or_formula(self, block: CodeBlock | MathBlock, place: Place) -> str:
        if isinstance(block, CodeBlock):
            stops = code_tabs(self._sheet.look(block)) if "\t" in block.text else ""
            return self._paragraphs.write(
                block, code_inlines(block), replace(place, variant=block.language), tabs=stops
            )
        content = self._runs.display(block, char_look(self._sheet.look(block)))
        return self._paragraphs.write(block, (Math(block.tex, block.mathml),), place, content=content)

    # --- lists -------------------------------------------------------------------------------------------------------

    def _items(self, block: List, place: Place) -> Iterator[str]:
        role = self._sheet.list_role(place.container)
        step = self._sheet.lists.indent_em * em(self._sheet.roles[role])
        inside = replace(place, container=role, level=place.level + 1, indent=place.indent + step)
        yield self._paragraphs.unmarked(place)
        numberings: dict[bool | None, int] = {}  # by what an item is marked with
        due = 0  # the number that would go on counting
        described = any(item.term for item in block.items)
        for number, item in enumerate(block.items, block.start):
            self._paragraphs.marks += self._bookmarks.mark(item.id)
            if item.term:
                yield self._paragraphs.write(
                    Para(()), item.term, replace(inside, indent=place.indent, keep=True, variant=TERM)
                )
            elif not described:
                counts = block.ordered and item.checked is None
                if item.checked not in numberings or (counts and due != number):
                    begun = self._numberings.of(block, place.level, item, number, role, begins=not numberings)
                    numberings[item.checked] = begun
                due = number + 1 if counts else due
                self._numberings.check(block, item, number)
                self._paragraphs.numbering = list_level(min(place.level, DEEPEST), numberings[item.checked])
            yield self._blocks(item.children, inside)
            yield self._paragraphs.unmarked(inside)

    # --- tables of contents ------------------------------------------------------------------------------------------

    def _contents(self, block: Toc, place: Place) -> str:
        """The entries, as the result of the field that Word makes them anew with; what else stands there is no field's."""
        entries = bool(block.children) and all(isinstance(child, Para) for child in block.children)
        instruction = self._labels.contents(block) if entries else ""
        self._paragraphs.marks += field_start(instruction) if instruction else ""
        written = "".join(
            self._entry(child, place.inside("toc")) if isinstance(child, Para) else self._blocks((child,), place)
            for child in block.children
        )
        return written.removesuffix("</w:p>") + FIELD_END + "</w:p>" if instruction else written

    def _entry(self, entry: Para, place: Place) -> str:
        """An entry: dots lead from its words to the page at the right edge."""
        look = self._sheet.look(entry, "toc")
        edge = twips(place.width - look.right_em * em(look))
        tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>'
        words, page = entry.children[:-1], entry.children[-1:]
        return self._paragraphs.write(entry, (*words, Text("\t"), *page), place, tabs=tabs)

    # --- figures and tables ------------------------------------------------------------------------------------------

    def _figure(self, block: Figure, place: Place) -> str:
        """Pictures in the middle, which stay with their caption."""
        middle = [
            replace_node(child, align="center") if isinstance(child, Para) and not child.align else child
            for child in block.children
        ]
        captioned, place = bool(numbered(block)), replace(place, division=self._divisions.of(block, place.division))
        written = self._blocks(middle, replace(place, keep=captioned))
        return written + (self._caption(block, place) if captioned else "")

    def _caption(self, block: Table | Figure, place: Place) -> str:
        caption = Para(block.caption, role="caption")
        content = self._labels.caption(block, char_look(self._sheet.look(caption)), place.lang)
        return self._paragraphs.write(caption, block.caption, place, content=content)

    def _table(self, block: Table, place: Place) -> str:
        number = self._paragraphs.unmarked(place) + self._begin_section()
        caption = self._caption(block, replace(place, keep=True)) if numbered(block) else ""
        fit = fit_table(block, self._sheet, place.width - place.indent)
        if not (block.head or block.body) or not fit.widths:
            return number + caption + self._blocks(block.notes, place.inside("note"))
        # a table cannot begin a page itself, and joins the one before it
        before = (
            self._paragraphs.empty(place) if (self._paragraphs.new_page or self._paragraphs.gap) and not caption else ""
        )
        shape = Shape(len(block.head) + len(block.body), len(block.head), len(fit.widths))
        look = self._sheet.tables.look_of(block)
        frame = Frame(look, shape, fit, decimals(block, look), bool(block.notes))
        rows = (
            table_row(
                (self._cell(slot, number, frame, place) for slot in slots),
                header=number < len(block.head),
                division=in_division(place.division),
            )
            for number, slots in enumerate(rows_of(block, len(fit.widths)))
        )
        style = self._names.tables[self._sheet.tables.name_of(block)].id
        marks, self._paragraphs.marks = self._paragraphs.marks, ""
        held = [self._aside.put(rows)] if self._aside and shape.rows > LONG else rows
        written = marks + table(frame, style, place.indent, held)
        self._paragraphs.gap = self._sheet.grid.pitch / 2
        return number + before + caption + written + self._blocks(block.notes, place.inside("note"))

    def _cell(self, slot: Slot, row: int, frame: Frame, place: Place) -> str:
        cell, header = slot.cell, slot.cell.header or row < frame.shape.head
        container = frame.fit.header if header else frame.fit.cell
        width, keep = frame.width(slot) - 2 * frame.fit.padding, frame.keeps(row)
        inside = Place(container, width, keep=keep, lang=cell.lang or place.lang)
        self._paragraphs.marks += self._bookmarks.mark(cell.id)
        with self._runs.in_table():
            number = frame.numbers.get((row, slot.column))
            content = self._number(cell, number, inside) if number else self._blocks(cell.children, inside)
        content = content or self._paragraphs.empty(inside)
        return table_cell(slot, row, frame, content, header=header)

    def _number(self, cell: Cell, number: Decimal, place: Place) -> str:
        """Word aligns what stands in a cell at a decimal tab without a tab before it (17.3.1.37)."""
        point = number.point(place.width, DIGIT_EM * self._sheet.roles[place.container].size)
        tabs = f'<w:tabs><w:tab w:val="decimal" w:pos="{twips(point)}"/></w:tabs>'
        return "".join(self._paragraphs.write(each, each.children, place, "left", tabs) for each in unaligned(cell))
