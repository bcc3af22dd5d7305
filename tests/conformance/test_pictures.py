"""Pictures of every kind through all three outputs: valid by the formats' validators, and the same to the eye.

What a PDF shows is drawn by PDFium and compared with the source's pixels, in Word files and books the pictures' own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from PIL import Image as Pillow

from convert.diagnostics import Report
from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.model import Document, Figure, Image, Media, Meta, Text
from convert.model.build import para
from convert.pipeline import write_document
from tests.conformance import verapdf
from tests.conformance.validators import (
    epubcheck_findings,
    needs_epubcheck,
    needs_openxml,
    needs_verapdf,
    openxml_errors,
)
from tests.kit.images.drawings import CHART, drawing
from tests.kit.images.samples import CORNERS, every_kind, metafile, swapped_profile
from tests.specimens import composition

FORMATS = ("pdf", "docx", "epub")
ODD = drawing(
    '<g id="1 甲" data-name="x" aria-label="y" style="mix-blend-mode:multiply"><rect id="b" width="9" height="9"/></g>'
    '<use href="#1 甲" x="9"/><rect id="b" vector-effect="non-scaling-stroke" paint-order="stroke"/>'
    '<foreignObject width="20" height="10"><p xmlns="http://www.w3.org/1999/xhtml">词</p></foreignObject>'
    '<filter id="f"><feDropShadow dx="1" dy="1"/></filter><text filter="url(#f)" y="15" textLength="20">字</text>'
)
DRAWINGS = {"svg-chart": CHART, "svg-odd": ODD}
COLORED = [
    name for name in every_kind()
    if not any(word in name for word in ("grey", "bits", "alpha", "cmyk-profile"))
] + ["png-palette-alpha"]  # fmt: skip


def written(data: bytes, format: str, width: float = 0.0, findings: Report | None = None) -> bytes:
    """A document of one picture."""
    blocks = (Figure((para(Image("m", "图中内容", width=width)),), (Text("图题"),)),)
    document = Document(blocks, Meta(title="图片"), {"m": Media("", data, "a.png")})
    return write_document(composition(document, findings), format)


@pytest.fixture(scope="module")
def album() -> Callable[[str], bytes]:
    """A document with pictures of all kinds, in a format."""
    pictures = every_kind() | DRAWINGS
    media = {name: Media("", data, name) for name, data in pictures.items()}
    blocks = [Figure((para(Image(name, f"图 {name}")),), (Text(name),)) for name in media]
    blocks.append(Figure((para(Image("png")),)))
    made = composition(Document(tuple(blocks), Meta(title="图片"), media))
    return lambda format: write_document(made, format)


@pytest.mark.conformance
@needs_verapdf
@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_a_pdf_with_all_kinds_complies(album: Callable[[str], bytes], flavour: str, tmp_path: Path) -> None:
    path = tmp_path / "album.pdf"
    path.write_bytes(album("pdf"))
    assert verapdf.failures(path, flavour) == {}


@pytest.mark.conformance
@needs_openxml
def test_the_openxml_sdk_finds_nothing_with_all_kinds(album: Callable[[str], bytes], tmp_path: Path) -> None:
    assert openxml_errors(album("docx"), tmp_path) == []


@pytest.mark.conformance
@needs_epubcheck
def test_epubcheck_finds_nothing_with_all_kinds(album: Callable[[str], bytes], tmp_path: Path) -> None:
    assert epubcheck_findings(album("epub"), tmp_path) == []


# --- what is to be seen ----------------------------------------------------------------------------------------------


def seen(pdf: bytes) -> Pillow.Image:
    """The picture on the first page as PDFium draws it, cut out."""
    page = pypdfium2.PdfDocument(pdf)[0]
    scale = 4
    paper = page.render(scale=scale).to_pil().convert("RGB")
    (box,) = (item.get_bounds() for item in page.get_objects(max_depth=1) if item.type in (3, 5))
    left, bottom, right, top = (value * scale for value in box)
    cut: Pillow.Image = paper.crop((round(left), round(paper.height - top), round(right), round(paper.height - bottom)))
    return cut


def corner(picture: Pillow.Image, name: str) -> tuple[int, ...]:
    """The colour in the middle of a quarter, on white paper."""
    width, height = picture.size
    place = (width * (1 + 2 * (name[1] == "e")) // 4, height * (1 + 2 * (name[0] == "s")) // 4)
    color: tuple[int, ...] = picture.getpixel(place)  # type: ignore[assignment]
    return color


@pytest.mark.parametrize("name", COLORED)
def test_pdf_shows_colours_where_they_belong(name: str) -> None:
    if "16" in name:
        pytest.skip("one grey all over")
    picture = seen(written(every_kind()[name], "pdf", width=200))
    assert picture.width / picture.height == pytest.approx(2, abs=0.02)
    for place, color in CORNERS.items():
        assert corner(picture, place) == pytest.approx(color, abs=10), place


def test_pdf_shows_transparency_tones_and_bits() -> None:
    for place, color in CORNERS.items():
        half = tuple((channel + 255) / 2 for channel in color)
        for name in ("png-alpha", "webp-alpha"):
            assert corner(seen(written(every_kind()[name], "pdf", width=200)), place) == pytest.approx(half, abs=10)
        grey = Pillow.new("RGB", (1, 1), color).convert("L").getpixel((0, 0))
        for name in ("png-grey", "jpeg-grey"):
            shown = corner(seen(written(every_kind()[name], "pdf", width=200)), place)
            assert shown == pytest.approx((grey,) * 3, abs=8)
        bit = 255 if isinstance(grey, int) and grey > 127 else 0
        for name in ("png-bits", "tiff-bits"):
            assert corner(seen(written(every_kind()[name], "pdf", width=200)), place) == (bit,) * 3
    assert corner(seen(written(every_kind()["png-16-bits"], "pdf", width=200)), "nw") == pytest.approx(
        (128,) * 3, abs=1
    )


def test_pdf_keeps_profiles() -> None:
    """A profile that exchanges red and green is obeyed by whoever draws the page."""
    import pikepdf

    source = Pillow.new("RGB", (40, 20), (200, 30, 30))
    for format in ("PNG", "JPEG", "TIFF"):
        buffer = io.BytesIO()
        source.save(buffer, format, icc_profile=swapped_profile())
        pdf = written(buffer.getvalue(), "pdf", width=200)
        red, green, _ = corner(seen(pdf), "nw")
        assert green > red + 50, format
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            (picture,) = opened.pages[0].Resources.XObject.values()
            assert picture.ColorSpace[1].read_bytes() == swapped_profile()


def test_pdf_holds_jpeg_data_as_they_are_turned_or_in_cmyk() -> None:
    for name in ("jpeg", "jpeg-progressive", "jpeg-turned", "jpeg-mirrored", "jpeg-cmyk-profile"):
        assert every_kind()[name] in written(every_kind()[name], "pdf"), name


def test_three_files_hold_the_picture_upright_and_in_place() -> None:
    for name in (*COLORED, "jpeg-cmyk-profile"):
        if "16" in name or name.startswith("avif"):
            continue
        for format in ("docx", "epub"):
            members = unpack(written(every_kind()[name], format))
            (data,) = (data for file, data in members.items() if re.search("/(media|images)/", file))
            picture = Pillow.open(io.BytesIO(data)).convert("RGBA").convert("RGB")
            for place, color in CORNERS.items():
                assert corner(picture, place) == pytest.approx(color, abs=75 if "profile" in name else 30), name


@pytest.mark.parametrize("name", DRAWINGS)
def test_word_gets_a_drawing_and_a_picture_of_it(name: str) -> None:
    members = unpack(written(DRAWINGS[name], "docx"))
    body = etree.fromstring(members["word/document.xml"])
    relations = etree.fromstring(members["word/_rels/document.xml.rels"])
    targets = {relation.get("Id"): relation.get("Target") for relation in relations}
    (blip,) = body.iterfind(".//a:blip", NAMESPACES)
    (svg,) = blip.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
    link = f"{{{NAMESPACES['r']}}}embed"
    assert members[f"word/{targets[blip.get(link)]}"].startswith(b"\x89PNG")
    assert b"<svg" in members[f"word/{targets[svg.get(link)]}"]
    assert b'ContentType="image/svg+xml"' in members["[Content_Types].xml"]


def test_word_takes_a_picture_without_description_for_an_ornament() -> None:
    for alt, count in (("", 1), ("说明", 0)):
        document = Document((para(Image("m", alt)),), Meta(title="图片"), {"m": Media("", every_kind()["png"])})
        body = unpack(write_document(composition(document), "docx"))["word/document.xml"]
        assert body.count(b"adec:decorative") == count


def test_books_get_the_drawing_itself() -> None:
    members = unpack(written(CHART, "epub"))
    (data,) = (data for file, data in members.items() if file.endswith(".svg"))
    assert "公文 chart".encode() in data
    assert not any(file.endswith(".png") for file in members)


def test_what_cannot_be_printed_leaves_its_description_in_all_three() -> None:
    for data, code in ((metafile("EMF"), "image-unsupported"), (every_kind()["jpeg"][:300], "image-unreadable")):
        for format in FORMATS:
            found = Report("test")
            made = written(data, format, findings=found)
            assert code in {d.code for d in found.diagnostics}
            if format != "pdf":
                text = b"".join(part for name, part in unpack(made).items() if name.endswith(("document.xml", "html")))
                assert "[图中内容]".encode() in text


def test_the_same_pictures_give_the_same_bytes() -> None:
    for name, data in (every_kind() | DRAWINGS).items():
        for format in FORMATS:
            assert written(data, format) == written(data, format), (name, format)
