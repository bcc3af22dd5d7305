"""The style sheet as its consumers see it: every value resolved, every length in pt.

Nothing outside `convert.style` sees the style file; passes, layout and writers see this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from convert.kit.numerals import number_marks, numeral
from convert.model import (
    CodeBlock,
    Figure,
    Group,
    Heading,
    List,
    ListItem,
    MathBlock,
    Node,
    Para,
    Quote,
    Span,
    Table,
    Toc,
)
from convert.model.walk import plain
from convert.style.imprint import Imprint
from convert.style.page import Page, PageLook
from convert.style.rules import RuleLook
from convert.style.spans import PLAIN, READING, SpanLook

Alignment = Literal["left", "center", "right", "justify"]
CaptionKind = Literal["figure", "table"]
Edge = Literal["top", "right", "bottom", "left"]
EDGES: tuple[Edge, ...] = ("top", "right", "bottom", "left")
NoteKind = Literal["foot", "end"]
NoteMarks = Literal["decimal", "circled", "lower-alpha", "lower-roman"]

Sealing = Literal["letterhead", "seal", "stamp", "none"]
"""What stands with a signature: a seal, a signature stamp, neither, or a seal in documents with a letterhead alone."""


@dataclass(frozen=True, slots=True)
class Grid:
    """`lines` × `cells` that fill the type area from glyph edge to glyph edge.

    `pitch`: from one line to the next, `cell`: from one character to the next, both in pt. `blank`: what an empty line is (空一行):
    one of the grid's `lines`, or its pitch from the `edges` of what stands above to that of what stands below, after which the
    text goes on off the grid.
    """

    lines: int
    cells: int
    pitch: float
    cell: float
    blank: Literal["lines", "edges"]


@dataclass(frozen=True, slots=True)
class FontStack:
    """A font role: names of faces in order of preference, the official one first."""

    cjk: tuple[str, ...]
    latin: tuple[str, ...]
    generic: Literal["serif", "sans-serif", "monospace"]


@dataclass(frozen=True, slots=True)
class BoxLook:
    """What is drawn around a block: a rule of `border` pt (0: none) on some `sides`, a `background` ("" for none).

    `padding_em`: from the edge to the text, in em of the block's characters. Half of a line's leading counts as padding
    above the first line and below the last one, so that a box need not take room from the grid.
    """

    border: float
    sides: tuple[Edge, ...]
    color: str
    background: str
    padding_em: float

    @property
    def visible(self) -> bool:
        """Whether there is anything to see."""
        return bool(self.background or (self.border and self.sides))

    def padded(self, side: Edge) -> bool:
        """Whether text keeps its distance from that edge: it does from a rule, and from the end of a background."""
        return bool(self.background) or (self.border > 0 and side in self.sides)


@dataclass(frozen=True, slots=True)
class Computed:
    """The look of a block.

    `size`, `pitch` (baseline to baseline) and `tracking` (added to each advance) in pt; indents in em of the
    block's characters; `before_lines`, `after_lines` in grid lines. `on_grid`: its baselines lie on the page's grid; `place`: in
    the text, or at the foot of the last page.
    """

    font: str
    size: float
    pitch: float
    tracking: float
    align: Alignment
    indent_em: float
    left_em: float
    right_em: float
    before_lines: float
    after_lines: float
    on_grid: bool
    keep_next: bool
    new_page: bool
    balance: bool
    color: str
    place: Literal["text", "foot"]
    box: BoxLook

    def padding(self, side: Edge) -> float:
        """What the box around the block keeps free within that edge besides the leading of its lines, in pt."""
        if not self.box.padded(side):
            return 0.0
        leading = (self.pitch - self.size) / 2 if side in ("top", "bottom") else 0.0
        return max(self.box.padding_em * self.em - leading, 0.0)

    @property
    def em(self) -> float:
        """Width of a full-width character as set, in pt: the unit of the indents."""
        return self.size + self.tracking


@dataclass(frozen=True, slots=True)
class Typography:
    """Line breaking and paragraph rules."""

    autospace_em: float
    last_line_chars: int
    orphans: int
    widows: int


@dataclass(frozen=True, slots=True)
class TableLook:
    """A look of tables. Weights of rules in pt, 0 for none: above and below the table, below its head, between rows and
    columns, at its sides, below header cells over several columns. `padding_em` of cells, in em of their text;
    `valign`: where content stands in a cell that is higher; `numbers`: "decimal" aligns columns of
    them by the point; `shade`: the ground of header cells, "" for none."""

    top: float
    bottom: float
    head: float
    rows: float
    columns: float
    sides: float
    span: float
    padding_em: float
    valign: Literal["top", "middle"]
    numbers: Literal["plain", "decimal"]
    shade: str


@dataclass(frozen=True, slots=True)
class Tables:
    """Looks of tables by role; `default`: the one of a table that has no role of them. `rule`: the usual weight, in pt;
    `smaller`: the sizes of wide ones, for which there are the roles `SIZE-cell` and `SIZE-header-cell`."""

    looks: dict[str, TableLook]
    default: str
    rule: float
    smaller: tuple[str, ...]

    def name_of(self, table: Table) -> str:
        """The name of a table's look."""
        return table.role if table.role in self.looks else self.default

    def look_of(self, table: Table) -> TableLook:
        """A table's look."""
        return self.looks[self.name_of(table)]


