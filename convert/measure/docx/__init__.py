"""Finished DOCX files, anybody's, back to facts: the text in reading order, what styles make of it, tables, fields, pages.

Read with lxml from the parts themselves (ISO/IEC 29500-1, transitional). Styles are resolved as 17.7.2 says: document
defaults, the chain of styles from its base, the paragraph or the run itself. Lengths are in pt, of pages in mm.
"""

from convert.measure.docx.blocks import Block, read_blocks, read_text
from convert.measure.docx.notes import Note, Numbering, read_note_numbering, read_notes
from convert.measure.docx.objects import (
    Field,
    Link,
    Picture,
    Ruby,
    read_bookmarks,
    read_faces,
    read_fields,
    read_links,
    read_pictures,
    read_rubies,
)
from convert.measure.docx.package import Border
from convert.measure.docx.paragraphs import Paragraph, Piece, Spacing, read_foot_paragraphs, read_paragraphs
from convert.measure.docx.properties import read_properties
from convert.measure.docx.runs import Run, read_runs
from convert.measure.docx.sections import Page, foot_parts, read_furniture, read_page, read_sections
from convert.measure.docx.tables import Cell, Row, Table, read_tables

__all__ = [
    "Block",
    "Border",
    "Cell",
    "Field",
    "Link",
    "Note",
    "Numbering",
    "Page",
    "Paragraph",
    "Picture",
    "Piece",
    "Row",
    "Ruby",
    "Run",
    "Spacing",
    "Table",
    "foot_parts",
    "read_blocks",
    "read_bookmarks",
    "read_faces",
    "read_fields",
    "read_foot_paragraphs",
    "read_furniture",
    "read_links",
    "read_note_numbering",
    "read_notes",
    "read_page",
    "read_paragraphs",
    "read_pictures",
    "read_properties",
    "read_rubies",
    "read_runs",
    "read_sections",
    "read_tables",
    "read_text",
]
