"""Elements within a line to inlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from convert.model import Inline, LineBreak, Link, Note, Span, Text
from convert.reading.html import forms, media, ruby
from convert.reading.html.context import Context
from convert.reading.html.marks import Wrap, marks
from convert.reading.html.math import inline_math, tex_source
from convert.reading.html.parsing import MATHML
from convert.reading.html.styles import Style, align_of, declarations, is_hidden

_Made = list[Inline]
_PRIVATE = re.compile("[\ue000-\uf8ff\\s]+")


def inlines_in(element: Any, style: Style, context: Context) -> list[Inline]:
    """What is in an element of a line."""
    made: _Made = list(text_inlines(element.text, style))
    for child in element:
        made += inline(child, style, context)
        made += text_inlines(child.tail, style)
    return made


def text_inlines(text: str | None, style: Style) -> Iterator[Inline]:
    """Characters of the source, white space and all; where line ends count (`white-space: pre`) they are breaks."""
    if not text:
        return
    if not style.pre:
        yield Text(text)
        return
    first, *rest = text.split("\n")
    if first:
        yield Text(first)
    for line in rest:
        yield LineBreak()
        if line:
            yield Text(line)


def inline(element: Any, style: Style, context: Context) -> list[Inline]:
    """An element within a line."""
    if is_hidden(element):
        context.hide(element)
        return []
    if element in context.notes or (element.tag == "sup" and _holds_note(element, context)):
        return _note(element, context)
    if _is_icon(element):
        context.counts["ornament"] += 1
        return []
    context.anchor(element)
    special = _SPECIAL.get(element.tag)
    if special:
        return special(element, style, context)
    style = inner_style(element, style)
    return wrapped(inlines_in(element, style, context), wraps(element, style, context))


def _holds_note(element: Any, context: Context) -> bool:
    """Whether all that is in a raised element is a reference to a note: the note's mark is raised anyway."""
    links = [child for child in element if child in context.notes]
    return len(links) == 1 and not "".join(
        "".join(element.itertext()).replace("".join(links[0].itertext()), "", 1).split()
    ).strip("[]()〔〕（）")


def _note(element: Any, context: Context) -> list[Inline]:
    link = element if element in context.notes else next(child for child in element if child in context.notes)
    context.read_notes.add(link)
    children = context.blocks_in(context.notes[link], Style(lang=context.lang), context)
    return [Note(children, pos=context.pos(link))] if children else []


def _is_icon(element: Any) -> bool:
    """Whether all that is in the element is characters of private use: pictures of an icon font."""
    text = (element.text or "").strip()
    return bool(text) and len(element) == 0 and _PRIVATE.fullmatch(text) is not None


def inner_style(element: Any, style: Style) -> Style:
    """What the element hands down."""
    css = declarations(element)
    white = css.get("white-space", "")
    if white:
        style = style._replace(pre=white.startswith(("pre", "break-spaces")))
    return style


def entered(element: Any, style: Style, context: Context, *, marked: bool = True) -> Style:
    """What a block element hands down; `marked`: its looks (bold, struck out …) too."""
    inner = inner_style(element, style)
    align = align_of(element, declarations(element)) or style.align
    inner = inner._replace(align=align, lang=element.get("lang") or style.lang)
    return inner._replace(wraps=(*inner.wraps, *wraps(element, inner, context))) if marked else inner


def wraps(element: Any, style: Style, context: Context) -> tuple[Wrap, ...]:
    """What an element puts its words into, outermost first."""
    found = list(marks(element.tag, declarations(element)))
    lang = element.get("lang") or ""
    if (
        lang
        and lang.lower() != (style.lang or context.lang).lower()
        and any(map(str.isalpha, "".join(element.itertext())))
    ):
        found.append(lambda children: Span(children, lang=lang))
    if element.tag == "a":
        target = context.address(element.get("href") or "")
        if target:
            title, pos = element.get("title") or "", context.pos(element)
            found.insert(0, lambda children: Link(children, target, title, pos=pos))
    return tuple(found)


def wrapped(children: list[Inline], wraps: tuple[Wrap, ...]) -> list[Inline]:
    """The inlines put into what `wraps` make, the last one innermost."""
    for wrap in reversed(wraps):
        children = [wrap(tuple(children))] if children else []
    return children


def _line_break(element: Any, style: Style, context: Context) -> _Made:
    return [LineBreak(pos=context.pos(element))]


def _button(element: Any, style: Style, context: Context) -> _Made:
    return [Text(" "), *inlines_in(element, style, context), Text(" ")]


def _nothing(element: Any, style: Style, context: Context) -> _Made:
    return []


def _ruby(element: Any, style: Style, context: Context) -> _Made:
    return ruby.rubies(element, lambda part: inline(part, style, context), context.pos(element))


_SPECIAL: dict[str, Callable[[Any, Style, Context], _Made]] = {
    "br": _line_break,
    "wbr": _nothing,
    "img": media.picture,
    "picture": media.picture,
    "svg": media.drawing,
    "audio": media.embedded,
    "video": media.embedded,
    "iframe": media.embedded,
    "embed": media.embedded,
    "canvas": media.embedded,
    "object": media.embedded,
    "ruby": _ruby,
    "button": _button,
    "input": forms.field,
    "select": forms.choice,
    "textarea": forms.area,
    "script": tex_source,
    f"{MATHML}math": inline_math,
}
