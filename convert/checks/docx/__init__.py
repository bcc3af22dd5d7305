"""Facts of a DOCX, anybody's: what its styles and its own formatting say, by the paragraphs that our reader found in it.

A Word file has no pages and no line breaks: what only a print of it could tell is unknown (None), and its pages are those
of its sections as they are declared (`number` 0).
"""

from __future__ import annotations

from convert.checks.docx.elements import elements_of
from convert.checks.docx.pages import half_leading, pages_of
from convert.checks.docx.pitches import body_cell, body_pitch
from convert.checks.facts import Element, Facts
from convert.kit.units import mm
from convert.measure.docx import Page, read_notes, read_paragraphs, read_sections
from convert.model import Document

__all__ = ["measure"]


def measure(data: bytes, name: str, document: Document) -> Facts:
    """What a DOCX says of its looks. `document`: what the reader made of it, with its roles recognised."""
    paragraphs, sections = read_paragraphs(data), _sections(data)
    elements = elements_of(paragraphs, sections, document)
    running = frozenset(element.paragraph for element in elements if element.role == "body")
    pitch, cell = body_pitch(elements), body_cell(paragraphs, running, sections)
    pages = pages_of(data, sections, half_leading(elements))
    width = mm(pages[0].width - sections[0].left - sections[0].right) if pages else 0.0
    faces = frozenset(run.face for element in elements for run in (*element.lead, *element.runs) if run.face)
    notes = tuple(Element("note", note.text) for note in read_notes(data))
    return Facts(
        "docx", name, document, pages, (*elements, *notes), pitch, int(width / cell + 0.01) if cell else None, faces
    )


def _sections(data: bytes) -> list[Page]:
    try:
        return read_sections(data)
    except ValueError:  # it does not say, or not all of them do
        return []
