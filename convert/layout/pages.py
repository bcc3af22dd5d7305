"""Fill pages with strips, on the grid.

GB/T 9704-2012 cl. 5.2.3: the lines of a page lie on a grid that fills the type area from the first glyph's top to the
last one's bottom. A block that is set off the grid (a title, a table) is followed by the next free grid line.
Headings stay with what follows; a paragraph leaves no single line behind and takes none along.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from convert.layout.bits import Slice
from convert.layout.flow import Flow
from convert.layout.foot import lowest, pages_before
from convert.layout.keeping import together
from convert.layout.notes import NoteArea, notes_in, notes_of
from convert.layout.positions import SLACK, end_of, snapped, start_of
from convert.layout.result import (
    FootPlace,
    Line,
    Picture,
    Stroke,
)
from convert.layout.sections import Section
from convert.layout.setting import Setting
from convert.layout.stack import PageStack
from convert.layout.strips import (
    BreakStrip,
    EdgeStrip,
    PictureStrip,
    RuleStrip,
    SectionStrip,
    Strip,
    TableStrip,
    TextStrip,
    height,
)
from convert.layout.tables import TableBox
from convert.style.page import Page
from convert.style.rules import RuleLook
from convert.style.sheet import Computed


class PageMaker:
    """Places strips down pages, and footnotes at their feet. `top`: where the next em box may begin, in pt below the
    type area's top."""

    def __init__(self, setting: Setting, flow: Flow) -> None:
        self.setting = setting
        self.sheet = setting.sheet
        self.stack = PageStack(self.sheet, setting.limits)
        self._next_section = self.stack.section
        self._notes = NoteArea(self.sheet, lambda note, element: flow.note(note, element, self._paper.area_width))
        self.top = 0.0
        self._table: TableBox | None = None  # the last one measured
        self._foot = 0.0  # what is kept free below the notes
        self._ink = 0.0  # how far down the last line of text reaches
        self._open_page()

    # --- the stream ----------------------------------------------------------------------------------------------

    def fill(self, strips: Iterator[Strip]) -> None:
        """Place all strips. Those that stay with the next one wait for it."""
        for group in together(strips, self.sheet.typography):
            self._place_together(group)

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.stack.fresh

    @property
    def _paper(self) -> Page:
        return self.stack.paper

    @property
    def height(self) -> float:
        """How far down text may go on this page, in pt: to the bottom, or to the notes, less the edges of its boxes."""
        return self._paper.area_height - self._notes.height - self.stack.boxes.reserved

    def _place_together(self, strips: list[Strip]) -> None:
        """Place strips of which all but the last stay with the one after them."""
        self._begin_section(strips[0])
        if len(strips) > 1 and not self.fresh and not self._fit(strips):
            self._new_page()
        for strip in strips:
            self._place(strip)

    def _fit(self, strips: list[Strip]) -> bool:
        """Whether strips fit on this page, of the last one just its beginning."""
        top, ink, fresh = self.top, self._ink, self.fresh
        lowest = 0.0
        for strip in strips[:-1]:
            if isinstance(strip, TextStrip):
                top = self._start(strip.look, top, fresh) + height(strip.lines, strip.look)
                lowest = top - strip.look.pitch + strip.look.em + strip.lines[-1].reach
                ink, top = top - strip.look.pitch + strip.look.size, end_of(strip.look, top, self.sheet.grid)
            elif isinstance(strip, PictureStrip):
                top += strip.height + self.sheet.grid.pitch / 2
            elif isinstance(strip, EdgeStrip):
                top = self._start(strip.look, top, fresh) + strip.look.padding("top")
                continue
            elif isinstance(strip, RuleStrip) and strip.rule:
                ink += strip.rule.before + strip.rule.height
                top = ink + strip.rule.after
            elif isinstance(strip, RuleStrip):
                top = self._start(strip.look, top, fresh) + strip.look.pitch
            fresh = False
        last = strips[-1]
        start = top if isinstance(last, BreakStrip | SectionStrip) else self._start(last.look, top, fresh)
        noted = notes_of(line for each in strips[:-1] if isinstance(each, TextStrip) for line in each.lines)
        noted += notes_of(self._first_lines(last)) if isinstance(last, TextStrip) else []
        lowest = max(lowest, start + self._least(last) + self._notes.needed(noted))
        return lowest <= self.height + SLACK

    def _least(self, strip: Strip) -> float:
        """The height of what must stand together at a strip's beginning, in pt."""
        match strip:
            case TextStrip():
                first = self._first_lines(strip)
                reach = max((line.reach for line in first), default=0.0)
                return height(first, strip.look) - strip.look.pitch + strip.look.em + reach
            case PictureStrip():
                return strip.height
            case TableStrip():
                return self._box(strip).least()
            case BreakStrip() | SectionStrip() | RuleStrip() | EdgeStrip():
                return 0.0
            case _:
                assert_never(strip)

    def _first_lines(self, strip: TextStrip) -> list[Line]:
        """The lines of a strip that must stand together at its beginning: all where too few would be left over."""
        rules = self.sheet.typography
        least = max(rules.orphans, 1)
        return strip.lines if len(strip.lines) < least + rules.widows else strip.lines[:least]

    def _place(self, strip: Strip) -> None:
        match strip:
            case TextStrip():
                self._place_text(strip)
            case PictureStrip():
                self._place_picture(strip)
            case TableStrip():
                self._place_table(strip)
            case RuleStrip():
                self._place_rule(strip)
            case EdgeStrip():
                self._place_edge(strip)
            case BreakStrip():
                if not self.fresh:
                    self._new_page()
            case SectionStrip():
                self._next_section = strip.section
            case _:
                assert_never(strip)

    # --- vertical positions --------------------------------------------------------------------------------------

    def _start(self, look: Computed, top: float, fresh: bool) -> float:
        """Where a block's first em box begins: after its space before (none at a page's top, save the first page's)."""
        return start_of(look, top, self.sheet.grid, spaced=not fresh or len(self.stack.pages) == 1)

    def _clear_start(self, strip: TextStrip) -> float:
        """Where a text's first em box begins: clear of what stands above it, where boxes reach out of their lines."""
        start = self._start(strip.look, self.top, self.fresh)
        least = self._ink + strip.lines[0].up
        if self.fresh or start >= least:
            return start
        return snapped(least, self.sheet.grid) if strip.look.on_grid else least

    # --- placing -------------------------------------------------------------------------------------------------

    def _place_text(self, strip: TextStrip) -> None:
        look, lines = strip.look, strip.lines
        if look.new_page and not self.fresh:
            self._new_page()
        todo = 0
        while todo < len(lines):
            start = (
                self._clear_start(strip)
                if todo == 0
                else snapped(self.top, self.sheet.grid)
                if look.on_grid
                else self.top
            )
            count = self._count(start, look, lines[todo:])
            if not count:
                self._new_page()
                continue
            if todo == 0:
                self.stack.mark(strip, start)
                if strip.marker:
                    self._add_line(strip.marker, start + lines[0].above)
            for line in lines[todo : todo + count]:
                self._add_line(line, start + line.above)
                start += height([line], look)
            self._notes.add(
                notes_of(lines[todo : todo + count]), self._paper.area_height - (start - look.pitch + look.em)
            )
            self.top = start
            self._ink = start - look.pitch + look.size + lines[todo + count - 1].down
            todo += count
            if todo < len(lines):
                self._new_page()
        self.top = end_of(look, self.top, self.sheet.grid)

    def _add_line(self, line: Line, top: float) -> None:
        self.stack.add_line(line, top)

    def _count(self, start: float, look: Computed, lines: list[Line]) -> int:
        """How many of the lines go on this page with their notes, by the room there is and the rules for single lines.

        On an empty page something must go, whatever the rules say.
        """
        left = len(lines)
        room = self._room(start, look, lines)
        noted = next((n for n, line in enumerate(lines[:room]) if line.notes), room)
        while room > noted and not self._hold(start + height(lines[:room], look) - look.pitch + look.em, lines[:room]):
            room -= 1
        if room >= left:
            return left
        rules = self.sheet.typography
        count = min(room, left - rules.widows) if left > rules.widows else 0
        if count < min(rules.orphans, left):
            count = 0
        return max(count, 1, min(room, left)) if self.fresh and count < 1 else max(count, 0)

    def _room(self, start: float, look: Computed, lines: list[Line]) -> int:
        """How many of the lines end above the foot of the text, the first one beginning at `start`."""
        for count, line in enumerate(lines):
            start += height([line], look)
            if start - look.pitch + look.em + line.reach > self.height + SLACK:
                return count
        return len(lines)

    def _hold(self, bottom: float, lines: list[Line]) -> bool:
        """Whether the notes of lines that end at `bottom` (pt) have room below them."""
        return bottom + self._notes.needed(notes_of(lines)) <= self.height + SLACK

    def _place_picture(self, strip: PictureStrip) -> None:
        top = self.top
        if top + strip.height > self.height + SLACK and not self.fresh:
            self._new_page()
            top = self.top
        self.stack.add(Picture(strip.media, *self.stack.place(strip.x, top), strip.width, strip.height, strip.element))
        self._ink = top + strip.height
        self.top = self._ink + self.sheet.grid.pitch / 2

    def _place_rule(self, strip: RuleStrip) -> None:
        if strip.rule:
            self._place_lines(strip, strip.rule)
            return
        start = self._start(strip.look, self.top, self.fresh)
        if start + strip.look.em > self.height + SLACK:
            self._new_page()
            start = 0.0
        x, y = self.stack.place(strip.x, start + strip.look.em / 2)
        self.stack.add(Stroke(x, y, x + strip.width, y, strip.weight, strip.look.color))
        self.top = start + strip.look.pitch

    def _place_lines(self, strip: RuleStrip, rule: RuleLook) -> None:
        """A rule that takes no line of the grid: it keeps its distance from the ink above and from the text below."""
        top = self._ink + (0.0 if self.fresh else rule.before)
        if top + rule.height > self.height + SLACK and not self.fresh:
            self._new_page()
            top = 0.0
        for weight in rule.weights:
            x, y = self.stack.place(strip.x, top + weight / 2)
            self.stack.add(Stroke(x, y, x + strip.width, y, weight, rule.color))
            top += weight + rule.gap
        self._ink = top - rule.gap
        self.top = self._ink + rule.after

    def _place_edge(self, strip: EdgeStrip) -> None:
        """Begin or end a box: its edge keeps as much leading to what stands outside as lines do."""
        look = strip.look
        if strip.opens:
            if look.new_page and not self.fresh:
                self._new_page()
            self.top = self._start(look, self.top, self.fresh) + look.padding("top")
            self.stack.open_box(strip)
            return
        self.top = max(self.top, self.stack.close_box() + (look.pitch - look.size) / 2)
        self.top = end_of(replace(look, on_grid=True), self.top, self.sheet.grid)

    def _place_table(self, strip: TableStrip) -> None:
        box = self._box(strip)
        while box.left:
            part = self._take(box)
            if part is None:
                self._new_page()
                continue
            self._add_slice(part)
            self._notes.add(notes_in(part), self._paper.area_height - self.top)
            if box.left:
                self._new_page()
        self._ink = self.top
        self.top += self.sheet.grid.pitch / 2

    def _take(self, box: TableBox) -> Slice | None:
        """The next slice of a table that has room with its notes, the last one with what stays with it below; on an empty
        page these may have to wait."""
        room, done = self.height - self.top, box.done
        part = box.take(room, fresh=self.fresh)
        needed = self._notes.needed(notes_in(part)) if part else 0.0
        needed += box.below if part and not box.left else 0.0
        if part is None or part.height + needed <= room + SLACK:
            return part
        box.done = done
        less = box.take(room - needed, fresh=False)
        if less or not self.fresh:
            return less
        return box.take(room, fresh=True)

    def _box(self, strip: TableStrip) -> TableBox:
        if self._table is None or self._table.strip is not strip:
            self._table = TableBox(strip, self.sheet.grid.pitch / 2)
        return self._table

    def _add_slice(self, part: Slice) -> None:
        self.stack.add_slice(part, self.top)
        self.top += part.height

    # --- pages ---------------------------------------------------------------------------------------------------

    def _new_page(self) -> None:
        self._close_page()
        self._open_page()

    def _begin_section(self, strip: Strip) -> None:
        """Begin the section that is due, when there is something to stand in it."""
        if self._next_section == self.stack.section or _stands_nowhere(strip):
            return
        while self._notes.waiting:
            self._new_page()
        self._close_page()
        self.stack.begin(self._next_section)
        self._open_page()

    def _open_page(self) -> None:
        self.stack.open()
        self.top, self._ink = 0.0, 0.0
        self._notes.carry_on(self._paper.area_height - self.sheet.grid.pitch)

    def _close_page(self) -> None:
        """Put the notes at the foot of the page at hand."""
        self.stack.cut_boxes()
        part = self._notes.close()
        if part:
            self.stack.add_slice(part, self._paper.area_height - self._foot - part.height)

    def finish(self, foot: Slice | None) -> FootPlace | None:
        """Place the last notes, and what stands at the foot of the last page below them: where the text ends, if that page
        has room and may be its page, else on one of its own."""
        while self._notes.waiting:
            self._new_page()
        if foot is None:
            self._close_page()
            return None
        leading = self.sheet.grid.pitch - self.sheet.grid.cell
        last, room = self.stack.pages[-1], self.height - foot.height - leading + SLACK
        ink = max(self._ink, lowest(last) - self._paper.top)
        breaks = 0 if self.fresh else pages_before(last, self.sheet, fits=ink <= room)
        self._foot = 0.0 if breaks else foot.height + leading
        self._close_page()
        for _ in range(breaks):
            section = Section(numbered=breaks == 1)
            if self.stack.section != section:
                self.stack.begin(section)
            self._open_page()
        self.stack.add_slice(foot, self._paper.area_height - foot.height)
        count = self.stack.pages[-1].count
        return FootPlace(breaks, even=count % 2 == 0, first=count == 1)


def _stands_nowhere(strip: Strip) -> bool:
    """Whether a strip shows nothing of its own."""
    return isinstance(strip, BreakStrip | SectionStrip) or (isinstance(strip, EdgeStrip) and not strip.opens)
