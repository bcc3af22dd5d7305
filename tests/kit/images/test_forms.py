"""What outputs get of a picture shows the same as the picture, upright, and is of a kind they can hold."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from convert.kit.images.forms import Form, Output, change_for, changed
from convert.kit.images.header import image_info
from tests.kit.images.samples import CORNERS, SIZE, every_kind, frames, rgb_profile, saved, turned

OUTPUTS: tuple[Output, ...] = ("pdf", "docx", "epub")
HELD = {"pdf": {"png", "jpeg"}, "docx": {"png", "jpeg", "gif"}, "epub": {"png", "jpeg", "gif", "webp"}}
COLORLESS = ("grey", "bits")


def form(data: bytes, output: Output) -> Form:
    info = image_info(data)
    assert info is not None
    return changed(data, change_for(info, output))


def corner(picture: Image.Image, name: str) -> tuple[int, ...]:
    """The colour in the middle of a quarter, on white paper."""
    width, height = picture.size
    place = (width * (1 + 2 * (name[1] == "e")) // 4, height * (1 + 2 * (name[0] == "s")) // 4)
    return picture.convert("RGBA").convert("RGB").getpixel(place)  # type: ignore[return-value]


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("name", every_kind())
def test_forms_are_of_kinds_that_outputs_hold_and_keep_the_size(name: str, output: Output) -> None:
    data = every_kind()[name]
    type, made, *_ = form(data, output)
    info = image_info(made)
    assert info is not None and info.type == type
    assert type.removeprefix("image/") in HELD[output]
    assert (info.width_px, info.height_px) == SIZE
    assert not info.several
    assert output == "pdf" or (info.orientation == 1 and info.colors in ("grey", "rgb"))


@pytest.mark.parametrize(
    "name", [name for name in every_kind() if not any(word in name for word in (*COLORLESS, "cmyk"))]
)
def test_forms_show_the_same_colours_in_the_same_places(name: str) -> None:
    if "16" in name:
        pytest.skip("one grey all over")
    made = form(every_kind()[name], "docx").data
    picture = Image.open(io.BytesIO(made))
    for place, color in CORNERS.items():
        assert corner(picture, place) == pytest.approx(color, abs=8), place


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_orientations_are_obeyed(orientation: int, format: str) -> None:
    data = turned(orientation, format)
    info = image_info(data)
    assert info is not None and (info.width_px, info.height_px) == SIZE
    made = form(data, "epub").data
    picture = Image.open(io.BytesIO(made))
    assert picture.size == SIZE
    assert picture.getexif().get(0x0112, 1) == 1
    for place, color in CORNERS.items():
        assert corner(picture, place) == pytest.approx(color, abs=30), place


def test_what_can_stay_stays_byte_for_byte() -> None:
    kept = {
        output: {name for name, data in every_kind().items() if form(data, output).data == data} for output in OUTPUTS
    }
    still = {"png", "png-alpha", "png-palette", "png-palette-alpha", "png-grey", "png-grey-alpha", "png-bits",
             "png-16-bits", "png-profile", "jpeg", "jpeg-grey", "jpeg-progressive", "jpeg-profile"}  # fmt: skip
    assert kept["pdf"] == still | {"jpeg-turned", "jpeg-mirrored", "jpeg-cmyk-profile"}
    assert kept["docx"] == still | {"gif"}
    assert kept["epub"] == still | {"gif", "webp", "webp-alpha"}


def test_profiles_come_along_where_they_still_describe_the_picture() -> None:
    tiff = saved(Image.new("RGB", SIZE), "TIFF", icc_profile=rgb_profile())
    info = image_info(form(tiff, "epub").data)
    assert info is not None and info.profile == rgb_profile()
    grey = saved(Image.new("L", SIZE), "TIFF", icc_profile=rgb_profile())
    info = image_info(form(grey, "epub").data)
    assert info is not None and not info.profile


def test_profiles_of_cmyk_pictures_decide_their_colours() -> None:
    data = every_kind()["jpeg-cmyk-profile"]
    source = Image.open(io.BytesIO(data))
    profile = ImageCms.getOpenProfile(io.BytesIO(source.info["icc_profile"]))
    srgb, intent = ImageCms.createProfile("sRGB"), ImageCms.Intent.RELATIVE_COLORIMETRIC
    wanted = ImageCms.profileToProfile(source, profile, srgb, intent, "RGB")
    assert wanted is not None
    made = Image.open(io.BytesIO(form(data, "docx").data))
    for place in CORNERS:
        assert corner(made, place) == pytest.approx(corner(wanted, place), abs=12), place


def test_cmyk_is_inverted_only_where_adobe_s_marker_says_so() -> None:
    marked = every_kind()["jpeg-cmyk"]
    at = marked.index(b"\xff\xee")
    unmarked = marked[:at] + marked[at + 2 + int.from_bytes(marked[at + 2 : at + 4], "big") :]
    ours, others = (Image.open(io.BytesIO(form(data, "docx").data)) for data in (marked, unmarked))
    for place, color in CORNERS.items():
        assert corner(ours, place) == pytest.approx(color, abs=12)
        assert corner(others, place) != pytest.approx(color, abs=60)


def test_of_several_frames_the_first_is_taken() -> None:
    for format in ("GIF", "WEBP", "TIFF", "PNG"):
        picture = Image.open(io.BytesIO(form(frames(format), "epub").data))
        assert not getattr(picture, "is_animated", False)
        assert corner(picture, "nw") == pytest.approx(CORNERS["nw"], abs=8), format


def test_wide_greys_keep_their_tone() -> None:
    wide = Image.new("I;16", SIZE, 0x8080)
    for data in (
        saved(wide, "TIFF"),
        saved(Image.new("F", SIZE, 0.5), "TIFF"),
        saved(Image.new("I", SIZE, 128), "TIFF"),
    ):
        picture = Image.open(io.BytesIO(form(data, "epub").data))
        assert picture.mode == "L"
        assert picture.getpixel((5, 5)) == pytest.approx(128, abs=1)


def test_what_is_made_anew_says_nothing_of_camera_and_place() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera 工厂"
    data = saved(Image.new("RGB", SIZE), "JPEG", exif=exif)
    assert b"Camera" in data
    assert b"Camera" not in form(data, "docx").data
