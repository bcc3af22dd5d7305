"""Sections stand where there can be pages of their own."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.model import Cell, Column, Document, Group, Note, Row, Table
from convert.model.build import para
from convert.model.dump import dump
from convert.passes.sections import keep_sections_out
from convert.style.compute import read_sheet

SHEET = read_sheet("gbt9704")


def test_in_cells_boxes_and_notes_their_blocks_stay_and_it_is_told() -> None:
    wide = Group((para("宽"),), role="landscape")
    table = Table((Column(),), body=(Row((Cell((Group((wide,)),)),)),))
    document = Document(
        (
            wide,
            table,
            para("文", Note((wide,))),
            Group((wide,), role="boxed"),
            Group((wide,)),
            Group((wide,), role="imprint"),
        )
    )
    report = Report("test")
    kept = keep_sections_out(document, SHEET, report)
    assert [d.code for d in report.diagnostics] == ["section-nested"] * 4
    assert dump(kept).count("role=landscape") == 2
    assert kept.blocks[0] is wide
    assert dump(kept).count("宽") == 6


def test_without_sections_nothing_changes() -> None:
    document = Document((para("文"), Group((para("框"),), role="boxed")))
    assert keep_sections_out(document, SHEET, Report("test")) is document
