from __future__ import annotations

import re
import string

import pytest

from convert.catalogue import CATALOGUE, Language
from convert.diagnostics import (
    ConvertError,
    Diagnostic,
    InputError,
    OutputError,
    Pos,
    Report,
    StyleError,
    UsageError,
    diagnostic,
)

HAN = re.compile("[一-鿿]")
LANGUAGES: tuple[Language, ...] = ("en", "zh")


def places(template: str) -> set[str]:
    """The names that a message asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def words(template: str) -> str:
    """What a message says around its places."""
    said = "".join(literal for literal, *_ in string.Formatter().parse(template))
    return said if re.search(r"\w", said) else ""


@pytest.mark.parametrize("code", CATALOGUE)
def test_entries_are_complete_in_both_languages(code: str) -> None:
    entry = CATALOGUE[code]
    assert code == code.lower().replace("_", "-")
    for table in (entry.message, entry.about):
        assert all(table[language].strip() for language in LANGUAGES)
    assert places(entry.message["en"]) == places(entry.message["zh"])
    assert bool(entry.hint["en"]) == bool(entry.hint["zh"])
    assert places(entry.hint["en"]) == places(entry.hint["zh"])


@pytest.mark.parametrize("code", [code for code, entry in CATALOGUE.items() if entry.severity == "error"])
def test_an_error_says_what_to_do(code: str) -> None:
    assert CATALOGUE[code].hint["en"]


@pytest.mark.parametrize("code", CATALOGUE)
def test_chinese_messages_are_chinese_and_english_ones_are_not(code: str) -> None:
    english, chinese = (words(CATALOGUE[code].message[language]) for language in LANGUAGES)
    assert HAN.search(chinese) or not english, "Chinese where there are words at all"
    assert not HAN.search(english)


def test_a_finding_speaks_both_languages() -> None:
    finding = diagnostic("input-not-found", path="x.txt")
    assert finding.severity == "error"
    assert finding.message() == "there is no file x.txt"
    assert finding.message("zh") == "找不到文件 x.txt"
    assert finding.hint() and finding.hint("zh")


def test_an_argument_with_braces_is_taken_literally() -> None:
    assert diagnostic("input-not-found", path="{0}{path}").message() == "there is no file {0}{path}"


def test_a_code_must_be_in_the_catalogue() -> None:
    with pytest.raises(KeyError):
        diagnostic("no-such-code")


@pytest.mark.parametrize(
    ("pos", "shown"),
    [(Pos(3, 7), "3:7"), (Pos(3), "3"), (Pos(place="paragraph 14"), "paragraph 14"), (Pos(), "")],
)
def test_a_place_reads_as_line_and_column(pos: Pos, shown: str) -> None:
    assert str(pos) == shown


def test_repeats_fold_into_the_first() -> None:
    report = Report("x.txt")
    for line in (5, 6, 7):
        report.add("input-not-found", Pos(line), path="a")
    report.add("input-not-found", Pos(8), path="b")
    report.add("title-missing", name="x")
    folded = report.folded()
    assert [(d.code, d.args.get("path"), d.count, str(d.pos or "")) for d in folded] == [
        ("input-not-found", "a", 3, "5"),
        ("input-not-found", "b", 1, "8"),
        ("title-missing", None, 1, ""),
    ]
    assert len(report.diagnostics) == 5
    assert sum(d.count for d in folded) == 5


def test_findings_are_told_apart_by_severity() -> None:
    report = Report()
    report.add("title-missing", name="x")
    report.add("title-found", title="x")
    assert [d.code for d in report.of("warning")] == ["title-missing"]
    assert [d.code for d in report.of("info")] == ["title-found"]


@pytest.mark.parametrize(("kind", "code"), [(InputError, 1), (OutputError, 1), (StyleError, 2), (UsageError, 2)])
def test_an_error_carries_a_finding_and_an_exit_code(kind: type[ConvertError], code: int) -> None:
    error = kind("input-not-found", Pos(2), path="x")
    assert error.exit_code == code
    assert str(error) == error.diagnostic.message()
    assert error.diagnostic.pos == Pos(2)


def test_what_another_version_wrote_down_can_be_told() -> None:
    gone = Diagnostic("gone-long-ago", "warning", {"name": "a"})
    assert (gone.message(), gone.hint()) == ("name: a", "")
    assert Diagnostic("worker-lost", "error").message() == "the process that converted the document died ({reason})"
