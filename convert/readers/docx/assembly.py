"""Paragraphs put together: lists out of numbered ones, code and quotations out of styled ones, captions to what they
belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convert.diagnostics import Pos
from convert.model import (
    Block,
    Code,
    CodeBlock,
    Figure,
    Group,
    Heading,
    Image,
    Inline,
    LineBreak,
    MathBlock,
    PageBreak,
    Para,
    Quote,
    Rule,
    Span,
    Strong,
    Table,
    Text,
    Toc,
    replace,
)
from convert.model.build import join
from convert.model.nodes import Emph
from convert.model.walk import plain
from convert.readers.docx.lines import Line, is_blank
from convert.readers.docx.lists import Lists
from convert.readers.docx.paragraphs import Paragraph
from convert.readers.docx.stylenames import HEADER_CELL

if TYPE_CHECKING:
    from convert.readers.docx.book import Book
    from convert.readers.docx.divisions import Division

_FIGURE, _TABLE = ("图", "圖", "fig", "abb", "рис", "插图", "illustration"), ("表", "附表", "tab", "табл", "tbl")
_ROLES = {"title": "title", "subtitle": "subtitle", "author": "byline", "date": "date", "caption": "caption"}
_PASTED = frozenset({"html preformatted", "preformatted text"})
_MONOSPACED = re.compile("mono|cour|consol|menlo|code|typewriter|fixed|宋体|nsimsun", re.IGNORECASE)
_HEADING_MARKS = (Strong, Emph)


class Assembly:
    """The blocks of one container, put together in reading order."""

    def __init__(self, book: Book, divisions: tuple[Division, ...] = ()) -> None:
        self._book, self._divisions = book, divisions
        self._inner: Assembly | None = None  # of the division that is open inside
        self._inner_inset = 0.0
        self._lists = Lists(book)
        self._code: list[str] = []
        self._code_pos: Pos | None = None
        self._language = ""  # of that code
        self._quoted: list[Block] = []
        self._inset = 0.0  # of the code or the quotation that is waiting for more, in pt
        self._caption: Para | None = None
        self._ids: list[str] = []
        self._faces: set[str] = set()  # of the words of the paragraph at hand
        self._counts = False  # whether it counts something, as captions do

    def add(self, paragraph: Paragraph, line: Line) -> None:
        """The next paragraph with its words."""
        inner = self._entered(paragraph.divisions, paragraph.inset)
        if inner is not None:
            inner.add(paragraph, line)
            return
        self._ids += line.ids
        self._faces, self._counts = line.faces, line.sequence
        listed = paragraph.marker is not None and self._in_list(paragraph)
        if paragraph.new_page:
            goes_on = paragraph.marker is not None and not paragraph.marker.begins
            self._block(PageBreak(pos=paragraph.pos), 0.0 if listed else paragraph.inset, goes_on=listed and goes_on)
        pieces = [piece for piece in line.pieces if piece]
        if not pieces and paragraph.ruled and not line.dropped:
            role = paragraph.style.role if paragraph.style.kind == "rule" else ""
            self._block(Rule(role=role, pos=paragraph.pos), paragraph.inset)
        if not any(isinstance(piece, tuple) for piece in pieces) and listed:
            self._item(paragraph)
        first = True
        for piece in pieces:
            if isinstance(piece, tuple):
                self._words(paragraph, self._trimmed(piece, paragraph), first=first, listed=listed)
                first = False
            else:
                inside = paragraph.marker is not None or paragraph.style.kind == "list"
                self._block(piece, 0.0 if inside else paragraph.inset, goes_on=inside)

    def loose(self, line: Line, pos: Pos) -> None:
        """Words that stand in no paragraph."""
        self._entered((), 0.0)
        for piece in line.pieces:
            self._block(Para(piece, pos=pos) if isinstance(piece, tuple) else piece)

    def table(self, blocks: tuple[Block, ...], indent: float, divisions: tuple[Division, ...] = ()) -> None:
        """A table, indented by so many pt; it may belong to the list item before it. `divisions`: what it stands in."""
        inner = self._entered(divisions, indent)
        if inner is not None:
            inner.table(blocks, indent, divisions)
            return
        for block in blocks:
            if isinstance(block, Table) and self._caption is not None and not _is_of(self._caption, _FIGURE):
                block = replace(block, caption=self._caption.children, id=block.id or self._caption.id)
                self._caption = None
            self._block(block, indent)

    def finish(self) -> tuple[Block, ...]:
        """All of them."""
        self._entered((), 0.0)
        self._settle()
        if self._ids:
            self._lists.add(Para(tuple(Span((), id=name) for name in self._ids)), 0.0)
            self._ids = []
        return _unparted(self._lists.finish())

    # --- divisions ---------------------------------------------------------------------------------------------------

    def _entered(self, divisions: tuple[Division, ...], inset: float) -> Assembly | None:
        """The assembly of the division inside this one that the next paragraph or table stands in, None where it stands
        in none: the one before is finished then."""
        own = len(self._divisions)
        path = divisions[: own + 1] if divisions[:own] == self._divisions else ()
        wanted = path if len(path) > own else ()
        inner = self._inner
        if inner is not None and inner._divisions != wanted:
            self._inner = None
            blocks = inner.finish()
            if blocks:
                self._block(inner._divisions[-1].around(blocks, blocks[0].pos), self._inner_inset)
        if wanted and self._inner is None:
            self._settle()
            self._inner, self._inner_inset = Assembly(self._book, wanted), inset
        return self._inner

    # --- paragraphs --------------------------------------------------------------------------------------------------

    def _words(self, paragraph: Paragraph, inlines: tuple[Inline, ...], *, first: bool, listed: bool) -> None:
        """Words of a paragraph; `first`: before them there are none; `listed`: its number begins a list item."""
        kind = paragraph.style.kind
        if not inlines:
            return
        if kind == "code" and (listed or not paragraph.marker) and _is_code(paragraph, self._faces):
            if listed and first:
                self._item(paragraph)
            self._code_line(paragraph, inlines)
            return
        name, inlines = self._named(inlines)
        lang, inlines = _language(inlines)
        marker = paragraph.marker if first else None
        if kind == "formula" and len(inlines) == 1 and isinstance(source := inlines[0], Code):
            self._block(MathBlock(source.text, id=name, pos=paragraph.pos), paragraph.inset, goes_on=listed)
        elif paragraph.level:
            inside = listed and marker is not None and marker.definition.bullet and paragraph.inset > 0
            if inside:  # an item that begins with a heading says so itself
                self._item(paragraph)
            self._heading(paragraph, inlines, name, lang, marker.text if marker is not None else "")
        elif self._is_caption(paragraph, inlines):
            self._captioned(Para(inlines, role="caption", id=name, lang=lang, pos=paragraph.pos))
        elif marker is not None and listed:
            self._item(paragraph)
            self._lists.within(Para(inlines, paragraph.align, id=name, lang=lang, pos=paragraph.pos))
        elif kind in ("term", "definition"):
            self._settle()
            para = Para(inlines, id=name, lang=lang, pos=paragraph.pos)
            if kind == "term":
                self._lists.term(para, paragraph.inset)
            else:
                self._lists.definition(para)
        else:
            if marker is not None and marker.text.strip():
                inlines = join((Text(marker.text), *inlines))
            role = self._role(paragraph, inlines)
            official = role not in ("", HEADER_CELL)
            inlines = _plain_heading(inlines) if official else inlines
            align = "" if official else paragraph.align  # a role says how it is aligned
            self._para(paragraph, Para(inlines, align, role=role, id=name, lang=lang, pos=paragraph.pos))

    def _item(self, paragraph: Paragraph) -> None:
        """A list item begins."""
        if paragraph.marker is not None:
            self._settle()
            left = paragraph.indent.left
            if paragraph.style.kind in ("code", "quote", "formula"):  # which stand in by themselves
                left = paragraph.inset or left
            self._lists.item(paragraph.marker, left or 0.0, paragraph.pos)

    def _trimmed(self, piece: tuple[Inline, ...], paragraph: Paragraph) -> tuple[Inline, ...]:
        """A line without the breaks and the white space at its ends, with which people indent and push words about.
        Code keeps its own."""
        if paragraph.style.kind == "code":
            return piece if any(not is_blank(i) or isinstance(i, LineBreak) for i in piece) else ()
        shown = [number for number, inline in enumerate(piece) if not is_blank(inline)]
        piece = piece[shown[0] : shown[-1] + 1] if shown else ()
        if not piece:
            return ()
        first, last = piece[0], piece[-1]
        if isinstance(last, Text) and last.text[-1].isspace():
            piece = (*piece[:-1], replace(last, text=last.text.rstrip()))
            first = piece[0]
        if isinstance(first, Text) and first.text[0].isspace():
            self._book.report.add("docx-indent-spaces", paragraph.pos)
            piece = (replace(first, text=first.text.lstrip()), *piece[1:])
        return piece

    def _para(self, paragraph: Paragraph, para: Para) -> None:
        if paragraph.style.kind == "note" and self._noted(replace(para, role="")):
            return
        if paragraph.style.kind == "quote" and not para.role and not any(d.quoted for d in self._divisions):
            self._settle(quoted=self._inset != paragraph.inset)
            self._inset = paragraph.inset
            self._quoted.append(para)
        elif paragraph.marker is not None and self._lists.holds(paragraph.marker):
            self._settle()
            self._lists.add(para, 0.0, goes_on=True)
        elif paragraph.style.kind == "list" and not paragraph.marker:
            self._settle()
            self._lists.add(para, paragraph.indent.left or 0.0, goes_on=True)
        else:
            self._block(para, paragraph.inset)

    def _noted(self, para: Para) -> bool:
        """Whether it is a note to the table right above it, which takes it."""
        above = self._lists.last() if not (self._code or self._quoted or self._caption) else None
        if not isinstance(above, Table):
            return False
        self._lists.replace_last(replace(above, notes=(*above.notes, para)))
        return True

    def _named(self, inlines: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
        """The paragraph's id; further bookmarks at its beginning become places in it."""
        names, self._ids = self._ids, []
        further = tuple(Span((), id=name) for name in names[1:])
        return (names[0] if names else ""), (*further, *inlines)

    def _role(self, paragraph: Paragraph, inlines: tuple[Inline, ...]) -> str:
        guess = paragraph.guess
        if guess is not None and guess.role:
            text = plain(inlines).strip()
            self._book.report.add("docx-role-guessed", paragraph.pos, role=guess.role, text=text)
            return guess.role
        if paragraph.style.kind == "note" and not self._book.notes.active:  # small print in the text
            return "note"
        return paragraph.style.role or _ROLES.get(paragraph.style.kind, "")

    def _in_list(self, paragraph: Paragraph) -> bool:
        """Whether a numbered paragraph is an item: where a list can print the number, and it hangs beside the words if
        it is one of those that Chinese documents also set in the line (一、)."""
        marker = paragraph.marker
        if marker is None or not marker.definition.counts_in_list or marker.definition.form == "none":
            return False
        hangs = (paragraph.indent.first or 0.0) < 0
        if marker.definition.list_style == "cjk" and not hangs:
            return False
        if not marker.definition.plain:
            self._book.report.add("docx-list-mark", paragraph.pos, number=marker.text.strip())
        return True

    def _heading(self, paragraph: Paragraph, inlines: tuple[Inline, ...], name: str, lang: str, number: str) -> None:
        inlines = _plain_heading(inlines)
        text = number + plain(inlines).strip()
        guess = paragraph.guess
        if guess is not None:
            self._book.report.add("docx-fake-heading", paragraph.pos, text=text, level=guess.level, by=guess.by)
        self._block(Heading(inlines, paragraph.level, number, id=name, lang=lang, pos=paragraph.pos), paragraph.inset)
        self._book.outline.enter(paragraph.level, text)

    def _code_line(self, paragraph: Paragraph, inlines: tuple[Inline, ...]) -> None:
        if not self._code or self._language != paragraph.style.variant:
            self._settle()
            self._code_pos, self._inset = paragraph.pos, paragraph.inset
            self._language = paragraph.style.variant
        self._code.append(plain(inlines))

    # --- captions ----------------------------------------------------------------------------------------------------

    def _is_caption(self, paragraph: Paragraph, inlines: tuple[Inline, ...]) -> bool:
        """A paragraph of the caption style, or one that counts figures or tables and begins with that word."""
        if paragraph.style.kind == "caption":
            return True
        return self._counts and plain(inlines).strip().lower().startswith((*_FIGURE, *_TABLE))

    def _captioned(self, caption: Para) -> None:
        """A caption belongs to the picture above, else to the table or picture below, else to the table above."""
        above = self._lists.last() if not (self._code or self._quoted or self._caption) else None
        if isinstance(above, Para) and _is_picture(above) and not _is_of(caption, _TABLE):
            figure = Figure((above,), caption.children, id=caption.id, pos=above.pos)
            self._lists.replace_last(figure)
            return
        self._settle()
        self._caption = caption

    def _place_caption(self) -> None:
        """A caption with nothing below that takes it: to the table above, or a paragraph of its own."""
        caption, self._caption = self._caption, None
        if caption is None:
            return
        above = self._lists.last()
        if isinstance(above, Table) and not above.caption and not _is_of(caption, _FIGURE):
            self._lists.replace_last(replace(above, caption=caption.children, id=above.id or caption.id))
        else:
            self._lists.add(caption, 0.0)

    # --- blocks ------------------------------------------------------------------------------------------------------

    def _block(self, block: Block, indent: float = 0.0, *, goes_on: bool = False) -> None:
        """A finished block, after what was waiting. `goes_on`: it belongs to the list item at hand."""
        if self._caption is not None and isinstance(block, Para) and _is_picture(block):
            caption, self._caption = self._caption, None
            block = Figure((block,), caption.children, id=caption.id, pos=block.pos)
        self._settle()
        if self._ids and not isinstance(block, PageBreak | Toc) and not block.id:
            block, self._ids = replace(block, id=self._ids[0]), self._ids[1:]
        self._lists.add(block, indent, goes_on=goes_on or indent > 0)

    def _settle(self, *, quoted: bool = True) -> None:
        """Finish code, a quotation and a caption that were waiting for more."""
        if self._code:
            code, self._code = "\n".join(self._code), []
            self._lists.add(CodeBlock(code, self._language, pos=self._code_pos), self._inset, goes_on=self._inset > 0)
        if quoted and self._quoted:
            quote, self._quoted = Quote(tuple(self._quoted), pos=self._quoted[0].pos), []
            self._lists.add(quote, self._inset, goes_on=self._inset > 0)
        if self._caption is not None:
            self._place_caption()


