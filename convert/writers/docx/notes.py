"""The part `footnotes.xml` (ISO/IEC 29500-1, 17.11): the separators that Word wants first, then the notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from convert.kit.ooxml import declarations
from convert.layout.usage import NOTE_GAP
from convert.model import Note
from convert.style.sheet import Sheet
from convert.writers.docx.looks import indents, spacing
from convert.writers.docx.xml import characters, paragraph, part, run

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""The notes that are none: the rules above notes and above what a note goes on with, by their numbers."""

MARK = run("<w:footnoteRef/>") + run(characters(NOTE_GAP))
"""What stands before a note's text."""


class Footnotes:
    """The footnotes of one document, gathered while its body is written."""

    def __init__(self) -> None:
        self._notes: list[Note] = []

    def add(self, note: Note) -> int:
        """The number of a note in the part."""
        self._notes.append(note)
        return len(self._notes)

    def part(self, sheet: Sheet, content: Callable[[Note], str]) -> bytes:
        """The part; `content` writes a note's blocks."""
        notes = "".join(
            (
                *_separators(sheet),
                *(f'<w:footnote w:id="{n}">{content(note)}</w:footnote>' for n, note in enumerate(self._notes, 1)),
            )
        )
        return part(f"<w:footnotes {declarations('w', 'r', 'wp', 'm')}>{notes}</w:footnotes>")


def _separators(sheet: Sheet) -> Iterator[str]:
    look = sheet.roles["note"]
    for number, kind in SEPARATORS.items():
        line = paragraph(run(f"<w:{kind}/>"), spacing(look, sheet, 1) + indents(look))
        yield f'<w:footnote w:type="{kind}" w:id="{number}">{line}</w:footnote>'
