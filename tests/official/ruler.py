"""The ruler laid on a finished page: for each thing that the standard gives a measure for, required and measured."""

from __future__ import annotations

from tests.official.faces import face_rows
from tests.official.fixtures import Fixture
from tests.official.head import head_rows
from tests.official.imprint import imprint_rows
from tests.official.pages import page_rows
from tests.official.paper import Paper
from tests.official.rows import Row
from tests.official.signing import signing_rows

PDF_TOLERANCE, WORD_TOLERANCE = 0.3, 1.0  # mm: our PDF; a DOCX as LibreOffice prints it


def measure(fixture: Fixture, data: bytes) -> list[Row]:
    """All that can be measured of a fixture in a PDF."""
    paper = Paper(data)
    places = paper.find(fixture)
    rows = [Row("-", words, "there", "missing") for words in places.missing]
    for family in (page_rows, head_rows, signing_rows, imprint_rows, face_rows):
        rows += family(fixture, paper, places)
    return rows
