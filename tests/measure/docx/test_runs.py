"""Looks of characters read back from files that python-docx made."""

from __future__ import annotations

import io

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt, RGBColor

from convert.measure.docx import read_runs


def test_a_run_says_more_than_its_style_and_that_more_than_the_paragraph_s() -> None:
    word = docx.Document()
    style = word.styles.add_style("Loud", WD_STYLE_TYPE.CHARACTER)
    style.font.size, style.font.bold = Pt(20), True
    paragraph = word.add_paragraph("plain", "Heading 1")
    loud = paragraph.add_run("loud", "Loud")
    loud.font.color.rgb, loud.font.bold, loud.font.underline = RGBColor(0xC0, 0, 0), False, True
    buffer = io.BytesIO()
    word.save(buffer)
    first, second = read_runs(buffer.getvalue())
    assert (first.text, first.style, first.size, first.bold) == ("plain", "", 14, True)
    assert (second.style, second.size, second.bold, second.color) == ("Loud", 20, False, "#c00000")
    assert (first.underline, second.underline) == ("none", "single")
