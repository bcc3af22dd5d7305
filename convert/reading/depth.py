"""Bound the nesting of what was read: the JSON codec and the writers recurse, an input may nest as it likes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from convert.diagnostics import Report
from convert.model import Document, Link, Node, Para, Raw, Ruby, replace
from convert.model.base import MAX_DEPTH, child_fields
from convert.model.build import join
from convert.model.nodes import Block, Inline
from convert.model.walk import children

_MARGIN = 8  # levels kept for what a flattened piece still needs: table, row, cell, paragraph, link, text


def bound_depth(document: Document, report: Report) -> Document:
    """`document` with nothing nested deeper than MAX_DEPTH: what is deeper becomes paragraphs, or words within a line,
    in the same order. Each place is a diagnostic (`nesting-flattened`)."""
    if not _is_deep(document):
        return document
    bounded: Document = _bounded(document, 1, report)
    return bounded


def _is_deep(document: Document) -> bool:
    level: list[Node] = list(document.blocks)
    for _ in range(MAX_DEPTH - 1):
        level = [child for node in level for child in children(node)]
        if not level:
            return False
    return True


def _bounded(parent: Any, depth: int, report: Report) -> Any:
    changes: dict[str, tuple[Node, ...]] = {}
    kind: type[Document | Node] = type(parent)
    for name in child_fields(kind):
        value: tuple[Node, ...] = getattr(parent, name)
        if not value:
            continue
        if depth < MAX_DEPTH - _MARGIN or not isinstance(value[0], Block | Inline):
            changes[name] = tuple(_bounded(child, depth + 1, report) for child in value)
        elif any(True for child in value for _ in children(child)):
            blocks = any(isinstance(child, Block) and not isinstance(child, Raw) for child in value)
            flat = tuple(_paragraphs(value)) if blocks else join(_words(value))
            if flat != value:
                report.add("nesting-flattened", next((v.pos for v in value if v.pos), None), depth=MAX_DEPTH)
                changes[name] = flat
    return replace(parent, **changes) if changes else parent


def _paragraphs(blocks: tuple[Node, ...]) -> Iterator[Node]:
    """The blocks' text, picture by picture and line by line, in paragraphs of their own."""
    line: list[Inline] = []
    start: Node | None = None
    for node in _leaves(blocks):
        if isinstance(node, Inline):
            line.append(node)
            continue
        if line:
            yield Para(join(line), pos=start.pos if start else None)
        line, start = [], node
        if not any(True for _ in children(node)) and isinstance(node, Block):
            yield node
    if line:
        yield Para(join(line), pos=start.pos if start else None)


def _words(inlines: tuple[Node, ...]) -> list[Inline]:
    return [node for node in _leaves(inlines) if isinstance(node, Inline)]


def _leaves(roots: tuple[Node, ...]) -> Iterator[Node]:
    """Every block and every inline without children, in reading order; a link and a ruby keep their words."""
    stack = list(reversed(roots))
    while stack:
        node = stack.pop()
        if isinstance(node, Link | Ruby):
            yield replace(node, children=join(_words(node.children)))
            continue
        below = list(children(node))
        if not isinstance(node, Inline) or not below:
            yield node
        stack.extend(reversed(below))
