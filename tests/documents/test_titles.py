"""Titles of several lines: the same breaks in the three finished files, read back from each."""

from __future__ import annotations

from typing import Any

import pytest

from convert.config import Options
from convert.diagnostics import Report
from convert.measure import docx, pdf
from convert.passes.title_lines import balance
from convert.pipeline import convert_bytes
from tests.passes.test_title_breaks import MEASURE, TITLES, title

SIZE = 22  # pt: 2号


def in_pdf(data: bytes) -> list[str]:
    return [line.text for line in pdf.read_lines(data) if not line.is_artifact and round(line.size) == SIZE]


def in_word(data: bytes) -> list[str]:
    return next(block for block in docx.read_blocks(data) if block.size == SIZE).text.split("\n")


def in_book(data: bytes) -> list[str]:
    """As a page has them that is wide enough: what stands between the elements that break lines."""
    from lxml import etree

    from convert.kit.archive import unpack

    page = next(part for name, part in unpack(data).items() if name.endswith("title.xhtml"))
    lines = [""]
    heading: Any = etree.fromstring(page).find(".//{*}h1")
    for event, element in etree.iterwalk(heading, events=("start", "end")):
        if event == "start" and etree.QName(element).localname == "br":
            assert element.get("class") == "balance"
            lines.append("")
        lines[-1] += (element.text if event == "start" else element.tail if element is not heading else "") or ""
    return lines


@pytest.mark.parametrize("entry", TITLES[::8], ids=title)
def test_breaks_are_the_same_in_the_three_files(entry: dict[str, Any]) -> None:
    source = f"# {title(entry)}\n\n各单位：\n\n这是正文，这是正文。\n"
    made = convert_bytes(source.encode(), "x.md", ("pdf", "docx", "epub"), Options(fonts="bundled"), Report())
    lines = balance(title(entry), MEASURE)
    assert len(lines) > 1
    assert in_pdf(made["pdf"]) == in_word(made["docx"]) == [line.strip() for line in in_book(made["epub"])] == lines
