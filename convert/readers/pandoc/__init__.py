"""Read what pandoc writes with `-t json`: so every format that pandoc reads comes in.

The syntax tree is checked against pandoc's types first, then converted innermost nodes first. Positions name the block
(`block 14`), or the line where pandoc was asked to keep it (`-f commonmark+sourcepos`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from convert.diagnostics import InputError, Pos, Report
from convert.model import Document
from convert.readers.pandoc.blocks import block
from convert.readers.pandoc.context import Context
from convert.readers.pandoc.inlines import inline
from convert.readers.pandoc.metadata import meta_value
from convert.readers.pandoc.schema import BLOCKS, INLINES, META_VALUES, check, invalid
from convert.reading.metadata import make_meta
from convert.reading.source import Source

_OLDEST = [1, 21]
"""The version of pandoc-types (pandoc 2.10) that gave tables their heads, bodies and spans."""


def read(source: Source, report: Report) -> Document:
    """The document in `source`. Raises InputError (`json-pandoc-invalid`, `json-pandoc-version`)."""
    try:
        return _read(source, report)
    except RecursionError:  # in the JSON decoder, or where HTML is put together
        raise invalid("nested too deeply") from None


def _read(source: Source, report: Report) -> Document:
    document = _decoded(source.data)
    check(document)
    context = Context(source, report)
    entries, blocks = document["meta"], document["blocks"]
    _convert(list(entries.values()), context)
    meta = make_meta({key: context.made[id(value)] for key, value in entries.items()}, report)
    for number, value in enumerate(blocks, 1):
        context.pos = Pos(place=f"block {number}")
        _convert([value], context)
    context.report_decided()
    return Document(context.blocks(blocks), meta, context.pictures.media)


def _decoded(data: bytes) -> dict[str, Any]:
    try:
        document = json.loads(data)
    except ValueError as error:  # no JSON, or no Unicode
        raise invalid(str(error)) from None
    version = document.get("pandoc-api-version") if isinstance(document, dict) else None
    if not isinstance(version, list) or not version or not all(isinstance(part, int) for part in version):
        raise invalid("pandoc-api-version is missing")
    if version < _OLDEST or version[0] > _OLDEST[0]:
        raise InputError("json-pandoc-version", version=".".join(map(str, version)))
    known: dict[str, Any] = document
    return known


def _convert(values: list[Any], context: Context) -> None:
    """Convert the nodes below and including `values`, each after what it holds."""
    for node in _innermost_first(values):
        tag, contents = node["t"], node.get("c")
        if tag in INLINES:
            context.made[id(node)] = inline(tag, contents, context)
        elif tag in BLOCKS:
            context.made[id(node)] = block(tag, contents, context)
        elif tag in META_VALUES:
            context.made[id(node)] = meta_value(tag, contents, context)


def _innermost_first(values: list[Any]) -> Iterator[dict[str, Any]]:
    """All tagged objects, in the order in which they end."""
    stack: list[tuple[Any, bool]] = [(values, False)]
    while stack:
        value, is_done = stack.pop()
        if is_done:
            yield value
            continue
        if isinstance(value, dict):
            if isinstance(value.get("t"), str) and "citationId" not in value:
                stack.append((value, True))
                value = [value.get("c")]
            else:  # a citation, or a map of metadata
                value = list(value.values())
        stack.extend((part, False) for part in reversed(value) if isinstance(part, dict | list))
