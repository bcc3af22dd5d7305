"""Blocks of the model as pandoc's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from convert.model import (
    Block,
    CodeBlock,
    Figure,
    Group,
    Heading,
    List,
    ListItem,
    MathBlock,
    Media,
    PageBreak,
    Para,
    Quote,
    Raw,
    Rule,
    Table,
    Toc,
)
from convert.writers.pandoc.elements import Element, attributes, element, words, wrapped
from convert.writers.pandoc.inlines import Lines
from convert.writers.pandoc.tables import table

_LIST_STYLES = {
    "": "DefaultStyle",
    "decimal": "Decimal",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    "lower-alpha": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
}
_DELIMITERS = {"period": "Period", "paren": "OneParen", "parens": "TwoParens"}
_BOXES = {True: "☒", False: "☐"}  # as pandoc's Markdown reader has task lists

_PAGE_BREAKS = (
    ("openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'),
    ("html", '<div style="break-after: page"></div>'),
    ("tex", "\\newpage"),
    ("typst", "#pagebreak()"),
)
"""A new page in the formats that pandoc writes and that have one: each writer takes what is its own."""


class Blocks:
    """Writes blocks, with pictures from `media`."""

    def __init__(self, media: Mapping[str, Media]) -> None:
        self._line = Lines(media, self.write).write

    def write(self, blocks: tuple[Block, ...]) -> list[Element]:
        """Some blocks that follow each other."""
        return [self._block(block) for block in blocks]

    def _block(self, node: Block) -> Element:
        match node:
            case Para():
                return self._paragraph(node)
            case Heading():
                return element("Header", node.level, attributes(node), self._numbered(node))
            case List():
                style = "" if node.style in _LIST_STYLES else node.style
                return wrapped("Div", self._list(node), node, list_style=style)
            case Table():
                return table(node, self._caption(node), self._compact)
            case Figure():
                return element("Figure", attributes(node), self._caption(node), self._compact(node.children))
            case CodeBlock():
                inner = element("CodeBlock", ["", [node.language] if node.language else [], []], node.text)
                return wrapped("Div", inner, node)
            case MathBlock():
                return _formula(node)
            case Quote():
                return wrapped("Div", element("BlockQuote", self.write(node.children)), node)
            case PageBreak() | Rule() | Toc() | Raw():
                return _leaf(node)
            case Group():
                return element("Div", attributes(node), self.write(node.children))
            case _:
                assert_never(node)

    def _paragraph(self, node: Para, tag: str = "Para") -> Element:
        return wrapped("Div", element(tag, self._line(node.children)), node, align=node.align)

    def _compact(self, blocks: tuple[Block, ...]) -> list[Element]:
        """Blocks in a cell, a figure or an item of a tight list: their paragraphs have no space around them."""
        return [self._compacted(block) for block in blocks]

    def _compacted(self, node: Block) -> Element:
        match node:
            case Para():
                return self._paragraph(node, "Plain")
            case MathBlock():
                return _formula(node, "Plain")
            case _:
                return self._block(node)

    def _caption(self, node: Table | Figure) -> list[Any]:
        line = self._numbered(node)
        return [None, [element("Plain", line)] if line else []]

    def _numbered(self, node: Heading | Table | Figure) -> list[Element]:
        """The words of a heading or a caption, its number before them in a span that tells it from them."""
        line = self._line(node.children if isinstance(node, Heading) else node.caption)
        return [element("Span", attributes(classes=("number",)), words(node.number)), *line] if node.number else line

    def _list(self, node: List) -> Element:
        if any(item.term for item in node.items):
            return element("DefinitionList", list(self._definitions(node)))
        items = [self._item(item, node.tight) for item in node.items]
        if not node.ordered:
            return element("BulletList", items)
        style = element(_LIST_STYLES.get(node.style, "DefaultStyle"))
        return element(
            "OrderedList", [node.start, style, element(_DELIMITERS.get(node.delimiter, "DefaultDelim"))], items
        )

    def _definitions(self, node: List) -> Iterator[list[Any]]:
        """Terms with their definitions; an item without a term defines the one before."""
        entry: list[Any] = []
        for item in node.items:
            if item.term or not entry:
                if entry:
                    yield entry
                entry = [self._line(item.term), []]
            entry[1].append(self._item(item, node.tight))
        yield entry

    def _item(self, item: ListItem, tight: bool) -> list[Element]:
        """An item's blocks. The box of a task stands at the beginning of its first paragraph."""
        blocks = (self._compact if tight else self.write)(item.children)
        if item.checked is None:
            return blocks
        box = words(_BOXES[item.checked])
        first = item.children[0] if item.children else None
        if not isinstance(first, Para):
            return [element("Plain", box), *blocks]
        inner = blocks[0]["c"][1][0] if blocks[0]["t"] == "Div" else blocks[0]
        inner["c"] = [*box, element("Space"), *inner["c"]]
        return blocks


def _formula(node: MathBlock, tag: str = "Para") -> Element:
    return wrapped("Div", element(tag, [element("Math", element("DisplayMath"), node.tex)]), node)


def _leaf(node: PageBreak | Rule | Toc | Raw) -> Element:
    match node:
        case PageBreak():
            ways = [element("RawBlock", format, text) for format, text in _PAGE_BREAKS]
            return element("Div", attributes(node, ("page-break",)), ways)
        case Rule():
            return wrapped("Div", element("HorizontalRule"), node)
        case Toc():
            return element("Div", attributes(node, ("toc",), depth=str(node.depth), of=node.of), [])
        case Raw():
            return wrapped("Div", element("RawBlock", node.format, node.text), node)
        case _:
            assert_never(node)
