"""The blocks of a page made a report's: its title marked as one, what stands above it gone, bylines read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from convert.model import Block, Heading, Image, Inline, LineBreak, Node, Para, Rule, replace
from convert.model.build import inlines, join
from convert.model.walk import nodes, plain, replace_nodes
from convert.readers.html.bylines import read_byline
from convert.reading.html.words import without_strong

_MARKS = re.compile(r"[\W_]+")
_HAN_END = re.compile(r"[^\x00-\x7f]\Z")
_HAN_BREAK = re.compile(r"(?<=[^\x00-\x7f])\n|\n(?=[^\x00-\x7f])")
_HEAD = 12  # blocks at the top that the title is looked for in
_BYLINES = 6  # blocks below the title, and at the end, that may be bylines
_SHORT = 60  # characters of a line above the title that is no text
_RIGHTS = re.compile(
    r"copyright|©|all rights reserved|版权所有|未经(?:书面)?(?:授权|许可)|严禁转载|不得转载|ICP备|公网安备|alle rechte|todos los derechos|"
    r"prawa zastrze|droits réservés",
    re.IGNORECASE,
)
_LONGEST_RIGHTS = 200


class _Line(NamedTuple):
    """A line of the block with a number."""

    block: int
    words: tuple[Inline, ...]


@dataclass(slots=True)
class Article:
    """The blocks, and what their bylines say: values by field of `Meta`; `inferred` names the fields that no label
    gave. `is_titled`: whether one of them is the title; `removed`: the words of lines that were taken out because nothing else is in them, by kind."""

    blocks: list[Block]
    fields: dict[str, str] = field(default_factory=dict)
    inferred: set[str] = field(default_factory=set)
    is_titled: bool = False
    removed: dict[str, list[str]] = field(default_factory=dict)

    def place_title(self, title: str, wholes: list[str], *, cut: bool) -> str:
        """Give the block that shows the title its role; `cut`: drop the short lines above it. The title, in full where
        it stands in several lines (`wholes`: longer texts that contain it)."""
        found = self._titled(title, wholes)
        if found is None:
            return title
        start, words, rest = found
        first = self.blocks[start]
        made = Para(words, role="title", id=first.id, lang=first.lang, pos=first.pos)
        above = self.blocks[:start]
        if cut:
            scraps = [block for block in above if _is_scrap(block)]
            self._remove("above", scraps)
            above = [block for block in above if block not in scraps]
        self.blocks[:] = [*above, made, *rest]
        self.is_titled = True
        if isinstance(first, Heading):
            self._raise_headings()
        return _HAN_BREAK.sub("", " ".join(plain(words).split(" "))).replace("\n", " ").strip()

    def _titled(self, title: str, wholes: list[str]) -> tuple[int, tuple[Inline, ...], list[Block]] | None:
        """The block that the title begins in, its words, and the blocks behind it. It may stand in several lines, of
        several blocks; then it is longer than what one line has of it."""
        lines = [line for n, block in enumerate(self.blocks[:_HEAD]) for line in _lines_of(n, block)]
        keys = [_key(plain(line.words)) for line in lines]
        places = [(n, 1) for n, key in enumerate(keys) if key and key == _key(title)]
        for whole in map(_key, wholes):
            for n, count in product(range(min(len(lines), _HEAD)), (5, 4, 3, 2)):
                several = "".join(keys[n : n + count])
                if all(keys[n : n + count]) and len(several) > len(_key(title)) / 2 and whole.startswith(several):
                    places.append((n, count))
        if not places:
            return None
        best = max(places, key=lambda place: (sum(map(len, keys[place[0] : sum(place)])), -place[0]))
        return self._taken(lines, *best)

    def _taken(self, lines: list[_Line], at: int, count: int) -> tuple[int, tuple[Inline, ...], list[Block]]:
        """What `_titled` gives, for the lines that were found."""
        taken = lines[at : at + count]
        first, last = taken[0].block, taken[-1].block
        left = [line for line in lines[at + count :] if line.block == last]
        rest = self.blocks[last + 1 :]
        owner = self.blocks[last]
        if left and isinstance(owner, Para):
            words = [node for line in left for node in (LineBreak(), *line.words)][1:]
            rest = [replace(owner, children=join(words), id=""), *rest]
        return first, _joined_words([line.words for line in taken]), rest

    def read_bylines(self, *, cut: bool) -> None:
        """Read the lines below the title and the last ones; `cut`: take out those that say nothing else, and lines about
        rights at the end."""
        start = next((n + 1 for n, b in enumerate(self.blocks) if isinstance(b, Para) and b.role == "title"), 0)
        found = self._bylines(range(start, min(start + _BYLINES, len(self.blocks))))
        tail = range(max(len(self.blocks) - _BYLINES, start), len(self.blocks))
        found |= self._bylines(tail)
        if not cut:
            return
        rights = {n for n in tail if _is_about_rights(self.blocks[n])}
        self._remove("byline", [self.blocks[n] for n in found])
        self._remove("rights", [self.blocks[n] for n in rights])
        self.blocks[:] = [block for n, block in enumerate(self.blocks) if n not in found | rights]

    def _bylines(self, places: range) -> set[int]:
        found: set[int] = set()
        for n in places:
            block = self.blocks[n]
            is_line = isinstance(block, Para) and not block.role
            if is_line and self.add_byline(plain(block)) and not _has_picture(block):
                found.add(n)
        return found

    def add_byline(self, line: str, *, loose: bool = False) -> bool:
        """Take what a line says, if it is a byline (see `read_byline`); what is known stays."""
        byline = read_byline(line, loose=loose)
        if byline is None:
            return False
        for name, value in byline.fields.items():
            if value and name not in self.fields:
                self.fields[name] = value
                self.inferred |= byline.inferred & {name}
        return True

    def _raise_headings(self) -> None:
        """Where the title was a heading, those below it begin at level 1."""
        levels = [node.level for node in nodes(tuple(self.blocks)) if isinstance(node, Heading)]
        least = min(levels, default=1)
        if least > 1:
            self.blocks[:] = [_raised(block, least - 1) for block in self.blocks]

    def _remove(self, kind: str, blocks: list[Block]) -> None:
        words = [plain(block) for block in blocks]
        self.removed.setdefault(kind, []).extend(words)


def _raised(block: Block, by: int) -> Block:
    def raised(node: Node) -> Node:
        return replace(node, level=node.level - by) if isinstance(node, Heading) else node

    made = raised(replace_nodes(block, raised))
    assert isinstance(made, Block)
    return made


def _key(text: str) -> str:
    return _MARKS.sub("", text).lower()


def _lines_of(number: int, block: Block) -> Iterator[_Line]:
    """The lines of a paragraph or heading; without words for any other block."""
    line: list[Inline] = []
    for node in block.children if isinstance(block, Para | Heading) else ():
        if isinstance(node, LineBreak):
            yield _Line(number, tuple(line))
            line = []
        else:
            line.append(node)
    yield _Line(number, tuple(line))


def _joined_words(lines: list[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """The words of a title's lines on one: with a space between two of them unless a Han character ends the first."""
    made: list[Inline] = []
    for line in lines:
        if made and not _HAN_END.search(plain(tuple(made))):
            made += inlines(" ")
        made += without_strong(line)
    return join(made)


def _is_scrap(block: Block) -> bool:
    if isinstance(block, Rule):
        return True
    return isinstance(block, Para | Heading) and len(plain(block)) <= _SHORT and not _has_picture(block)


def _is_about_rights(block: Block) -> bool:
    text = plain(block)
    return isinstance(block, Para) and len(text) <= _LONGEST_RIGHTS and bool(_RIGHTS.search(text))


def _has_picture(block: Block) -> bool:
    return any(isinstance(node, Image) for node in nodes(block))
