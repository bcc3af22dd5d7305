"""Path data and shapes as segments."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.kit.images.svg.paths import Path, bounds, ellipse, path_of, rectangle

NUMBERS = st.floats(-1000, 1000).map(lambda value: round(value, 3))


def ends(path: Path) -> list[tuple[float, ...]]:
    return [tuple(round(value, 6) for value in points[-1]) if points else () for _, points in path]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ("M1 2L3 4", [(1, 2), (3, 4)]),
        ("m1,2 3-4z", [(1, 2), (4, -2), ()]),
        ("M0 0H5V6h-1v-1", [(0, 0), (5, 0), (5, 6), (4, 6), (4, 5)]),
        ("M.5.5.6.6", [(0.5, 0.5), (0.6, 0.6)]),
        ("M1e1 2E-1l-1e0-1", [(10, 0.2), (9, -0.8)]),
        ("M0 0 1 1zm2 2", [(0, 0), (1, 1), (), (2, 2)]),
        ("M0 0c1 1 2 2 3 3s4 4 5 5", [(0, 0), (3, 3), (8, 8)]),
        ("M0 0q1 1 2 0t2 0", [(0, 0), (2, 0), (4, 0)]),
        ("M0 0A5 5 0 015 5", [(0, 0), (5, 5)]),
        ("M0,0a9.04,9.04,0,0,1,10,0a6.6,6.6,0,0,0,.758.043", [(0, 0), (10, 0), (10.758, 0.043)]),
        ("M1 1A0 5 0 0 1 3 3", [(1, 1), (3, 3)]),
        ("M1 1A5 5 0 0 1 1 1", [(1, 1)]),
        ("M1 1L2 2 3", [(1, 1), (2, 2)]),
        ("M1 1L2 2 X 3", [(1, 1), (2, 2)]),
        ("L1 1", []),
        ("", []),
    ],
)
def test_path_data(data: str, wanted: list[tuple[float, ...]]) -> None:
    found = [point for (name, _), point in zip(path_of(data), ends(path_of(data)), strict=True)]
    arcs = sum(name == "C" for name, _ in path_of(data)) - data.lower().count("c")
    assert found[: len(wanted)] == wanted or (arcs > 0 and set(wanted) <= set(found))
    assert found[-1:] == wanted[-1:]


@given(NUMBERS, NUMBERS, st.floats(0.1, 100), st.floats(0.1, 100), st.integers(0, 360), st.booleans(), st.booleans())
def test_arcs_lie_on_their_ellipse(
    x: float, y: float, rx: float, ry: float, turn: int, large: bool, sweep: bool
) -> None:
    """Two arcs over the same ends, one the other way round, close an ellipse of the size asked for, or of the least that
    reaches."""
    first = path_of(f"M0 0A{rx:f} {ry:f} {turn} {large:d} {sweep:d} {x:f} {y:f}")
    if x == y == 0:
        return
    assert first[-1][1][-1] == pytest.approx((x, y), abs=1e-5)
    left, top, right, bottom = bounds(first)
    size = max(2 * max(rx, ry), math.hypot(x, y) * max(rx, ry) / min(rx, ry))
    assert right - left <= size * 1.01 and bottom - top <= size * 1.01


@given(NUMBERS, NUMBERS, st.floats(0.1, 500), st.floats(0.1, 500))
def test_boxes_are_those_of_the_shape(x: float, y: float, width: float, height: float) -> None:
    wanted = pytest.approx((x, y, x + width, y + height), abs=1e-6)
    assert bounds(rectangle(x, y, width, height)) == wanted
    assert bounds(rectangle(x, y, width, height, width / 3, height / 9)) == wanted
    assert bounds(ellipse(x + width / 2, y + height / 2, width / 2, height / 2)) == wanted


@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789.,-+e ", max_size=60))
def test_any_path_data_give_finite_segments(data: str) -> None:
    for name, points in path_of(data):
        assert name in "MLCZ"
        assert len(points) == {"M": 1, "L": 1, "C": 3, "Z": 0}[name]
