"""The parts `footnotes.xml` and `endnotes.xml` (ISO/IEC 29500-1, 17.11): the separators that Word wants first, then the
notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.parts.story import StoryPart

from convert.kit.ooxml import declarations
from convert.layout.usage import NOTE_GAP
from convert.model import Note
from convert.style.counting import NoteKind
from convert.style.sheet import Sheet
from convert.writers.docx.lists import NUMBER_FORMATS
from convert.writers.docx.looks import indents, spacing
from convert.writers.docx.xml import characters, paragraph, part, run, value

NOTE_KINDS: tuple[NoteKind, ...] = ("foot", "end")
SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""The notes that are none: the rules above notes and above what a note goes on with, by their numbers."""

_TYPES = {
    "foot": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "end": (CONTENT_TYPE.WML_ENDNOTES, RELATIONSHIP_TYPE.ENDNOTES),
}


def note_mark(kind: NoteKind) -> str:
    """What stands before a note's text."""
    return run(f"<w:{kind}noteRef/>") + run(characters(NOTE_GAP))


class Notes:
    """The notes of one kind, gathered while the body is written. `part` is there from the start: settings refer to the
    separators in it, even where there are no notes."""

    def __init__(self, kind: NoteKind, word: WordDocument) -> None:
        self._kind, self._notes = kind, list[Note]()
        content, relation = _TYPES[kind]
        empty = parse_xml(f"<w:{kind}notes {declarations('w')}/>")
        self.part = StoryPart(PackURI(f"/word/{kind}notes.xml"), content, empty, word.part.package)
        word.part.relate_to(self.part, relation)

    def add(self, note: Note) -> int:
        """The number of a note in the part."""
        self._notes.append(note)
        return len(self._notes)

    def fill(self, sheet: Sheet, content: Callable[[Note], str]) -> None:
        """Write the part; `content` writes a note's blocks."""
        name = f"w:{self._kind}note"
        notes = "".join((
            *_separators(self._kind, sheet),
            *(f'<{name} w:id="{n}">{content(note)}</{name}>' for n, note in enumerate(self._notes, 1)),
        ))  # fmt: skip
        self.part._element = parse_xml(part(f"<{name}s {declarations('w', 'r', 'wp', 'm')}>{notes}</{name}s>"))


def note_properties(sheet: Sheet, separators: Iterable[int] = ()) -> str:
    """How notes are numbered (17.11.11, 17.11.4), for a section or, with the separators, for the settings. Endnotes stand
    at the end of the text, where Word sets them by itself."""
    properties = ""
    for kind in NOTE_KINDS:
        rules = "".join(f'<w:{kind}note w:id="{number}"/>' for number in separators)
        format = value("numFmt", NUMBER_FORMATS[sheet.notes.style(kind)])
        restart = value("numRestart", "eachPage") if kind == "foot" and sheet.notes.restart == "page" else ""
        place = value("pos", "docEnd") if kind == "end" and rules else ""
        properties += f"<w:{kind}notePr>{place}{format}{restart}{rules}</w:{kind}notePr>"
    return properties


def _separators(kind: NoteKind, sheet: Sheet) -> Iterator[str]:
    look = sheet.roles[sheet.note_role(kind)]
    for number, rule in SEPARATORS.items():
        line = paragraph(run(f"<w:{rule}/>"), spacing(look, sheet, 1) + indents(look))
        yield f'<w:{kind}note w:type="{rule}" w:id="{number}">{line}</w:{kind}note>'
