"""Tables of contents, lists of figures and of tables: what they list, as paragraphs that link there and ask for the page."""

from __future__ import annotations

from convert.model import Document, Figure, Heading, LineBreak, Link, Node, Note, Para, Ref, Table, Text, Toc, replace
from convert.model.build import join, numbered
from convert.model.nodes import Inline
from convert.model.walk import nodes, plain, replace_nodes
from convert.passes.ids import FreeIds


class Contents:
    """What the tables of contents of a document list. `document`: the document with an id on everything they list."""

    def __init__(self, document: Document, ids: FreeIds) -> None:
        self._wanted = {node.of for node in nodes(document) if isinstance(node, Toc)}
        self._ids = ids
        self.document = replace_nodes(document, self._named) if self._wanted else document
        self._listed = [node for node in nodes(self.document) if _kind(node) in self._wanted] if self._wanted else []

    def filled(self, toc: Toc) -> Toc:
        """The table with its entries, each a paragraph of the role `toc1`, `toc2` … by its level, `toc-caption` for captions."""
        if toc.children:
            return toc
        entries = (_entry(node) for node in self._listed if _kind(node) == toc.of and _level(node) <= toc.depth)
        return replace(toc, children=tuple(entries))

    def _named(self, node: Node) -> Node:
        if node.id or _kind(node) not in self._wanted:
            return node
        return replace(node, id=self._ids.take("toc-entry"))


def _kind(node: Node) -> str:
    """Which list a node belongs to; empty for none."""
    match node:
        case Heading() if plain(node.children, notes=False).strip():
            return "headings"
        case Figure() if numbered(node):
            return "figures"
        case Table() if numbered(node):
            return "tables"
        case _:
            return ""


def _level(node: Node) -> int:
    return node.level if isinstance(node, Heading) else 1


def _role(node: Node) -> str:
    return f"toc{node.level}" if isinstance(node, Heading) else "toc-caption"


def _entry(node: Node) -> Para:
    words = numbered(node) if isinstance(node, Heading | Figure | Table) else ()
    shown = join(map(_plain, words))
    return Para((Link(shown, f"#{node.id}"), Ref(node.id, "page")), role=_role(node))


def _plain(inline: Inline) -> Inline:
    """An inline as words: without what may not be there twice (ids, notes), and on one line."""
    if isinstance(inline, Note):
        return Text("")
    return Text(" " if isinstance(inline, LineBreak) else plain(inline, notes=False).replace("\n", " "))
