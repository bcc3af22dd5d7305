"""Kinds of pictures by their first bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.kit.images.kinds import kind_of
from tests.kit.images.samples import every_kind, metafile

NAMES = {"png": "PNG", "jpeg": "JPEG", "gif": "GIF", "webp": "WebP", "tiff": "TIFF", "bmp": "BMP", "avif": "AVIF",
         "jp2": "JPEG 2000"}  # fmt: skip


@pytest.mark.parametrize("name", every_kind())
def test_what_can_be_printed_is_known(name: str) -> None:
    kind = kind_of(every_kind()[name])
    assert kind is not None and kind.name == NAMES[name.partition("-")[0]]
    assert kind.reader


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (metafile("WMF"), "WMF (Windows metafile)"),
        (b"\x01\0\x09\0\0\x03", "WMF (Windows metafile)"),
        (metafile("EMF"), "EMF (Windows metafile)"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIF"),
        (b"%PDF-1.7", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "PostScript"),
        (b"8BPS\0\1", "Photoshop"),
        (b"\xff\x0a\xfa", "JPEG XL"),
        (b"II\xbc\x01", "JPEG XR"),
        (b"\0\0\x01\0\x01\0", "ICO"),
    ],
)
def test_what_cannot_be_printed_has_a_name(data: bytes, name: str) -> None:
    kind = kind_of(data)
    assert kind is not None and (kind.name, kind.reader) == (name, "")


def test_avif_is_told_by_any_of_its_brands() -> None:
    kind = kind_of(b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf")
    assert kind is not None and kind.name == "AVIF"


@pytest.mark.parametrize("text", ["BM是宝马的缩写，也写作 BMW。", "II. Teil", "GIF", "MM", "Content", ""])
def test_texts_are_no_pictures(text: str) -> None:
    assert kind_of(text.encode()) is None


@given(st.binary(max_size=100))
def test_any_bytes_raise_nothing(data: bytes) -> None:
    kind_of(data)
    kind_of(b"\x1f\x8b" + data)
    kind_of(b"\0\0\0\xffftyp" + data)
