"""Tokens of a line to inlines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal
from urllib.parse import unquote

from markdown_it.token import Token

from convert.kit.cjk import one_of
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
    Para,
    Raw,
    Ref,
    Span,
    Strike,
    Strong,
    Sub,
    Super,
    Text,
    Underline,
    replace,
)
from convert.readers.markdown.attributes import RAW_FORMAT, Attributes, attributes_of
from convert.readers.markdown.context import Context, Part
from convert.readers.markdown.frames import Frame, Frames, as_words
from convert.readers.markdown.line_ends import begins_with_number, join_lines
from convert.readers.markdown.notes import note_of
from convert.readers.markdown.parser import parse_line
from convert.readers.markdown.tags import add_html, give_up_open

Wrap = Callable[[tuple[Inline, ...]], Inline]

_SPECIAL = one_of(r"\n!$&*<@\[\\\]^_`{}~\f")
_ADDRESS = ("://", "www.", "WWW.")
_MARKS: dict[str, Wrap] = {
    "em": Emph,
    "strong": Strong,
    "s": Strike,
    "sup": Super,
    "sub": Sub,
    "mark": lambda children: Span(children, role="highlight"),
}
_REFERENCES: tuple[Literal["number", "page"], ...] = ("number", "page")
"""Classes of a link without words: what of its target it shows instead of the target's words."""
_SPANS: dict[str, Wrap] = {"underline": Underline, "ul": Underline, "strike": Strike, "strikeout": Strike}
_SPAN_ROLES = {"mark": "highlight", "smallcaps": "small-caps", "sc": "small-caps"}


def line(content: str, number: int, context: Context) -> list[Part]:
    """The words of a paragraph, a heading or a cell, whose first line has the number; displayed formulas among them."""
    frames = Frames(number, context)
    if _SPECIAL.search(content) or any(mark in content for mark in _ADDRESS):
        frames.is_numbered = begins_with_number(content)
        _read(parse_line(content, context.environment), content, frames)
    else:
        frames.say(content)
    return frames.finished()


def words(content: str, number: int, context: Context) -> tuple[Inline, ...]:
    """The same where no block can stand, in normal form."""
    return as_words(line(content, number, context))


def _read(tokens: Sequence[Token], content: str, frames: Frames) -> None:
    """Read the tokens of a line, which are flat: nothing here recurses but pictures in descriptions of pictures."""
    for index, token in enumerate(tokens):
        kind = token.type
        if kind in ("text", "text_special"):
            frames.say(token.content)
        elif kind == "softbreak":
            frames.number += 1
            join_lines(tokens, index, content, frames)
        elif token.nesting > 0:
            _open(token, frames)
        elif token.nesting < 0:
            _close(token, frames)
        else:
            _LEAVES[kind](token, frames)
    give_up_open(frames)


# --- what holds words --------------------------------------------------------------------------------------------


def _open(token: Token, frames: Frames) -> None:
    if frames.skipped or frames.is_full:
        frames.skipped += 1
        frames.context.deep = frames.context.deep or frames.pos
    else:
        frames.open(token.type.removesuffix("open") + "close", token)


def _close(token: Token, frames: Frames) -> None:
    if frames.skipped:
        frames.skipped -= 1
        return
    give_up_open(frames)
    frame = frames.close()
    _CLOSERS[frame.token.type](frame, token, frames)


def _close_mark(frame: Frame, token: Token, frames: Frames) -> None:
    if frame.parts:
        frames.add(_MARKS[token.type.removesuffix("_close")](as_words(frame.parts)))


def _close_link(frame: Frame, token: Token, frames: Frames) -> None:
    attributes = attributes_of(token.meta.get("braces", ""))
    target, title = str(frame.token.attrs.get("href", "")), " ".join(str(frame.token.attrs.get("title", "")).split())
    if target.startswith("#"):
        frames.context.refers = True
        target = f"#{unquote(target[1:])}"
    if target.startswith("#") and not frame.parts:
        kind: Literal["number", "page", "text"] = "text"
        kind = next((name for name in _REFERENCES if attributes.take_class(name)), kind)
        frames.add(Ref(target[1:], kind, id=attributes.id, pos=frames.pos))
        attributes.report_rest(frames.context.report, frames.pos)
        return
    role = attributes.take_class()
    node = Link(
        as_words(frame.parts), target, title, id=attributes.id, role=role, lang=attributes.take("lang"), pos=frames.pos
    )
    attributes.report_rest(frames.context.report, frames.pos)
    frames.add(node if target else Span(node.children, id=node.id, role=node.role, lang=node.lang, pos=node.pos))


