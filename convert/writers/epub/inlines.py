"""Inlines as XHTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, assert_never

from convert.kit.cjk import has_east_asian
from convert.kit.math.face import set_characters
from convert.kit.math.presentation import characters, parse
from convert.layout.inlines import PageOf
from convert.layout.pictures import Gallery, wanted_size
from convert.model import (
    Code,
    Document,
    Emph,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    MathBlock,
    Node,
    Note,
    Raw,
    Ref,
    Ruby,
    Span,
    Strike,
    Strong,
    Sub,
    Super,
    Text,
    Underline,
)
from convert.model.walk import plain
from convert.style.sheet import Sheet
from convert.style.spans import PLAIN
from convert.writers.epub import formulas
from convert.writers.epub.ledger import Ledger
from convert.writers.epub.markup import css_name, escape, free_id, tag
from convert.writers.epub.pagelist import PageMarks

ENDNOTES = "endnotes.xhtml"
"""The file of the endnotes."""
_MARK = Super(())  # what the mark of a note looks like
_BALANCE = "balance"
_WIDE = 24  # characters of a formula in a line that a small screen may not have room for
_BLANK = re.compile("[\t\n\r\v\f]")
_TAGS: dict[type[Inline], str] = {
    Strong: "strong",
    Emph: "em",
    Underline: "u",
    Strike: "s",
    Super: "sup",
    Sub: "sub",
    Span: "span",
    Text: "span",
    Code: "code",
}


def is_balance(inline: Inline) -> bool:
    """Whether it is a line break that was chosen for looks."""
    return isinstance(inline, LineBreak) and inline.role == _BALANCE


def span_class(name: str) -> str:
    """The class of a span of the style."""
    return f"text-{css_name(name)}"


class PlacedNote(NamedTuple):
    """A note that waits for its place: a footnote for the end of its file, an endnote for that of the book. With the
    file and the id of its mark, and its own id."""

    file: str
    mark: str
    place: str
    note: Note


class InlineMarkup:
    """Writes inlines of one content document after the other; `file` is the one at hand, `notes` what it
    still owes, `endnotes` what the book does."""

    def __init__(
        self, document: Document, sheet: Sheet, ledger: Ledger, pictures: Gallery, page_of: PageOf, pages: PageMarks
    ) -> None:
        self._sheet, self._ledger, self._pictures, self._page_of = sheet, ledger, pictures, page_of
        self.pages = pages
        self._gaps = _gaps(document.meta.title)
        self._in_link = self._over = False
        self._marks = 0
        self.file = ""
        self.notes: list[PlacedNote] = []
        self.endnotes: list[PlacedNote] = []

    def markup(self, inlines: Sequence[Inline], font: str) -> str:
        """Inlines set in a font role."""
        pieces: list[str] = []
        for number, inline in enumerate(inlines, 1):
            pieces.append(self._inline(inline, font))
            if is_balance(inline) and 1 < number < len(inlines):
                pieces.append(self._line_gap(inlines[number - 2], inlines[number]))
        return "".join(pieces)

    def plain(self, text: str, font: str) -> str:
        """Bare text set in a font role."""
        return escape(self._ledger.text(text, font))

    def paged(self, text: str, font: str) -> str:
        """Text of the block at hand, with the marks of the pages that begin in it."""
        return "".join(
            (self.pages.mark(label, self.file) if label else "") + self.plain(piece, font)
            for piece, label in self.pages.cut(text)
        )

    def code(self, inlines: Sequence[Text], font: str) -> str:
        """The text of code, with its tabs and line ends."""
        return "".join(
            self._spanned(part, self.paged(part.text, self._font(part, font)), font)
            if part.role
            else self.paged(part.text, font)
            for part in inlines
        )

    def _inline(self, inline: Inline, font: str) -> str:
        match inline:
            case Text(text) if not (inline.id or inline.role or inline.lang):
                return self.paged(_BLANK.sub(" ", text), font)
            case Text(text) | Code(text):
                return self._spanned(inline, self.paged(_BLANK.sub(" ", text), self._font(inline, font)), font)
            case Strong() | Emph() | Underline() | Strike() | Super() | Sub() | Span():
                outer, self._over = self._over, self._over or (isinstance(inline, Span) and self._sheet.is_over(inline))
                content = self.markup(inline.children, self._font(inline, font))
                self._over = outer
                return self._spanned(inline, content, font)
            case Link():
                return self._link(inline, font)
            case Image():
                return self._image(inline, font)
            case LineBreak():
                return tag("br", **self.common(inline), class_=css_name(inline.role) if inline.role else "")[:-1] + "/>"
            case Ruby():
                return self._ruby(inline, font)
            case Note():
                return self._reference(inline, font)
            case Ref():
                words = (Text(self._page_of(inline.target)),) if inline.kind == "page" else inline.children
                return self._link(
                    Link(words, f"#{inline.target}", id=inline.id, role=inline.role, pos=inline.pos), font
                )
            case Math():
                return self.formula(inline, font)
            case Raw():
                raise TypeError("Raw must be lowered before it is written")
            case _:
                assert_never(inline)

    def formula(self, formula: Math | MathBlock, font: str) -> str:
        """A formula. The characters that a face for formulas lacks are those of the text's."""
        root = parse(formula.mathml)
        self.pages.pass_over(1)  # on paper it stands in the text like a character
        self._ledger.formulas |= set_characters(root)
        self._ledger.texts[font].append("".join(filter(has_east_asian, characters(root))))
        within = self.common(formula) | {"class": self._class(formula)} if isinstance(formula, Math) else {}
        written = formulas.formula(
            root, formula.tex or characters(root), {name: within.get(name, "") for name in ("id", "class")}
        )
        wide = isinstance(formula, Math) and len(characters(root)) > _WIDE
        return f'<span class="wide">{written}</span>' if wide else written

    def _font(self, inline: Inline, font: str) -> str:
        return self._sheet.span(inline).font or font

    def common(self, node: Node) -> dict[str, str]:
        """The attributes that any node may have: its id, its language."""
        return {"id": self._ledger.place(node.id, self.file), "lang": node.lang, "xml__lang": node.lang}

    def _class(self, inline: Inline) -> str:
        """The class of the look it takes: by its role if the style has it, else by its kind."""
        name = inline.role if inline.role in self._sheet.spans else type(inline).__name__.lower()
        return span_class(name) if self._sheet.span(inline) is not PLAIN else ""

    def _spanned(self, inline: Inline, content: str, font: str) -> str:
        name = _TAGS[type(inline)]
        if self._sheet.span(inline).caps == "small":  # the faces of the book need the capitals
            self._ledger.texts[self._font(inline, font)].append(plain((inline,), notes=False).upper())
        return f"{tag(name, **self.common(inline), class_=self._class(inline))}{content}</{name}>"

    def _reference(self, note: Note, font: str) -> str:
        """The mark of a note, and the note itself for the end of the file or of the book (EPUB SSV 1.1, notes)."""
        self._marks += 1
        place, target = (free_id(f"{name}-{self._marks}") for name in ("noteref", f"{note.kind}note"))
        waiting = self.endnotes if note.kind == "end" else self.notes
        waiting.append(PlacedNote(self.file, place, target, note))
        font = self._sheet.span(_MARK).font or font
        mark, name = self.plain(note.number, font), self._class(_MARK)
        self.pages.pass_over(len(note.number))
        if self._in_link:
            return f"{tag('span', id=place, class_=name)}{mark}</span>"
        start = tag(
            "a",
            epub__type="noteref",
            role="doc-noteref",
            id=place,
            class_=name,
            href=f"{ENDNOTES * (note.kind == 'end')}#{target}",
        )
        return f"{start}{mark}</a>"

    def _ruby(self, ruby: Ruby, font: str) -> str:
        font = self._font(ruby, font)
        reading = self.plain(_BLANK.sub(" ", ruby.reading), self._sheet.reading.font or font)
        look = tag("rt", class_=span_class("reading") if "reading" in self._sheet.spans else "")
        content = self.markup(ruby.children, font)
        return f"{tag('ruby', **self.common(ruby), class_=self._class(ruby))}{content}{look}{reading}</rt></ruby>"

    def _link(self, link: Link, font: str) -> str:
        """A link, or a span where it leads nowhere or stands in another link."""
        href = "" if self._in_link else self._target(link)
        outer, self._in_link = self._in_link, bool(href) or self._in_link
        content = self.markup(link.children, self._font(link, font))
        self._in_link = outer
        name = "a" if href else "span"
        title = link.title if href else ""
        return f"{tag(name, **self.common(link), class_=self._class(link), href=href, title=title)}{content}</{name}>"

    def _target(self, link: Link) -> str:
        if link.target.startswith("#"):
            return self._ledger.link(link.target[1:], link.pos)
        return link.target

    def _image(self, image: Image, font: str) -> str:
        info, form = self._pictures.info(image.media), self._pictures.form(image.media, "epub")
        self._ledger.all_described &= bool(image.alt)
        width, height = wanted_size(image, info)
        source = self._ledger.picture(image.media, form.type, form.data)
        start = tag(
            "img",
            **self.common(image),
            src=source,
            title=image.title,
            style="" if self._over else f"width:{width:.4g}pt;aspect-ratio:{width:.4g}/{height:.4g}",
        )
        alt = escape(image.alt).replace('"', "&quot;")
        return f'{start[:-1]} alt="{alt}"/>'

    def _line_gap(self, before: Inline, after: Inline) -> str:
        """A space between two balanced lines, if the words need one where the break yields; lines do not begin with it."""
        if not (isinstance(before, Text) and isinstance(after, Text)):
            return ""
        latin = before.text[-1:].isascii() and after.text[:1].isascii()
        return " " if latin or (before.text[-4:], after.text[:4]) in self._gaps else ""


def _gaps(title: str) -> frozenset[tuple[str, str]]:
    """What stands on both sides of the title's gaps, four characters each: balanced lines do not keep the gaps."""
    words = re.split("[ \u3000\u2003]+", title)
    return frozenset((a[-4:], b[:4]) for a, b in pairwise(words))
