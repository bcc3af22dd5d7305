"""What stands before the text: metadata in YAML between `---`, in TOML between `+++`, or pandoc's title, authors and date
in lines that begin with `%` (https://pandoc.org/MANUAL.html#extension-pandoc_title_block).

YAML is loaded safely (no objects are made), and its dates, numbers and switches stay as they are written: a date is the
document's own words. An anchor repeated over and over (a "billion laughs" bomb) is refused.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

from convert.diagnostics import Pos, Report

_BLOCK = re.compile(
    r"---[ \t]*\n(?P<yaml>.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)|\+\+\+[ \t]*\n(?P<toml>.*?)(?<=\n)\+\+\+[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_TITLE = re.compile(
    r"%[ \t]+(\S.*(?:\n[ \t]+\S.*)*)(?:\n%[ \t]*(.*(?:\n[ \t]+\S.*)*))?(?:\n%[ \t]*(.*))?\n\s*(?:\n|\Z)"
)
_KEY = re.compile(r"(?:[ \t]*#.*\n)*(?:[\w\"'][^\n:]*:(?:\s|\Z)|[\w\"'][^\n=]*=|\{|\[)")
_MOST = 100_000  # nodes that aliases may unfold to


class FrontMatter(NamedTuple):
    """The metadata, and where the text goes on: its first character and how many lines stand before it."""

    entries: Mapping[str, object]
    end: int
    lines: int


def front_matter(text: str, report: Report) -> FrontMatter:
    """What a text's front matter says; nothing, and where the text begins, for one without.

    What looks like front matter and cannot be understood is text, with a diagnostic (`front-matter-invalid`).
    """
    found = _BLOCK.match(text)
    if title := _TITLE.match(text):
        names = ("title", "authors", "date")
        words = [" ".join((line or "").split()) for line in title.groups()]
        return FrontMatter({n: w for n, w in zip(names, words, strict=True) if w}, title.end(), title[0].count("\n"))
    if found is None:
        return FrontMatter({}, 0, 0)
    block = found["yaml"] if found["yaml"] is not None else found["toml"]
    if not _KEY.match(block):  # lines across the page, not metadata
        return FrontMatter({}, 0, 0)
    try:
        entries = _yaml(block) if found["yaml"] is not None else tomllib.loads(block)
    except (ValueError, RecursionError) as error:
        report.add("front-matter-invalid", Pos(1), reason=" ".join(str(error).split()))
        return FrontMatter({}, 0, 0)
    return FrontMatter(entries, found.end(), found[0].count("\n"))


def _yaml(block: str) -> Mapping[str, object]:
    """Raises ValueError for what is no YAML mapping."""
    import yaml

    class Loader(yaml.SafeLoader):
        """Words only: what YAML takes for a date or a number is one in print already. Nothing (`~`) stays nothing."""

        yaml_implicit_resolvers = {  # noqa: RUF012
            first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith(":null")]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    try:
        node = yaml.compose(block, Loader)
        _check_size(node)
        loaded = Loader("").construct_document(node) if node is not None else {}
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    if loaded in ({}, "", None):
        return {}
    if not isinstance(loaded, Mapping):
        raise ValueError("it is no list of keys with values")
    return {str(key): value for key, value in loaded.items()}


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
