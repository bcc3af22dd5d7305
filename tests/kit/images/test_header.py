"""The size and type of pictures."""

from __future__ import annotations

import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from convert.kit.images.header import image_info


def picture(format: str, size: tuple[int, int] = (40, 20), **save: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#c00000").save(out, format, **save)
    return out.getvalue()


@pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF"])
def test_type_comes_from_the_content(format: str) -> None:
    info = image_info(picture(format))
    assert info is not None
    assert (info.type, info.width_px, info.height_px) == (
        f"image/{format.lower()}",
        40,
        20,
    )


@pytest.mark.parametrize("format", ["PNG", "JPEG"])
def test_own_size_comes_from_the_resolution(format: str) -> None:
    info = image_info(picture(format, dpi=(200, 100)))
    assert info is not None
    assert info.width_pt == pytest.approx(40 / 200 * 72, rel=1e-3)
    assert info.height_pt == pytest.approx(20 / 100 * 72, rel=1e-3)


@pytest.mark.parametrize("dpi", [None, (1, 1), (0, 0)])
def test_without_a_believable_resolution_a_pixel_is_a_css_pixel(
    dpi: tuple[int, int] | None,
) -> None:
    info = image_info(picture("JPEG", dpi=dpi) if dpi else picture("JPEG"))
    assert info is not None
    assert (info.width_pt, info.height_pt) == (30, 15)


def test_very_large_pictures_are_measured() -> None:
    head = picture("PNG", (1, 1))
    body = b"IHDR" + (60000).to_bytes(4, "big") * 2 + head[24:29]
    large = head[:12] + body + zlib.crc32(body).to_bytes(4, "big") + head[33:]
    info = image_info(large)
    assert info is not None
    assert info.width_px == info.height_px == 60000


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a"]),
)
def test_rubbish_gives_nothing_and_raises_nothing(tail: bytes, head: bytes) -> None:
    info = image_info(head + tail)
    assert info is None or info.width_px > 0


@given(st.integers(0, 400))
def test_a_picture_cut_short_raises_nothing(length: int) -> None:
    image_info(picture("PNG")[:length])
    image_info(picture("JPEG")[:length])
