"""Whether a finished file has its source's words: all of them, in their order, and no others.

White space says nothing: lines, pages and tabs divide words otherwise in every format. What a format prints of its own
accord is no difference: the markers of lists, the marks of notes, readings above characters; of a formula only that it
is there is compared. Notes are looked for one by one, as they stand at the page's foot here and behind the text there.
Contents are left out: they say again what the headings say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from convert.checks.facts import Element
from convert.checks.roles import tight
from convert.model import Document, Figure, Heading, ListItem, Math, MathBlock, Node, Note, Ruby, Table, Toc
from convert.model.base import child_fields
from convert.model.flat import OBJECT
from convert.model.walk import leaf, nodes

_PIECE = re.compile(f"[^。；：，、！？{OBJECT}]*[。；：，、！？{OBJECT}]|[^。；：，、！？{OBJECT}]+")
_MARKER = re.compile(r"[•◦▪●■◆□▢☐☑☒–·-]|[（(]?(?:\d{1,3}|[a-zA-Z]{1,4}|[一二三四五六七八九十]{1,3})[）).、]|[①-⑳]")
_NOTE_MARK = re.compile(r"[①-⑳]|\[?\d{1,3}\]?|[ivxlc]{1,5}|[a-z*†‡]")
_LEADING = re.compile(rf"(?:{_MARKER.pattern}|{_NOTE_MARK.pattern})(?=.)")
_LONGEST = 4000  # characters that are compared one by one
_SHOWN, _AROUND = 24, 4  # characters of a difference, and of what is around it
_APART = frozenset({"note", "endnote", "toc", "toc1", "toc2", "toc3", "toc-caption"})


@dataclass(slots=True)
class Wording:
    """The words of a document without white space. `items`, `marks`: the offsets at which the items of lists begin, and
    where notes and readings are referred to; `notes`: their words; `readings`: what stands above characters."""

    text: str = ""
    items: set[int] = field(default_factory=set)
    marks: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    readings: set[str] = field(default_factory=set)


class Difference(NamedTuple):
    """What the source says (`before`) and what the file says in its place (`after`), each with a few characters around
    it; `element`: the number of the file's element it stands in, from 0 (-1: none)."""

    before: str
    after: str
    element: int


def wording_of(document: Document) -> Wording:
    """The words that a document has to have in print."""
    collecting = _Collecting()
    collecting.blocks(document.blocks)
    collecting.wording.text = "".join(collecting.pieces)
    return collecting.wording


class _Collecting:
    def __init__(self) -> None:
        self.wording, self.pieces, self._at = Wording(), list[str](), 0

    def blocks(self, found: Iterable[Node]) -> None:
        """The words of nodes in reading order."""
        for node in found:
            match node:
                case Toc():
                    pass
                case Note():
                    self.wording.notes.append(tight("".join(map(leaf, nodes(node.children)))))
                    self.wording.marks.add(self._at)
                case Math() | MathBlock():
                    self._add(OBJECT)
                case Ruby():
                    self.wording.readings.add(tight(node.reading))
                    self._children(node)
                    self.wording.marks.add(self._at)
                case ListItem():
                    self.wording.items.add(self._at)
                    self._children(node)
                case Table() | Figure():
                    self._captioned(node)
                case Heading():
                    self._add(tight(node.number))
                    self._children(node)
                case _:
                    self._add(tight(leaf(node)))
                    self._children(node)

    def _captioned(self, node: Table | Figure) -> None:
        """A caption stands above its table and below its figure."""
        if isinstance(node, Figure):
            self.blocks(node.children)
        self._add(tight(node.number))
        self.blocks(node.caption)
        if isinstance(node, Table):
            self.blocks((*node.head, *node.body, *node.notes))

    def _children(self, node: Node) -> None:
        for name in child_fields(type(node)):
            self.blocks(getattr(node, name))

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self._at += len(text)


