"""Paragraphs, and what waits for the next one: a page break, a list item's number, bookmarks, space."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import replace

from convert.layout.overlays import has_objects
from convert.model import Inline, LineBreak, Node, Para, Rule
from convert.model.nodes import Align
from convert.style.sheet import Computed, Sheet
from convert.writers.docx.apart import ends_apart
from convert.writers.docx.boxes import paragraph_look
from convert.writers.docx.divisions import in_division
from convert.writers.docx.geometry import em, pitch, space_before, twips
from convert.writers.docx.lists import GAP
from convert.writers.docx.looks import ALIGNMENTS, Properties, border, char_look, indents, spacing
from convert.writers.docx.names import StyleNames
from convert.writers.docx.overlays import Anchored, anchored
from convert.writers.docx.pictures import Drawings
from convert.writers.docx.places import Place
from convert.writers.docx.rules import rule_height, space_below
from convert.writers.docx.runs import Runs
from convert.writers.docx.xml import paragraph, switch, value

# 17.3.1.26, CT_PPr
_ORDER = ("pStyle", "keepNext", "pageBreakBefore", "numPr", "pBdr", "tabs", "spacing", "ind", "jc", "divId")


class Paragraphs:
    """Writes paragraphs. What is set here waits for the next one: `new_page`, that it begins one; `marks`, bookmarks and
    the starts of fields; `numbering`, of the list item that it begins; `gap`, space above it in pt; `drop`, how far below a
    line of the grid it begins, counted while `counting`; `on_top`, that it is the first of a later section; `over`, pictures
    that stand over words before it. `begin_section` gives the end of the section before, where one is due."""

    def __init__(
        self, sheet: Sheet, names: StyleNames, runs: Runs, drawings: Drawings, begin_section: Callable[[], str]
    ) -> None:
        self._sheet, self._names, self._runs, self._drawings = sheet, names, runs, drawings
        self._begin_section = begin_section
        self.new_page = False
        self.marks = ""
        self.numbering = ""
        self.gap = 0.0
        self.drop, self.counting = 0.0, False
        self.on_top = False
        self.over: list[Anchored] = []

    def write(
        self,
        block: Node,
        inlines: tuple[Inline, ...],
        place: Place,
        align: Align = "",
        tabs: str = "",
        content: str = "",
        numbering: str = "",
    ) -> str:
        """A paragraph of inlines, or of `content` that is written already."""
        ended = self._begin_section()
        role = self._sheet.role_of(block, place.container)
        look = _look(self._sheet, role, "")
        over = anchored(inlines, look, place.width, self._sheet)
        inlines, stops = ends_apart(inlines, look, place.width)
        align, tabs = "left" if stops and look.align in ("center", "right") else align, tabs or stops
        style = self._names.block(role, place.variant)
        own: Properties = {"pStyle": value("pStyle", style.id), **self._spaced(role, inlines)}
        if align:
            look = _look(self._sheet, role, align)
            own |= {"ind": indents(look), "jc": value("jc", ALIGNMENTS[look.align])}
        if place.keep:
            own["keepNext"] = switch("keepNext", True)
        own |= {"numPr": numbering, "ind": indents(look)} if numbering else {}  # else LibreOffice drops the style's
        own |= self._listed(look, place) | self._paged() | ({"tabs": tabs} if tabs else {})
        own["divId"] = in_division(place.division)
        properties = "".join(own[name] for name in _ORDER if name in own)
        marks, self.marks = self.marks, ""
        held = self._drawn(over, look)
        return ended + paragraph(
            marks + held + (content or self._runs.of(inlines, char_look(look), place.lang)), properties
        )

    def _drawn(self, pictures: Iterable[Anchored], look: Computed) -> str:
        """The drawings that are anchored in a paragraph. Those over its own words wait for the next one where it has space
        above."""
        here, self.over = [*self.over, *(() if look.before_lines else pictures)], []
        if look.before_lines:
            below = pitch(look) + look.after_lines * self._sheet.grid.pitch
            self.over = [each._replace(down=each.down - below) for each in pictures]
        return "".join(self._drawings.over(each.image, each.look, each.across, each.down) for each in here)

    def empty(self, place: Place) -> str:
        """A paragraph without words."""
        self.gap = 0.0  # the paragraph is one
        return self.write(Para(()), (), replace(place, indent=0.0))

    def rule(self, block: Rule, place: Place) -> str:
        """A rule across the page: an empty paragraph with one below it, as the style of its role has it."""
        number, ended = self.unmarked(place), self._begin_section()
        self.gap = 0.0
        if block.role in self._names.rules:
            look = self._sheet.rules[block.role]
            self.gap, self.drop = space_below(look, self._sheet), self.drop + rule_height(look, self._sheet)
            own = {"pStyle": value("pStyle", self._names.rules[block.role].id), **self._paged()}
        else:
            line = f"<w:pBdr>{border('bottom', self._sheet.tables.rule)}</w:pBdr>"
            own = {"pStyle": value("pStyle", self._names.blocks[place.container].id), "pBdr": line, **self._paged()}
            own |= self._listed(self._sheet.roles[place.container], place)
        own["divId"] = in_division(place.division)
        marks, self.marks = self.marks, ""
        return number + ended + paragraph(marks, "".join(own[name] for name in _ORDER if name in own))

    def unmarked(self, place: Place) -> str:
        """A line for the number of an item that has no paragraph to stand by: it is empty, or begins with a list or a
        table."""
        return self.write(Para(()), (), place.inside(self._sheet.list_role(place.container))) if self.numbering else ""

    def _spaced(self, role: str, inlines: tuple[Inline, ...]) -> Properties:
        """The line spacing, where it is not the style's: a picture or a formula makes room for itself, below a table there is a gap,
        and after a block of several lines off the grid (a title) there is what brings the next one back to it."""
        look = self._sheet.roles[role]
        pictured = has_objects(inlines, self._sheet)
        lines = 1 + sum(isinstance(inline, LineBreak) for inline in inlines)
        gap, self.gap = self.gap, 0.0
        drop = self.drop
        on_top, self.on_top = self.on_top and look.before_lines > 0, False
        if on_top:  # Word keeps the space before a block at the top of a section
            look = replace(look, before_lines=0.0)
        reach = gap + space_before(look, self._sheet) + lines * pitch(look) + look.after_lines * pitch(look)
        self.drop = drop + reach if self.counting else 0.0
        dropped = drop and look.after_lines and not look.on_grid
        if not pictured and not gap and not on_top and not dropped and (look.on_grid or lines == 1):
            return {}
        return {"spacing": spacing(look, self._sheet, lines, exact=not pictured, gap=gap, drop=drop)}

    def _listed(self, look: Computed, place: Place) -> Properties:
        """The number and the indents of a paragraph in a list item, and those of what follows it there."""
        if not place.indent:
            return {}
        left = place.indent + look.left_em * em(look)
        chars = ' w:leftChars="0" w:firstLineChars="0"'
        numbering, self.numbering = self.numbering, ""
        if not numbering:
            return {"ind": f'<w:ind{chars} w:left="{twips(left)}" w:firstLine="{twips(look.indent_em * em(look))}"/>'}
        hanging = GAP * em(look)
        return {"numPr": numbering, "ind": f'<w:ind{chars} w:left="{twips(left)}" w:hanging="{twips(hanging)}"/>'}

    def _paged(self) -> Properties:
        new_page, self.new_page = self.new_page, False
        return {"pageBreakBefore": switch("pageBreakBefore", True)} if new_page else {}


@functools.lru_cache(maxsize=256)  # every cell of a table asks for the same
def _look(sheet: Sheet, role: str, align: Align) -> Computed:
    return paragraph_look(role, sheet.aligned(role, align))
