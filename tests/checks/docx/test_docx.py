"""Facts of Word files: elements with their looks, pages as sections declare them, numbers at their feet."""

from __future__ import annotations

import pytest

from convert.checks.docx import measure
from convert.checks.facts import Facts
from convert.config import Options
from convert.diagnostics import Report
from convert.kit.ooxml import declarations
from convert.pipeline import read_document
from tests.readers.docx.packages import package

SECTION = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1984" w:left="1587" w:right="1474" w:footer="1587"/>'
FACE = '<w:rFonts w:eastAsia="仿宋_GB2312" w:ascii="Times New Roman"/><w:sz w:val="32"/>'
EXACT = '<w:spacing w:line="560" w:lineRule="exact"/>'


def p(text: str, properties: str = EXACT, run: str = FACE) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def facts(body: str, section: str = SECTION, feet: dict[str, str] | None = None, settings: str = "") -> Facts:
    refers, parts = {}, {}
    for kind, content in (feet or {}).items():
        refers[f"foot-{kind}"] = ("footer", f"footer{kind}.xml")
        section = f'<w:footerReference w:type="{kind}" r:id="foot-{kind}"/>' + section
        parts[f"word_footer{kind}_xml"] = f"<w:ftr {declarations('w', 'r')}>{content}</w:ftr>"
    if settings:
        parts["word_settings_xml"] = f"<w:settings {declarations('w')}>{settings}</w:settings>"
    data = package(f"{body}<w:sectPr>{section}</w:sectPr>", refers, **parts)
    document = read_document(data, "a.docx", Options(repair="off"), Report())
    return measure(data, "a.docx", document)


def test_elements_have_the_roles_of_the_document_and_the_looks_of_the_file() -> None:
    measured = facts(
        p(
            "关于开展检查的通知",
            '<w:jc w:val="center"/>' + EXACT,
            '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>',
        )
        + p("各市人民政府：")
        + p("现将有关事项通知如下，请认真贯彻执行。", '<w:ind w:firstLineChars="200"/>' + EXACT)
    )
    title, recipient, body = measured.elements
    assert [each.role for each in measured.elements] == ["title", "recipient", "body"]
    assert (title.align, title.size, title.runs[0].face) == ("center", 22, "方正小标宋简体")
    assert (recipient.indent, body.indent, body.left) == (0, 2, 0)
    assert measured.pitch == 28
    assert measured.cells == 27


def test_gaps_count_blank_paragraphs_and_what_lies_around_the_characters() -> None:
    measured = facts(p("甲") + p("", run="") + p("乙，正文在此。") + p("丙", '<w:spacing w:line="300"/>'))
    assert measured.elements[1].gap == pytest.approx((12 + 28) * 25.4 / 72, abs=0.01)
    assert measured.elements[2].pitch == pytest.approx(26)  # an estimate: 1.25 times a single line


def test_grids_give_the_leading_and_the_characters_of_a_line() -> None:
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>'
    measured = facts(p("各地要认真贯彻执行。", ""), SECTION + grid)
    assert measured.pitch == pytest.approx(28.95)
    assert measured.cells == 28


def test_typed_blanks_indent() -> None:
    assert facts(p("　　各地要认真贯彻执行。")).elements[0].indent == 2


def test_pages_are_those_of_the_section() -> None:
    page = facts(p("各地要认真贯彻执行。")).pages[0]
    margins = (page.top, page.bottom, page.left, page.right)
    assert margins == pytest.approx((37, 35, 28, 26), abs=0.01)
    assert page.leading == pytest.approx(6 * 25.4 / 72)
    assert page.label is None


def number(align: str, indent: str = "") -> str:
    return p(
        "— 1 —", f'<w:jc w:val="{align}"/>{indent}', '<w:rFonts w:eastAsia="宋体" w:ascii="宋体"/><w:sz w:val="28"/>'
    )


def test_numbers_of_odd_and_even_pages_have_their_sides() -> None:
    feet = {
        "default": number("right", '<w:ind w:rightChars="100"/>'),
        "even": number("left", '<w:ind w:leftChars="100"/>'),
    }
    odd, even = (page.label for page in facts(p("甲。"), feet=feet, settings="<w:evenAndOddHeaders/>").pages)
    assert odd and even
    assert (odd.right, even.indent) == (1, 1)
    assert odd.indent == pytest.approx(31.6 - 3.5 - 1, abs=0.6)
    assert (odd.page, even.page) == (1, 2)


def test_a_number_that_all_pages_share_is_that_of_even_ones_too() -> None:
    odd, even = (page.label for page in facts(p("甲。"), feet={"default": number("center")}).pages)
    assert odd and even
    assert odd.indent == odd.right == even.right


def test_a_frame_at_the_outside_changes_sides() -> None:
    frame = '<w:framePr w:wrap="around" w:xAlign="outside"/>'
    odd, even = (page.label for page in facts(p("甲。"), feet={"default": p("1", frame)}).pages)
    assert odd and even
    assert (odd.align, even.align) == ("right", "left")


def test_the_line_of_a_number_is_as_far_from_the_sheets_edge_as_its_footer() -> None:
    (label, *_) = (page.label for page in facts(p("甲。"), feet={"default": number("right")}).pages)
    assert label
    assert label.lines[0].ink.middle == pytest.approx(297 - 28 - 0.65 * 14 * 25.4 / 72, abs=0.05)
