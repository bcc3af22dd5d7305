"""Drawings in pixels."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from convert.kit.images.faults import fault_of
from convert.kit.images.svg.lettering import NONE
from convert.kit.images.svg.raster import is_drawn_within, is_heavy, raster
from convert.kit.images.svg.source import read_svg
from convert.kit.limits import Limits
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


BEHIND = '<rect width="800" height="600" filter="url(#f)"/>'


@pytest.mark.parametrize(
    "body",
    [
        f'<filter id="f"><feMorphology radius="300" operator="dilate"/></filter>{BEHIND}',
        '<g opacity=".9">' * 200 + "<rect width='800' height='600'/>" + "</g>" * 200,
    ],
    ids=["radius", "layers"],
)
def test_what_would_take_days_or_all_memory_is_tried_where_it_can_be_stopped(body: str) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">{body}</svg>'.encode()
    assert is_heavy(read_svg(data)) and not is_drawn_within(read_svg(data), 1)
    assert fault_of(data, Limits(drawing_seconds=1)) == "slow"


def test_much_that_is_quickly_drawn_is_drawn() -> None:
    shapes = '<path d="M1 1L2 2L3 1z"/>' * 5000
    data = f'<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">{shapes}</svg>'.encode()
    assert is_heavy(read_svg(data)) and is_drawn_within(read_svg(data), 20) and fault_of(data) is None
