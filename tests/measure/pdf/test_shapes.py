"""What ReportLab painted, read back."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from convert.measure.pdf import page_labels, read_areas, read_links, read_outline, read_pictures, read_strokes
from tests.specimens import picture

MM = 72 / 25.4


@pytest.fixture(scope="module")
def painted() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (100 * MM, 200 * MM))
    canvas.setStrokeColorRGB(1, 0, 0)
    canvas.setLineWidth(2)
    canvas.line(10 * MM, 190 * MM, 30 * MM, 190 * MM)
    canvas.setFillColorRGB(0, 0, 1)
    canvas.rect(10 * MM, 150 * MM, 5 * MM, 20 * MM, stroke=0, fill=1)
    canvas.drawImage(ImageReader(io.BytesIO(picture())), 50 * MM, 100 * MM, 20 * MM, 10 * MM)
    canvas.bookmarkPage("here")
    canvas.addOutlineEntry("Here", "here")
    canvas.linkURL("https://example.org/", (10 * MM, 10 * MM, 20 * MM, 20 * MM))
    canvas.save()
    return buffer.getvalue()


def test_strokes_are_where_their_paths_are(painted: bytes) -> None:
    (stroke,) = read_strokes(painted)
    assert (stroke.left, stroke.right, stroke.top, stroke.bottom) == pytest.approx((10, 30, 10, 10), abs=0.01)
    assert (stroke.weight, stroke.color) == (2, "#ff0000")


def test_areas_and_pictures_have_their_bounds(painted: bytes) -> None:
    (area,) = read_areas(painted)
    assert (area.left, area.top, area.right, area.bottom) == pytest.approx((10, 30, 15, 50), abs=0.01)
    assert area.color == "#0000ff"
    (found,) = read_pictures(painted)
    assert (found.left, found.top, found.right - found.left) == pytest.approx((50, 90, 20), abs=0.01)
    assert (found.columns, found.rows) == (60, 30)


def test_the_ways_around_are_read(painted: bytes) -> None:
    (link,) = read_links(painted)
    assert (link.url, link.target, link.page) == ("https://example.org/", 0, 1)
    assert (link.left, link.top) == pytest.approx((10, 180), abs=0.01)
    assert [(entry.level, entry.text, entry.page) for entry in read_outline(painted)] == [(1, "Here", 1)]
    assert page_labels(painted) in ([""], ["1"])
