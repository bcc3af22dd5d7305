"""HTML that pandoc hands on as it was, a tag at a time, with what it understood between: put together and read.

What pandoc understood goes through the reading of HTML as a number between the last two private-use characters, and takes
its place again afterwards. A tag without its partner stays as it is; so does everything, should a number get lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from convert.diagnostics import Report
from convert.model import Block, Code, Group, MathBlock, Node, Para, Raw, Ruby, Text, replace
from convert.model.nodes import Inline
from convert.model.walk import nodes, plain, replace_nodes

Fragment = Callable[[str, Report], tuple[Block, ...]]
"""Reads an HTML fragment. See `convert.reading.html.blocks_of`."""

Linear = Inline | MathBlock
"""What stands in a line, displayed formulas among it."""

_HTML = ("html", "html4", "html5")
_OPENING, _CLOSING = "\U0010fffc", "\U0010fffd"
_PLACE = re.compile(f"{_OPENING}(\\d+){_CLOSING}")
_TAG = re.compile(r"<!--.*?-->|<(/?)([A-Za-z][\w:-]*)(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>", re.DOTALL)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)


def assembled_blocks(parts: tuple[Block, ...], read: Fragment, report: Report) -> tuple[Block, ...]:
    """The blocks, each run of them from a tag to its partner as what the HTML says."""
    made: list[Block] = []
    position = 0
    for start, end in _runs(parts):
        found = _read_blocks(parts[start:end], read, report)
        made += (*parts[position:start], *(parts[start:end] if found is None else found))
        position = end
    return (*made, *parts[position:]) if made else parts[position:]


def assembled_line(parts: tuple[Linear, ...], read: Fragment, report: Report) -> tuple[Linear, ...]:
    """The inlines of a line, with the HTML among them as what it says."""
    tags = _partners(parts)
    if not tags:
        return parts
    trial = Report()
    found = read(f"<p>{_source(parts, tags, '{}')}</p>", trial)
    line = found[0].children if len(found) == 1 and isinstance(found[0], Para) else ()
    if _places(line) != [n for n in range(len(parts)) if n not in tags]:
        return parts
    report.diagnostics += trial.diagnostics
    filled: tuple[Linear, ...] = _filled(Para(line), parts).children
    return filled


def _read_blocks(parts: tuple[Block, ...], read: Fragment, report: Report) -> tuple[Block, ...] | None:
    tags = _partners(parts)
    trial = Report()
    found = read(_source(parts, tags, "<p>{}</p>"), trial)
    if _places(found) != [n for n in range(len(parts)) if n not in tags]:
        return None
    filled = _filled(replace_nodes(Group(found), lambda node: _block_of(node, parts)), parts)
    if _places(filled.children):
        return None
    report.diagnostics += trial.diagnostics
    blocks: tuple[Block, ...] = filled.children
    return blocks


def _runs(parts: tuple[Node, ...]) -> Iterator[tuple[int, int]]:
    """From where to where tags stand that belong together, outermost ones."""
    tags = _partners(parts)
    end = 0
    for start, partner in sorted(tags.items()):
        if start >= end:
            end = partner + 1
            yield start, end


def _partners(parts: tuple[Node, ...]) -> dict[int, int]:
    """The pieces of HTML whose tags are all closed, or close what others open; for each the last piece it belongs to."""
    candidates = {n for n, part in enumerate(parts) if isinstance(part, Raw) and part.format in _HTML}
    while True:
        last = {n: n for n in candidates}
        lone: set[int] = set()
        open_tags: list[tuple[str, int]] = []
        for n in sorted(candidates):
            for closing, name in _tags(parts[n]):
                if not closing:
                    open_tags.append((name, n))
                elif open_tags and open_tags[-1][0] == name:
                    last[open_tags.pop()[1]] = n
                else:
                    lone.add(n)
        lone |= {n for _, n in open_tags}
        if not lone:
            return last
        candidates -= lone


def _tags(part: Any) -> Iterator[tuple[bool, str]]:
    """The tags in a piece that need a partner: whether each is a closing one, and its name."""
    for closing, name in _TAG.findall(part.text):
        if name and name.lower() not in _VOID:
            yield bool(closing), name.lower()


def _source(parts: tuple[Node, ...], tags: Mapping[int, int], form: str) -> str:
    """The pieces as HTML, with a number for each that is none."""
    return "".join(
        part.text if n in tags and isinstance(part, Raw) else form.format(f"{_OPENING}{n}{_CLOSING}")
        for n, part in enumerate(parts)
    )


def _places(found: tuple[Node, ...]) -> list[int]:
    """The numbers in what was read, sorted: a reading comes before its base."""
    return sorted(int(number) for node in nodes(found) for number in _PLACE.findall(_own_text(node)))


def _own_text(node: Node) -> str:
    return node.text if isinstance(node, Text | Code) else node.reading if isinstance(node, Ruby) else ""


def _block_of(node: Node, parts: tuple[Block, ...]) -> Node:
    """The block whose number is a paragraph's only word."""
    if not isinstance(node, Para) or len(node.children) != 1:
        return node
    (word,) = node.children
    found = _PLACE.fullmatch(word.text) if isinstance(word, Text) else None
    if not found:
        return node
    block = parts[int(found[1])]
    return replace(block, align=node.align) if isinstance(block, Para) and not block.align else block


def _filled(root: Node, parts: tuple[Node, ...]) -> Any:
    """What stands below `root`, with inlines, or a paragraph's words, for the numbers within lines."""

    def fill(node: Node) -> Node | tuple[Node, ...]:
        match node:
            case Text() if _PLACE.search(node.text):
                return tuple(_pieces(node, parts))
            case Code() if _PLACE.search(node.text):
                return replace(node, text=_PLACE.sub(lambda found: plain(parts[int(found[1])]), node.text))
            case Ruby() if _PLACE.search(node.reading):
                return replace(node, reading=_PLACE.sub(lambda found: plain(parts[int(found[1])]), node.reading))
            case _:
                return node

    return replace_nodes(root, fill)


def _pieces(node: Text, parts: tuple[Node, ...]) -> Iterator[Node]:
    for n, piece in enumerate(_PLACE.split(node.text)):
        part = parts[int(piece)] if n % 2 else None
        if isinstance(part, Para):
            yield from part.children
        elif isinstance(part, Inline | MathBlock):
            yield part
        elif piece:
            yield replace(
                node, text=f"{_OPENING}{piece}{_CLOSING}" if part else piece
            )  # a block has no place in a line
