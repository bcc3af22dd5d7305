from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.bulk.names import TakenNames, folded, legible, own_name, safe_name
from convert.diagnostics import OutputError


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("2025-001", "2025-001"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c", "a-b-c"),
        ("关于做好工作的通知", "关于做好工作的通知"),
        ("CON", "_CON"),
        ("aux.txt", "_aux.txt"),
        ("console", "console"),
        (" . ", "untitled"),
        ("", "untitled"),
        ("e\u0301tat", "état"),
        ("a\x00b\u202ec", "a-b-c"),
        ("lone\ud800surrogate", "lonesurrogate"),
    ],
)
def test_names_are_safe(words: str, name: str) -> None:
    assert safe_name(words) == name


@given(st.text(max_size=300))
def test_no_name_leaves_its_folder_or_is_too_long(words: str) -> None:
    name = safe_name(words)
    assert name and name not in (".", "..") and not set(name) & set('/\\\0:*?"<>|')
    assert len(name.encode()) <= 120
    assert unicodedata.is_normalized("NFC", name)


def test_long_names_that_begin_alike_stay_apart() -> None:
    one, other = safe_name("通" * 200 + "一"), safe_name("通" * 200 + "二")
    assert one != other and one[:30] == other[:30]


def test_names_that_some_file_system_holds_for_the_same_are_the_same() -> None:
    assert folded("Straße É") == folded("STRASSE e\u0301")


def test_names_are_taken_once() -> None:
    taken = TakenNames()
    assert taken.take("Report", "a.md") == ""
    assert taken.take("REPORT", "b.md") == "a.md"
    assert [taken.take_free("report", f"#{n}") for n in range(3)] == ["report-2", "report-3", "report-4"]
    taken.close()


def test_many_of_one_name_take_no_longer_than_many_names() -> None:
    taken = TakenNames()
    names = [taken.take_free("same", f"#{n}") for n in range(20_000)]
    assert names[:2] == ["same", "same-2"] and names[-1] == "same-20000" and len(set(names)) == 20_000
    assert taken.take_free("same-7", "other") == "same-7-2"
    taken.close()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("公文.md".encode(), "公文.md"),
        ("公文.md".encode("gbk"), "公文.md"),
        (b"caf\xe9.md", "caf\\xe9.md"),
    ],
)
def test_names_of_other_systems_are_legible(data: bytes, name: str) -> None:
    assert legible(data.decode("utf-8", "surrogateescape")) == name


def test_names_of_no_system_are_legible() -> None:
    assert legible("a\ud800b") == "a\\ud800b"


@pytest.mark.parametrize(("words", "name"), [("a b?.", "a b?."), ("a\nb", "a-b"), ("\u202egnp", "gnp")])
def test_names_of_files_are_kept_where_they_disguise_nothing(words: str, name: str) -> None:
    assert own_name(words) == name


def test_no_room_for_names_is_told() -> None:
    taken = TakenNames()
    taken._names.execute("PRAGMA max_page_count = 2")  # as a full disk would
    with pytest.raises(OutputError, match="full"):
        [taken.take(f"{number}" * 20, "x") for number in range(1_000)]
