"""The tree as indented text: what `triptych inspect` prints and what reader tests compare.

meta title="关于…的通知"
para role=recipient
  text "各市人民政府："
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from convert.model.base import Node, field_values
from convert.model.document import Document


def dump(document: Document, *, positions: bool = False) -> str:
    """One line a node, two spaces a level; attributes in the order of definition, defaults left out."""
    lines = [_meta_line(document), *(line for block in document.blocks for line in _lines(block, 0, positions))]
    lines += [f"media {key} {m.type} {len(m.data)} bytes" for key, m in document.media.items()]
    return "\n".join(line for line in lines if line) + "\n"


def _meta_line(document: Document) -> str:
    default = type(document.meta)()
    shown = [f"{k}={_value(v)}" for k, v in field_values(document.meta) if v != getattr(default, k)]
    return " ".join(["meta", *shown]) if shown else ""


def _lines(node: Node, depth: int, positions: bool) -> Iterator[str]:
    head = [type(node).__name__.lower()]
    below: list[tuple[str, tuple[Node, ...]]] = []
    for name, value in field_values(node):
        if name == "pos":
            if positions and value is not None:
                head.append(f"@{value}")
        elif type(value) is tuple:
            below.append((name, value))
        elif name in ("text", "tex"):
            head.append(_quoted(value))
        elif value not in ("", 0, None) and not _is_default(node, name, value):
            head.append(f"{name}={_value(value)}")
    yield "  " * depth + " ".join(head)
    for name, children in below:
        named = name not in ("children", "items", "cells") and children
        if named:
            yield "  " * (depth + 1) + f"{name}:"
        for child in children:
            yield from _lines(child, depth + (2 if named else 1), positions)


def _is_default(node: Node, name: str, value: Any) -> bool:
    fields = node.__struct_fields__
    defaults = node.__struct_defaults__
    index = fields.index(name) - (len(fields) - len(defaults))
    return index >= 0 and bool(defaults[index] == value)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return value if value.isascii() and value.isidentifier() else _quoted(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_value(v)}" for k, v in value.items()) + "}"
    return f"{value:g}" if isinstance(value, float) else str(value).lower()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
