"""What of a document must be the same when the DOCX that we wrote of it is read again: a normal form in which two
documents that print the same text, the same elements and the same places compare equal.

Left out is what no reader of a finished file can see (positions in a source, the names of ids, a picture's key) and what
docs/limits.md lists under "Read again from DOCX".
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from convert.diagnostics import Report
from convert.kit.cjk import has_east_asian
from convert.kit.images.header import image_info
from convert.layout.columns import column_count, placed_cells
from convert.layout.composition import Composition
from convert.layout.pictures import picture_size
from convert.layout.seats import is_taken, seats_of
from convert.model import (
    Block,
    Code,
    CodeBlock,
    Document,
    Emph,
    Figure,
    Group,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    List,
    Math,
    MathBlock,
    Media,
    Meta,
    Node,
    Note,
    PageBreak,
    Para,
    Quote,
    Raw,
    Ref,
    Ruby,
    Rule,
    Span,
    Strike,
    Strong,
    Sub,
    Super,
    Table,
    Text,
    Toc,
    Underline,
    replace,
)
from convert.model.base import field_values
from convert.model.build import join, numbered
from convert.model.walk import nodes, plain, replace_nodes
from convert.pipeline import write_document
from convert.readers.docx import read
from convert.reading.source import Source
from convert.style.sheet import Sheet

Marks: TypeAlias = frozenset[str]

_MARKS = (Strong, Emph, Underline, Strike, Super, Sub)
_SPACELESS = frozenset({"strong", "emph", "strike", "super", "sub"})  # white space shows none of them
_BALANCED = ("title", "issuer", "attachment-title")  # whose lines are broken for looks
_CHECKED = {None: "", True: "done", False: "to do"}
_SPACE = re.compile(r"(\s+)")


def reread(made: Composition) -> Document:
    """The DOCX of a composition, as our reader has it."""
    return read(Source(write_document(made, "docx"), "reread.docx"), Report("reread.docx"))


def normal_form(document: Document, sheet: Sheet) -> list[str]:
    """A line for the metadata, and one for each node, indented: all that must come back. `sheet`: the style, which
    knows the roles that are printed."""
    plain_meta = replace(document.meta, seals=())
    return _Normal(replace_nodes(replace(document, meta=plain_meta), _made_anew), sheet).lines()


def _made_anew(node: Node) -> Node | tuple[Node, ...]:
    """A node without what is made anew: entries of tables of contents, the places of a signature and its seals."""
    match node:
        case Toc():
            return replace(node, children=())
        case Span(role="seal" | "joint-seal"):
            return node.children
        case Para() if seats := seats_of(node.children):
            names = [part for seat in seats if is_taken(seat) for part in (Text("\t"), *seat.children)]
            return replace(node, children=join(names[1:]))
        case Group(role="signing"):
            return replace_nodes(node, _unsealed)
        case _:
            return node


def _unsealed(node: Node) -> Node | tuple[Node, ...]:
    blank = isinstance(node, Para) and not node.children
    return () if isinstance(node, Image) or blank else node


class Leaf(NamedTuple):
    """A piece of a line: characters, or what an object is; the marks around it."""

    what: str
    marks: Marks
    text: bool = True
    below: tuple[str, ...] = ()


class _Normal:
    def __init__(self, document: Document, sheet: Sheet) -> None:
        self._document, self._sheet = document, sheet
        self._lang = document.meta.lang or sheet.lang
        wanted = {n.target[1:] for n in nodes(document) if isinstance(n, Link) and n.target.startswith("#")}
        wanted |= {n.target for n in nodes(document) if isinstance(n, Ref) and n.kind == "page"}
        self._ids: dict[str, int] = {}
        for node in nodes(document):
            if node.id in wanted:
                self._ids.setdefault(node.id, len(self._ids) + 1)
        said = plain(document)
        self._usual = {self._lang.split("-")[0].lower(), "zh"}
        if 4 * sum(map(has_east_asian, said)) <= len(said):
            self._usual.add("en")
        levels = [node.level for node in nodes(document) if isinstance(node, Heading)]
        self._step = min(levels, default=1) - 1 if document.meta.title else 0
        self._told: set[str] = set()
        self._waiting: list[str] = []
        self._breaks = False

    def lines(self) -> list[str]:
        blocks = self._document.blocks
        title = self._document.meta.title
        roles = {self._sheet.base_role(node.role) for node in nodes(self._document) if isinstance(node, Para)}
        if title and "title" not in roles:
            blocks = Para((Text(title),), role="title"), *blocks
        return [*_meta(self._document.meta), *self._blocks(blocks)]

    # --- blocks ------------------------------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[Block], lang: str = "", align: str = "", role: str = "body") -> list[str]:
        lines: list[str] = []
        for block in blocks:
            lines += self._block(block, block.lang or lang, align, role)
        return lines

    def _block(self, block: Block, lang: str, align: str, container: str) -> Iterator[str]:  # noqa: C901 (one case a node)
        match block:
            case Para(role="formula", children=(Code(source),)):  # it could not be set
                yield self._head(block, "formula", f"source {source}")
            case Para() | Heading():
                yield from self._paragraph(block, lang, align, container)
            case List():
                yield from self._list(block, lang, self._sheet.list_role(container))
            case Table() if block.head or block.body:
                yield from self._table(block, lang)
            case Table():
                yield from self._blocks((Para(numbered(block), role="caption"), *block.notes), lang, role="note")
            case Figure():
                self._wait(block)
                inside = [*self._blocks(block.children, lang, "center"), *self._caption(numbered(block), lang)]
                yield from _within("figure", inside)
            case Quote():
                self._wait(block)
                yield from _within("quote", self._blocks(block.children, lang, role="quote"))
            case Group() if block.role:
                self._wait(block)
                yield from _within(f"group {block.role}", self._blocks(block.children, lang, role=container))
            case Group():
                self._wait(block)
                yield from self._blocks(block.children, lang, role=container)
            case CodeBlock() if block.text.strip() or block.id in self._ids:
                yield self._head(block, "code block", block.language, repr(block.text.rstrip("\n")))
            case MathBlock():
                yield self._head(block, "formula", _formula(block))
            case PageBreak():
                self._breaks = True
            case Rule():
                yield self._head(block, "rule")
            case Toc() if _entries(self._document, block):
                yield self._head(block, "contents", block.of, str(block.depth))
            case CodeBlock() | Toc() | Raw():
                return

    def _head(self, node: Node, *words: str | bool) -> str:
        """What a node is, with its id where something refers to it."""
        return " ".join(str(word) for word in (*words, *self._names(node)) if word)

    def _wait(self, node: Node) -> None:
        """The id of what only stands around others: a bookmark stands at the first of them."""
        self._waiting.append(self._id(node))

    def _names(self, node: Node) -> list[str]:
        names, self._waiting = [*self._waiting, self._id(node)], []
        if self._breaks:
            self._breaks = False
            names.append("on a new page")
        return [name for name in names if name]

    def _id(self, node: Node) -> str:
        number = self._ids.get(node.id)
        if not number or node.id in self._told:
            return ""
        self._told.add(node.id)
        return f"#{number}"

    def _paragraph(self, block: Para | Heading, lang: str, align: str, container: str) -> Iterator[str]:
        role = self._sheet.base_role(block.role) if block.role in self._sheet.roles else ""
        inlines = numbered(block) if isinstance(block, Heading) else block.children
        words = self._words(inlines, lang, titled=role in _BALANCED, headed=isinstance(block, Heading))
        while words and words[0].startswith("place "):  # at the beginning of a paragraph it is the paragraph's
            self._waiting.append(words.pop(0).removeprefix("place "))
        if not words:
            self._wait(block)
            return
        name = " ".join(sorted(self._names(block)))
        if isinstance(block, Heading):
            yield " ".join(filter(None, ("heading", str(block.level - self._step), role, name)))
        else:
            align = block.align or align
            usual = role or self._sheet.roles[container].align == align  # a role says how it is aligned
            yield " ".join(filter(None, ("para", role, "" if usual else align, name)))
        yield from _indented(words)

    def _list(self, block: List, lang: str, role: str) -> Iterator[str]:
        """A list; items without content are left out, save where numbers go on behind them."""
        if any(item.term for item in block.items):
            yield from self._described(block, lang, role)
            return
        self._wait(block)
        items: list[list[str]] = []
        for item in block.items:
            self._wait(item)
            words = self._blocks(item.children, lang, role=role)
            if words or block.ordered:
                items.append([" ".join(filter(None, ("item", _CHECKED[item.checked]))), *_indented(words)])
        while items and len(items[-1]) == 1:
            items.pop()
        head = f"list from {block.start} {block.style or 'decimal'}" if block.ordered else "list"
        yield from _within(head, [line for item in items for line in item])

    def _described(self, block: List, lang: str, role: str) -> Iterator[str]:
        """A list of terms: what has none goes on with the one before, or stands before the list."""
        self._wait(block)
        lines: list[str] = []
        for item in block.items:
            self._wait(item)
            term = list(self._term(item.term, lang))
            if term:
                lines += [" item", *_indented(term, 2)]
            words = self._blocks(item.children, lang, role=role)
            if lines:
                lines += _indented(words, 2)
            else:
                yield from words
        if lines:
            yield from ("list", *lines)

    def _term(self, term: tuple[Inline, ...], lang: str) -> Iterator[str]:
        if term:
            yield "term"
            yield from _indented(self._words(term, lang))

    def _caption(self, caption: tuple[Inline, ...], lang: str) -> Iterator[str]:
        words = self._words(caption, lang)
        if words:
            yield "caption"
            yield from _indented(words)

    def _table(self, table: Table, lang: str) -> Iterator[str]:
        heads = len(table.head) if table.body else 0  # one that has no other rows has no head
        yield self._head(table, "table", f"{column_count(table)} columns", f"{heads} head rows", self._look(table))
        yield from _indented(self._caption(numbered(table), lang))
        aligns = [column.align for column in table.columns]
        placed = {(row, column): cell for row, column, cell in placed_cells(table)}
        count = len(table.head) + len(table.body)
        for (row, column), cell in sorted(placed.items()):
            rows = min(cell.rowspan, count - row)
            header = cell.header or row < len(table.head)
            align = cell.align or (aligns[column] if column < len(aligns) else "")
            filled = self._blocks(cell.children, cell.lang or lang, align, "header-cell" if header else "cell")
            if filled or rows > 1 or cell.colspan > 1:
                yield f" cell {row},{column} {cell.colspan}×{rows}{' header' if header else ''}{self._id(cell)}"
                yield from _indented(filled, 2)
        notes = self._blocks(table.notes, lang, role="note")
        if notes:
            yield " notes"
            yield from _indented(notes, 2)

    # --- inlines -----------------------------------------------------------------------------------------------------

    def _words(
        self,
        inlines: Iterable[Inline],
        lang: str,
        marks: Marks = frozenset(),
        *,
        titled: bool = False,
        headed: bool = False,
    ) -> list[str]:
        leaves = list(self._leaves(inlines, marks, lang))
        if titled:
            leaves = [leaf for leaf in leaves if leaf.what.strip() and leaf.what != "line break"]
        leaves = _trimmed(_merged(_unemphasised(leaves) if headed else leaves))
        lines: list[str] = []
        for leaf in leaves:
            around = f" {{{', '.join(sorted(leaf.marks))}}}" if leaf.marks else ""
            lines.append((repr(leaf.what) if leaf.text else leaf.what) + around)
            lines += _indented(leaf.below)
        return lines

    def _leaves(self, inlines: Iterable[Inline], marks: Marks, lang: str) -> Iterator[Leaf]:
        for inline in inlines:
            name = self._id(inline)
            if name:
                yield Leaf(f"place {name}", frozenset(), text=False)
            yield from self._leaf(inline, marks, inline.lang or lang)

    def _leaf(self, inline: Inline, marks: Marks, lang: str) -> Iterator[Leaf]:  # noqa: C901 (one case a node)
        role = inline.role if inline.role in self._sheet.spans else ""
        if role:
            marks |= {role}
        match inline:
            case Text(text):
                for piece in filter(None, _SPACE.split(text)):
                    said = marks | {f"lang {lang}"} if _is_told(lang, piece, self._usual) else marks
                    yield Leaf(piece, frozenset() if piece.isspace() and "underline" not in said else said)
            case Code(text):
                yield Leaf(text, marks | {"code"})
            case Strong() | Emph() | Underline() | Strike() | Super() | Sub():
                yield from self._leaves(inline.children, marks | {type(inline).__name__.lower()}, lang)
            case Span():
                yield from self._leaves(inline.children, marks, lang)
            case Link(children, target, title):
                yield from self._leaves(children, marks | {f"link {self._target(target)} {title}".strip()}, lang)
            case Image(media, alt, title=title):
                yield Leaf(f"image {self._picture(media)} {alt!r} {title!r} {self._size(inline)}", marks, text=False)
            case Math():
                yield Leaf(f"math {_formula(inline)}", frozenset(), text=False)
            case Ref(target, "page"):
                yield Leaf(f"page of {self._target('#' + target)}", frozenset(), text=False)
            case Ref():
                yield from self._leaves(inline.children, marks | {"reference"}, lang)
            case Note(children, kind):
                below = tuple(self._blocks(children, role="note"))
                yield Leaf(f"{kind}note", frozenset(), text=False, below=below)
            case LineBreak():
                yield Leaf("line break", frozenset(), text=False)
            case Ruby(children, reading):
                below = tuple(self._words(children, lang, marks))
                yield Leaf(f"ruby {reading!r}", frozenset(), text=False, below=below)
            case Raw():
                return

    def _target(self, target: str) -> str:
        return f"#{self._ids.get(target[1:], '?')}" if target.startswith("#") else target

    def _look(self, table: Table) -> str:
        """How a table looks, where that is not the usual way."""
        name = self._sheet.tables.name_of(table)
        return "" if name == self._sheet.tables.name_of(Table(())) else name

    def _size(self, image: Image) -> str:
        """How large a picture stands, at the most as wide as the page lets it."""
        media = self._document.media.get(image.media)
        info = image_info(media.data) if media else None
        page = self._sheet.page
        size = picture_size(image, info, page.area_width, page) if info else (0.0, 0.0)
        return "{:.0f}×{:.0f}".format(*size)

    def _picture(self, key: str) -> str:
        media: Media | None = self._document.media.get(key)
        return hashlib.sha256(media.data).hexdigest()[:8] if media else "missing"


def _meta(meta: Meta) -> Iterator[str]:
    for name, value in field_values(meta):
        if isinstance(value, tuple):  # a mark between them parts them
            value = [word for each in value for part in re.split("[;；]", each) if (word := part.strip())]
        elif isinstance(value, dict):
            value = {key.strip(): text.strip() for key, text in sorted(value.items()) if key.strip() and text.strip()}
        else:
            value = value.strip()
        if value and name not in ("inferred", "lang"):
            yield f"meta {name}: {value}"


def _entries(document: Document, contents: Toc) -> bool:
    """Whether a table of contents has any: without it is not printed."""
    for node in nodes(document):
        match contents.of, node:
            case "headings", Heading(level=level) if level <= contents.depth and plain(node.children).strip():
                return True
            case ("figures", Figure()) | ("tables", Table()) if numbered(node):  # type: ignore[arg-type]
                return True
    return False


def _formula(formula: Math | MathBlock) -> str:
    from convert.kit.math.plainform import plain_form
    from convert.kit.math.presentation import characters, parse

    mathml = plain_form(formula.tex, formula.mathml, display=isinstance(formula, MathBlock))
    return characters(parse(mathml)) if mathml else f"source {formula.tex or formula.mathml}"


def _is_told(lang: str, text: str, usual: set[str]) -> bool:
    """Whether a language is told of words: where Word would not take it for that anyway, and the script is its own."""
    language, wide = lang.split("-")[0].lower(), has_east_asian(text)
    if not language or language in usual:
        return False
    return lang != "en-US" and wide == (language in ("zh", "ja", "ko"))


def _unemphasised(leaves: list[Leaf]) -> list[Leaf]:
    """Without the emphasis that all words share: it is the look of a heading."""
    shared = {"strong", "emph"}.intersection(*(leaf.marks for leaf in leaves if leaf.what.strip()))
    return [leaf._replace(marks=leaf.marks - shared) for leaf in leaves]


def _merged(leaves: Iterable[Leaf]) -> list[Leaf]:
    """Neighbouring characters of the same marks as one, with the white space between them."""
    merged: list[Leaf] = []
    for leaf in leaves:
        if leaf.text and merged and merged[-1].text:
            last = merged[-1]
            if last.marks == leaf.marks:
                merged[-1] = leaf._replace(what=last.what + leaf.what)
                continue
            if len(merged) > 1 and last.what.isspace() and merged[-2].text and merged[-2].marks == leaf.marks:
                merged[-2:] = [leaf._replace(what=merged[-2].what + last.what + leaf.what)]
                continue
        merged.append(leaf)
    return merged


def _trimmed(leaves: list[Leaf]) -> list[Leaf]:
    """Without white space and line breaks at the ends, and with what names a place in front of them."""
    return _without_lead(_without_lead(leaves, str.lstrip)[::-1], str.rstrip)[::-1]


def _without_lead(leaves: list[Leaf], strip: Callable[[str], str]) -> list[Leaf]:
    places: list[Leaf] = []
    for number, leaf in enumerate(leaves):
        if leaf.what.startswith("place "):
            places.append(leaf)
        elif leaf.text and strip(leaf.what):
            return [*places, leaf._replace(what=strip(leaf.what)), *leaves[number + 1 :]]
        elif not leaf.text and leaf.what != "line break":
            return [*places, *leaves[number:]]
    return places


def _within(head: str, lines: list[str]) -> Iterator[str]:
    """What stands around lines, if there are any."""
    if lines:
        yield head
        yield from _indented(lines)


def _indented(lines: Iterable[str], levels: int = 1) -> Iterator[str]:
    return (" " * levels + line for line in lines)
