"""Pandoc's metadata values as plain ones."""

from __future__ import annotations

from typing import Any

from convert.model import Node, Note, Para
from convert.model.walk import nodes, plain
from convert.readers.pandoc.context import Context, join_lines


def meta_value(tag: str, contents: Any, context: Context) -> object:
    """What a checked value becomes: a text, a truth value, a list or a mapping, whose own contents have been made."""
    match tag:
        case "MetaMap":
            return {key: context.made[id(value)] for key, value in contents.items()}
        case "MetaList":
            return [context.made[id(value)] for value in contents]
        case "MetaInlines":
            return _words(context.inlines(contents), context)
        case "MetaBlocks":
            return "\n".join(
                _words(block.children if isinstance(block, Para) else (block,), context)
                for block in context.blocks(contents)
            )
        case _:
            return contents


def _words(parts: tuple[Node, ...], context: Context) -> str:
    """The words alone; a note in a title is told, and left out."""
    for note in (node for node in nodes(parts) if isinstance(node, Note)):
        context.report.add("json-pandoc-attribute", attribute=plain(note))
    return join_lines(plain(parts, notes=False))
