"""What layout gives: pages of positioned lines, strokes, fills and pictures, each knowing its structure element.

Positions are in pt from the page's top left corner, y downwards; a line's `y` is its baseline. A line is offsets into
its text, not an object a glyph. Writers draw this and decide nothing about looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from convert.kit.fonts import Face
from convert.kit.math.outlines import Drawing
from convert.layout.sections import Section
from convert.model import Node, Note

ASCENT = 0.88
"""Where the baseline lies in the em box, from its top: that of the Chinese faces' own em boxes."""

BLACK = "#000000"

Kind = Literal[
    "document", "title", "heading", "paragraph", "list", "item", "label", "item-body", "table", "row", "header-cell",
    "cell", "caption", "figure", "formula", "quote", "code", "toc", "toc-entry", "link", "reference", "note", "span", "ruby", "ruby-base", "ruby-text", "group",
    "character", "artifact",
]  # fmt: skip


@dataclass(slots=True, eq=False)
class Element:
    """A node of the logical structure, as a screen reader announces it.

    `level` counts headings from 1; `alt` describes a picture or a formula, or is the character that a frame stands for;
    `target` is a
    link's; `furniture`: what kind of it an artifact is, "" for none; `span` is a cell's or a table's (columns, rows);
    `numbering` a list's (decimal, none …). An artifact is furniture that is
    not read out. Children are in the order in which their first content appears on the pages; `then`: what comes right after it
    although it stands elsewhere (a footnote after its mark); `text`: the characters of a formula.
    """

    kind: Kind
    parent: Element | None = None
    node: Node | None = None
    level: int = 0
    lang: str = ""
    alt: str = ""
    target: str = ""
    span: tuple[int, int] = (1, 1)
    numbering: str = ""
    then: Element | None = None
    text: str = ""
    furniture: Literal["", "header", "footer"] = ""


def link_of(element: Element) -> Element | None:
    """The link that characters belong to, directly or within a ruby, a picture, a formula or words in another language;
    None for none."""
    while element.kind in ("ruby", "ruby-base", "ruby-text", "figure", "formula", "span") and element.parent:
        element = element.parent
    return element if element.kind == "link" else None


@dataclass(frozen=True, slots=True)
class Box:
    """What stands in a line like a character: a picture, by its key in `Document.media`, or a formula. It takes up
    `width`, and `height` above and `depth` below the baseline, all in pt."""

    width: float
    height: float
    depth: float
    content: str | Drawing


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `[start, end)` of a text in one face and size.

    `face` None: no face has the character; draw a frame one em wide. `rise`, `size` in pt; colours `#rrggbb`,
    `background` "" for none; `element`: the one the characters belong to (a link's, else the text's); `box`: what stands
    there instead of one character, U+FFFC; `caps`: its letters are drawn as capitals; `bold`, `slanted`: so made
    from the face as it is.
    """

    start: int
    end: int
    face: Face | None
    size: float
    rise: float
    color: str
    line: Literal["none", "under", "through", "dots"]
    background: str
    element: Element
    box: Box | None = None
    caps: bool = False
    bold: bool = False
    slanted: bool = False


@dataclass(slots=True, eq=False)
class SetText:
    """A paragraph's characters, ready to be cut into lines.

    `runs` cover `text` without gaps. `tracking`: pt added after every character. `moves`: ascending (index, pt) added
    after single characters besides (compressed punctuation, gaps between scripts).
    """

    text: str
    runs: list[Run]
    tracking: float
    moves: list[tuple[int, float]]
    element: Element


@dataclass(slots=True, eq=False)
class Line:
    """Characters `[start, end)` of `text`, the first one's advance box at `x` less `lead`, on the baseline `y`.

    `stretch`: pt added after every character of this line, besides tracking and moves (negative when squeezed), so
    that it fills its measure. `lead`: the blank left half of an opening mark that hangs out at the line's start.
    `width`: what it takes up, in pt. `size`: of the paragraph's role, in pt. `beside`: what goes with it, the readings
    of its rubies and the page at the end of an entry, whose `x` and `y` are counted from this line's; `notes`: the footnotes whose marks are in it, with their elements.
    `above`, `below`: what boxes in it need beyond its pitch, in pt; `up`, `down`: how far they reach into the leading.
    `places`: what links call what begins in it. `over`: the pictures that stand over its words, counted from its `x` and `y`;
    `reach`: how far what stands over it, or shall stand there, reaches below its em box, in pt.
    `turned`: it runs down the page from `x`, `y`, its characters turned clockwise by 90°; furniture alone does so.
    """

    text: SetText
    start: int
    end: int
    x: float
    y: float
    stretch: float
    lead: float
    width: float
    size: float
    beside: list[Line] = field(default_factory=list)
    notes: list[tuple[Note, Element]] = field(default_factory=list)
    above: float = 0.0
    below: float = 0.0
    up: float = 0.0
    down: float = 0.0
    places: Sequence[str] = ()
    turned: bool = False
    over: Sequence[Picture] = ()
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from (x1, y1) to (x2, y2), `weight` in pt. Always an artifact."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float
    color: str


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle. Always an artifact."""

    x: float
    y: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: `media` is a key of `Document.media`."""

    media: str
    x: float
    y: float
    width: float
    height: float
    element: Element


@dataclass(slots=True, eq=False)
class Portion:
    """What stands on a page from `y` over `height` pt, set only when it is asked for: `items` gives it in reading order. A
    table of a hundred thousand rows has no room in memory."""

    y: float
    height: float
    items: Callable[[], Iterable[Item]]


Item: TypeAlias = Line | Stroke | Fill | Picture | Portion


@dataclass(slots=True, eq=False)
class Page:
    """One page, `width` × `height` pt as it is read. `items` in reading order; an item whose element is an artifact is
    furniture. `count`: its number among the pages of its kind, from 1, which is printed as `label`, "" for not at all."""

    number: int
    label: str
    width: float
    height: float
    section: Section = field(default_factory=Section)
    count: int = 1
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark: a title (level 0) or heading, its page (1-based) and the y of its top."""

    level: int
    text: str
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class FootPlace:
    """Where the group at the foot of the last page stands: how many pages begin before it (of two the first is blank, and
    neither is numbered), whether its own is an even one, or the first."""

    breaks: int
    even: bool
    first: bool = False


@dataclass(slots=True, eq=False)
class Pages:
    """A document laid out. `anchors`: where the nodes with an id are, as (page, y); `foot`: the place of the group at the foot of
    the last page, None for none."""

    pages: list[Page]
    root: Element
    outline: list[OutlineEntry]
    anchors: dict[str, tuple[int, float]]
    foot: FootPlace | None = None

    def label_of(self, id: str) -> str:
        """The printed number of the page that the node with an id is on, "" where nothing of it is printed."""
        place = self.anchors.get(id)
        if place is None:
            return ""
        page = self.pages[place[0] - 1]
        return page.label or str(page.number)
