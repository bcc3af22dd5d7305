"""Inlines of the model as pandoc's."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Any, assert_never

from convert.model import (
    Block,
    Code,
    Emph,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    Media,
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
from convert.writers.pandoc.elements import Element, attributes, element, words, wrapped

_MARKS: dict[type, str] = {
    Strong: "Strong",
    Emph: "Emph",
    Underline: "Underline",
    Strike: "Strikeout",
    Super: "Superscript",
    Sub: "Subscript",
}
_REFERENCE_TYPES = {"number": "ref", "page": "page", "text": "text"}  # pandoc's LaTeX reader knows the first


class Lines:
    """Writes inlines. `blocks` writes what a note says; pictures are written into their addresses from `media`."""

    def __init__(self, media: Mapping[str, Media], blocks: Callable[[tuple[Block, ...]], list[Element]]) -> None:
        self._media, self._blocks = media, blocks

    def write(self, inlines: tuple[Inline, ...]) -> list[Element]:
        """A line of inlines."""
        made: list[Element] = []
        for inline in inlines:
            if isinstance(inline, Text) and not (inline.id or inline.role or inline.lang):
                made += words(inline.text)
            else:
                made.append(self._inline(inline))
        return made

    def _inline(self, node: Inline) -> Element:
        match node:
            case Text():
                return element("Span", attributes(node, wrapper="1"), words(node.text))
            case Strong() | Emph() | Underline() | Strike() | Super() | Sub():
                return wrapped("Span", element(_MARKS[type(node)], self.write(node.children)), node)
            case Code() | Math() | LineBreak() | Raw():
                return wrapped("Span", _leaf(node), node)
            case Link():
                return element("Link", attributes(node), self.write(node.children), [node.target, node.title])
            case Image():
                return self._image(node)
            case Ref():
                return self._reference(node)
            case Note():
                classes = ("endnote",) if node.kind == "end" else ()
                return wrapped("Span", element("Note", self._blocks(node.children)), node, classes, number=node.number)
            case Span():
                return self._span(node)
            case Ruby():
                return self._ruby(node)
            case _:
                assert_never(node)

    def _span(self, node: Span) -> Element:
        """A span, by the names that pandoc's writers know for small capitals and highlighting."""
        children = self.write(node.children)
        if node.role == "small-caps" and not (node.id or node.lang):
            return element("SmallCaps", children)
        around: list[Any] = attributes(node)
        if node.role == "highlight":
            around[1] = ["mark"]
        return element("Span", around, children)

    def _ruby(self, node: Ruby) -> Element:
        """The base, and the reading in brackets behind it: what every other format can show."""
        reading = element("Span", ["", ["rt"], []], words(f"（{node.reading}）"))
        return element("Span", attributes(node, ("ruby",)), [*self.write(node.children), reading])

    def _reference(self, node: Ref) -> Element:
        around = attributes(node, reference_type=_REFERENCE_TYPES[node.kind])
        around[2].append(["reference", node.target])
        shown = self.write(node.children) or [element("Str", f"[{node.target}]")]
        return element("Link", around, shown, [f"#{node.target}", ""])

    def _image(self, node: Image) -> Element:
        around = attributes(node, width=_length(node.width), height=_length(node.height))
        return element("Image", around, words(node.alt), [self._address(node.media), node.title])

    def _address(self, key: str) -> str:
        """A `data:` URI (RFC 2397), for pandoc's JSON holds no files; of a picture that is not there, its address."""
        media = self._media.get(key)
        if media is None:
            return key
        return f"data:{media.type};base64,{base64.b64encode(media.data).decode()}"


def _leaf(node: Code | Math | LineBreak | Raw) -> Element:
    match node:
        case Code():
            return element("Code", attributes(), node.text)
        case Math():
            return element("Math", element("InlineMath"), node.tex)
        case LineBreak():
            return element("LineBreak")
        case Raw():
            return element("RawInline", node.format, node.text)
        case _:
            assert_never(node)


def _length(pt: float) -> str:
    return f"{pt:g}pt" if pt else ""