def _unparted(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without the page breaks around an imprint that ends them: it stands at the foot of its page by itself."""
    kept = list(blocks)
    while kept and isinstance(kept[-1], PageBreak):
        kept.pop()
    if not (kept and isinstance(kept[-1], Group) and kept[-1].role == "imprint"):
        return blocks
    while len(kept) > 1 and isinstance(kept[-2], PageBreak):
        del kept[-2]
    return tuple(kept)


def _language(inlines: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
    """The language that all words are in, and the words; "" for none."""
    match inlines:
        case (Span(children, id="", role="", lang=lang),) if lang:
            return lang, children
        case _:
            return "", inlines


def _is_code(paragraph: Paragraph, faces: set[str]) -> bool:
    """Whether words in a style of code are code: pasted web pages are in one of them, whatever they hold."""
    if paragraph.style.names[0] not in _PASTED:
        return True
    return all(not face or _MONOSPACED.search(face) for face in faces)


def _plain_heading(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A heading's words without the bold and the slant that all of them have: they are its look."""
    while len(inlines) == 1 and isinstance(only := inlines[0], _HEADING_MARKS):
        inlines = only.children
    return inlines


def _is_picture(para: Para) -> bool:
    """Whether there are only pictures in the paragraph."""
    blank = (not isinstance(i, Image) and not (isinstance(i, Text) and not i.text.strip()) for i in para.children)
    return any(isinstance(i, Image) for i in para.children) and not any(blank)


def _is_of(caption: Para, words: tuple[str, ...]) -> bool:
    return plain(caption.children).strip().lower().startswith(words)
