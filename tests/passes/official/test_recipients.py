"""主送机关 (GB/T 9704-2012 cl. 7.3.2): below the title, or in the imprint."""

from __future__ import annotations

import pytest

from convert.config import Options
from convert.diagnostics import Report
from convert.layout.composition import Composition
from convert.measure import docx, epub, pdf
from convert.model import Block, Document, Group, Meta, Note, Para, Strong, Text
from convert.model.build import heading, para
from convert.model.walk import plain
from convert.passes.official import arrange
from convert.pipeline import compose, write_document
from convert.style.compute import read_sheet

TITLE = para("关于做好工作的通知", role="title")
TEXT = para("现将有关事项通知如下。")
MANY = tuple(f"某省第{number}应急管理局" for number in range(80))
OPTIONS = Options(fonts="bundled")


def made(*blocks: Block, report: Report | None = None, **meta: object) -> Composition:
    document = Document(blocks, Meta(**meta))  # type: ignore[arg-type]
    return compose(document, "a.md", OPTIONS, report or Report("a.md"))


def shown(composition: Composition) -> list[tuple[str, str]]:
    """The paragraphs with their roles."""
    sheet, found = composition.sheet, composition.document.blocks
    flat = [inner for block in found for inner in (block.children if isinstance(block, Group) else (block,))]
    return [(sheet.base_role(block.role), plain(block)) for block in flat if isinstance(block, Para)]


def test_those_of_the_metadata_stand_below_the_title() -> None:
    found = shown(made(TITLE, para("副题", role="subtitle"), TEXT, recipients=("各市应急管理局", "省属重点企业：")))
    assert [role for role, _ in found] == ["title", "subtitle", "recipient", ""]
    assert found[2][1] == "各市应急管理局，省属重点企业："


@pytest.mark.parametrize("typed", ["各市：", "各位代表："])
def test_those_of_the_text_are_not_said_again(typed: str) -> None:
    found = shown(made(TITLE, para(typed, role="recipient"), TEXT, recipients=("各县",)))
    assert found[1] == ("recipient", typed)
    assert len(found) == 3


def test_what_was_inferred_is_not_said_again() -> None:
    found = shown(made(TITLE, TEXT, recipients=("各县",), inferred=("recipients",)))
    assert [role for role, _ in found] == ["title", ""]


def test_so_many_that_the_first_page_shows_no_text_move_to_the_imprint() -> None:
    report = Report("a.md")
    composition = made(TITLE, TEXT, report=report, recipients=MANY, cc=("某厅",))
    assert shown(composition) == [
        ("title", "关于做好工作的通知"),
        ("", "现将有关事项通知如下。"),
        ("imprint-recipient", f"主送：{'，'.join(MANY)}。"),
        ("cc", "抄送：某厅。"),
    ]
    assert [found.code for found in report.diagnostics if found.code.startswith("recipients")] == ["recipients-moved"]
    assert any("现将" in line.text and line.page == 1 for line in pdf.read_lines(write_document(composition, "pdf")))
    for words in (
        docx.read_text(write_document(composition, "docx")),
        epub.read_text(write_document(composition, "epub")),
    ):
        assert words.index("现将") < words.index("主送：") < words.index("抄送：")


def test_typed_ones_move_with_their_marks() -> None:
    typed = Para((Text("各市，"), Strong((Text("，".join(MANY)),)), Text("：")), role="recipient")
    found = shown(made(TITLE, typed, TEXT))
    assert found[-1] == ("imprint-recipient", f"主送：各市，{'，'.join(MANY)}。")


def test_typed_in_two_paragraphs_have_one_label() -> None:
    half = "，".join(MANY)
    found = shown(made(TITLE, para(f"{half}，", role="recipient"), para("各县：", role="recipient"), TEXT))
    assert [words[:3] + words[-2:] for role, words in found if role == "imprint-recipient"] == [
        "主送：局，",
        "各县。县。",
    ]


def test_a_few_stay_wherever_the_text_begins() -> None:
    """A title that fills the page is no reason."""
    title = para("关于做好工作的通知" * 60, role="title")
    assert ("recipient", "各市：") in shown(made(title, para("各市：", role="recipient"), TEXT))


def test_a_style_may_keep_them_where_they_are() -> None:
    options = Options(fonts="bundled", settings=("imprint.shows=['cc']",))
    document = Document((TITLE, TEXT), Meta(recipients=MANY))
    composition = compose(document, "a.md", options, Report("a.md"))
    assert [role for role, _ in shown(composition)] == ["title", "recipient", ""]


def test_a_report_in_english_has_none_of_it() -> None:
    options = Options(fonts="bundled", style="report")
    meta = Meta(recipients=("All offices",), cc=("Archive",), printing_office="Press", printing_date="2025-06-24")
    report = Report("a.md")
    composition = compose(Document((TITLE, TEXT), meta), "a.md", options, report)
    assert [role for role, _ in shown(composition)] == ["title", ""]
    assert [found.args["field"] for found in report.diagnostics if found.code == "imprint-unshown"] == [
        "cc",
        "printing_office, printing_date",
    ]


def test_what_is_not_printed_is_not_laid_out() -> None:
    note = Note((para("注"),))
    document = Document((TITLE, para("各市：", note, role="recipient"), TEXT), Meta(recipients=MANY))
    assert compose(document, "a.md", OPTIONS, Report("a.md"), ("json",)).document == document


def test_without_a_title_they_stand_behind_the_heading_that_opens_the_text() -> None:
    head = para("机密", role="classification")
    sheet = read_sheet("gbt9704")
    for above in ((heading(1, "第一篇"),), (head, heading(1, "年度报告"))):
        placed, _ = arrange(Document((*above, TEXT), Meta(recipients=("各单位",))), sheet, Report())
        assert [plain(block) for block in placed.blocks][-3:] == [plain(above[-1]), "各单位：", plain(TEXT)]
