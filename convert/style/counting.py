"""How a style counts: items of lists, headings, captions, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from convert.kit.numerals import number_marks, numeral
from convert.model import Figure, List, ListItem, Table

CaptionKind = Literal["figure", "table"]
NoteKind = Literal["foot", "end"]
NoteMarks = Literal["decimal", "circled", "lower-alpha", "lower-roman"]


@dataclass(frozen=True, slots=True)
class ListLook:
    """Bullets by level, the boxes of tasks (not done, done), indent of each level in em of the body."""

    bullets: tuple[str, ...]
    tasks: tuple[str, str]
    indent_em: float

    def marker(self, block: List, item: ListItem, number: int, level: int) -> str:
        """What is printed before an item: its number with the mark that follows it, its box or a bullet.

        `number`: the item's own, counted from the list's start; `level`: how deep the list lies, from 0.
        """
        if item.checked is not None:
            return self.tasks[item.checked]
        if not block.ordered:
            return self.bullets[level % len(self.bullets)]
        before, after = number_marks(block.style, block.delimiter)
        return before + numeral(number, block.style) + after


NUMBER_PLACE = re.compile(r"\{([^{}]*)\}")
"""What stands for a number in a pattern."""


@dataclass(frozen=True, slots=True)
class HeadingNumbers:
    """Numbers of headings: `keep` those that are typed, or give all anew (`auto`). `levels`: by level what stands before
    the words: one `{cjk}`, `{decimal}` … for the count of the level, or `{1}.{2}` for those of levels."""

    mode: Literal["keep", "auto"]
    levels: tuple[str, ...]

    def pattern(self, level: int) -> str:
        """The pattern of a level, from 1; empty where it has no numbers."""
        return self.levels[level - 1] if level <= len(self.levels) else ""

    def number(self, level: int, counts: Sequence[int]) -> str:
        """What is printed before a heading of a level, when so many of each level have been counted."""

        def place(found: re.Match[str]) -> str:
            name = found[1]
            return str(counts[int(name) - 1]) if name.isdecimal() else numeral(counts[level - 1], name)

        return NUMBER_PLACE.sub(place, self.pattern(level))


_OF_TABLES = re.compile("附?表|tab", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CaptionLook:
    """Numbers of captions: `keep` those that are typed, `fill` in where a document types none, or number all anew
    (`auto`). `figure` and `table`: by language what stands before the words, with `{number}`, perhaps `{chapter}`."""

    mode: Literal["keep", "fill", "auto"]
    figure: dict[str, str]
    table: dict[str, str]

    def kind(self, block: Table | Figure) -> CaptionKind:
        """What a caption counts: by its typed label, for a table may be a picture."""
        if block.number:
            return "table" if _OF_TABLES.match(block.number) else "figure"
        return "table" if isinstance(block, Table) else "figure"

    def pattern(self, of: CaptionKind, lang: str) -> str:
        """What is printed before the words of a caption in a document of a language (BCP 47)."""
        patterns = self.figure if of == "figure" else self.table
        return patterns.get(lang) or patterns.get(lang.partition("-")[0]) or next(iter(patterns.values()))

    def label(self, of: CaptionKind, lang: str) -> str:
        """The word before the number: 图, Table."""
        return self.pattern(of, lang).partition("{")[0].strip()


_CIRCLED_IN_WORD = 20  # Word circles no higher number: it goes on with plain ones


@dataclass(frozen=True, slots=True)
class NoteLook:
    """Notes. `marks`, `end_marks`: the style of the numbers of footnotes and of endnotes; `restart`: where footnotes count
    from 1 again; `rule_width`, `rule` (weight): of the rule above them, in pt, 0 for none."""

    marks: NoteMarks
    end_marks: NoteMarks
    restart: Literal["document", "page"]
    rule_width: float
    rule: float

    def style(self, kind: NoteKind) -> NoteMarks:
        """The style of the numbers of footnotes or of endnotes."""
        return self.end_marks if kind == "end" else self.marks

    def mark(self, number: int, kind: NoteKind = "foot") -> str:
        """The mark of a note, the same in its text and before the note."""
        style = self.style(kind)
        plain = style == "circled" and number > _CIRCLED_IN_WORD
        return numeral(number, "decimal" if plain else style)
