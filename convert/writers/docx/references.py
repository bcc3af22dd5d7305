"""Fields that repeat what a bookmark holds, its number or its page (ISO/IEC 29500-1, 17.16.5.36, 17.16.5.43, 17.16.5.51)."""

from __future__ import annotations

from convert.kit.numerals import bare_number
from convert.model import Document, Figure, Heading, Note, Ref, Table, Toc
from convert.model.walk import blocks, nodes
from convert.writers.docx.bookmarks import Bookmarks
from convert.writers.docx.outline import Outline

_WORDS = " words"  # no id has a space


class References:
    """What the references of one document lead to. `outline`: counts headings as the one that the body is written with."""

    def __init__(self, document: Document, outline: Outline, bookmarks: Bookmarks) -> None:
        self._bookmarks = bookmarks
        met = [node for node in nodes(document) if isinstance(node, Ref | Note | Toc)]
        found = [node for node in met if isinstance(node, Ref)]
        self._notes = {node.id for node in met if isinstance(node, Note)}
        self._texts = {ref.target for ref in found if ref.kind == "text"}
        self._typed: set[str] = set()  # headings and captions whose bookmark is around their number
        self._counted: dict[str, bool] = {}  # headings that Word numbers; whether it repeats the number as we do
        self._words: set[str] = set()  # headings and captions without a number
        lists = any(isinstance(node, Toc) and node.of != "headings" for node in met)
        for node in blocks(document) if lists or any(ref.kind != "page" for ref in found) else ():
            match node:
                case Heading():
                    if outline.of(node)[1]:
                        self._counted[node.id] = bare_number(node.number) == node.number.strip(" ")
                    else:
                        (self._typed if node.number else self._words).add(node.id)
                case Table() | Figure():
                    (self._typed if node.number else set()).add(node.id)

    def instruction(self, ref: Ref) -> str:
        """The instruction of the field for a reference; empty where no field can show it, but a link can."""
        if ref.kind == "page":
            return f"PAGEREF {self._bookmarks.name(ref.target)} \\h"
        name = self._bookmarks.name(ref.target)
        if ref.target in self._notes:
            return f"NOTEREF {name} \\f \\h"
        if ref.kind == "text" and ref.target in self._typed:
            return f"REF {self._bookmarks.name(ref.target + _WORDS)} \\h"
        if ref.kind == "number" and ref.target in self._counted:
            return f"REF {name} \\r \\h" if self._counted[ref.target] else ""  # with the mark: 一、
        return f"REF {name} \\h" if ref.target in {*self._typed, *self._counted, *self._words} else ""

    def has_number(self, id: str) -> bool:
        """Whether a caption has a number before its words."""
        return id in self._typed

    def around_words(self, id: str, content: str) -> str:
        """The words that stand behind a typed number, in a bookmark of their own where something repeats them."""
        return self._bookmarks.around(id + _WORDS, content) if id in self._texts else content
