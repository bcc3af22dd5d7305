"""The pages as they pile up: their sheets, what has been put on them, and the places that links and bookmarks lead to."""

from __future__ import annotations

from convert.kit.limits import Limits, exceeded
from convert.layout.bits import Slice
from convert.layout.boxes import OpenBoxes
from convert.layout.result import ASCENT, Element, Item, Line, OutlineEntry, Page, Picture
from convert.layout.sections import Section
from convert.layout.strips import EdgeStrip, TextStrip
from convert.model import Heading, Para
from convert.model.walk import plain
from convert.style.page import Page as Paper
from convert.style.sheet import Sheet


class PageStack:
    """`section`: that of the page at hand, `paper`: its sheet and margins; `fresh`: nothing stands on it yet. Heights given are in pt
    below the top of its type area."""

    def __init__(self, sheet: Sheet, limits: Limits) -> None:
        self._style, self._limits = sheet, limits
        self.section = Section()
        self.paper: Paper = self.section.paper(sheet)
        self.pages: list[Page] = []
        self.outline: list[OutlineEntry] = []
        self.anchors: dict[str, tuple[int, float]] = {}
        self._anchored: set[Element] = set()
        self.boxes = OpenBoxes()
        self._left = 0.0
        self.fresh = True

    def begin(self, section: Section) -> None:
        """Begin a section: a page on which nothing stands yet is taken away."""
        if self.fresh:
            self.pages.pop()
        self.section, self.paper = section, section.paper(self._style)

    def open(self) -> None:
        """Begin a page. Raises InputError (`limit-exceeded`: pages)."""
        if len(self.pages) >= self._limits.pages:
            raise exceeded("pages", self._limits, f"> {len(self.pages)}")
        last = self.pages[-1] if self.pages else None
        count = last.count + 1 if last and last.section.kind == self.section.kind else 1
        paper = self.section.paper(self._style, count)
        self.paper = paper = paper.opening if count == 1 else paper
        label = self.section.look(self._style).label(count)
        self.pages.append(Page(len(self.pages) + 1, label, paper.width, paper.height, self.section, count))
        self._left = paper.left
        self.boxes.go_on()
        self.fresh = True

    def place(self, x: float, top: float) -> tuple[float, float]:
        """A place in the type area as one on the page."""
        return self._left + x, self.paper.top + top

    def add_line(self, line: Line, top: float) -> None:
        """Put a line on the page whose em box is at `top`."""
        line.x, line.y = self.place(line.x, top + ASCENT * line.size)
        self.add(line)

    def add_slice(self, part: Slice, top: float) -> None:
        """Put what a slice holds on the page."""
        for item in part.items(*self.place(0.0, top)):
            self.add(item)

    def add(self, item: Item) -> None:
        """Put a placed item on the page."""
        self.pages[-1].items.append(item)
        self.boxes.hold(item)
        self.fresh = False
        match item:
            case Line():
                self._anchor(item.text.element, item.y - ASCENT * item.size)
                for place in item.places:
                    self.anchors.setdefault(place, (len(self.pages), item.y - ASCENT * item.size))
            case Picture():
                self._anchor(item.element, item.y)

    def open_box(self, strip: EdgeStrip) -> None:
        """Begin a box around what follows."""
        self.boxes.open(strip, self.pages[-1].items)

    def close_box(self) -> float:
        """End the innermost box. Returns where its lower edge is."""
        return self.boxes.close(self.pages[-1].items, self._left) - self.paper.top

    def cut_boxes(self) -> None:
        """The text of the page ends: what of the open boxes stands on it is drawn."""
        self.boxes.cut(self.pages[-1].items, self._left)

    def _anchor(self, element: Element | None, y: float) -> None:
        """Remember where an element begins, and all that begin with it: links may lead there."""
        while element is not None and element not in self._anchored:
            self._anchored.add(element)
            if element.node is not None and element.node.id:
                self.anchors.setdefault(element.node.id, (len(self.pages), y))
            element = element.parent

    def mark(self, strip: TextStrip, start: float) -> None:
        """Enter a title or a heading into the outline."""
        node = strip.element.node
        if strip.outline >= 0 and isinstance(node, Para | Heading):
            number = node.number if isinstance(node, Heading) else ""
            text = number + plain(node.children, notes=False).replace("\n", " ")
            self.outline.append(OutlineEntry(strip.outline, text, len(self.pages), self.paper.top + start))
