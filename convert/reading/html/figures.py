"""Figures: pictures, listings or tables with a caption."""

from __future__ import annotations

from typing import Any

from convert.model import Block, Figure, Image, Table, replace
from convert.model.walk import nodes
from convert.reading.html.context import Context
from convert.reading.html.styles import Style, is_hidden
from convert.reading.html.words import words_of


def figure(element: Any, style: Style, context: Context) -> list[Block]:
    """A `figure`. Its caption goes to the table, where it holds one without; without caption and picture it is what it
    holds."""
    pos, id = context.pos(element), context.take_id()
    captions = [child for child in element.iterdescendants("figcaption") if _nearest_figure(child) is element]
    captions = [child for child in captions if not is_hidden(child)]
    own = [child for child in captions if child.getparent() is element]
    style = style._replace(align="")
    children = context.blocks_in(element, style, context, own) if own == captions else ()
    if own != captions:  # a caption deeper inside: taken out of its place
        children = _without(element, captions, style, context)
    words = [block for each in captions for block in context.blocks_in(each, style, context)]
    caption = words_of(words)
    if len(children) == 1 and isinstance(children[0], Table) and not children[0].caption:
        return [replace(children[0], caption=caption, id=children[0].id or id)]
    pictured = any(isinstance(node, Image) for node in nodes(children))
    if not children or not (caption or pictured):
        return [*children, *words]
    return [Figure(children, caption, id=id, pos=pos)]


def _nearest_figure(element: Any) -> Any:
    return next(element.iterancestors("figure"), None)


def _without(element: Any, captions: list[Any], style: Style, context: Context) -> tuple[Block, ...]:
    kept = [(caption, caption.attrib.get("hidden")) for caption in captions]
    for caption in captions:
        caption.set("hidden", "")
    counted = context.counts["hidden"]
    children = context.blocks_in(element, style, context)
    context.counts["hidden"] = counted
    for caption, hidden in kept:
        if hidden is None:
            del caption.attrib["hidden"]
    return children
