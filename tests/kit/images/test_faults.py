"""Pictures that cannot be printed are told apart, and none of them raises anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from convert.kit.images.faults import fault_of
from tests.kit.images.samples import bomb, every_kind, metafile, motif, saved


@pytest.mark.parametrize("name", every_kind())
def test_sound_pictures_have_no_fault(name: str) -> None:
    assert fault_of(every_kind()[name]) is None


@pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP"])
def test_the_smallest_pictures_are_pictures(format: str) -> None:
    for size in ((1, 1), (2, 8), (7, 3)):
        assert fault_of(saved(Image.new("RGB", size), format)) is None


@pytest.mark.parametrize("kind", ["WMF", "EMF"])
def test_metafiles_are_known_and_not_drawn(kind: str) -> None:
    assert fault_of(metafile(kind)) == "unknown"


@pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP"])
def test_pictures_cut_short_are_broken(format: str) -> None:
    data = saved(motif((400, 400)), format)
    assert fault_of(data) is None
    assert fault_of(data[: len(data) // 2]) == "broken"


def test_bombs_are_not_decoded() -> None:
    assert fault_of(bomb()) == "large"


@given(st.sampled_from(sorted(every_kind())), st.data())
def test_damaged_pictures_raise_nothing(name: str, draw: st.DataObject) -> None:
    data = bytearray(every_kind()[name])
    for _ in range(draw.draw(st.integers(1, 4))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    fault_of(bytes(data))
    fault_of(bytes(data[: draw.draw(st.integers(0, len(data)))]))