@dataclass(frozen=True, slots=True)
class ListLook:
    """Bullets by level, the boxes of tasks (not done, done), indent of each level in em of the body."""

    bullets: tuple[str, ...]
    tasks: tuple[str, str]
    indent_em: float

    def marker(self, block: List, item: ListItem, number: int, level: int) -> str:
        """What is printed before an item: its number with the mark that follows it, its box or a bullet.

        `number`: the item's own, counted from the list's start; `level`: how deep the list lies, from 0.
        """
        if item.checked is not None:
            return self.tasks[item.checked]
        if not block.ordered:
            return self.bullets[level % len(self.bullets)]
        before, after = number_marks(block.style, block.delimiter)
        return before + numeral(number, block.style) + after


NUMBER_PLACE = re.compile(r"\{([^{}]*)\}")
"""What stands for a number in a pattern."""


@dataclass(frozen=True, slots=True)
class HeadingNumbers:
    """Numbers of headings: `keep` those that are typed, or give all anew (`auto`). `levels`: by level what stands before
    the words: one `{cjk}`, `{decimal}` … for the count of the level, or `{1}.{2}` for those of levels."""

    mode: Literal["keep", "auto"]
    levels: tuple[str, ...]

    def pattern(self, level: int) -> str:
        """The pattern of a level, from 1; empty where it has no numbers."""
        return self.levels[level - 1] if level <= len(self.levels) else ""

    def number(self, level: int, counts: Sequence[int]) -> str:
        """What is printed before a heading of a level, when so many of each level have been counted."""

        def place(found: re.Match[str]) -> str:
            name = found[1]
            return str(counts[int(name) - 1]) if name.isdecimal() else numeral(counts[level - 1], name)

        return NUMBER_PLACE.sub(place, self.pattern(level))


