"""The blocks of a page made a report's: its title marked as one, what stands above it gone, bylines read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from convert.model import Block, Heading, Image, Inline, Para, replace
from convert.model.build import inlines, join
from convert.model.walk import nodes, plain
from convert.readers.html.bylines import read_byline

_MARKS = re.compile(r"[\W_]+")
_HAN_END = re.compile(r"[^\x00-\x7f]\Z")
_HEAD = 12  # blocks at the top that the title is looked for in
_BYLINES = 6  # blocks below the title, and at the end, that may be bylines
_SHORT = 60  # characters of a line above the title that is no text
_RIGHTS = re.compile(
    r"copyright|©|all rights reserved|版权所有|未经(?:书面)?(?:授权|许可)|严禁转载|不得转载|ICP备|公网安备|alle rechte|todos los derechos|"
    r"prawa zastrze|droits réservés",
    re.IGNORECASE,
)
_LONGEST_RIGHTS = 200


@dataclass(slots=True)
class Article:
    """The blocks, and what their bylines say: values by field of `Meta`; `inferred` names the fields that no label
    gave. `removed`: the words of lines that were taken out because nothing else is in them, by kind."""

    blocks: list[Block]
    fields: dict[str, str] = field(default_factory=dict)
    inferred: set[str] = field(default_factory=set)
    removed: dict[str, list[str]] = field(default_factory=dict)

    def place_title(self, title: str, wholes: list[str], *, cut: bool) -> str:
        """Give the block that shows the title its role; `cut`: drop the short lines above it. The title, in full where
        it stands in several lines (`wholes`: longer texts that contain it)."""
        start, count = self._titled(title, wholes)
        if not count:
            return title
        lines = self.blocks[start : start + count]
        words = _joined_words(lines)
        first = lines[0]
        made = Para(words, role="title", id=first.id, lang=first.lang, pos=first.pos)
        above = self.blocks[:start]
        if cut and all(_is_scrap(block) for block in above):
            self._remove("above", above)
            above = []
        self.blocks[:] = [*above, made, *self.blocks[start + count :]]
        return " ".join(plain(words).split()) if count > 1 else title

    def _titled(self, title: str, wholes: list[str]) -> tuple[int, int]:
        """Where the title stands, and in how many blocks; of several places the first one."""
        key = _key(title)
        head = [_key(plain(b)) if isinstance(b, Para | Heading) else "" for b in self.blocks[:_HEAD]]
        for whole in wholes:
            for start in range(min(len(head), 6)):
                for count in (4, 3, 2):
                    several = "".join(head[start : start + count])
                    if all(head[start : start + count]) and len(several) > len(key) and _key(whole).startswith(several):
                        return start, count
        return next(((n, 1) for n, text in enumerate(head) if text and text == key), (0, 0))

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
            is_line = isinstance(block, Para) and not block.role and not _has_picture(block)
            if is_line and self.add_byline(plain(block)):
                found.add(n)
        return found

    def add_byline(self, line: str) -> bool:
        """Take what a line says, if it is a byline; what is known stays."""
        byline = read_byline(" ".join(line.split(" ")))
        if byline is None:
            return False
        for name, value in byline.fields.items():
            if value and name not in self.fields:
                self.fields[name] = value
                if byline.is_inferred:
                    self.inferred.add(name)
        return True

    def raise_headings(self) -> None:
        """Where the title was the page's top heading, the headings below it begin at level 1."""
        levels = [node.level for node in nodes(tuple(self.blocks)) if isinstance(node, Heading)]
        least = min(levels, default=1)
        if least > 1:
            self.blocks[:] = [_raised(block, least - 1) for block in self.blocks]

    def _remove(self, kind: str, blocks: list[Block]) -> None:
        words = [plain(block) for block in blocks]
        self.removed.setdefault(kind, []).extend(words)


def _raised(block: Block, by: int) -> Block:
    from convert.model.walk import replace_nodes

    def raised(node):  # type: ignore[no-untyped-def]
        return replace(node, level=node.level - by) if isinstance(node, Heading) else node

    made: Block = raised(replace_nodes(block, raised))
    return made


def _key(text: str) -> str:
    return _MARKS.sub("", text).lower()


def _joined_words(lines: list[Block]) -> tuple[Inline, ...]:
    """The words of a title's lines on one: with a space between two of them unless a Han character ends the first."""
    made: list[Inline] = []
    for line in lines:
        if made and not _HAN_END.search(plain(tuple(made))):
            made += inlines(" ")
        made += line.children if isinstance(line, Para | Heading) else ()
    return join(made)


def _is_scrap(block: Block) -> bool:
    return isinstance(block, Para | Heading) and len(plain(block)) <= _SHORT and not _has_picture(block)


def _is_about_rights(block: Block) -> bool:
    text = plain(block)
    return isinstance(block, Para) and len(text) <= _LONGEST_RIGHTS and bool(_RIGHTS.search(text))


def _has_picture(block: Block) -> bool:
    return any(isinstance(node, Image) for node in nodes(block))
