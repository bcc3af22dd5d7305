"""YAML as metadata is written in it.

It is loaded safely (no objects are made), and its dates, numbers and switches stay as they are written: a date is the
document's own words. An anchor repeated over and over (a "billion laughs" bomb) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from typing import Any

_MOST = 100_000  # nodes that aliases may unfold to
_BRACKETS = re.compile(r"[\[\]{}]")
_DEEPEST = 100  # brackets and braces within each other: PyYAML looks through all that are open at each token


def read_yaml(text: str) -> Mapping[str, object]:
    """The keys of a YAML mapping with their values; none for an empty text. Raises ValueError for what is no mapping."""
    if _depth(text) > _DEEPEST:
        raise ValueError(f"its lists are nested deeper than {_DEEPEST} levels")
    import yaml

    class Loader(yaml.SafeLoader):
        """Words only: what YAML takes for a date or a number is one in print already. Nothing (`~`) stays nothing."""

        yaml_implicit_resolvers = {  # noqa: RUF012
            first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith(":null")]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    try:
        node = yaml.compose(text, Loader)
        _check_size(node)
        loaded = Loader("").construct_document(node) if node is not None else {}
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    if loaded in ({}, "", None):
        return {}
    if not isinstance(loaded, Mapping):
        raise ValueError("it is no list of keys with values")
    return {str(key): value for key, value in loaded.items()}


def _depth(text: str) -> int:
    """How many brackets and braces may be open at once, at most; those in words count, too."""
    open_ones = deepest = 0
    for mark in _BRACKETS.findall(text):
        open_ones = open_ones + 1 if mark in "[{" else max(open_ones - 1, 0)
        deepest = max(deepest, open_ones)
    return deepest


def _check_size(root: Any) -> None:
    """Raise ValueError where aliases make a small text a huge one, or one that holds itself."""
    sizes: dict[int, int] = {}
    stack: list[tuple[Any, bool]] = [(root, False)]
    open_nodes: set[Hashable] = set()
    while stack:
        node, is_done = stack.pop()
        if node is None or id(node) in sizes:
            continue
        parts = _parts(node)
        if is_done:
            sizes[id(node)] = 1 + sum(sizes.get(id(part), 1) for part in parts)
            open_nodes.discard(id(node))
            if sizes[id(node)] > _MOST:
                raise ValueError("its aliases unfold without end")
            continue
        if id(node) in open_nodes:
            raise ValueError("it holds itself")
        open_nodes.add(id(node))
        stack.append((node, True))
        stack += ((part, False) for part in parts)


def _parts(node: Any) -> list[Any]:
    value = node.value
    if not isinstance(value, list):
        return []
    return [part for item in value for part in (item if isinstance(item, tuple) else (item,))]
