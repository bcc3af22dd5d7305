"""Walk a document: collect nodes, or replace them from the leaves up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from convert.model.base import Node, child_fields, replace
from convert.model.document import Document
from convert.model.nodes import Code, CodeBlock, LineBreak, Math, MathBlock, Note, Raw, Text

Replacer = Callable[[Node], "Node | tuple[Node, ...]"]
"""Gives a node back, another in its place, or a tuple to put there (the empty one deletes it)."""

D = TypeVar("D", bound="Document | Node")
N = TypeVar("N", bound=Node)


def nodes(root: Document | Node | tuple[Node, ...], *, notes: bool = True) -> Iterator[Node]:
    """All nodes below and including `root`, in reading order; without `notes`, nothing of what a note says. Iterative:
    depth does not matter."""
    stack: list[Node] = list(reversed(root.blocks if isinstance(root, Document) else _as_tuple(root)))
    while stack:
        node = stack.pop()
        yield node
        if notes or not isinstance(node, Note):
            for name in reversed(child_fields(type(node))):
                stack.extend(reversed(getattr(node, name)))


def children(node: Node) -> Iterator[Node]:
    """The nodes directly below a node, in reading order."""
    for name in child_fields(type(node)):
        yield from getattr(node, name)


def replace_nodes(root: D, replacer: Replacer) -> D:
    """`root` with every node below it replaced, children before parents. Parts that do not change are shared.

    `root` itself, when a Node, is not replaced.
    """
    if isinstance(root, Document):
        blocks = _replaced(root.blocks, replacer)
        return root if blocks is root.blocks else replace(root, blocks=blocks)
    return _with_children(root, replacer)


def _with_children(parent: N, replacer: Replacer) -> N:
    changes: dict[str, tuple[Node, ...]] = {}
    for name in child_fields(type(parent)):
        old = getattr(parent, name)
        new = _replaced(old, replacer) if old else old
        if new is not old:
            changes[name] = new
    return replace(parent, **changes) if changes else parent


def _replaced(old: Any, replacer: Replacer) -> Any:
    """Nodes replaced, `old` itself where none changes."""
    new: list[Node] = []
    changed = False
    for child in old:
        result = replacer(_with_children(child, replacer))
        if isinstance(result, tuple):
            new += result
            changed = True
        else:
            new.append(result)
            changed = changed or result is not child
    return tuple(new) if changed else old


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
