"""From nested inlines to a flat sequence of characters with their looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias, assert_never

from convert.layout.result import Box
from convert.model import (
    Code,
    Emph,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    MathBlock,
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
from convert.style.sheet import Computed, Sheet
from convert.style.spans import SpanLook

_IGNORABLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""Characters that are never drawn (Unicode: Default_Ignorable_Code_Point)."""
BACK = "back"
"""The role of the link from a note to its mark: it looks as the note does."""
_MARK = Super(())  # what the mark of a note looks like
_BLANK = re.compile("[\t\n\r\v\f]")
_SMALL_CAPITALS = 0.8  # of the size: what Word and browsers make where a face has none


@dataclass(frozen=True, slots=True)
class CharLook:
    """How characters look: `font` role, `size` and `rise` in pt, colours, a line; the link, the ruby or the note (as its
    mark) they belong to, and their language where it is not the block's; `caps`: small letters are drawn as small capitals;
    `over`: the span whose pictures stand over them."""

    font: str
    size: float
    rise: float
    color: str
    line: Literal["none", "under", "through", "dots"]
    background: str
    link: Link | None = None
    ruby: Ruby | None = None
    note: Note | None = None
    lang: str = ""
    caps: bool = False
    bold: bool = False
    slanted: bool = False
    over: Span | None = None


class Chars(NamedTuple):
    """Characters of one look. `whole`: none that is never drawn was left out; `box`: what stands for them, `node`;
    `continued`: it goes on with what stands before it; `places`: what links call where it begins."""

    text: str
    look: CharLook
    whole: bool = True
    box: Box | None = None
    node: Image | Math | MathBlock | None = None
    continued: bool = False
    places: tuple[str, ...] = ()


class Place(NamedTuple):
    """What links call the place of what comes next."""

    name: str


class Object(NamedTuple):
    """What is no character but may stand among them, and how characters in its place would look."""

    node: Image | Math
    look: CharLook

    @property
    def is_over(self) -> bool:
        """Whether it is a picture that stands over words."""
        return self.look.over is not None and isinstance(self.node, Image)


Piece: TypeAlias = Chars | Object | LineBreak | Place

PageOf: TypeAlias = Callable[[str], str]
"""Gives the page that an id is on, from 1."""


def is_drawn(text: str) -> bool:
    """Whether all characters of a text are drawn as they are."""
    return not (_IGNORABLE.search(text) or _BLANK.search(text))


def flatten(inlines: Iterable[Inline], look: Computed, sheet: Sheet, page_of: PageOf) -> Iterator[Piece]:
    """The pieces of a block's text in reading order, in the look of the block's role. `page_of`: the page that an id is on."""
    return _flatten(inlines, plain_look(look), sheet, page_of)


def mark_place(note: Note) -> str:
    """What links call the place of a note's mark: no id has that name."""
    return f"{note.id}\x00mark"


def _place(inline: Inline) -> Place:
    """Where an inline begins; a note's own id is that of its text."""
    return Place(mark_place(inline) if isinstance(inline, Note) else inline.id)


def plain_look(look: Computed) -> CharLook:
    """How plain characters of a block look."""
    return CharLook(look.font, look.size, 0, look.color, "none", "")


def _flatten(inlines: Iterable[Inline], look: CharLook, sheet: Sheet, page_of: PageOf) -> Iterator[Piece]:
    for inline in inlines:
        yield from (_place(inline),) if inline.id else ()
        match inline:
            case Text(text) | Code(text):
                inked = _IGNORABLE.sub("", text)
                if inked:
                    plain = isinstance(inline, Text) and not inline.role and not inline.lang
                    own = look if plain else _spanned(inline, look, sheet)
                    chars = Chars(_BLANK.sub(" ", inked), own, len(inked) == len(text))
                    yield from _small_capitals(chars) if own.caps else (chars,)
            case Link():
                own = look if inline.role == BACK else _spanned(inline, look, sheet)
                yield from _flatten(inline.children, replace(own, link=inline), sheet, page_of)
            case Strong() | Emph() | Underline() | Strike() | Super() | Sub() | Span():
                yield from _flatten(inline.children, _spanned(inline, look, sheet), sheet, page_of)
            case Ruby():
                yield from _flatten(
                    inline.children, replace(_spanned(inline, look, sheet), ruby=inline), sheet, page_of
                )
            case Note():
                mark = _over(look, sheet.span(_MARK), "")
                yield Chars(inline.number, replace(mark, note=inline, link=None, ruby=None))
            case Ref():
                words = (Text(page_of(inline.target)),) if inline.kind == "page" else inline.children
                link = Link(words, f"#{inline.target}", pos=inline.pos)
                yield from _flatten(words, replace(_spanned(inline, look, sheet), link=link), sheet, page_of)
            case Image() | Math():
                yield Object(inline, _spanned(inline, look, sheet))
            case LineBreak():
                yield inline
            case Raw():
                raise TypeError("Raw must be lowered before layout")
            case _:
                assert_never(inline)


def capitals(text: str) -> str:
    """The capitals that stand for the letters of a text, one for each; ß stays as it is."""
    return "".join(upper if len(upper := char.upper()) == 1 else char for char in text)


def _small_capitals(chars: Chars) -> Iterator[Chars]:
    """The characters with small letters as small capitals, all others as they are."""
    small = replace(chars.look, size=chars.look.size * _SMALL_CAPITALS)
    for is_small, group in groupby(chars.text, lambda char: capitals(char) != char):
        yield chars._replace(text="".join(group), look=small if is_small else replace(chars.look, caps=False))


def reading_of(ruby: Ruby, look: CharLook, sheet: Sheet) -> Chars:
    """The reading of a ruby whose base has this look."""
    inked = _BLANK.sub(" ", _IGNORABLE.sub("", ruby.reading))
    plain = replace(look, rise=0, line="none", background="", link=None, ruby=None, lang="")
    return Chars(inked, _over(plain, sheet.reading, ""), len(inked) == len(ruby.reading))


def _spanned(inline: Inline, look: CharLook, sheet: Sheet) -> CharLook:
    """The look of what an inline contains: what its span says, over what stands around it."""
    own = _over(look, sheet.span(inline), inline.lang)
    return replace(own, over=look.over or inline) if isinstance(inline, Span) and sheet.is_over(inline) else own


def _over(look: CharLook, span: SpanLook, lang: str) -> CharLook:
    return replace(
        look,
        font=span.font or look.font,
        size=look.size * span.scale,
        rise=look.rise + span.rise_em * look.size,
        color=span.color or look.color,
        line=look.line if span.line == "none" else span.line,
        background=span.background or look.background,
        lang=lang or look.lang,
        caps=look.caps or span.caps == "small",
        bold=look.bold or span.weight == "bold",
        slanted=look.slanted or span.slant == "italic",
    )
