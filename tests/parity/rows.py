"""The rows: every node of the model and its fields, what a document says of itself, every property of a sheet.

They are enumerated from the definitions, so that what is new there is a row here, empty until a case fills it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from convert.model import Meta, Node, nodes
from convert.style import page, sheet, spans

MADE_OF = frozenset({"children", "items", "cells", "columns", "text"})
"""Fields that a node is made of: the row of the node itself shows them."""
NOT_SHOWN = frozenset({"pos"})
"""Where the source has a node: for messages, no output shows it."""


def rows() -> dict[str, list[str]]:
    """The rows by chapter."""
    return {
        "Nodes": list(_nodes()),
        "Metadata": [f"Meta.{name}" for name in Meta.__struct_fields__],
        "Style": list(_style()),
    }


def _nodes() -> Iterator[str]:
    shared = Node.__struct_fields__
    yield from (f"Node.{name}" for name in shared if name not in NOT_SHOWN)
    kinds = (kind for kind in vars(nodes).values() if isinstance(kind, type) and issubclass(kind, Node))
    for kind in kinds:
        if kind is not Node:
            yield kind.__name__
            own = (name for name in kind.__struct_fields__ if name not in shared)
            yield from (f"{kind.__name__}.{name}" for name in own if name not in MADE_OF)


def _style() -> Iterator[str]:
    """Properties that have a value of their own; a property that is a look is shown by the rows of that look, save where
    several of one kind have to be told apart."""
    kinds = {**vars(page), **vars(sheet), **vars(spans)}.values()
    looks = [kind for kind in kinds if dataclasses.is_dataclass(kind) and isinstance(kind, type)]
    names = {kind.__name__ for kind in looks}
    for kind in looks:
        fields = dataclasses.fields(kind)
        types = [field.type for field in fields]
        for field in fields:
            told = field.type not in names or types.count(field.type) > 1
            if field.type == "str" if kind is sheet.Sheet else told:
                yield f"{kind.__name__}.{field.name}"
