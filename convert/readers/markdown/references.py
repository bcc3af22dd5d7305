"""Links and references to places in the text: the headings they mean get their names.

A link `#name` may mean a heading that bears no name itself: GitHub, pandoc and VuePress make one from its words, each in
its way. GitHub's is tried first, with its numbers at headings of the same words; then any that has the same letters.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator

from convert.diagnostics import Report
from convert.model import Block, Document, Heading, Link, Node, Para, Ref, Span, Text, replace
from convert.model.walk import nodes, plain, replace_nodes

_NO_SLUG = re.compile(r"[^\w\- ]")
_NO_LETTER = re.compile(r"[\W_]+")
_BEFORE_LETTERS = re.compile(r"\A[\W\d_]+")


def settle_references(blocks: tuple[Block, ...], report: Report) -> tuple[Block, ...]:
    """The blocks with names at the headings that links mean; a reference to a place that there is none of is the words
    that it was, with a diagnostic (`ref-unresolved`)."""
    blocks, aliases = _anchored(blocks)
    survey = _Survey(blocks)
    names: dict[int, str] = {}
    for name, heading in _meant(survey.headings, survey.links.keys() - survey.ids - aliases.keys()):
        aliases[name] = heading.id or names.setdefault(id(heading), name)

    def named(node: Node) -> Node:
        return replace(node, id=names[id(node)]) if id(node) in names else node

    known = survey.ids | aliases.keys()

    def settled(node: Node) -> Node | tuple[Node, ...]:
        match node:
            case Ref() if node.target in known:
                return replace(node, target=aliases.get(node.target, node.target), children=())
            case Ref():
                found = next((node.target[:end] for end in _ends(node.target) if node.target[:end] in known), "")
                if found and plain(node).startswith("@"):  # words follow without a space, as they do in Chinese
                    rest = Text(node.target[len(found) :])
                    return replace(node, target=aliases.get(found, found), children=()), rest
                report.add("ref-unresolved", node.pos, target=node.target)
                return node.children
            case Link() if node.target[:1] == "#" and node.target[1:] in aliases:
                return replace(node, target=f"#{aliases[node.target[1:]]}")
            case _:
                return node

    renamed = (survey.links.get(name, ()) for name, alias in aliases.items() if name != alias)
    blocks = _replaced(blocks, {survey.places[number] for number in names}, named)
    return _replaced(blocks, survey.referring.union(*renamed), settled)


def _ends(target: str) -> range:
    """Where a name may end that something else follows, the longest first."""
    return range(len(target) - 1, 0, -1)


class _Survey:
    """What a document has: names, headings, and the numbers of the blocks with links to each name, with references, with
    each heading (by its identity). One look at all nodes, so that few blocks need to be made anew."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.ids: set[str] = set()
        self.links: defaultdict[str, set[int]] = defaultdict(set)
        self.referring: set[int] = set()
        self.headings: list[Heading] = []
        self.places: dict[int, int] = {}
        for number, block in enumerate(blocks):
            for node in nodes(block):
                if node.id:
                    self.ids.add(node.id)
                if isinstance(node, Link):
                    if node.target[:1] == "#":
                        self.links[node.target[1:]].add(number)
                elif isinstance(node, Heading):
                    self.headings.append(node)
                    self.places[id(node)] = number
                elif isinstance(node, Ref):
                    self.referring.add(number)
                    if not node.children:  # a link without words
                        self.links[node.target].add(number)


def _replaced(
    blocks: tuple[Block, ...], numbers: Collection[int], replacer: Callable[[Node], Node | tuple[Node, ...]]
) -> tuple[Block, ...]:
    made: list[Block] = []
    for number, block in enumerate(blocks):
        made += replace_nodes(Document((block,)), replacer).blocks if number in numbers else (block,)
    return tuple(made)


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


def _meant(headings: list[Heading], names: Collection[str]) -> Iterator[tuple[str, Heading]]:
    """The heading that each name means."""
    if not names:
        return
    slugs: dict[str, Heading] = {}
    letters: dict[str, Heading] = {}
    seen: Counter[str] = Counter()
    for heading in headings:
        words = plain(heading.children, notes=False)
        slug = _NO_SLUG.sub("", words.strip().lower()).replace(" ", "-")
        slugs.setdefault(f"{slug}-{seen[slug]}" if seen[slug] else slug, heading)
        seen[slug] += 1
        for part in (words, _BEFORE_LETTERS.sub("", words)):  # pandoc begins at the first letter
            letters.setdefault(_NO_LETTER.sub("", part).casefold(), heading)
    for name in sorted(names):
        key = _NO_LETTER.sub("", name).casefold()
        found = slugs.get(name) or slugs.get(name.lower()) or (letters.get(key) if key else None)
        if found is not None:
            yield name, found
