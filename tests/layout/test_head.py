"""Letterheads measured on the first page of the PDF (GB/T 9704-2012 cl. 7.2 to 7.3.2), in mm from the sheet's edges."""

from __future__ import annotations

import functools
from typing import Any, NamedTuple

import pytest

from convert.measure import docx, pdf
from convert.model import Document, Meta
from convert.model.build import para
from convert.pipeline import write_document
from tests.measure.ruler import EM, LEFT, PITCH, RIGHT, TOP
from tests.specimens import SENTENCE, composition

CELL = 156 / 28
INK_TOP, AXIS = 72.0, 106.0
SIGNERS = ("周启明", "林若溪", "欧阳文清", "王五", "赵六七")
HEADS: dict[str, Any] = {"copy_number": "000001", "classification": "机密", "urgency": "特急"}
ONE_BLANK, TWO_BLANK = (10.4, 15.3), (20.8, 25.8)  # from edge to edge, an empty line of the grid
TITLES = ("关于安全生产的通知", "关于进一步加强全省安全生产工作坚决防范遏制重特大事故发生的通知")
NUMBER = "北应急〔2025〕20号"


class Page(NamedTuple):
    """What is measured: the lines of the first page from top to bottom, and the red rule."""

    lines: list[pdf.Line]
    rule: pdf.Stroke

    def line(self, words: str) -> pdf.Line:
        return next(line for line in self.lines if words in line.text)


@functools.cache
def written(signers: int, heads: tuple[str, ...], title: str, issuer: str, format: str) -> bytes:
    meta = Meta(
        title=title, issuers=(issuer,), number=NUMBER, signers=SIGNERS[:signers], **{name: HEADS[name] for name in heads},
    )  # fmt: skip
    document = Document((para("各市人民政府：", role="recipient"), para(SENTENCE * 3)), meta)
    return write_document(composition(document), format)


def measured(
    signers: int = 0, heads: tuple[str, ...] = (), title: str = TITLES[0], issuer: str = "北江省应急管理厅"
) -> Page:
    data = written(signers, heads, title, issuer, "pdf")
    lines = [line for line in pdf.read_lines(data) if line.page == 1 and not line.is_artifact]
    (rule,) = pdf.read_strokes(data)
    return Page(lines, rule)


def bottom(line: pdf.Line) -> float:
    return line.top + line.size * 25.4 / 72


@pytest.mark.parametrize("heads", [(), ("urgency",), ("copy_number", "urgency"), tuple(HEADS)])
def test_head_lines_stand_on_the_first_lines_and_leave_the_mark_where_it_is(heads: tuple[str, ...]) -> None:
    page = measured(heads=heads)
    for row, line in enumerate(page.lines[: len(heads)]):
        assert (line.top, line.left) == pytest.approx((TOP + row * PITCH, LEFT), abs=0.3)
    assert page.line("文件").ink[1] == pytest.approx(INK_TOP, abs=0.3)


@pytest.mark.parametrize("issuer", ["甲省", "北江省应急管理厅", "国家金融监督管理总局北江监管局安全生产委员会办公室"])
@pytest.mark.parametrize("title", TITLES)
def test_blank_lines_breathe_so_that_the_text_stands_on_the_grid(issuer: str, title: str) -> None:
    page = measured(title=title, issuer=issuer)
    marks = [line for line in page.lines if line.glyphs[0].color == "#e00000"]
    assert marks[0].ink[1] == pytest.approx(INK_TOP, abs=0.3)
    titles = [line for line in page.lines if line.size == 22]
    number, recipient = page.line(NUMBER), page.line("各市人民政府：")
    assert TWO_BLANK[0] <= number.top - bottom(marks[-1]) <= TWO_BLANK[1]
    assert TWO_BLANK[0] <= titles[0].top - page.rule.top <= TWO_BLANK[1]
    assert ONE_BLANK[0] <= recipient.top - bottom(titles[-1]) <= ONE_BLANK[1]
    row = (recipient.top - TOP) / PITCH
    assert row == pytest.approx(round(row), abs=0.03)


def test_the_rule_is_four_millimetres_below_the_number_and_as_wide_as_the_type_area() -> None:
    page = measured()
    half = page.rule.weight / 2 * 25.4 / 72
    assert page.rule.top - half - bottom(page.line(NUMBER)) == pytest.approx(4, abs=0.3)
    assert (page.rule.left, page.rule.right) == pytest.approx((LEFT, RIGHT), abs=0.1)
    assert page.rule.color == "#e00000"


def test_the_number_alone_stands_in_the_middle() -> None:
    line = measured().line(NUMBER)
    assert (line.left + line.right) / 2 == pytest.approx(AXIS, abs=0.3)


@pytest.mark.parametrize("signers", [1, 2, 3, 5])
def test_signers_stand_two_a_line_above_the_rule_and_the_number_beside_the_last(signers: int) -> None:
    page = measured(signers)
    rows = [page.line(name) for name in SIGNERS[:signers:2]]
    label = page.line("签发人：")
    assert label is rows[0]
    assert page.line(NUMBER) is rows[-1]
    assert rows[-1].left == pytest.approx(LEFT + CELL, abs=0.3)
    assert max(row.right for row in rows) == pytest.approx(RIGHT - CELL, abs=0.3)
    assert [row.top - rows[0].top for row in rows] == pytest.approx([n * PITCH for n in range(len(rows))], abs=0.05)
    starts = [
        next(glyph for glyph in row.glyphs if glyph.char == name[0]).left
        for row, name in zip(rows, SIGNERS[::2], strict=False)
    ]
    assert max(starts) - min(starts) < 0.1
    seconds = [next(g for g in page.line(name).glyphs if g.char == name[0]).left for name in SIGNERS[1:signers:2]]
    assert not seconds or max(seconds) - min(seconds) < 0.1
    assert TWO_BLANK[0] <= rows[0].top - bottom(page.line("文件")) <= TWO_BLANK[1]


@pytest.mark.parametrize("signers", [1, 2, 3, 5])
def test_labels_are_fangsong_and_names_kai(signers: int) -> None:
    """Cl. 7.2.6."""
    glyphs = [glyph for line in measured(signers).lines for glyph in line.glyphs]
    label = next(n for n, glyph in enumerate(glyphs) if glyph.char == "签")
    assert {glyph.font for glyph in glyphs[label : label + 4]} == {"FandolFang-Regular"}
    assert {glyph.font for glyph in glyphs[label + 4 : label + 7]} == {"FandolKai-Regular"}
    assert {round(glyph.size) for glyph in glyphs[label : label + 7]} == {16}
    assert pytest.approx(16 * 25.4 / 72) == EM


@pytest.mark.parametrize("signers", [0, 1, 3])
@pytest.mark.parametrize("title", TITLES)
def test_word_comes_back_to_its_grid_below_the_title(signers: int, title: str) -> None:
    """What paragraphs take up to the text is a whole number of the grid's lines, but for rounding."""
    blocks = docx.read_blocks(written(signers, (), title, "北江省应急管理厅", "docx"))
    end = next(n for n, block in enumerate(blocks) if block.text == "各市人民政府：")
    reach = 0.0
    for block in blocks[:end]:
        lines = block.text.count("\n") + 1
        rule = sum(border.weight for border in block.borders.values())
        reach += block.before + lines * block.pitch + block.after + rule
    assert reach / 29.6 == pytest.approx(round(reach / 29.6), abs=0.05)
