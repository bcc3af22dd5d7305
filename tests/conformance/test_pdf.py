"""PDF/A-2a, PDF/UA-1 and plain soundness, by validators. And the validators themselves, by files broken on purpose."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Object, Pdf

from convert.layout.composition import Composition
from convert.model import Document, Meta
from convert.model.build import para
from convert.pipeline import write_document
from tests.conformance import verapdf
from tests.conformance.validators import needs_qpdf, needs_verapdf, qpdf_findings
from tests.specimens import composition, everything, letterhead, long_document, report_composition, sections

pytestmark = pytest.mark.conformance

FLAVOURS = ("2a", "ua1")
SPECIMENS: dict[str, Callable[[], Composition]] = {
    "report": report_composition,
    "everything": lambda: composition(everything()),
    "sections": lambda: composition(sections()),
    "letterhead": lambda: composition(letterhead()),
    "long": lambda: composition(long_document()),
    "empty": lambda: composition(Document()),
    "boxes": lambda: composition(Document((para("".join(map(chr, range(0x1F300, 0x1F500)))),), Meta(title="表情"))),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pdf")
    paths = {name: folder / f"{name}.pdf" for name in SPECIMENS}
    for name, path in paths.items():
        path.write_bytes(write_document(SPECIMENS[name](), "pdf"))
    return paths


@needs_verapdf
@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", SPECIMENS)
def test_files_comply(files: dict[str, Path], name: str, flavour: str) -> None:
    assert verapdf.failures(files[name], flavour) == {}


@needs_qpdf
@pytest.mark.parametrize("name", SPECIMENS)
def test_qpdf_finds_nothing(files: dict[str, Path], name: str) -> None:
    assert not qpdf_findings(files[name])


# --- files broken on purpose -----------------------------------------------------------------------------------------


def elements(pdf: Pdf, *types: str) -> list[Dictionary]:
    """The structure elements of some types, or all."""
    found = (o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Type") == Name.StructElem)
    return [element for element in found if not types or str(element.S)[1:] in types]


def without(key: str, *types: str) -> Callable[[Pdf], None]:
    """Take an entry from structure elements of some types."""

    def change(pdf: Pdf) -> None:
        for element in elements(pdf, *types):
            if key in element:
                del element[key]

    return change


def retagged(old: str, new: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for element in elements(pdf, old):
            element.S = Name(f"/{new}")

    return change


def metadata(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata.write(data.replace(old, new))

    return change


def content(pattern: bytes, new: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        stream = pdf.pages[0].Contents
        data = stream.read_bytes()
        changed = re.sub(pattern, new, data, count=1, flags=re.DOTALL)
        assert changed != data
        stream.write(changed)

    return change


def fonts(change: Callable[[Object], None]) -> Callable[[Pdf], None]:
    def each(pdf: Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            if font.Subtype == Name.Type0:
                change(font)

    return each


def unannotated(key: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for annotation in pdf.pages[0].Annots:
            del annotation[key]

    return change


def root(key: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        del pdf.Root[key]

    return change


def not_embedded(font: Object) -> None:
    descriptor = font.DescendantFonts[0].FontDescriptor
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def wrong_widths(font: Object) -> None:
    font.DescendantFonts[0].DW = 900


def no_unicode(font: Object) -> None:
    del font.ToUnicode


def no_glyph_map(font: Object) -> None:
    descendant = font.DescendantFonts[0]
    if "/CIDToGIDMap" in descendant:
        del descendant.CIDToGIDMap


def no_tab_order(pdf: Pdf) -> None:
    for page in pdf.pages:
        if "/Annots" in page:
            del page.Tabs


def lost_cell(pdf: Pdf) -> None:
    del elements(pdf, "TR")[1].K[0]


def script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def launch(pdf: Pdf) -> None:
    pdf.pages[0].Annots[0].A = Dictionary(S=Name.Launch, F="x")


def transparency(pdf: Pdf) -> None:
    pdf.pages[0].Resources.ExtGState = Dictionary(G=Dictionary(BM=Name.Darkenx))
    pdf.pages[0].Contents.write(b"/G gs " + pdf.pages[0].Contents.read_bytes())


def attachment(pdf: Pdf) -> None:
    pdf.attachments["x.bin"] = b"x"


BREAKS: dict[str, Callable[[Pdf], None]] = {
    "no language": root("/Lang"),
    "no title": metadata(b"dc:title", b"dc:titlx"),
    "no metadata": root("/Metadata"),
    "no PDF/UA identifier": metadata(b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "no PDF/A identifier": metadata(b"<pdfaid:part>2</pdfaid:part>", b""),
    "no extension schema": metadata(b"/pdfua/ns/id/</pdfaSchema", b"/pdfua/ns/xx/</pdfaSchema"),
    "no output intent": root("/OutputIntents"),
    "title not displayed": root("/ViewerPreferences"),
    "not marked as tagged": root("/MarkInfo"),
    "no structure": root("/StructTreeRoot"),
    "no alternative text": without("/Alt", "Figure"),
    "no header scope": without("/A", "TH"),
    "skipped heading level": retagged("H2", "H4"),
    "list item outside a list": retagged("L", "P"),
    "unknown structure type": retagged("Caption", "Foo"),
    "lost cell": lost_cell,
    "untagged text": content(rb"/P<</MCID \d+>>BDC(.*?)EMC", rb"\1"),
    "artifact in tagged content": content(rb"(/P<</MCID \d+>>BDC)(.*?EMC)", rb"\1 /Artifact BMC \2 EMC"),
    "device CMYK": content(rb"^", b"0 1 1 0 k "),
    "undefined glyph": content(rb"<....", b"<FFFE"),
    "font not embedded": fonts(not_embedded),
    "wrong widths": fonts(wrong_widths),
    "no ToUnicode": fonts(no_unicode),
    "no glyph map": fonts(no_glyph_map),
    "no link description": unannotated("/Contents"),
    "link without flags": unannotated("/F"),
    "link outside the structure": unannotated("/StructParent"),
    "no tab order": no_tab_order,
    "script": script,
    "launch": launch,
    "unknown blend mode": transparency,
    "attachment": attachment,
}


@needs_verapdf
@pytest.mark.parametrize("name", ["none", *BREAKS])
def test_a_broken_file_is_found(files: dict[str, Path], tmp_path: Path, name: str) -> None:
    """The control, saved again unbroken, passes; each break fails in one of the two standards."""
    path = tmp_path / "broken.pdf"
    with pikepdf.open(files["everything"]) as pdf:
        if name != "none":
            BREAKS[name](pdf)
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    found = {**verapdf.failures(path, "2a"), **verapdf.failures(path, "ua1")}
    assert bool(found) == (name != "none"), found
