"""The pages measured from the finished file: page, grid, edges, page numbers. And the ruler measured by wrong pages."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from convert.measure.pdf import page_sizes, read_lines, read_tags, read_text
from convert.model import Document
from convert.model.build import para
from convert.pipeline import write_document
from tests.measure.ruler import line_deviations, number_deviations, page_deviations, rows, text_left, text_right
from tests.specimens import SENTENCE, composition, everything, long_document, report_composition

_MM = 72 / 25.4


@pytest.fixture(scope="module")
def report() -> bytes:
    return write_document(report_composition(), "pdf")


def deviations(data: bytes) -> list[str]:
    """All that a print shop would send back."""
    lines = read_lines(data)
    return [*page_deviations(page_sizes(data)), *line_deviations(lines), *number_deviations(lines)]


def test_the_report_measures_as_the_standard_says(report: bytes) -> None:
    assert deviations(report) == []
    lines = read_lines(report)
    assert rows(lines, 2) == 22
    full = [line for line in lines if line.page == 2 and not line.is_artifact][:22]
    assert sum(len(line.text) == 28 for line in full) > 5


def test_full_pages_of_plain_text_have_22_lines_of_28_characters() -> None:
    data = write_document(composition(long_document()), "pdf")
    lines = read_lines(data)
    pages = len(page_sizes(data))
    assert deviations(data) == []
    assert pages > 5
    assert [rows(lines, page) for page in range(2, pages)] == [22] * (pages - 2)
    assert {round(text_left(line)) for line in lines if line.size == 16} == {28, 39}
    assert max(text_right(line) for line in lines) == pytest.approx(184, abs=0.3)


def shifted(x: float, y: float, scale: float = 1) -> Callable[[bytes], bytes]:
    """Move (mm) and scale everything on the first page."""

    def change(data: bytes) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            page = pdf.pages[0]
            move = f"{scale} 0 0 {scale} {x * _MM:.3f} {y * _MM:.3f} cm\n".encode()
            page.Contents = pdf.make_stream(move + page.Contents.read_bytes())
            pdf.save(out)
        return out.getvalue()

    return change


@pytest.mark.parametrize(
    "change",
    [shifted(1, 0), shifted(-1, 0), shifted(0, 1), shifted(0, -1), shifted(0, 0, 1.01)],
    ids=["right", "left", "up", "down", "larger"],
)
def test_a_shift_of_one_millimetre_is_found(report: bytes, change: Callable[[bytes], bytes]) -> None:
    assert deviations(change(report))


def test_other_paper_is_found(report: bytes) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(report)) as pdf:
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 612, 792])  # US Letter
        pdf.save(out)
    assert any("page 1" in deviation for deviation in deviations(out.getvalue()))


def test_tags_tell_what_things_are() -> None:
    root = read_tags(write_document(composition(everything()), "pdf"))
    (document,) = root.children
    kinds = [tag.type for tag in document.walk()]
    assert kinds[:3] == ["Document", "H1", "H2"]
    assert {
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "Caption",
        "Figure",
        "Link",
        "BlockQuote",
        "Code",
    } < set(kinds)
    table = next(tag for tag in document.walk() if tag.type == "Table")
    assert [child.type for child in table.children] == ["Caption", "TR", "TR", "TR", "TR"]
    assert [[cell.text for cell in row.children] for row in table.children[1:3]] == [["单位", "情况"], ["数量", "备注"]]
    assert [tag.alt for tag in document.walk() if tag.type == "Figure"] == ["红色方块", "半透明", "照片"]
    section = next(tag for tag in document.walk() if tag.type == "Sect")
    assert section.lang == "en"
    assert section.text.endswith(SENTENCE)


def test_a_file_without_tags_is_told_apart(report: bytes) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(report)) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(out)
    with pytest.raises(ValueError, match="not a tagged PDF"):
        read_tags(out.getvalue())


def test_a_hyphen_at_a_line_s_end_is_one() -> None:
    text = "".join(f"non-infringement{'s' * n}-" for n in range(60))
    assert read_text(write_document(composition(Document((para(text),))), "pdf")) == text
