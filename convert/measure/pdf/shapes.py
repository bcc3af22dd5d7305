"""What is painted on the pages of a PDF besides text: strokes, filled areas, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from convert.measure.pdf.glyphs import read_color

_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape: the page it is on, the edges of its bounds in mm from the page's top left corner, its colour
    (`#rrggbb`), and the marked-content sequence it belongs to (-1: none, as in artifacts)."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    color: str
    content: int


@dataclass(frozen=True, slots=True)
class Stroke(Area):
    """A stroked path, its bounds without the stroke's own width, which is its `weight` in pt."""

    weight: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of pixels: its bounds in mm, how many pixels it has across and down."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    columns: int
    rows: int
    content: int


def read_areas(data: bytes) -> list[Area]:
    """All filled shapes in the order in which they are painted."""
    return [shape for shape in _shapes(data) if type(shape) is Area]


def read_strokes(data: bytes) -> list[Stroke]:
    """All stroked paths in the order in which they are painted."""
    return [shape for shape in _shapes(data) if isinstance(shape, Stroke)]


def read_pictures(data: bytes) -> list[Picture]:
    """All pictures of pixels in the order in which they are painted; drawings are areas and strokes."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    found: list[Picture] = []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=1):
                columns, rows = item.get_px_size()
                place = _bounds(item, page.get_height())
                found.append(Picture(number, *place, columns, rows, pdfium.FPDFPageObj_GetMarkedContentID(item)))
    return found


def _shapes(data: bytes) -> Iterator[Area]:
    import pypdfium2
    import pypdfium2.raw as pdfium

    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
                yield from _painted(item, number, page.get_height())


def _painted(item: Any, page: int, height: float) -> Iterator[Area]:
    """A path as an area, as a stroke, as both, as nothing (a clip)."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    place, content = _bounds(item, height), pdfium.FPDFPageObj_GetMarkedContentID(item)
    if fill.value:
        yield Area(page, *place, read_color(pdfium.FPDFPageObj_GetFillColor, item), content)
    if stroke.value:
        width = ctypes.c_float()
        pdfium.FPDFPageObj_GetStrokeWidth(item, width)
        color = read_color(pdfium.FPDFPageObj_GetStrokeColor, item)
        left, top, right, bottom = place
        across, down = (min(width.value * _MM, extent / 2) for extent in (right - left, bottom - top))
        # PDFium's bounds reach a whole width beyond the path, where they have that much
        yield Stroke(page, left + across, top + down, right - across, bottom - down, color, content, width.value)


def _bounds(item: Any, height: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom in mm from the page's top left corner."""
    left, bottom, right, top = item.get_bounds()
    return left * _MM, (height - top) * _MM, right * _MM, (height - bottom) * _MM
