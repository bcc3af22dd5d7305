"""The mark of several issuers (GB/T 9704-2012 cl. 7.2.4) in the three outputs, measured from the finished files."""

from __future__ import annotations

import functools

import pytest

from convert.diagnostics import Report
from convert.measure import docx, epub, pdf
from convert.model import Document, Group, Meta
from convert.model.build import para
from convert.pipeline import write_document
from convert.readers.docx import read
from convert.reading.source import Source
from tests.specimens import SENTENCE, composition

NAMES = (
    "北江省应急管理厅", "北江省教育厅", "北江省总工会", "北江省广播电视局", "中共北江省委宣传部",
    "北江省住房和城乡建设厅", "北江省公安厅", "北江省交通运输厅", "国家矿山安全监察局北江局",
)  # fmt: skip
AXIS, LEFT, RIGHT = 106.0, 28.0, 184.0  # cl. 5.2.1
INK_TOP = 72.0


def document(count: int) -> Document:
    meta = Meta(title="关于安全生产工作的通知", issuers=NAMES[:count], number="北应急〔2025〕20号")
    return Document((para("各市人民政府：", role="recipient"), para(SENTENCE * 5)), meta)


@functools.cache
def written(count: int, format: str) -> bytes:
    return write_document(composition(document(count)), format)


def marks(count: int) -> list[pdf.Line]:
    lines = pdf.read_lines(written(count, "pdf"))
    return [line for line in lines if line.page == 1 and line.glyphs[0].color == "#e00000"]


@pytest.mark.parametrize("count", [2, 4, 9])
def test_names_fill_one_measure_and_the_ending_stands_in_their_middle(count: int) -> None:
    (*names, ending) = sorted(marks(count), key=lambda line: line.text == "文件")
    assert [line.text for line in names] == list(NAMES[:count])
    assert {round(line.left, 1) for line in names} == {round(names[0].left, 1)}
    assert {round(line.right, 1) for line in names} == {round(names[0].right, 1)}
    assert ending.left > names[0].right
    assert ending.baseline == pytest.approx((names[0].baseline + names[-1].baseline) / 2, abs=0.1)
    assert (names[0].left + ending.right) / 2 == pytest.approx(AXIS, abs=0.3)
    assert names[0].left >= LEFT - 0.3
    assert ending.right <= RIGHT + 0.3


@pytest.mark.parametrize("count", [2, 4, 9])
def test_the_ink_of_the_first_name_begins_where_the_standard_has_it(count: int) -> None:
    assert marks(count)[0].ink[1] == pytest.approx(INK_TOP, abs=0.3)


@pytest.mark.parametrize("count", [2, 4, 9])
def test_the_first_page_shows_text(count: int) -> None:
    """Cl. 7.3.3."""
    lines = [line for line in pdf.read_lines(written(count, "pdf")) if line.page == 1 and not line.is_artifact]
    assert sum(line.text[:4] in SENTENCE for line in lines) >= 1


@pytest.mark.parametrize("count", [2, 4, 9])
def test_all_outputs_say_the_same_in_the_same_order(count: int) -> None:
    wanted = "".join((*NAMES[:count], "文件", "北应急〔2025〕20号"))
    for read_text, format in ((pdf.read_text, "pdf"), (docx.read_text, "docx"), (epub.read_text, "epub")):
        assert "".join(read_text(written(count, format)).split()).startswith(wanted), format


def test_word_has_a_table_without_rules() -> None:
    (table,) = docx.read_tables(written(3, "docx"))
    assert [len(row.cells) for row in table.rows] == [2]
    assert not any(table.rules.values())
    found = [block for block in docx.read_blocks(written(3, "docx")) if block.color == "#e00000"]
    assert [block.align for block in found] == ["distribute"] * 3 + ["left"]
    assert {block.before for block in found} == {0.0}


@pytest.mark.parametrize("count", [2, 4, 9])
def test_word_comes_back_to_its_grid_below_it(count: int) -> None:
    """The row is as high as its names are; what stands up to the text is a whole number of the grid's lines."""
    blocks = docx.read_blocks(written(count, "docx"))
    end = next(n for n, block in enumerate(blocks) if block.text == "各市人民政府：")
    reach = 0.0
    for block in blocks[:end]:
        if block.text != "文件":
            reach += block.before + (block.text.count("\n") + 1) * block.pitch + block.after
            reach += sum(border.weight for border in block.borders.values())
    assert reach / 29.6 == pytest.approx(round(reach / 29.6), abs=0.1)


def test_what_word_was_given_is_read_again() -> None:
    again = read(Source(written(3, "docx"), "again.docx"), Report("again.docx"))
    head = again.blocks[0]
    assert isinstance(head, Group)
    assert head.role == "letterhead"
    (joint,) = (block for block in head.children if isinstance(block, Group))
    assert joint.role == "joint"
    assert [block.role for block in joint.children] == ["issuer", "issuer", "issuer", "issuer-ending"]
    twice = write_document(composition(again), "docx")
    assert docx.read_text(twice) == docx.read_text(written(3, "docx"))


def test_a_book_sets_the_ending_beside_the_names() -> None:
    elements = epub.read_elements(written(2, "epub"))
    joint = next(each for each in elements if each.attributes.get("class", "") == "group-joint")
    assert joint.styles["display"] == "flex"
    names = [each for each in elements if each.name == "p" and each.text in NAMES]
    assert {each.styles["text-align-last"] for each in names} == {"justify"}
