"""Columns of numbers aligned by the decimal point, in the three outputs."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from convert.kit.archive import unpack
from convert.kit.ooxml import NAMESPACES
from convert.layout.composition import Composition
from convert.layout.numbers import decimals
from convert.layout.result import Line
from convert.model import Cell, Column, Document, Row, Table
from convert.model.build import para
from convert.model.nodes import Align
from convert.pipeline import write_document
from convert.style.compute import read_sheet
from tests.layout.composing import lines_of, words
from tests.specimens import composition

LOOK = read_sheet("gbt9704").tables.looks["three-line"]
NUMBERS = ("12.50", "3.125", "−100%", "1,234", "—")


def table(*numbers: str, role: str = "three-line", align: Align = "") -> Table:
    rows = tuple(Row((Cell((para("甲"),)), Cell((para(number),)))) for number in numbers)
    return Table(
        (Column(0.3), Column(0.7, align)),
        head=(Row((Cell((para("单位"),)), Cell((para("数"),)))),),
        body=rows,
        role=role,
    )


def made(*numbers: str) -> Composition:
    return composition(Document((table(*numbers, align="right"),)))


@pytest.mark.parametrize(
    ("numbers", "role", "align", "found"),
    [
        (("1", "2.5"), "three-line", "", 2),
        (("1", "2.5", "—", ""), "three-line", "right", 2),
        (("1", "2.5"), "three-line", "left", 0),
        (("1", "2.5"), "grid", "", 0),
        (("1", "约2.5"), "three-line", "", 0),
        (("1", "2025年"), "three-line", "", 0),
        (("2025-01-02", "2025-01-03"), "three-line", "", 0),
    ],
)  # fmt: skip
def test_only_columns_of_numbers_are_aligned(numbers: tuple[str, ...], role: str, align: Align, found: int) -> None:
    look = read_sheet("gbt9704").tables.looks[role]
    assert len(decimals(table(*numbers, role=role, align=align), look)) == found


def right_of_point(line: Line) -> float:
    """Where the point is, or would be: behind the digits of the whole number."""
    text = words(line)
    digits = re.match(r"[−\d,]+", text)
    assert digits
    width = {",": 0.25, "−": 0.564}  # em, of Liberation Serif, whose digits are half an em wide
    return line.x + 12 * sum(width.get(char, 0.5) for char in digits[0])


def test_points_stand_below_each_other_on_pages() -> None:
    (page,) = made(*NUMBERS).pages.pages
    lines = {words(line): line for line in lines_of(page)}
    points = [right_of_point(lines[number]) for number in NUMBERS[:-1]]
    assert max(points) - min(points) < 0.3
    middle = lines["数"].x + lines["数"].width / 2
    assert lines["—"].x + lines["—"].width / 2 == pytest.approx(middle, abs=0.1)
    left, right = min(lines[n].x for n in NUMBERS[:-1]), max(lines[n].x + lines[n].width for n in NUMBERS[:-1])
    assert (left + right) / 2 == pytest.approx(middle, abs=1)


def test_word_has_a_decimal_tab_and_books_room_at_the_sides() -> None:
    text = etree.fromstring(unpack(write_document(made(*NUMBERS), "docx"))["word/document.xml"])
    stops = text.xpath("//w:tc/w:p/w:pPr/w:tabs/w:tab[@w:val='decimal']/@w:pos", namespaces=NAMESPACES)
    assert len(stops) == 4 and len(set(stops)) == 1
    assert set(text.xpath("//w:p[w:pPr/w:tabs]/w:pPr/w:jc/@w:val", namespaces=NAMESPACES)) == {"left"}
    page = unpack(write_document(made(*NUMBERS), "epub"))["EPUB/content-1.xhtml"].decode()
    rooms = [
        (float(right), float(left), number)
        for right, left, number in re.findall(r'style="padding:0 ([\d.]+)ch 0 ([\d.]+)ch">([^<]+)<', page)
    ]
    widths = [
        right + left + sum({".": 0.5, ",": 0.5, "−": 1.12, "%": 1.65}.get(c, 1) for c in n) for right, left, n in rooms
    ]
    assert len(rooms) == 4
    assert max(widths) - min(widths) < 0.02, "all as wide as the widest: what is in the middle is aligned"
