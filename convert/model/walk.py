"""Walk a document: collect nodes, or replace them from the leaves up."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from convert.model.base import Node, child_fields, replace
from convert.model.document import Document
from convert.model.nodes import Block, Code, CodeBlock, Heading, LineBreak, Math, MathBlock, Note, Para, Raw, Text

Replacer = Callable[[Node], "Node | tuple[Node, ...]"]
"""Gives a node back, another in its place, or a tuple to put there (the empty one deletes it)."""

_LINES = (Para, Heading)
_LINE_FIELDS = ("caption", "term", "columns")

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


def blocks(root: Document | Node) -> Iterator[Node]:
    """All blocks below `root` and what holds them (rows, cells, items), in reading order; nothing that stands in a line."""
    stack: list[Node] = list(reversed(root.blocks)) if isinstance(root, Document) else [root]
    while stack:
        node = stack.pop()
        yield node
        for name in reversed(_block_fields(type(node))):
            stack.extend(reversed(getattr(node, name)))


def replace_blocks(root: D, replacer: Callable[[Node], Node]) -> D:
    """`root` with the nodes that `blocks` gives replaced, parents before children: in reading order. What is put in a
    node's place is looked through after it. Parts that do not change are shared; `root` itself is not replaced."""
    if isinstance(root, Document):
        new = _replaced_blocks(root.blocks, replacer)
        return root if new is root.blocks else replace(root, blocks=new)
    changes = {}
    for name in _block_fields(type(root)):
        old = getattr(root, name)
        new = _replaced_blocks(old, replacer)
        if new is not old:
            changes[name] = new
    return replace(root, **changes) if changes else root


def _replaced_blocks(old: Any, replacer: Callable[[Node], Node]) -> Any:
    new = [replace_blocks(replacer(child), replacer) for child in old]
    return tuple(new) if any(map(operator.is_not, old, new)) else old


@functools.cache
def _block_fields(kind: type[Node]) -> tuple[str, ...]:
    """The fields of a kind of node that hold blocks, or what holds blocks."""
    return () if kind in _LINES else tuple(name for name in child_fields(kind) if name not in _LINE_FIELDS)


def plain(root: Document | Node | tuple[Node, ...], *, notes: bool = True) -> str:
    """The characters a reader sees below `root`, without separators between blocks; without `notes`, those of the text
    itself. Ruby readings are left out."""
    inside = root.children if type(root) is Para else root
    if type(inside) is tuple and len(inside) == 1 and type(inside[0]) is Text:  # most paragraphs and cells are so
        return inside[0].text
    return "".join(map(leaf, nodes(root, notes=notes)))


def leaf(node: Node) -> str:
    """The characters of a node that has no children; "" for others."""
    match node:
        case Text() | Code() | CodeBlock() | Raw():
            return node.text
        case Math() | MathBlock():
            return node.tex
        case LineBreak():
            return "\n"
        case _:
            return ""


def followed(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Blocks, each with the one after it; None after the last."""
    every = list(blocks)
    yield from zip(every, (*every[1:], None), strict=False)


def _as_tuple(root: Node | tuple[Node, ...]) -> tuple[Node, ...]:
    return root if isinstance(root, tuple) else (root,)
