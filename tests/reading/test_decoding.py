"""What is not as it stands in a file of text is told."""

from __future__ import annotations

import pytest

from convert.diagnostics import InputError, Pos, Report
from convert.reading.decoding import decoded_text, settled, strictly_decoded

HANS = "会议指出，要坚持安全第一、预防为主，切实把各项措施落到实处。"


def test_damage_is_told_with_its_place() -> None:
    report = Report()
    source = f"{HANS}\n".encode() + f"{HANS}\n".encode("gbk") + f"{HANS}\n".encode() + b"\xff"
    assert decoded_text(source, report).text == f"{HANS}\n" * 3 + "\ufffd"
    assert [(d.code, d.args, d.pos and d.pos.line) for d in report.diagnostics] == [
        ("encoding-mixed", {"n": "1", "encoding": "GB18030"}, 2),
        ("encoding-damaged", {"n": "1", "encoding": "UTF-8"}, 4),
    ]


def test_what_nobody_reads_again_must_be_whole() -> None:
    assert strictly_decoded(HANS.encode("gbk")) == HANS
    with pytest.raises(InputError) as error:
        strictly_decoded(HANS.encode() + b"\xff")
    assert error.value.diagnostic.code == "encoding-damaged"


def test_characters_that_may_not_stand_in_a_document_go_line_by_line() -> None:
    report = Report()
    assert settled("a\x01\nb\x01\x01\ufffe\r\nc\f\u2028\n", report) == "a\nb\ufffd\r\nc\f\u2028\n"
    assert [(d.code, d.pos, d.count) for d in report.diagnostics] == [
        ("character-illegal", Pos(1), 1), ("character-illegal", Pos(2), 2), ("character-replaced", Pos(2), 1),
    ]  # fmt: skip
