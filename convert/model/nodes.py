"""The closed set of nodes a document is made of.

Inlines, blocks and tables contain each other (a note holds blocks, a paragraph holds inlines), so they share this
module; see docs/decisions/0001. Adding a node is a deliberate decision: every writer must handle it, and the type
checker lists the places (`assert_never`).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from convert.model.base import Extent, Level, Node

Align = Literal["", "left", "center", "right", "justify"]
"""Only where the source says so; empty leaves it to the style."""

Delimiter = Literal["", "period", "paren", "parens", "comma"]
"""The marks around the numbers of a list."""


# --- inlines -----------------------------------------------------------------------------------------------------


class Text(Node, frozen=True, gc=False):
    """Characters, as they are to be read. Never empty, no line breaks."""

    text: str


class Strong(Node, frozen=True, gc=False):
    """Strong importance. The style says what that looks like (in 仿宋: another face)."""

    children: tuple[Inline, ...]


class Emph(Node, frozen=True, gc=False):
    """Emphasis."""

    children: tuple[Inline, ...]


class Underline(Node, frozen=True, gc=False):
    """Underlined text."""

    children: tuple[Inline, ...]


class Strike(Node, frozen=True, gc=False):
    """Text struck out."""

    children: tuple[Inline, ...]


class Super(Node, frozen=True, gc=False):
    """Superscript."""

    children: tuple[Inline, ...]


class Sub(Node, frozen=True, gc=False):
    """Subscript."""

    children: tuple[Inline, ...]


class Code(Node, frozen=True, gc=False):
    """Computer text within a line."""

    text: str


class Math(Node, frozen=True, gc=False):
    """A formula within a line, in TeX; `mathml` where the source had it."""

    tex: str
    mathml: str = ""


class Link(Node, frozen=True, gc=False):
    """A link. `target` is a URL, or `#id` for a place in the document."""

    children: tuple[Inline, ...]
    target: str
    title: str = ""


class Image(Node, frozen=True, gc=False):
    """A picture. `media` is a key of `Document.media`; `width` and `height` in pt, 0 for its own size."""

    media: str
    alt: str = ""
    width: float = 0
    height: float = 0
    title: str = ""


class Ref(Node, frozen=True, gc=False):
    """A reference to the node with id `target`: by its number, its page or its text."""

    target: str
    kind: Literal["number", "page", "text"] = "number"
    children: tuple[Inline, ...] = ()


class Note(Node, frozen=True, gc=False):
    """A footnote or endnote, at the place that refers to it. `number` is its printed mark, empty until it has one."""

    children: tuple[Block, ...]
    kind: Literal["foot", "end"] = "foot"
    number: str = ""


class LineBreak(Node, frozen=True, gc=False):
    """A forced new line. With `role="balance"` it was chosen for looks and yields on a narrow screen."""


class Span(Node, frozen=True, gc=False):
    """Inlines with a role (small-caps, highlight, emphasis-dots …) or a language."""

    children: tuple[Inline, ...]


class Ruby(Node, frozen=True, gc=False):
    """A reading above its base: pinyin, furigana."""

    children: tuple[Inline, ...]
    reading: str


class Raw(Node, frozen=True, gc=False):
    """Markup of a foreign `format` that has no node of its own; a block or an inline."""

    format: str
    text: str


# --- blocks ------------------------------------------------------------------------------------------------------


class Para(Node, frozen=True, gc=False):
    """A paragraph. Official elements are paragraphs with a role: title, recipient, byline …"""

    children: tuple[Inline, ...]
    align: Align = ""


class Heading(Node, frozen=True, gc=False):
    """A heading of `level` 1 to 9. `number` is the printed number (一、) with the gap behind it, when it is not part of the
    text."""

    children: tuple[Inline, ...]
    level: Level
    number: str = ""


class ListItem(Node, frozen=True, gc=False):
    """An item. In a definition list it has a `term`; in a task list it is `checked` or not."""

    term: tuple[Inline, ...] = ()
    children: tuple[Block, ...] = ()
    checked: bool | None = None


class List(Node, frozen=True, gc=False):
    """A list. `style` is the numbers' kind: decimal, lower-alpha, upper-roman, cjk … (empty: the style's); `delimiter`: the
    marks around them, `1.` `1)` `(1)` `1、` (empty: the usual ones of the kind)."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    style: str = ""
    tight: bool = True
    delimiter: Delimiter = ""


class Cell(Node, frozen=True, gc=False):
    """A table cell that covers `colspan` columns and `rowspan` rows. `header` makes it a header cell."""

    children: tuple[Block, ...]
    colspan: Extent = 1
    rowspan: Extent = 1
    header: bool = False
    align: Align = ""


class Row(Node, frozen=True, gc=False):
    """A table row: the cells that begin in it, from left to right."""

    cells: tuple[Cell, ...]


class Column(Node, frozen=True, gc=False):
    """A table column. `width` is a fraction of the table's width (0: from the content)."""

    width: float = 0
    align: Align = ""


class Table(Node, frozen=True, gc=False):
    """A table: header rows (repeated on each page), body rows, a caption, notes below. `number` is what is printed
    before the caption, with the gap between them (`表1　`), when it is not part of the text."""

    columns: tuple[Column, ...]
    caption: tuple[Inline, ...] = ()
    head: tuple[Row, ...] = ()
    body: tuple[Row, ...] = ()
    notes: tuple[Block, ...] = ()
    number: str = ""


class Figure(Node, frozen=True, gc=False):
    """Pictures (or other blocks) with a caption. `number`: see `Table`."""

    children: tuple[Block, ...]
    caption: tuple[Inline, ...] = ()
    number: str = ""


class CodeBlock(Node, frozen=True, gc=False):
    """Computer text on lines of its own."""

    text: str
    language: str = ""


class MathBlock(Node, frozen=True, gc=False):
    """A displayed formula, in TeX; `mathml` where the source had it."""

    tex: str
    mathml: str = ""


class Quote(Node, frozen=True, gc=False):
    """A block quotation."""

    children: tuple[Block, ...]


class PageBreak(Node, frozen=True, gc=False):
    """What follows begins on a new page."""


class Rule(Node, frozen=True, gc=False):
    """A line across the type area."""


class Toc(Node, frozen=True, gc=False):
    """A table of contents down to heading level `depth`, or a list of figures or tables. `children`: its entries, empty
    until they are known."""

    depth: int = 3
    of: Literal["headings", "figures", "tables"] = "headings"
    children: tuple[Block, ...] = ()


class Group(Node, frozen=True, gc=False):
    """Blocks that belong together, with a role: signature, imprint, landscape, boxed …"""

    children: tuple[Block, ...]


Inline: TypeAlias = (
    Text
    | Strong
    | Emph
    | Underline
    | Strike
    | Super
    | Sub
    | Code
    | Math
    | Link
    | Image
    | Ref
    | Note
    | LineBreak
    | Span
    | Ruby
    | Raw
)
Block: TypeAlias = (
    Para | Heading | List | Table | Figure | CodeBlock | MathBlock | Quote | PageBreak | Rule | Toc | Group | Raw
)
