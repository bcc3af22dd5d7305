from __future__ import annotations

from pathlib import Path

import pytest

from convert.cli.inspection import edit_lines
from convert.diagnostics import Report
from convert.edits import Edit, EditLog, Stage
from convert.readers.text import read
from convert.reading.source import Source
from tests.cli.running import triptych


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_an_edit_is_placed_by_line_and_column_in_any_encoding(encoding: str) -> None:
    source = "第一行文字在这里。\n\n第二行有\x07控制符的文字。\n".encode(encoding)
    report = Report("a")
    read(Source(source), report)
    places = [line.split()[0] for line in edit_lines(report.edits, source) if "control" in line or "\\x07" in line]
    assert places == ["3:5"]


def test_an_edit_without_bytes_in_the_source_has_no_place() -> None:
    log = EditLog(
        stages=[Stage("glyphs", (Edit("glyph", -1, -1, 0, "會", "会"), Edit("glyph", 40, 43, 1, "議", "议")))]
    )
    assert list(edit_lines(log, b"")) == [
        "glyphs: 2",
        "  -         glyph           “會” → “会”",
        "  @40       glyph           “議” → “议”",
    ]


def test_long_edits_are_cut_and_line_ends_shown() -> None:
    log = EditLog(stages=[Stage("credits", (Edit("credits", -1, -1, 0, "\n" + "字" * 60, ""),))])
    assert list(edit_lines(log, b""))[1].split(None, 2)[2] == "“↵" + "字" * 39 + "…” → “”"


def test_json_that_is_inspected_can_be_converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("各单位要认真落实安全生产责任。", "utf-8")
    Path("a.json").write_text(triptych("inspect", "a.txt", "--json").out, "utf-8")
    assert triptych("inspect", "a.json").out == triptych("inspect", "a.txt").out
