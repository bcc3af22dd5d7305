"""Pictures in the forms of their outputs: made once, told once, never larger than their place."""

from __future__ import annotations

import io
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from convert.config import Options
from convert.diagnostics import Report
from convert.kit.images.header import ImageInfo, image_info
from convert.kit.images.svg.lettering import Lettering
from convert.layout.pictures import Gallery, Resolution, picture_size, wanted_size
from convert.model import Document, Image, Media
from convert.model.build import para
from convert.pipeline import compose
from tests.kit.images.samples import every_kind
from tests.specimens import picture, report_composition

SIZES = st.floats(0.01, 1e5)


def test_forms_are_made_once_and_shared_by_outputs() -> None:
    gallery = Gallery({"m": Media("", every_kind()["tiff"])}, Report(""), Lettering)
    assert gallery.form("m", "docx") is gallery.form("m", "epub") is gallery.form("m", "pdf")


def test_a_jpeg_that_is_encoded_anew_is_told_once() -> None:
    findings = Report("")
    gallery = Gallery({"m": Media("", every_kind()["jpeg-turned"], "a.jpg")}, findings, Lettering)
    gallery.form("m", "pdf")
    assert findings.diagnostics == []
    gallery.form("m", "docx"), gallery.form("m", "epub")
    assert [(d.code, d.args) for d in findings.diagnostics] == [("image-recoded", {"name": "a.jpg"})]


@given(SIZES, SIZES, SIZES)
def test_of_one_measure_that_a_document_gives_follows_the_other(width: float, height: float, given: float) -> None:
    info = ImageInfo("image/png", 1, 1, width, height)
    for image in (Image("m", width=given), Image("m", height=given)):
        made = wanted_size(image, info)
        assert given in made
        assert math.isclose(made[0] * height, made[1] * width)
    assert wanted_size(Image("m", width=given, height=7), info) == (given, 7)
    assert wanted_size(Image("m"), info) == (width, height)


@given(SIZES, SIZES, st.floats(36, 500))
def test_pictures_fit_and_keep_their_shape(width: float, height: float, room: float) -> None:
    page = report_composition().sheet.page
    made = picture_size(Image("m"), ImageInfo("image/png", 1, 1, width, height), room, page)
    assert made[0] <= room * 1.0001 and made[1] <= page.area_height
    assert abs(made[0] * height - made[1] * width) <= 1e-6 * made[0] * height


# --- fewer pixels ------------------------------------------------------------------------------------------------


def noisy(format: str, mode: str = "RGB") -> bytes:
    """800 × 400 pixels that do not compress to nothing."""
    picture = Pillow.effect_noise((800, 400), 60).convert(mode)
    data = io.BytesIO()
    picture.save(data, format)
    return data.getvalue()


def scaled(data: bytes, *images: Image, dpi: int = 100) -> tuple[Gallery, Report]:
    findings = Report("")
    return Gallery({"m": Media("", data, "m")}, findings, Lettering, Resolution(dpi, 400.0, images)), findings


@pytest.mark.parametrize(("format", "type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/png")])
def test_pictures_keep_the_pixels_of_their_largest_place(format: str, type: str) -> None:
    gallery, findings = scaled(noisy(format), Image("m", width=144), Image("other"), Image("m", width=288))
    forms = {gallery.form("m", output) for output in ("pdf", "docx", "epub")}
    for form in forms:
        info = image_info(form.data)
        assert info is not None and (form.type, info.type, info.width_px, info.height_px) == (type, type, 400, 200)
    assert [d.code for d in findings.diagnostics] == ["image-scaled"]
    assert findings.diagnostics[0].args == {"name": "m", "before": "800 × 400", "after": "400 × 200", "dpi": "100"}
    assert gallery.info("m").width_px == 800, "sizes on paper stay those of the picture"


def test_no_place_is_larger_than_a_page() -> None:
    info = image_info(scaled(noisy("PNG"), Image("m", width=4000))[0].form("m", "pdf").data)
    assert info is not None and info.width_px == math.ceil(400 / 72 * 100)


def test_pictures_that_need_their_pixels_and_drawings_stay_as_they_are() -> None:
    data = noisy("PNG")
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><path d="M0 0L9 9"/></svg>'
    for gallery, findings in (
        scaled(data, Image("m", width=144), dpi=0), scaled(data, Image("m", width=144), dpi=400),
        scaled(picture(size=(800, 400)), Image("m", width=288), dpi=200), scaled(drawing, Image("m", width=10)),
    ):  # fmt: skip
        gallery.form("m", "docx")
        assert findings.diagnostics == []
    assert scaled(data, Image("m", width=144), dpi=0)[0].form("m", "pdf").data == data


def test_transparency_stays() -> None:
    form = scaled(noisy("PNG", "LA"), Image("m", width=72))[0].form("m", "epub")
    assert Pillow.open(io.BytesIO(form.data)).mode == "LA"


def test_the_style_says_how_many_pixels_files_keep() -> None:
    document = Document((para(Image("m", "噪声", width=144)),), media={"m": Media("image/png", noisy("PNG"), "m")})
    for setting, width in (("pictures.dpi=0", 800), ("pictures.dpi=100", 200)):
        made = compose(document, "a.json", Options(fonts="bundled", settings=(setting,)), Report(""))
        info = image_info(made.pictures.form("m", "docx").data)
        assert info is not None and info.width_px == width
