"""Drawings in PDFs: PDFium shows of the marks what resvg shows of the drawing."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from convert.kit.images.svg.raster import raster
from convert.kit.images.svg.setting import set_drawing
from convert.kit.images.svg.source import read_svg
from convert.kit.images.svg.vectors import Plot, plot_of
from convert.writers.pdf.document import TaggedDocument
from convert.writers.pdf.objects import Raw
from convert.writers.pdf.vectors import add_drawing
from tests.kit.images.drawings import CHART, drawing
from tests.layout.composing import faces_of_the_style

SIZE = 'width="200" height="100"'
GRADIENT = '<linearGradient id="g" x1="0" x2="{x}"><stop offset="20%" stop-color="red"/><stop offset=".7" stop-color="#00f"/></linearGradient>'


def plotted(data: bytes) -> Plot | None:
    return plot_of(set_drawing(read_svg(data), faces_of_the_style()))


def shown(plot: Plot, width: int, height: int) -> Image.Image:
    """A plot as PDFium draws it on white."""
    document = TaggedDocument("en")
    document.add_page(width, height)
    number = add_drawing(document, plot)
    content = f"q {width} 0 0 {height} 0 0 cm /D Do Q"
    document.fill_page(0, content, Raw(b"<</XObject<</D %d 0 R>>>>" % number), 0, ())
    made: Image.Image = pypdfium2.PdfDocument(document.format())[0].render(scale=1).to_pil().convert("RGB")
    return made


def difference(data: bytes) -> float:
    """How far apart the two pictures are, as a share of white."""
    plot = plotted(data)
    assert plot is not None
    width = 400
    picture = Image.open(io.BytesIO(raster(read_svg(data), faces_of_the_style(), width))).convert("RGBA")
    wanted = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
    mean = ImageStat.Stat(ImageChops.difference(wanted, shown(plot, *wanted.size))).mean
    return sum(mean) / len(mean) / 255


@pytest.mark.parametrize(
    "content",
    [
        '<rect x="10" y="20" width="150" height="50" rx="20" fill="#369"/>',
        '<rect width="50%" height="50%" fill="rgb(10%, 50.5%, 20%)"/>',
        '<circle cx="100" cy="50" r="40" fill="none" stroke="red" stroke-width="9"/>',
        '<ellipse cx="100" cy="50" rx="90" ry="20" fill="orange" fill-opacity=".4" stroke="#000" stroke-opacity=".3"/>',
        '<path d="M10 90C40 10 60 10 90 90S150 10 190 50" fill="none" stroke="#06c" stroke-width="4" stroke-dasharray="12 5 2"/>',
        '<path d="M20 80A60 30 30 1 0 180 40z M60 60h40v20h-40z" fill="green" fill-rule="evenodd"/>',
        '<polygon points="10,90 100,5 190,90 10,35 190,35"/><polyline points="5 5 60 95 120 5" fill="none" stroke="red"/>',
        '<g transform="translate(100 50) rotate(30) skewX(10) scale(2 .5)"><rect x="-20" y="-20" width="40" height="40" '
        'stroke="blue" stroke-width="6"/></g>',
        '<g fill="red"><g fill="inherit" opacity="1"><rect width="60" height="60"/></g></g><rect x="90" width="60" height="60"/>',
        '<line x1="10" y1="10" x2="190" y2="90" stroke="black" stroke-width="8" stroke-linecap="round"/>',
        GRADIENT.format(x="1") + '<rect x="10" y="10" width="180" height="80" fill="url(#g)" stroke="black"/>',
        GRADIENT.format(x=".5") + '<g transform="rotate(20 100 50) scale(1 .5)"><circle cx="100" cy="100" r="60" fill="url(#g)"/></g>',
        '<radialGradient id="g" cx="50%" fx="30%"><stop stop-color="yellow"/><stop offset="1" stop-color="purple"/></radialGradient>'
        '<rect x="10" y="10" width="180" height="80" fill="url(#g)"/>',
        '<clipPath id="c"><circle cx="100" cy="50" r="45" transform="scale(1.1 1)"/></clipPath>'
        '<g clip-path="url(#c)"><rect width="100" height="100" fill="teal"/><rect x="90" width="60" height="60" fill="gold"/></g>',
        GRADIENT.format(x="1").replace("/>", ' stop-opacity=".5"/>') + '<rect width="150" height="80" fill="url(#g)"/>',
        '<g opacity=".5"><rect width="60" height="60" fill="red"/><circle cx="120" cy="50" r="40" opacity=".5"/></g>',
        '<rect width="50" height="50" display="none"/><rect x="60" width="50" height="50" visibility="hidden"/>',
        '<text x="10" y="60" font-size="40" font-family="FandolSong">公文图表</text>',
    ],
)  # fmt: skip
def test_marks_look_like_the_drawing(content: str) -> None:
    assert difference(drawing(content, SIZE)) < 0.012


def test_a_chart_is_all_vectors() -> None:
    pdf_like = plotted(CHART)
    assert pdf_like is not None and len(pdf_like.marks) >= 6
    assert difference(CHART) < 0.02


@pytest.mark.parametrize("ratio", ["none", "xMidYMid meet", "xMinYMax slice", "xMaxYMin"])
def test_views_are_placed_as_they_say(ratio: str) -> None:
    view = f'width="200" height="50" viewBox="-10 -10 100 100" preserveAspectRatio="{ratio}"'
    assert difference(drawing('<circle cx="40" cy="40" r="40" fill="red"/>', view)) < 0.012


@pytest.mark.parametrize(
    "content",
    [
        '<filter id="f"><feFlood/></filter><rect width="9" height="9" filter="url(#f)"/>',
        '<mask id="m"/><rect width="9" height="9" mask="url(#m)"/>',
        '<pattern id="p"/><rect width="9" height="9" fill="url(#p)"/>',
        '<marker id="m"/><path d="M0 0L9 9" marker-end="url(#m)"/>',
        '<g opacity=".5"><rect width="9" height="9"/><rect width="5" height="5"/></g>',
        '<rect width="9" height="9" style="mix-blend-mode: multiply"/>',
        '<rect width="9" height="9" fill="context-fill"/>',
        "<style>@media print { rect { fill: red } }</style><rect class='a' style='fill: red' width='9' height='9'/>",
        '<rect width="9" height="9" stroke="red" opacity=".5"/>',
        '<linearGradient id="g"><stop/><stop offset="1" stop-opacity="0"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>',
        '<text textLength="50">A</text>',
        '<path d="M0 0L1e999 5"/>',
        '<g transform="scale(1e999)"><rect width="5" height="4"/></g>',
        '<clipPath id="c"><path d=""/></clipPath><rect width="9" height="9" clip-path="url(#c)"/>',
    ],
)
def test_what_goes_beyond_marks_is_left_to_pixels(content: str) -> None:
    assert plotted(drawing(content, SIZE)) is None


COLORS = st.sampled_from(["#c00", "steelblue", "rgb(10,200,90)", "none"])
SHAPES = st.builds(
    '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}" transform="rotate({} 100 50)"/>'.format,
    st.integers(0, 150), st.integers(0, 80), st.integers(1, 100), st.integers(1, 60), COLORS, COLORS, st.integers(0, 90),
)  # fmt: skip


@settings(max_examples=25)
@given(st.lists(SHAPES, min_size=1, max_size=6))
def test_any_shapes_look_the_same(shapes: list[str]) -> None:
    assert difference(drawing("".join(shapes), SIZE)) < 0.012
