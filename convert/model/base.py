"""What every node has, and the few operations on nodes that need the struct library.

Nodes are frozen msgspec structs: values that can be compared, hashed, shared between threads and processes, and written
as JSON without further code. `gc=False` is safe because a frozen tree cannot contain itself.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Annotated, Any, TypeAlias, TypeVar

import msgspec

from convert.diagnostics import Pos

MAX_DEPTH = 200
"""Readers flatten nesting beyond this depth: the JSON codec and the writers recurse."""


Level: TypeAlias = Annotated[int, msgspec.Meta(ge=1, le=9)]
"""How deep a heading stands. Held to by what decodes JSON, as are the others."""

Extent: TypeAlias = Annotated[int, msgspec.Meta(ge=1, le=65_534)]
"""How many columns or rows a cell covers: at the most what HTML allows (https://html.spec.whatwg.org/#dom-tdth-rowspan)."""


class Node(
    msgspec.Struct,
    frozen=True,
    gc=False,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="t",
    tag=True,
):
    """A part of a document.

    `id`: a name that references point to; `role`: the official element it stands for (a role of the style);
    `lang`: its language (BCP 47) where it differs from its parent's; `pos`: where the source has it.
    """

    id: str = ""
    role: str = ""
    lang: str = ""
    pos: Pos | None = None


N = TypeVar("N", bound=msgspec.Struct)


def replace(node: N, **changes: Any) -> N:
    """A copy of `node` with some fields changed."""
    return msgspec.structs.replace(node, **changes)


def field_values(node: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    """The fields of a node with their values, in the order of definition."""
    return ((name, getattr(node, name)) for name in node.__struct_fields__)


@functools.cache
def child_fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a kind of node that hold its children, in the order of definition: those that are tuples."""
    hints = {name: hint for each in kind.__mro__ for name, hint in getattr(each, "__annotations__", {}).items()}
    return tuple(name for name in kind.__struct_fields__ if str(hints[name]).startswith("tuple["))


@functools.cache
def text_fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a kind of node that are strings of the source's making, in the order of definition."""
    hints = {name: hint for each in kind.__mro__ for name, hint in getattr(each, "__annotations__", {}).items()}
    return tuple(name for name in kind.__struct_fields__ if str(hints[name]) == "str")
