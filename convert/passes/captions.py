"""Numbers of captions: those that are typed are told from the words; those that the style wants are given.

`表1　各市情况`, `图 2：流程`, `Figure 3. Results` begin with a label and a number. They are printed as they were typed,
unless the style numbers captions itself: all of them, or those of documents that type no numbers (`[captions]`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from convert.diagnostics import Report
from convert.kit.numerals import bare_number
from convert.model import Document, Figure, Heading, Node, Ref, Table, replace
from convert.model.build import cut
from convert.model.walk import blocks, nodes, plain, replace_blocks, replace_nodes
from convert.style.counting import CaptionLook

_LABELS = "附?[图圖表]|插[图圖]|Fig(?:ure|\\.)?|Table|Tab\\.|Chart|Exhibit"
_COUNT = r"[A-Z]?\d{1,3}(?:[-–—.．－]\d{1,3}){0,3}(?![\d年月日个個%％]|[.．]\d)(?![A-Za-z])"
_HAN_COUNT = r"[一二三四五六七八九十]{1,3}(?=[\s\u3000：:．.、]|$)"
_TYPED = re.compile(
    rf"(?:{_LABELS})[ \u3000\u2002]?(?:{_COUNT}|{_HAN_COUNT})(?:[：:.．、]|)[ \t\u2002\u2003\u3000]*", re.IGNORECASE
)


def split_captions(document: Document) -> Document:
    """`document` with the typed numbers of its captions in `number`, and references to captions by what these are
    called as references by number."""
    document = replace_blocks(document, _split)
    named = {node.id: _tight(bare_number(node.number)) for node in _captioned(document) if node.number and node.id}

    def by_number(node: Node) -> Node:
        if isinstance(node, Ref) and node.kind == "text" and named.get(node.target) == _tight(plain(node.children)):
            return replace(node, kind="number", children=())
        return node

    return replace_nodes(document, by_number) if named else document


def number_captions(document: Document, look: CaptionLook, lang: str, report: Report) -> Document:
    """`document` with the numbers that the style gives its captions, in a language (BCP 47). A typed number that becomes
    another one is reported (`caption-renumbered`)."""
    document = split_captions(document)
    counting = _Counting(document, look, lang, report)
    return replace_blocks(document, counting.numbered) if counting.kinds else document


class _Counting:
    """Counts captions in reading order. `kinds`: those that get numbers."""

    def __init__(self, document: Document, look: CaptionLook, lang: str, report: Report) -> None:
        self._look, self._lang, self._report = look, lang, report
        self._chapter, self._counts = 0, Counter[str]()
        captioned = list(_captioned(document))
        self.kinds = {look.kind(node) for node in captioned}
        if look.mode != "auto":
            self.kinds -= {look.kind(node) for node in captioned if node.number}
        if look.mode == "keep" and self.kinds:
            wanted = {node.target for node in nodes(document) if isinstance(node, Ref) and node.kind == "number"}
            self.kinds &= {look.kind(node) for node in captioned if node.id in wanted}

    def numbered(self, node: Node) -> Node:
        match node:
            case Heading(level=1):
                self._chapter += 1
                self._counts.clear() if self._by_chapter else None
            case Table() | Figure() if (node.caption or node.number) and self._look.kind(node) in self.kinds:
                return self._caption(node)
        return node

    def _caption(self, node: Table | Figure) -> Node:
        kind = self._look.kind(node)
        self._counts[kind] += 1
        pattern = self._look.pattern(kind, self._lang)
        number = pattern.format(number=self._counts[kind], chapter=max(self._chapter, 1))
        before, after = bare_number(node.number), bare_number(number)
        if before and _tight(before) != _tight(after):
            self._report.add("caption-renumbered", node.pos, before=before, after=after)
        return replace(node, number=number if node.caption else after)

    @property
    def _by_chapter(self) -> bool:
        return any("{chapter}" in self._look.pattern(kind, self._lang) for kind in self.kinds)


def _captioned(document: Document) -> Iterator[Table | Figure]:
    return (node for node in blocks(document) if isinstance(node, Table | Figure) and (node.caption or node.number))


def _tight(text: str) -> str:
    return "".join(text.split())


def _split(node: Node) -> Node:
    if not isinstance(node, Table | Figure) or node.number or not node.caption:
        return node
    said = plain(node.caption, notes=False)
    found = _TYPED.match(said.lstrip())
    indent = len(said) - len(said.lstrip())
    words = cut(node.caption, indent + found.end()) if found else None
    return replace(node, number=found[0], caption=words) if found and words is not None else node
