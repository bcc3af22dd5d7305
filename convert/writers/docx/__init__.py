"""Write DOCX: named styles from the sheet over a base document of our own, held and saved by python-docx."""

from __future__ import annotations

import io

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from convert.kit.archive import pack, unpack
from convert.kit.ooxml import declarations, qualified
from convert.layout.composition import Composition
from convert.writers.docx.base import base_document
from convert.writers.docx.body import Body
from convert.writers.docx.bookmarks import Bookmarks
from convert.writers.docx.lists import Numberings
from convert.writers.docx.names import StyleNames
from convert.writers.docx.pictures import Drawings
from convert.writers.docx.runs import Runs

HONOURED = frozenset({
    "font", "size", "pitch", "tracking", "align", "indent_em", "left_em", "right_em", "before_lines", "after_lines",
    "on_grid", "keep_next", "new_page", "color", "scale", "rise_em", "line", "background",
})  # fmt: skip
"""What of a role's or span's look Word can show. Balanced lines come as line breaks."""


def write(composition: Composition) -> bytes:
    """The finished file."""
    sheet, names = composition.sheet, StyleNames(composition.sheet)
    word = docx.Document(io.BytesIO(base_document(composition, names)))
    bookmarks, numberings = Bookmarks(), Numberings(sheet, composition.report)
    drawings = Drawings(word.part, composition.document.media, sheet.page)

    def address(target: str) -> str:
        return str(word.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    runs = Runs(sheet, names, bookmarks, drawings.of, address)
    body = Body(sheet, names, runs, bookmarks, numberings, drawings)
    _fill(word, body.write(composition.document.blocks), numberings)
    buffer = io.BytesIO()
    word.save(buffer)
    return pack(unpack(buffer.getvalue()).items(), composition.timestamp)


def _fill(word: WordDocument, content: str, numberings: Numberings) -> None:
    """Put the content in front of the section's properties, and the numberings into their part."""
    body = word.element.body
    made = parse_xml(f"<w:body {declarations('w', 'r', 'wp')}>{content}</w:body>")
    section = body.find(qualified("w:sectPr"))
    for element in list(made):
        section.addprevious(element)
    part = word.part.numbering_part
    part._element = parse_xml(numberings.part())
