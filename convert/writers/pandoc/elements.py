"""Pandoc's JSON, piece by piece."""

from __future__ import annotations

from typing import Any, TypeAlias

from convert.model import Node

Element: TypeAlias = dict[str, Any]
"""A constructor as JSON: `{"t": name, "c": contents}`."""


def element(tag: str, *contents: Any) -> Element:
    """A constructor: without contents, with one, or with several as a list."""
    if not contents:
        return {"t": tag}
    return {"t": tag, "c": contents[0] if len(contents) == 1 else list(contents)}


def attributes(node: Node | None = None, classes: tuple[str, ...] = (), **pairs: str) -> list[Any]:
    """An attribute list: the node's name, its role as the first class, its language, and what is given and not empty.

    An underscore in a key stands for a hyphen.
    """
    if node is None:
        node = Node()
    named = {"lang": node.lang, **pairs}
    return [
        node.id,
        [name for name in (node.role, *classes) if name],
        [[key.replace("_", "-"), value] for key, value in named.items() if value],
    ]


def wrapped(tag: str, inner: Element, node: Node, classes: tuple[str, ...] = (), **pairs: str) -> Element:
    """What stands for a node for which pandoc has no attributes: in a `Div` or `Span` that carries them, marked with
    `wrapper` as pandoc's own CommonMark reader marks one. Without attributes, the thing itself."""
    around = attributes(node, classes, **pairs)
    if not any(around):
        return inner
    around[2].insert(0, ["wrapper", "1"])
    return element(tag, around, [inner])


def words(text: str) -> list[Element]:
    """A text as pandoc has it, spaces apart from words."""
    made: list[Element] = []
    for n, word in enumerate(text.split(" ")):
        if n:
            made.append(element("Space"))
        if word:
            made.append(element("Str", word))
    return made
