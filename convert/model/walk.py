"""Walk a document: collect nodes, or replace them from the leaves up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from convert.model.base import Node, replace, tuple_values
from convert.model.document import Document
from convert.model.nodes import Code, CodeBlock, LineBreak, Math, MathBlock, Note, Raw, Text

Replacer = Callable[[Node], "Node | tuple[Node, ...]"]
"""Gives a node back, another in its place, or a tuple to put there (the empty one deletes it)."""

D = TypeVar("D", Document, Node)


def nodes(root: Document | Node | tuple[Node, ...], *, notes: bool = True) -> Iterator[Node]:
    """All nodes below and including `root`, in reading order; without `notes`, nothing of what a note says. Iterative:
    depth does not matter."""
    stack: list[Node] = list(reversed(root.blocks if isinstance(root, Document) else _as_tuple(root)))
    while stack:
        node = stack.pop()
        yield node
        if not notes and isinstance(node, Note):
            continue
        for _, value in reversed(list(tuple_values(node))):
            if value and isinstance(value[0], Node):
                stack.extend(reversed(value))


def replace_nodes(root: D, replacer: Replacer) -> D:
    """`root` with every node below it replaced, children before parents. Parts that do not change are shared.

    `root` itself, when a Node, is not replaced.
    """
    replaced: D = _with_children(root, replacer)
    return replaced


def _with_children(parent: Any, replacer: Replacer) -> Any:
    changes: dict[str, tuple[Any, ...]] = {}
    for name, value in tuple_values(parent):
        if value and isinstance(value[0], Node):
            new = tuple(_replaced(value, replacer))
            if len(new) != len(value) or any(a is not b for a, b in zip(new, value, strict=True)):
                changes[name] = new
    return replace(parent, **changes) if changes else parent


def _replaced(children: tuple[Node, ...], replacer: Replacer) -> Iterator[Node]:
    for child in children:
        result = replacer(_with_children(child, replacer))
        if isinstance(result, tuple):
            yield from result
        else:
            yield result


def plain(root: Document | Node | tuple[Node, ...], *, notes: bool = True) -> str:
    """The characters a reader sees below `root`, without separators between blocks; without `notes`, those of the text
    itself. Ruby readings are left out."""
    return "".join(map(_leaf, nodes(root, notes=notes)))


def _leaf(node: Node) -> str:
    match node:
        case Text() | Code() | CodeBlock() | Raw():
            return node.text
        case Math() | MathBlock():
            return node.tex
        case LineBreak():
            return "\n"
        case _:
            return ""


def _as_tuple(root: Node | tuple[Node, ...]) -> tuple[Node, ...]:
    return root if isinstance(root, tuple) else (root,)
