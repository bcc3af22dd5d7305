"""Links and references to places in the text: the headings they mean get their names.

A link `#name` may mean a heading that bears no name itself: GitHub, pandoc and VuePress make one from its words, each in
its way. GitHub's is tried first, with its numbers at headings of the same words; then any that has the same letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from convert.diagnostics import Report
from convert.model import Block, Document, Heading, Link, Node, Para, Ref, Span, Text, replace
from convert.model.walk import nodes, plain, replace_nodes

_NO_SLUG = re.compile(r"[^\w\- ]")
_NO_LETTER = re.compile(r"[\W_]+")


def settle_references(blocks: tuple[Block, ...], report: Report) -> tuple[Block, ...]:
    """The blocks with names at the headings that links mean; a reference to a place that there is none of is the words
    that it was, with a diagnostic (`ref-unresolved`)."""
    blocks, aliases = _anchored(blocks)
    ids = {node.id for node in nodes(blocks) if node.id}
    links = {node.target[1:] for node in nodes(blocks) if isinstance(node, Link) and node.target[:1] == "#"}
    headings = [node for node in nodes(blocks) if isinstance(node, Heading)]
    meant = dict(_meant(headings, links - ids - aliases.keys()))
    names: dict[int, str] = {}
    for name, number in meant.items():
        aliases[name] = headings[number].id or names.setdefault(number, name)
    numbers = iter(range(len(headings)))

    def named(node: Node) -> Node:
        number = next(numbers) if isinstance(node, Heading) else -1
        return replace(node, id=names[number]) if number in names else node

    def settled(node: Node) -> Node | tuple[Node, ...]:
        match node:
            case Ref() if node.target in ids or node.target in aliases:
                return replace(node, target=aliases.get(node.target, node.target), children=())
            case Ref():
                report.add("ref-unresolved", node.pos, target=node.target)
                return node.children
            case Link() if node.target[:1] == "#" and node.target[1:] in aliases:
                return replace(node, target=f"#{aliases[node.target[1:]]}")
            case _:
                return node

    return _replaced(_replaced(blocks, named) if names else blocks, settled)


def _replaced(blocks: tuple[Block, ...], replacer: Callable[[Node], Node | tuple[Node, ...]]) -> tuple[Block, ...]:
    return replace_nodes(Document(blocks), replacer).blocks


def _anchored(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """The blocks, with names that stand in a paragraph of their own at the block after; what other names that has."""
    made: list[Block] = []
    aliases: dict[str, str] = {}
    waiting: list[Block] = []
    for block in blocks:
        if isinstance(block, Para) and _is_anchor(block):
            waiting.append(block)
            continue
        names = [node.id for node in nodes(tuple(waiting)) if node.id]
        if names:
            id = block.id or names[0]
            aliases |= {name: id for name in names if name != id}
            block = replace(block, id=id)
        waiting.clear()
        made.append(block)
    return (*made, *waiting), aliases


def _is_anchor(block: Para) -> bool:
    empty = all(
        (isinstance(part, Span) and part.id and not part.children) or (isinstance(part, Text) and not part.text.strip())
        for part in block.children
    )
    return empty and any(isinstance(part, Span) for part in block.children)


def _meant(headings: list[Heading], names: set[str]) -> Iterator[tuple[str, int]]:
    """The number of the heading that each name means."""
    if not names:
        return
    slugs: dict[str, int] = {}
    letters: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for number, heading in enumerate(headings):
        words = plain(heading.children, notes=False)
        slug = _NO_SLUG.sub("", words.strip().lower()).replace(" ", "-")
        slugs.setdefault(f"{slug}-{seen[slug]}" if seen[slug] else slug, number)
        seen[slug] += 1
        letters.setdefault(_NO_LETTER.sub("", words).casefold(), number)
    for name in sorted(names):
        key = _NO_LETTER.sub("", name).casefold()
        found = slugs.get(name, slugs.get(name.lower(), letters.get(key) if key else None))
        if found is not None:
            yield name, found
