"""Drawings in pixels."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from convert.kit.images.svg.lettering import NONE
from convert.kit.images.svg.raster import raster
from convert.kit.images.svg.source import read_svg
from tests.kit.images.drawings import CHART, drawing
from tests.layout.composing import faces_of_the_style


def drawn(data: bytes, letters: bool = False) -> Image.Image:
    faces = faces_of_the_style() if letters else NONE
    return Image.open(io.BytesIO(raster(read_svg(data), faces))).convert("RGBA")


@pytest.mark.parametrize(("size", "wanted"), [("20", 600), ("500", 1562), ("9000", 1900)])
def test_resolution_is_that_of_print_within_bounds(size: str, wanted: int) -> None:
    assert drawn(drawing('<circle r="9"/>', f'width="{size}" height="{size}"')).size == (wanted, wanted)


def test_shapes_stand_where_the_drawing_says() -> None:
    picture = drawn(CHART)
    scale = picture.width / 400
    for place, color in {(70, 140): (200, 30, 30, 255), (150, 140): (0, 0, 255, 255), (230, 100): (0, 128, 0, 255),
                         (340, 60): (255, 165, 0, 255), (395, 25): (0, 0, 0, 0)}.items():  # fmt: skip
        assert picture.getpixel((round(place[0] * scale), round(place[1] * scale))) == color, place


def test_letters_are_drawn_in_the_faces_given_and_in_no_other() -> None:
    words = CHART.index(b"<text")
    bare = CHART[:words] + b"</svg>"
    assert drawn(CHART).tobytes() == drawn(bare).tobytes()
    assert drawn(CHART, letters=True).tobytes() != drawn(bare).tobytes()
    latin, chinese = (drawing(f'<text y="15">{words}</text>') for words in ("chart", "公文"))
    for data in (latin, chinese):
        assert drawn(data, letters=True).getchannel("A").getextrema() == (0, 255)


def test_what_cannot_be_drawn_is_a_value_error() -> None:
    broken = read_svg(CHART)._replace(data=b"<no-drawing/>")
    with pytest.raises(ValueError, match=r"."):
        raster(broken)
