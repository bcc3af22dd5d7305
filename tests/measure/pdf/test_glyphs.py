"""Where the ink of glyphs is, against the pixels of the page."""

from __future__ import annotations

import pypdfium2
import pytest

from convert.measure.pdf import read_lines
from convert.pipeline import write_document
from tests.specimens import report_composition

DPI = 600
PIXEL = 25.4 / DPI  # mm


def test_ink_is_where_pixels_are_dark() -> None:
    data = write_document(report_composition(), "pdf")
    lines = [line for line in read_lines(data) if line.page == 1]
    with pypdfium2.PdfDocument(data) as document:
        page = document[0].render(scale=DPI / 72).to_pil().convert("L").point(lambda value: 255 * (value < 128))
    for line in lines:
        left, top, right, bottom = line.ink
        around = tuple(round(edge / PIXEL) for edge in (left - 1, top - 1, right + 1, bottom + 1))
        found = page.crop(around).getbbox()
        assert found is not None
        measured = [(start + edge) * PIXEL for start, edge in zip(around[:2] * 2, found, strict=True)]
        assert measured == pytest.approx(line.ink, abs=0.15), line.text