def differences(source: Wording, elements: Sequence[Element]) -> list[Difference]:
    """Where a file's words are not those of its source, in reading order."""
    running = [(number, tight(element.text)) for number, element in enumerate(elements) if element.role not in _APART]
    after = "".join(text for _, text in running)
    starts, at = [], 0
    for _, text in running:
        starts.append(at)
        at += len(text)
    found = []
    for a, b, c, d in _changes(source.text, after):
        if not _is_format(source, after, (a, b, c, d)):
            index = bisect_right(starts, c) - 1
            element = running[index][0] if index >= 0 else -1
            found.append(Difference(_shown(source.text, a, b), _shown(after, c, d), element))
    return [*found, *_lost_notes(source, elements)]


def _lost_notes(source: Wording, elements: Sequence[Element]) -> Iterator[Difference]:
    """Notes of the source whose words the file does not have."""
    said = "".join(tight(element.text) for element in elements)
    for note in source.notes:
        plain = note.replace(OBJECT, "")
        if plain not in said and not all(piece in said for piece in _PIECE.findall(plain)):
            yield Difference(note[:_SHOWN], "", -1)


def _changes(before: str, after: str) -> Iterator[tuple[int, int, int, int]]:
    """The spans `[a, b)` of the one text and `[c, d)` of the other that differ: clause by clause, then character by
    character where these are few."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    at_old, at_new = _offsets(old), _offsets(new)
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        a, b, c, d = at_old[i], at_old[j], at_new[k], at_new[m]
        if max(b - a, d - c) > _LONGEST:
            yield a, b, c, d
            continue
        inner = SequenceMatcher(None, before[a:b], after[c:d], autojunk=False)
        yield from ((a + w, a + x, c + y, c + z) for kind, w, x, y, z in inner.get_opcodes() if kind != "equal")


def _offsets(pieces: Sequence[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets


def _is_format(source: Wording, after: str, change: tuple[int, int, int, int]) -> bool:
    """Whether a change is what a format prints of its own accord."""
    a, b, c, d = change
    said = source.text[a:b]
    if said or OBJECT in source.text[max(a - 1, 0) : a + 1]:
        return OBJECT in source.text[max(a - 1, 0) : b + 1] and not said.strip(OBJECT)
    if _is_of_note(source, after[c:d]) or _is_reading(source, after[c:d]):
        return True
    return any(_is_mark(source, at, after[c + at - a : d + at - a]) for at in _slid(source.text, after, change))


def _slid(text: str, after: str, change: tuple[int, int, int, int]) -> Iterator[int]:
    """Where an insertion can stand as well, as the characters beside it are the same."""
    a, _, c, d = change
    yield a
    for at in range(a, min(len(text), a + d - c)):
        if after[c + at - a] != text[at] or after[d + at - a : d + at - a + 1] != text[at]:
            break
        yield at + 1
    for at in range(a - 1, max(a - (d - c), 0) - 1, -1):
        if after[d + at - a] != text[at]:
            break
        yield at


def _is_mark(source: Wording, at: int, added: str) -> bool:
    if at in source.items and _MARKER.fullmatch(added):
        return True
    return at in source.marks and _NOTE_MARK.fullmatch(added) is not None


def _is_reading(source: Wording, added: str) -> bool:
    """Whether an insertion is nothing but readings."""
    for reading in sorted(source.readings, key=len, reverse=True):
        added = added.replace(reading, "") if reading else added
    return not added


def _is_of_note(source: Wording, added: str) -> bool:
    """Whether an insertion is from a note, the marks of notes and lists aside: its lists and tables are told as such."""
    notes = "".join(source.notes)
    pieces = [_LEADING.sub("", piece) for piece in _PIECE.findall(added)]
    return bool(notes) and any(pieces) and all(piece in notes for piece in pieces)


def _shown(text: str, start: int, end: int) -> str:
    """A span with a few characters around it; a long one by its ends."""
    inner = text[start:end]
    if len(inner) > _SHOWN:
        inner = f"{inner[: _SHOWN // 2]}…{inner[-_SHOWN // 2 :]}"
    return text[max(start - _AROUND, 0) : start] + inner + text[end : end + _AROUND]
