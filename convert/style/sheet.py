"""The style sheet as its consumers see it: every value resolved, every length in pt.

Nothing outside `convert.style` sees the style file; passes, layout and writers see this.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field, replace
from typing import Literal

from convert.model import (
    CodeBlock,
    Group,
    Heading,
    MathBlock,
    Node,
    Para,
    Quote,
    Span,
    Table,
    Toc,
)
from convert.model.walk import plain
from convert.style.counting import CaptionLook, HeadingNumbers, ListLook, NoteKind, NoteLook
from convert.style.imprint import Imprint
from convert.style.page import Page, PageLook
from convert.style.rules import RuleLook
from convert.style.spans import PLAIN, READING, SpanLook

Alignment = Literal["left", "center", "right", "justify", "spread"]
Edge = Literal["top", "right", "bottom", "left"]
EDGES: tuple[Edge, ...] = ("top", "right", "bottom", "left")

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
    the text, or at the foot of the last page. `ink_top`: where the ink of its first line begins, in pt below the type area's
    top; None: where the text has come to. Lines that are `spread` fill their width, every one.
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
    ink_top: float | None
    on_grid: bool
    keep_next: bool
    keep_previous: bool
    new_page: bool
    balance: bool
    color: str
    place: Literal["text", "foot"]
    middle: bool
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
class LetterheadLook:
    """The letterhead (版头): whether documents have one: `never`, where it is `given`, or `always` where issuers are known; the
    `ending` of the mark behind the names; whose names stand in it, of `all` issuers or of the `host`; the least `size` of its
    characters, in pt. `rule`: what the red rule stands below, the `number`, or right below the `mark`, all else below the rule;
    `dated`: whether issuers and date stand on a line below the number."""

    show: Literal["never", "given", "always"]
    ending: str
    issuers: Literal["all", "host"]
    smallest: float
    rule: Literal["number", "mark", "none"]
    dated: bool


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


_RUNNING = frozenset({"body", "quote", "list"})
"""The roles of plain paragraphs that are no small print."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A style, ready for use; one is equal to itself alone, so that what is worked out from it can be kept. `pages`: by their kind, `body`, `landscape`, `cover`, `front`; `title_block`: the fields
    of the metadata that stand below the title; `cover`: whether documents have one that do not say;
    `sealing`: what stands with a signature where the document does not say, `stamp` the room of a signature stamp (width, height in pt), `respace` by how many lines a page may change so that it fits; `attachments_bound`: whether attachments are bound
    with the document; `page_list`: whether books tell where the printed pages begin. `variants`: roles made for one document, with the role that each
    varies, `rule_variants` such rules, and `plain` the sheet without them; see `convert.style.variants`."""

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
    letterhead: LetterheadLook
    cover: bool
    sealing: Sealing
    stamp: tuple[float, float]
    respace: int
    attachments_bound: bool
    imprint: Imprint
    page_list: bool
    variants: dict[str, str] = field(default_factory=dict)
    rule_variants: dict[str, str] = field(default_factory=dict)
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

    def aligned(self, role: str, align: Alignment | Literal[""]) -> Computed:
        """The look of a role for a paragraph that says itself how it is aligned: at the left its first line keeps its
        indent."""
        return _aligned(self, role, align) if align else self.roles[role]

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


@functools.lru_cache(maxsize=256)  # every cell of a table asks for the same
def _aligned(sheet: Sheet, role: str, align: Alignment) -> Computed:
    look = sheet.roles[role]
    return replace(look, align=align, indent_em=look.indent_em if align in ("left", "justify") else 0.0)
