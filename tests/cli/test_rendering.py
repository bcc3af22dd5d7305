from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.cli.rendering import as_record, json_text, ordered, place, printable, printable_lines
from convert.diagnostics import Diagnostic, Pos, Report, diagnostic


@pytest.mark.parametrize(
    ("name", "pos", "shown"),
    [
        ("a.txt", Pos(3, 7), "a.txt:3:7: "),
        ("a.txt", Pos(3), "a.txt:3: "),
        ("a.docx", Pos(place="paragraph 14"), "a.docx: paragraph 14: "),
        ("a.txt", None, "a.txt: "),
        ("a.txt", Pos(), "a.txt: "),
        ("", None, ""),
    ],
)
def test_a_place_can_be_clicked(name: str, pos: Pos | None, shown: str) -> None:
    assert place(name, Diagnostic("input-empty", "error", pos=pos)) == shown


@given(st.text())
def test_nothing_printed_commands_the_terminal(text: str) -> None:
    shown = printable(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066" for c in shown)
    assert printable(shown) == shown


@given(st.text())
def test_json_stays_on_a_line_and_commands_nothing(text: str) -> None:
    line = json_text({text: [text]})
    assert json.loads(line) == {text: [text]}
    assert len(line.splitlines()) == 1 and printable(line[:-1]) == line[:-1]
    pretty = json_text({text: [text]}, 2)
    assert json.loads(pretty) == {text: [text]} and printable_lines(pretty) == pretty


def test_json_keeps_words_as_they_are() -> None:
    assert (
        json_text(["报告 𠮷", "\x1b\x7f\x85\u2028\u202e\U000e0001"])
        == '["报告 𠮷", "\\u001b\\u007f\\u0085\\u2028\\u202e\\udb40\\udc01"]\n'
    )


def test_words_are_printed_as_they_are() -> None:
    assert printable("报告 “é” 𠮷") == "报告 “é” 𠮷"
    assert printable("\x1b[2J\u202ex\n") == "\\x1b[2J\\u202ex\\x0a"


def test_findings_come_by_place_and_those_without_last() -> None:
    report = Report("a")
    report.add("title-missing", name="a")
    for pos in (Pos(2, 5), Pos(10, 1), Pos(2, 1)):
        report.add("title-found", pos, title=str(pos))
    assert [str(found.pos or "") for found in ordered(report)] == ["2:1", "2:5", "10:1", ""]


def test_a_record_leaves_out_what_is_not_known() -> None:
    record = as_record(diagnostic("title-found", Pos(1, 2, 0, 9), title="x"), "zh")
    assert record["code"] == "title-found"
    assert record["message"] == "以此行为标题：x"
    assert (record["line"], record["column"], record["start"], record["end"]) == (1, 2, 0, 9)
    assert "place" not in record
    bare = as_record(diagnostic("title-found", title="x"), "en")
    assert not {"line", "column", "start", "place"} & set(bare)
