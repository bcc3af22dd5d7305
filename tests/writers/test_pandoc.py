"""Pandoc's syntax tree, written: it comes back as it was, up to what pandoc cannot hold, and pandoc accepts it."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest
from hypothesis import given, settings

from convert.diagnostics import OutputError, Report
from convert.formats import output_format_of
from convert.model import (
    Block,
    Cell,
    Column,
    Document,
    Group,
    Image,
    Inline,
    List,
    Math,
    MathBlock,
    Meta,
    Node,
    Note,
    Para,
    Quote,
    Raw,
    Row,
    Span,
    Table,
    replace,
)
from convert.model.base import MAX_DEPTH, field_values
from convert.model.build import join, para
from convert.model.dump import dump
from convert.model.walk import replace_nodes
from convert.readers.pandoc import read
from convert.reading.metadata import make_meta
from convert.reading.pictures import Pictures
from convert.reading.source import Source
from convert.writers.pandoc import encode, write
from tests.specimens import composition, everything
from tests.strategies import documents


def read_back(document: Document) -> Document:
    found = read(Source(encode(document)), Report())
    return replace_nodes(found, lambda node: replace(node, pos=None))


# --- what pandoc can hold --------------------------------------------------------------------------------------------


def held(document: Document) -> Document:
    """The document with what pandoc has no place for taken away, and what it has one form for in that form."""
    pictures = Pictures(Source(b""), Report())
    keys = {key: f"data:{media.type};base64," for key, media in document.media.items()}  # of an empty one
    keys |= {key: pictures.add(media.data, type=media.type) for key, media in document.media.items() if media.data}
    used: dict[str, None] = {}

    def held_node(node: Node) -> Node | tuple[Node, ...]:
        node = replace(node, pos=None)
        match node:
            case Image():
                used[keys.get(node.media, "")] = None
                return replace(node, media=keys.get(node.media, node.media))
            case Math() | MathBlock():
                return replace(node, tex=node.tex.strip(), mathml="")
            case Span():
                return node if node.id or node.role or node.lang else node.children
            case List():
                return held_list(node)
            case Group():
                return held_group(node)
            case Cell():
                return replace(node, align="" if node.align == "justify" else node.align)
            case Column():
                return replace(node, align="" if node.align == "justify" else node.align)
            case Table():
                return replace(node, head=tuple(map(header_row, node.head)))
            case _:
                return node

    blocks = joined(replace_nodes(document, held_node)).blocks
    return Document(
        blocks, held_meta(document.meta), {key: pictures.media[key] for key in used if key in pictures.media}
    )


def joined(document: Document) -> Document:
    """Texts that stand side by side are one."""

    def join_lines(node: Node) -> Node:
        lines = {name: join(value) for name, value in field_values(node) if is_line(value)}
        return replace(node, **lines) if lines else node

    return replace_nodes(document, join_lines)


def is_line(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Inline)


def held_list(node: List) -> List:
    """Only numbered lists have a start and kinds of numbers, and no terms; only paragraphs can be loose."""
    if any(item.term for item in node.items):
        node = replace(node, ordered=False)
    if not node.ordered:
        node = replace(node, start=1, style=node.style if node.style == "cjk" else "")
    has_paragraph = any(isinstance(block, Para | MathBlock) for item in node.items for block in item.children)
    return replace(node, tight=node.tight or not has_paragraph)


def held_group(node: Group) -> Node | tuple[Node, ...]:
    """A group of paragraphs that all get its role, or of no role: its blocks."""
    if not (node.role or node.id or node.lang):
        return node.children
    if not node.role or not node.children or not all(isinstance(c, Para) and not c.role for c in node.children):
        return node
    first, *rest = (replace(child, role=node.role, lang=node.lang or child.lang) for child in node.children)
    return (replace(first, id=node.id or first.id), *rest)


def header_row(row: Row) -> Row:
    return replace(row, cells=tuple(replace(cell, header=True) for cell in row.cells))


def held_meta(meta: Meta) -> Meta:
    given = {name: value for name, value in field_values(meta) if name not in ("inferred", "extra") and value}
    return make_meta(meta.extra | given, Report())


def assert_same(found: Document, expected: Document) -> None:
    assert dump(found) == dump(expected)  # shows where they differ
    assert found == expected


@settings(deadline=None)
@given(documents())
def test_what_pandoc_can_hold_comes_back(document: Document) -> None:
    document = replace_nodes(document, lambda node: replace(node, format="tex") if isinstance(node, Raw) else node)
    assert_same(read_back(document), held(document))


def test_every_node_comes_back() -> None:
    returned = replace_nodes(
        everything(), lambda node: () if isinstance(node, Raw) else node
    )  # HTML is read as what it says
    assert_same(read_back(returned), held(returned))


# --- pandoc itself ---------------------------------------------------------------------------------------------------


# --- pandoc itself ---------------------------------------------------------------------------------------------------


def by_pandoc(data: bytes, *options: str) -> bytes:
    pypandoc = pytest.importorskip("pypandoc", reason="pandoc is not installed (group bench)")
    command = [pypandoc.get_pandoc_path(), "-f", "json", *options]
    return subprocess.run(command, input=data, capture_output=True, check=True, timeout=60).stdout


def test_pandoc_reads_it_and_changes_nothing() -> None:
    data = encode(everything())
    returned, written = (json.loads(tree) for tree in (by_pandoc(data, "-t", "json"), data))
    assert (returned["blocks"], returned["meta"]) == (written["blocks"], written["meta"])


def test_pandoc_writes_another_format_with_the_pictures() -> None:
    html = by_pandoc(encode(everything()), "-t", "html", "--standalone").decode()
    assert 'src="data:image/png;base64,' in html
    assert "<title>关于 A&amp;B &lt;安全&gt; 工作的报告</title>" in html


def test_the_writer_prints_the_document_before_it_is_made_printable() -> None:
    document = Document((para("x", Note((para("note"),), kind="end")),))
    assert write(composition(document)) == encode(composition(document).original)
    assert read_back(composition(document).original).blocks == document.blocks


def test_what_nests_too_deeply_is_refused() -> None:
    deep: Block = para("words")
    for _ in range(MAX_DEPTH):
        deep = Quote((deep,), id="each-has-a-name")
    with pytest.raises(OutputError) as caught:
        encode(Document((deep,)))
    assert caught.value.diagnostic.code == "json-pandoc-nesting"


def test_the_longer_suffix_asks_for_the_tree() -> None:
    asked = [output_format_of(name) for name in ("report.pandoc.json", "report.json")]
    assert [found and found.name for found in asked] == ["json-pandoc", "json"]