def _close_span(frame: Frame, token: Token, frames: Frames) -> None:
    attributes = attributes_of(frame.token.info)
    node: Inline
    if wrap := _SPANS.get(attributes.take_class(*_SPANS)):
        node = replace(wrap(as_words(frame.parts)), id=attributes.id, lang=attributes.take("lang"))
    else:
        role = attributes.take_class()
        node = Span(
            as_words(frame.parts),
            id=attributes.id,
            role=_SPAN_ROLES.get(role, role),
            lang=attributes.take("lang"),
            pos=frames.pos,
        )
    attributes.report_rest(frames.context.report, frames.pos)
    frames.add(node)


def _close_note(frame: Frame, token: Token, frames: Frames) -> None:
    frames.add(Note((Para(as_words(frame.parts), pos=frames.pos),), pos=frames.pos))


_CLOSERS: dict[str, Callable[[Frame, Token, Frames], None]] = {
    **dict.fromkeys((f"{name}_open" for name in _MARKS), _close_mark),
    "link_open": _close_link,
    "span_open": _close_span,
    "note_open": _close_note,
}


# --- what does not -----------------------------------------------------------------------------------------------


def _add_break(token: Token, frames: Frames) -> None:
    frames.number += 1
    frames.add(LineBreak())
    frames.last = ""


def _add_code(token: Token, frames: Frames) -> None:
    braces = token.meta.get("braces")
    if not braces:
        frames.add(Code(token.content))
        frames.last = token.content[-1]
        return
    if found := RAW_FORMAT.fullmatch(braces):
        frames.add(Raw(found[1], token.content, pos=frames.pos))
        return
    attributes = attributes_of(braces)
    attributes.take_class()  # the language
    attributes.report_rest(frames.context.report, frames.pos)
    frames.add(Code(token.content, id=attributes.id))
    frames.last = token.content[-1]


def _add_math(token: Token, frames: Frames) -> None:
    attributes = attributes_of(token.meta.get("braces", ""))
    frames.add((MathBlock if token.info else Math)(token.content, id=attributes.id, pos=frames.pos))
    attributes.report_rest(frames.context.report, frames.pos)
    frames.last = "x"


def _add_image(token: Token, frames: Frames) -> None:
    attributes = attributes_of(token.meta.get("braces", ""))
    picture = _picture(token, attributes, frames)
    kinds = {child.type for child in token.children or ()}
    if not kinds <= {"text", "text_special"} and "image" not in kinds:
        inside = Frames(frames.number, frames.context)
        _read(token.children or (), token.content, inside)
        frames.context.captions[picture.alt] = as_words(inside.finished())
    frames.add(picture)
    attributes.report_rest(frames.context.report, frames.pos)
    frames.last = "x"


def _picture(token: Token, attributes: Attributes, frames: Frames) -> Image:
    return Image(
        frames.context.pictures.linked(str(token.attrs.get("src", "")), frames.pos),
        " ".join(_plain_words(token).split()),
        attributes.take_length("width"),
        attributes.take_length("height"),
        " ".join(str(token.attrs.get("title", "")).split()),
        id=attributes.id,
        role=attributes.take_class(),
        lang=attributes.take("lang"),
        pos=frames.pos,
    )


def _plain_words(picture: Token) -> str:
    """What describes a picture, without its marks (CommonMark 0.31.2 §6.4)."""
    pieces: list[str] = []
    for token in picture.children or ():
        match token.type:
            case "image":
                pieces.append(_plain_words(token))
            case "softbreak" | "hardbreak":
                pieces.append(" ")
            case "text" | "text_special" | "code_inline" | "math" | "note_mark" | "reference":
                pieces.append(token.content)
    return "".join(pieces)


def _add_note(token: Token, frames: Frames) -> None:
    frames.add(note_of(token, frames))


def _add_reference(token: Token, frames: Frames) -> None:
    frames.context.refers = True
    frames.add(Ref(token.info, children=(Text(token.content),) if token.content else (), pos=frames.pos))
    frames.last = "x"


_LEAVES: dict[str, Callable[[Token, Frames], None]] = {
    "hardbreak": _add_break,
    "code_inline": _add_code,
    "math": _add_math,
    "image": _add_image,
    "html_inline": lambda token, frames: add_html(frames, token.content),
    "note_mark": _add_note,
    "reference": _add_reference,
}