_OF_TABLES = re.compile("附?表|tab", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CaptionLook:
    """Numbers of captions: `keep` those that are typed, `fill` in where a document types none, or number all anew
    (`auto`). `figure` and `table`: by language what stands before the words, with `{number}`, perhaps `{chapter}`."""

    mode: Literal["keep", "fill", "auto"]
    figure: dict[str, str]
    table: dict[str, str]

    def kind(self, block: Table | Figure) -> CaptionKind:
        """What a caption counts: by its typed label, for a table may be a picture."""
        if block.number:
            return "table" if _OF_TABLES.match(block.number) else "figure"
        return "table" if isinstance(block, Table) else "figure"

    def pattern(self, of: CaptionKind, lang: str) -> str:
        """What is printed before the words of a caption in a document of a language (BCP 47)."""
        patterns = self.figure if of == "figure" else self.table
        return patterns.get(lang) or patterns.get(lang.partition("-")[0]) or next(iter(patterns.values()))

    def label(self, of: CaptionKind, lang: str) -> str:
        """The word before the number: 图, Table."""
        return self.pattern(of, lang).partition("{")[0].strip()


_CIRCLED_IN_WORD = 20  # Word circles no higher number: it goes on with plain ones


@dataclass(frozen=True, slots=True)
class NoteLook:
    """Notes. `marks`, `end_marks`: the style of the numbers of footnotes and of endnotes; `restart`: where footnotes count
    from 1 again; `rule_width`, `rule` (weight): of the rule above them, in pt, 0 for none."""

    marks: NoteMarks
    end_marks: NoteMarks
    restart: Literal["document", "page"]
    rule_width: float
    rule: float

    def style(self, kind: NoteKind) -> NoteMarks:
        """The style of the numbers of footnotes or of endnotes."""
        return self.end_marks if kind == "end" else self.marks

    def mark(self, number: int, kind: NoteKind = "foot") -> str:
        """The mark of a note, the same in its text and before the note."""
        style = self.style(kind)
        plain = style == "circled" and number > _CIRCLED_IN_WORD
        return numeral(number, "decimal" if plain else style)


_RUNNING = frozenset({"body", "quote", "list"})
"""The roles of plain paragraphs that are no small print."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A style, ready for use; one is equal to itself alone, so that what is worked out from it can be kept. `pages`: by their kind, `body`, `landscape`, `cover`, `front`; `title_block`: the fields
    of the metadata that stand below the title; `cover`: whether documents have one that do not say;
    `sealing`: what stands with a signature where the document does not say; `attachments_bound`: whether attachments are bound
    with the document; `page_list`: whether books tell where the printed pages begin. `variants`: roles made for one document, with the role that each
    varies, and `plain` the sheet without them; see `convert.style.variants`."""

    name: str
    lang: str
    page: Page
    grid: Grid
    fonts: dict[str, FontStack]
    roles: dict[str, Computed]
    spans: dict[str, SpanLook]
    typography: Typography
    tables: Tables
    rules: dict[str, RuleLook]
    lists: ListLook
    image_dpi: int  # the most pixels an inch that files keep of pictures, 0 for all
    numbering: HeadingNumbers
    captions: CaptionLook
    notes: NoteLook
    pages: dict[str, PageLook]
    title_block: tuple[str, ...]
    cover: bool
    sealing: Sealing
    attachments_bound: bool
    imprint: Imprint
    page_list: bool
    variants: dict[str, str] = field(default_factory=dict)
    plain: Sheet | None = None

    def base_role(self, role: str) -> str:
        """The style's own role that a role varies; a role of the style's as it is."""
        return self.variants.get(role, role)

    def role_of(self, block: Node, container: str = "body") -> str:
        """The name of the role that a block is set in: its own if the style has it, else by its kind.

        `container` is the role that plain paragraphs take where the block stands (cell, quote, list, note).
        """
        if block.role in self.roles:
            return block.role
        match block:
            case Heading():
                return f"heading{block.level}"
            case CodeBlock():
                return "code"
            case MathBlock():
                return "formula"
            case Toc():
                return "toc"
            case Para():
                return container
            case _:
                return "body"

    def look(self, block: Node, container: str = "body") -> Computed:
        """The computed look of a block; see `role_of`."""
        return self.roles[self.role_of(block, container)]

    def box_role(self, block: Node) -> str:
        """The role by which a box is drawn around a block; "" where there is none to see.

        Paragraphs that take their look from where they stand have no box: what they stand in has one.
        """
        match block:
            case Para() | Group() if block.role not in self.roles:
                return ""
            case Para() | Group() | Heading() | CodeBlock() | MathBlock():
                role = self.role_of(block)
            case Quote():
                role = block.role if block.role in self.roles else "quote"
            case _:
                return ""
        return role if self.roles[role].box.visible else ""

    def list_role(self, container: str) -> str:
        """The role of plain paragraphs in a list that stands in `container`: the list's own in running text, that of
        where it stands in small print (cells, notes)."""
        return "list" if container in _RUNNING else container

    def inner_role(self, block: Quote | Group | Toc, container: str) -> str:
        """The role of plain paragraphs in a block that stands in `container`: a quotation in small print (cells, notes) is
        as small as that."""
        match block:
            case Quote():
                return "quote" if container in _RUNNING else container
            case Toc():
                return "toc"
            case Group():
                return container

    def note_role(self, kind: NoteKind) -> str:
        """The role of plain paragraphs in notes: endnotes are set as footnotes are where the style says no more."""
        return "endnote" if kind == "end" and "endnote" in self.roles else "note"

    @property
    def reading(self) -> SpanLook:
        """What the reading of a ruby changes of its base's look: the span `reading`, else half the size."""
        return self.spans.get("reading", READING)

    def span(self, inline: Node) -> SpanLook:
        """What an inline changes: by its role if the style has it, else by its kind; a kind it lacks changes nothing."""
        return self.spans.get(inline.role) or self.spans.get(type(inline).__name__.lower(), PLAIN)

    def is_over(self, inline: Node) -> bool:
        """Whether the pictures in an inline stand over its words: without words there is nothing that they could."""
        covers = isinstance(inline, Span) and self.span(inline).over.size
        return bool(covers and plain((inline,), notes=False).strip())
