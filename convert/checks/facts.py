"""What was measured of a finished file, neutral of its format: the rules see this and the style, nothing else.

Whatever a file cannot tell is None (a book has no pages, a Word document no line breaks): rules that need it are not
applied. Lengths are in mm from the sheet's top left corner, sizes in pt, indents in em of the element's characters.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from convert.model import Document

if TYPE_CHECKING:
    from convert.checks.integrity import Wording

FileKind = Literal["pdf", "docx", "epub"]
TextAlign = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in mm from the sheet's top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def center(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """The middle between top and bottom."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look: the name of its face ("" unknown), its size in pt, whether it is bold, its colour
    (`#rrggbb`). Text of two scripts in two faces is two runs."""

    text: str
    face: str = ""
    size: float | None = None
    bold: bool | None = None
    color: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands together in a line, apart from the rest of it: its text, its left and right edge in mm."""

    text: str
    left: float
    right: float

    @property
    def center(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line: its runs from left to right, its `em` box (of the advance boxes and the characters' height) and
    its `ink` box (of the glyphs' shapes), the page it stands on, from 1; `pieces`: what gaps hold apart, names in a row."""

    page: int
    runs: tuple[Run, ...]
    em: Box
    ink: Box
    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    @property
    def size(self) -> float:
        """The size of its largest characters, in pt."""
        return max((run.size or 0 for run in self.runs), default=0)


@dataclass(frozen=True, slots=True)
class Border:
    """A rule across: where it lies and how wide it is (None: not known), its `weight` in pt, its colour, whether it is
    drawn as two lines."""

    box: Box | None
    weight: float | None
    color: str | None
    double: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """A block of the document in reading order.

    `role`: of the style (title, recipient, heading1 …), "body" for plain paragraphs, "cell" in tables, "" where it could
    not be told; `paragraph`: its number in reading order, from 1; `page`: the one it begins on, from 1; `part`: the file
    within a book; `lines`: as printed.

    `align`; `indent`: of the first line, `left`: of the others, from the type area's left edge; `right`: from the end of
    the longest line, or of what the element may fill, to the type area's right edge, all in em of its characters;
    `pitch`: from line to line in pt; `gap`: from the bottom of the characters above (or of the rule above) to the top
    of its own, in mm; `top`: of a file without printed lines, from the sheet's top to the top of its characters, as far as
    the file tells it; `floats`: the pictures that float by it, from the type area's left edge and from the top of its first
    characters; `new_page`: whether it begins a page. `lead_role`, `lead`: the role and the runs of the sentence that
    opens it as its heading; `runs` are then the rest.
    """

    role: str
    text: str
    runs: tuple[Run, ...] = ()
    paragraph: int | None = None
    page: int | None = None
    part: str = ""
    lines: tuple[TextLine, ...] = ()
    lead_role: str = ""
    lead: tuple[Run, ...] = ()
    align: TextAlign | None = None
    indent: float | None = None
    left: float | None = None
    right: float | None = None
    pitch: float | None = None
    gap: float | None = None
    top: float | None = None
    floats: tuple[Box, ...] = ()
    new_page: bool | None = None
    border_above: Border | None = None
    border_below: Border | None = None

    @property
    def size(self) -> float | None:
        """The size that most of its characters have, in pt."""
        sizes: dict[float, int] = {}
        for run in self.runs:
            if run.size is not None:
                sizes[run.size] = sizes.get(run.size, 0) + len(run.text)
        return max(sizes, key=lambda size: sizes[size], default=None)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page, by `number` from 1; or, of a file without printed pages, the pages of a section (`number` 0).

    `area`: the type area, as measured or as declared; an edge that cannot be told is None in `top` … `right`, which are
    the margins in mm. `filled`: whether text goes on beyond it, so that its last line stands as low as it may; `rows`: how
    many lines of running text stand on it where it is full of them; `label`: its printed number; `rules`: what is drawn
    across it; `pictures`; `turned`: read across; `blank`: nothing stands on it but perhaps a number. `leading`: where
    the margins are those that a word processor counts from, half of the leading (mm) that it puts above the first line.
    """

    number: int
    width: float
    height: float
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    filled: bool = False
    rows: int | None = None
    label: Element | None = None
    rules: tuple[Border, ...] = ()
    pictures: tuple[Box, ...] = ()
    turned: bool = False
    blank: bool = False
    leading: float | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """A finished file. `document`: what was read of it, with the roles of its blocks recognised; `pitch` (pt) and `cells`
    (characters a line): of its running text; `wording`: the words that it has to have, where its source is given;
    `has_pages`: whether its pages are printed ones."""

    kind: FileKind
    name: str
    document: Document
    pages: tuple[PageFacts, ...] = ()
    elements: tuple[Element, ...] = ()
    pitch: float | None = None
    cells: float | None = None
    faces: frozenset[str] = field(default_factory=frozenset)
    wording: Wording | None = None

    @property
    def has_pages(self) -> bool:
        """Whether its pages are printed ones, with lines in their places."""
        return any(page.number for page in self.pages)

    def of(self, *roles: str) -> list[Element]:
        """The elements with one of some roles, in reading order."""
        return [element for element in self.elements if element.role in roles]

    def first(self, *roles: str) -> Element | None:
        """The first element with one of some roles."""
        return next(iter(self.of(*roles)), None)

    def page(self, number: int | None) -> PageFacts | None:
        """The printed page with a number."""
        return next((page for page in self.pages if page.number == number), None) if number else None
