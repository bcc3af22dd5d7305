"""Write DOCX: named styles from the sheet over a base document of our own, held and saved by python-docx."""

from __future__ import annotations

import functools
import io
from collections.abc import Iterable, Iterator
from itertools import chain

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.parts.story import StoryPart
from lxml import etree

from convert.kit.ooxml import qualified
from convert.kit.packing import pack
from convert.layout.composition import Composition
from convert.layout.fields import HEADING_LEVEL, document_fields, heading_words
from convert.model import Heading, Note, replace
from convert.model.walk import nodes
from convert.writers.docx.aside import Aside
from convert.writers.docx.base import base_document
from convert.writers.docx.body import Body
from convert.writers.docx.bookmarks import Bookmarks
from convert.writers.docx.captions import Sequences
from convert.writers.docx.divisions import Divisions
from convert.writers.docx.furniture import HEADING_NUMBER, Bands
from convert.writers.docx.geometry import Kind
from convert.writers.docx.labels import Labels
from convert.writers.docx.lists import Numberings
from convert.writers.docx.names import StyleNames
from convert.writers.docx.notes import NOTE_KINDS, Notes
from convert.writers.docx.outline import Outline
from convert.writers.docx.package import members_of
from convert.writers.docx.pictures import Drawings
from convert.writers.docx.references import References
from convert.writers.docx.runs import Runs
from convert.writers.docx.sections import Sections
from convert.writers.docx.styles import style_numbering, styles_part
from convert.writers.docx.xml import part

_TEXT, _STYLES, _NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"

HONOURED = frozenset({
    "font", "size", "pitch", "tracking", "align", "indent_em", "left_em", "right_em", "before_lines", "after_lines",
    "on_grid", "keep_next", "keep_previous", "middle", "new_page", "place", "color", "scale", "rise_em", "line", "background",
    "box", "caps", "weight", "slant", "over",
})  # fmt: skip
"""What of a role's or span's look Word can show. Balanced lines come as line breaks."""


_BANDS: dict[Kind, tuple[str, str]] = {
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}


def write(composition: Composition) -> bytes:
    """The finished file."""
    sheet, names = composition.sheet, StyleNames(composition.sheet)
    word = docx.Document(io.BytesIO(base_document(composition)))
    bookmarks, numberings = Bookmarks(), Numberings(sheet, composition.report)
    outline, sequences = Outline(sheet.numbering, names, numberings), Sequences(sheet.captions, composition.lang)
    counted = Outline(sheet.numbering, names, Numberings(sheet, composition.report))
    references, divisions = References(composition.document, counted, bookmarks), Divisions()
    notes = {kind: Notes(kind, word) for kind in NOTE_KINDS}

    def writing(story: StoryPart, aside: Aside | None = None) -> Body:
        def address(target: str) -> str:
            return str(story.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

        drawings = Drawings(story, composition.pictures, sheet.page)

        def note(note: Note) -> int:
            return notes[note.kind].add(note)

        fields = references.instruction
        runs = Runs(sheet, names, bookmarks, drawings.of, address, note, fields, composition.page_of)
        labels = Labels(runs, bookmarks, outline, sequences, references)
        return Body(sheet, names, runs, bookmarks, numberings, labels, divisions, drawings, aside)

    bands = Bands(sheet, _fields(composition))
    aside = Aside()
    body, sections = writing(word.part, aside), Sections(sheet, bands, functools.partial(_related, word))
    text = body.write(composition.document.blocks, sections.properties, lambda: composition.pages.foot)
    for each in notes.values():
        each.fill(sheet, writing(each.part).note)
    _divide(word, divisions)
    members: dict[str, bytes | Iterable[bytes]] = {
        **members_of(word),
        _STYLES: styles_part(sheet, names, composition.lang),
        _NUMBERING: numberings.part(),
        _TEXT: _filled(word, aside.resolved(text)),
    }
    return pack(members.items(), composition.timestamp)


def _fields(composition: Composition) -> dict[str, str]:
    """What the fields of headers and footers show until Word works them out anew."""
    document = composition.document
    headings = (node for node in nodes(document) if isinstance(node, Heading) and node.level == HEADING_LEVEL)
    fields = {**document_fields(document), "page": "1", "pages": "1", "heading": "", HEADING_NUMBER: ""}
    first = next(headings, None)
    if first and style_numbering(composition.sheet.numbering, HEADING_LEVEL):  # Word counts: its number is no text
        fields |= {"heading": heading_words(replace(first, number="")), HEADING_NUMBER: first.number}
    elif first:
        fields["heading"] = heading_words(first)
    return fields


def _related(word: WordDocument, kind: Kind, content: bytes) -> str:
    """Put a header or footer into the package. Gives the name of the relation to it."""
    package, type_, relation = word.part.package, *_BANDS[kind]
    made = Part(package.next_partname(f"/word/{kind}%d.xml"), type_, content, package)
    return str(word.part.relate_to(made, relation))


def _divide(word: WordDocument, divisions: Divisions) -> None:
    """Put the divisions into the package, and the variables that name them into the settings, in the order of
    CT_Settings."""
    part = divisions.part()
    if part:
        name = PackURI("/word/webSettings.xml")
        made = Part(name, CONTENT_TYPE.WML_WEB_SETTINGS, part, word.part.package)
        word.part.relate_to(made, RELATIONSHIP_TYPE.WEB_SETTINGS)
    if divisions.variables():
        word.settings.element.find(qualified("w:compat")).addnext(parse_xml(divisions.variables()))


def _filled(word: WordDocument, content: Iterable[bytes]) -> Iterator[bytes]:
    """The part of the text, its body holding `content`. Both stay text: of a long table alone lxml's tree takes 700 MB."""
    start, end = etree.tostring(word.element, encoding="unicode").split("<w:body/>")
    return chain((part(f"{start}<w:body>"),), content, (f"</w:body>{end}".encode(),))
