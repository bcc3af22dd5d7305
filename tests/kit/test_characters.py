"""What may not stand in a document is found, replaced and told; everything else stays as it is."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from convert.diagnostics import Pos, Report
from convert.kit.characters import clean, faults, is_clean, report_faults

ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
ANYTHING = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x00b\x08\x0e\x1b\x7f\x80\x9fc", "abc"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
        ("\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff", "\ufffd" * 6),
        ("a\vb\fc\x85d\u2028e\u2029f", "a b c d e f"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("look \U000e0001\U000e0068\U000e0069", "look "),
        (f"{ENGLAND} \U0001f3f4\U000e0067", f"{ENGLAND} \U0001f3f4"),
        ("\t\n \u00a0\u3000\u200b\u200d\ufeff\ue000\U000f0000\u0378\ufffd\ufffc", None),
        ("e\u0301 \uf914 \u2f00 葛\U000e0100 \U000323af ﷺ", None),
    ],
)
def test_what_becomes_of_characters(text: str, cleaned: str | None) -> None:
    assert clean(text) == (text if cleaned is None else cleaned)
    assert is_clean(text) == (cleaned is None)


@given(ANYTHING)
def test_what_is_left_can_be_written_in_xml(text: str) -> None:
    cleaned = clean(text)
    assert is_clean(cleaned)
    element = etree.Element("x")
    element.text = cleaned
    assert (etree.fromstring(etree.tostring(element)).text or "") == cleaned
    assert cleaned.encode().decode() == cleaned


def test_neighbours_of_one_kind_are_one_fault() -> None:
    assert [tuple(fault) for fault in faults("a\x00\x01b\ufffe\ud800\v\v")] == [
        (1, 3, "control"), (4, 6, "nothing"), (6, 7, "break"), (7, 8, "break"),
    ]  # fmt: skip


def test_no_assigned_character_but_those_of_the_table_is_touched() -> None:
    """Unicode's own categories say which code points are characters."""
    touched = {char for code in range(0x110000) if not is_clean(char := chr(code))}
    kinds = {"Cc", "Cs", "Cn", "Zl", "Zp"}
    assert {char for char in touched if unicodedata.category(char) not in kinds} == {
        chr(code) for code in (0xE0001, *range(0xE0020, 0xE0080))
    }


@given(ANYTHING)
def test_faults_are_where_the_text_changes(text: str) -> None:
    found = list(faults(text))
    assert bool(found) == (clean(text) != text)
    assert all(not is_clean(text[fault.start : fault.end]) for fault in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_each_character_is_told_once_with_its_place() -> None:
    report = Report()
    report_faults("a\x01\x01\x02\ud800\u2028\r\n\U000e0068\U000e0069", Pos(3, 1), report)
    assert [(d.code, d.args, d.count) for d in report.diagnostics] == [
        ("character-hidden", {"n": "2", "text": "hi"}, 1),
        ("character-illegal", {"point": "0001"}, 2),
        ("character-illegal", {"point": "0002"}, 1),
        ("character-replaced", {"point": "D800"}, 1),
        ("character-break", {"point": "2028"}, 1),
    ]
    assert {d.pos for d in report.diagnostics} == {Pos(3, 1)}
