"""What a paragraph of Markdown is: words, a picture with its caption, a caption, formulas between words, attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import unquote

from convert.diagnostics import Pos
from convert.model import Block, Figure, Image, Inline, LineBreak, MathBlock, PageBreak, Para, Raw, Text, replace
from convert.model.build import join
from convert.model.walk import plain
from convert.readers.markdown.attributes import BRACES, Attributes, attributes_of
from convert.readers.markdown.context import Context, LineEnd, Part
from convert.readers.markdown.inlines import line, words

_SPACES = " \u3000"
_CAPTIONS = (": ", "Table: ", "table: ", "表：", "表:", "Table:", ":\t")
_PLACEHOLDERS = frozenset(
    {"image", "img", "picture", "alt", "alt text", "图片", "图像", "在这里插入图片描述", "输入图片说明"}
)
"""What editors write where a description of a picture should stand."""


_NUMBERED = re.compile(r"(?:图|圖|Fig(?:ure|\.))\s*[\d一二三四五六七八九十]")


@dataclass(frozen=True, slots=True)
class Caption:
    """A paragraph that is the caption of a table, if one stands beside it. `words`: what it says then."""

    paragraph: Para
    words: tuple[Inline, ...]
    attributes: Attributes


Made = Block | Caption


def cut_attributes(content: str, *, apart: bool = True) -> tuple[str, Attributes]:
    """A heading, a caption or a paragraph without the attributes at its end, and these. `apart`: there must be a space
    before them."""
    if content[-1:] != "}":
        return content, Attributes()
    start = content.rfind("{")
    while start >= 0:
        if BRACES.fullmatch(content, start):
            before = content[:start]
            if apart and before and not before[-1].isspace():
                break
            return before.rstrip(), attributes_of(content[start:])
        start = content.rfind("{", 0, start)
    return content, Attributes()


def paragraphs(content: str, number: int, context: Context, *, is_tight: bool = False) -> Iterator[Made]:
    """The blocks of a paragraph whose first line has a number. `is_tight`: in a list without space between its items,
    where a picture is no figure."""
    for page, piece in enumerate(content.split("\f")):
        if page:
            yield PageBreak(pos=context.pos(number))
        if piece.strip():
            yield from _on_page(piece, number, context, is_tight)
        number += piece.count("\n")


def _on_page(content: str, number: int, context: Context, is_tight: bool) -> Iterator[Made]:
    pos = context.pos(number)
    if not is_tight and (caption := caption_words(content, number, context)):
        yield Caption(Para(words(content, number, context), pos=pos), *caption)
        return
    content, attributes = cut_attributes(content)
    blocks = list(_split(line(content, number, context), pos))
    if not is_tight:
        blocks = _with_figures(blocks, context)
    yield from _attributed(blocks, attributes, context, pos) if attributes else blocks


def _with_figures(blocks: list[Block], context: Context) -> list[Block]:
    """Pictures that stand alone as figures, with the line below as caption if that begins 图1."""
    made: list[Block] = []
    numbers = iter(range(len(blocks)))
    for number in numbers:
        picture, below = _picture(blocks[number]), blocks[number + 1 : number + 2]
        caption = _caption_of(picture, context) if picture else ()
        if picture and below and isinstance(below[0], Para) and _NUMBERED.match(plain(below[0])):
            caption = below[0].children
            next(numbers)
        pos = blocks[number].pos
        if picture and caption:
            made.append(Figure((Para((replace(picture, id=""),), pos=pos),), caption, id=picture.id, pos=pos))
        else:
            made.append(blocks[number])
    return made


def _picture(block: Block) -> Image | None:
    """The picture that a paragraph is."""
    picture = block.children[0] if isinstance(block, Para) and len(block.children) == 1 else None
    return picture if isinstance(picture, Image) else None


def _caption_of(picture: Image, context: Context) -> tuple[Inline, ...]:
    """What describes a picture, as its caption (pandoc, implicit_figures); empty where that describes nothing."""
    if not picture.alt or (not picture.id and _is_no_caption(picture, context)):
        return ()
    return context.captions.get(picture.alt, (Text(picture.alt),))


def _attributed(blocks: list[Block], attributes: Attributes, context: Context, pos: Pos) -> Iterator[Block]:
    align, role, id = attributes.take_align(), attributes.take_class(), attributes.id
    lang = attributes.take("lang")
    for block in blocks:
        block = replace(block, role=role or block.role, lang=lang or block.lang, id=id or block.id)
        id = ""
        yield replace(block, align=align) if isinstance(block, Para) and align else block
    attributes.report_rest(context.report, pos)


def _split(parts: Sequence[Part], pos: Pos) -> Iterator[Block]:
    """A paragraph, or more: a displayed formula within it, or a line's end that is kept, stands between two."""
    run: list[Inline] = []
    for part in parts:
        if isinstance(part, MathBlock | LineEnd):
            yield from _paragraph(run, pos)
            run = []
            pos = part.pos or pos
            if isinstance(part, MathBlock):
                yield part
        else:
            run.append(part)
    yield from _paragraph(run, pos)


def _paragraph(run: list[Inline], pos: Pos) -> Iterator[Block]:
    """The words without the spaces and breaks that set them off from a formula."""
    while run and isinstance(run[-1], LineBreak):
        run.pop()
    while run and isinstance(run[0], LineBreak):
        del run[0]
    children = join(run)
    if children and isinstance(first := children[0], Text) and first.text[:1] in _SPACES:
        children = join((replace(first, text=first.text.lstrip(_SPACES)), *children[1:]))
    if children and isinstance(last := children[-1], Text) and last.text[-1:] in _SPACES:
        children = join((*children[:-1], replace(last, text=last.text.rstrip(_SPACES))))
    if all(isinstance(part, Raw) for part in children):
        yield from (part for part in children if isinstance(part, Raw))
    else:
        yield Para(children, pos=pos)


def _is_no_caption(picture: Image, context: Context) -> bool:
    """Whether a description is a file's name or an editor's placeholder: it describes nothing."""
    alt = picture.alt.strip().lower()
    media = context.pictures.media.get(picture.media)
    path = PurePath(unquote((media.name if media else "") or picture.media).lower())
    return alt in _PLACEHOLDERS or alt in (path.name, path.stem)


def caption_words(content: str, number: int, context: Context) -> tuple[tuple[Inline, ...], Attributes] | None:
    """What a paragraph says that is marked as a caption, and its attributes; None for another."""
    mark = next((each for each in _CAPTIONS if content.startswith(each)), "")
    if not mark:
        return None
    rest, attributes = cut_attributes(content[len(mark) :].strip(), apart=False)
    return words(rest, number, context), attributes
