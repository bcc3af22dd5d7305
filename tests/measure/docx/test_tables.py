"""Tables read back from files that python-docx made."""

from __future__ import annotations

import io

import docx
from docx.shared import Pt

from convert.measure.docx import read_tables


def test_spans_and_widths_are_read() -> None:
    word = docx.Document()
    made = word.add_table(3, 3)
    made.columns[0].width = Pt(50)
    made.cell(0, 0).merge(made.cell(0, 1)).text = "wide"
    made.cell(1, 2).merge(made.cell(2, 2)).text = "high"
    buffer = io.BytesIO()
    word.save(buffer)
    (table,) = read_tables(buffer.getvalue())
    assert table.widths[0] == 50
    assert [(cell.text, cell.span) for cell in table.rows[0].cells] == [("wide", 2), ("", 1)]
    assert [row.cells[-1].merged for row in table.rows] == ["", "restart", "continue"]
    assert not any(row.header for row in table.rows)
