"""DOCX by the OpenXML SDK's validator, and its pages as LibreOffice sets them in the official faces' stand-ins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from convert.kit.archive import unpack
from convert.kit.packing import pack
from convert.layout.composition import Composition
from convert.measure.pdf import Line, page_sizes, read_glyphs, read_lines
from convert.model import Document, Group, Meta
from convert.model.build import para
from convert.pipeline import write_document
from tests.conformance.office import needs_office, print_docx
from tests.conformance.validators import needs_openxml, openxml_errors
from tests.specimens import SENTENCE, composition, everything, letterhead, long_document, report_composition, sections

pytestmark = pytest.mark.conformance

SPECIMENS: dict[str, Callable[[], Composition]] = {
    "report": report_composition,
    "everything": lambda: composition(everything()),
    "sections": lambda: composition(sections()),
    "letterhead": lambda: composition(letterhead()),
    "long": lambda: composition(long_document()),
    "empty": lambda: composition(Document()),
    "described": lambda: composition(
        Document(
            (),
            Meta(title="题" * 300, description="述" * 300, source="甲", extra={"来源": "乙", "Key": "v", "key": "w"}),
        )
    ),
}


@needs_openxml
@pytest.mark.parametrize("name", SPECIMENS)
def test_the_openxml_sdk_finds_nothing(name: str, tmp_path: Path) -> None:
    assert openxml_errors(write_document(SPECIMENS[name](), "docx"), tmp_path) == []


@needs_openxml
@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", b'<w:jc w:val="center"/>', b'<w:jc w:val="middle"/>'),
        ("word/styles.xml", b"<w:keepNext/>", b"<w:keepNext/><w:keepNext/>"),
        ("word/settings.xml", b"<w:evenAndOddHeaders/>", b""),
        ("word/numbering.xml", b"<w:lvlText", b"<w:levelText"),
    ],
)
def test_the_openxml_sdk_finds_what_is_broken(part: str, old: bytes, new: bytes, tmp_path: Path) -> None:
    made = composition(everything())
    members = unpack(write_document(made, "docx"))
    assert old in members[part]
    members[part] = members[part].replace(old, new, 1)
    broken = openxml_errors(pack(members.items(), made.timestamp), tmp_path)
    assert bool(broken) == bool(new), broken  # leaving a setting out is no error: the control


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], bytes]:
    """Prints a DOCX by LibreOffice with the bundled faces under the official names."""
    folder = tmp_path_factory.mktemp("office")
    return lambda data: print_docx(data, folder)


def text_lines(lines: list[Line], page: int) -> list[Line]:
    """The lines of text of a page, its number left out."""
    return [line for line in lines if line.page == page and not line.text.startswith("—")]


@needs_office
def test_the_report_has_as_many_pages_as_the_pdf(printed: Callable[[bytes], bytes]) -> None:
    made = report_composition()
    office = printed(write_document(made, "docx"))
    assert len(page_sizes(office)) == len(page_sizes(write_document(made, "pdf"))) == 3
    lines = read_lines(office)
    assert len(text_lines(lines, 2)) == 22
    assert "".join(line.text for line in lines if not line.text.startswith("—")) == "".join(
        line.text for line in read_lines(write_document(made, "pdf")) if not line.is_artifact
    )


@needs_office
def test_full_pages_have_22_lines_of_28_characters(printed: Callable[[bytes], bytes]) -> None:
    made = composition(long_document())
    office = printed(write_document(made, "docx"))
    pages = len(page_sizes(office))
    lines = read_lines(office)
    assert pages == len(page_sizes(write_document(made, "pdf")))
    assert {len(text_lines(lines, page)) for page in range(2, pages)} == {22}
    assert max(len(line.text) for line in lines) == 28
    body = text_lines(lines, 2)
    assert min(line.left for line in body) == pytest.approx(28, abs=0.3)
    assert max(line.right for line in body) == pytest.approx(184, abs=0.5)
    assert body[0].top == pytest.approx(37, abs=1.2)  # LibreOffice places the em box by the face's own ascent
    assert body[-1].top + 5.6 == pytest.approx(262, abs=1.2)


@needs_office
def test_page_numbers_stand_7_mm_below_the_type_area(printed: Callable[[bytes], bytes]) -> None:
    lines = read_lines(printed(write_document(composition(long_document(30)), "docx")))
    numbers = [line for line in lines if line.text.startswith("—")]
    assert [line.text for line in numbers] == [f"—{n}—" for n in range(1, len(numbers) + 1)]
    for line in numbers:
        assert line.glyphs[0].middle == pytest.approx(269, abs=1)
        inset = 14 * 25.4 / 72
        edge, expected = (line.right, 184 - inset) if line.page % 2 else (line.left, 28 + inset)
        assert edge == pytest.approx(expected, abs=0.5)


@needs_office
def test_pages_across_stand_where_the_pdf_has_them(printed: Callable[[bytes], bytes]) -> None:
    """The page number stays on the sheet's foot, which is the left edge of a page that is read across."""
    across = Group((para(SENTENCE * 20),), role="landscape")
    made = composition(Document((para("甲"), across, para("乙"), Group((across,)))))
    office, pdf = printed(write_document(made, "docx")), write_document(made, "pdf")
    assert [tuple(map(round, size)) for size in page_sizes(office)] == [
        tuple(map(round, size)) for size in page_sizes(pdf)
    ]
    for page, (width, height) in enumerate(page_sizes(pdf), 1):
        if width > height:
            numbers = [[g for g in read_glyphs(data) if g.page == page and g.left < 30] for data in (office, pdf)]
            assert ["".join(g.char for g in glyphs) for glyphs in numbers] == [f"—{page}—"] * 2
            for one, other in zip(*numbers, strict=True):
                assert one.middle == pytest.approx(other.middle, abs=1)
                assert one.left == pytest.approx(other.left, abs=1)
