"""Pictures in the forms of their outputs: made once, told once, never larger than their place."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import Report
from convert.kit.images.header import ImageInfo
from convert.kit.images.svg.lettering import Lettering
from convert.layout.pictures import Gallery, picture_size, wanted_size
from convert.model import Image, Media
from tests.kit.images.samples import every_kind
from tests.specimens import report_composition

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
