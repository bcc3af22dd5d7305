"""`triptych check` on official Word files that others made: it runs on all, and finds in ten what was judged by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from convert.checking import check_bytes, fix_bytes
from convert.checks.rules import RULES
from convert.config import Options
from convert.diagnostics import Report
from tests.corpora import corpus

FOLDER = "docx/zh-gongwen"
VERDICTS = (Path(__file__).parent / "check-verdicts.md").read_text("utf-8")
ROW = re.compile(r"\| (?P<file>\S+\.do[ct]x) \| (?P<rule>[a-z-]+) \| (?P<measured>[^|]*) \| (?P<verdict>\w+) \|")
ROWS = [row.groupdict() for row in ROW.finditer(VERDICTS)]
LISTED = {file: {row["rule"] for row in ROWS if row["file"] == file} for file in {row["file"] for row in ROWS}}


def test_ten_files_were_judged_and_nothing_in_them_is_wrong() -> None:
    assert len(LISTED) == 10
    assert {row["verdict"] for row in ROWS} == {"right"}


@pytest.mark.parametrize("file", sorted(LISTED))
def test_what_is_found_is_what_was_judged(file: str) -> None:
    path = corpus(FOLDER) / file
    found = check_bytes(path.read_bytes(), path.name, Options(), Report(path.name), RULES)
    assert {finding.rule.id for finding in found} == LISTED[file]
    measured = {row["rule"]: row["measured"].strip() for row in ROWS if row["file"] == file}
    for rule, words in measured.items():
        assert words in {finding.measured.zh for finding in found if finding.rule.id == rule}


def test_every_file_is_checked_and_printed_anew_with_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    folder = corpus(FOLDER)
    whole = total = 0
    lost: list[str] = []
    for path in sorted(folder.rglob("*.do[ct]x")):
        fixed = fix_bytes(path.read_bytes(), path.name, "docx", Options(), Report(path.name), RULES)
        total, whole = total + 1, whole + (not fixed.unread and not fixed.changed)
        lost += [f"{path.name}: “{before}” → “{after}”" for before, after, _ in (*fixed.unread, *fixed.changed)]
    with capsys.disabled():
        print(f"\nprinted anew: {whole} of {total} with all their words")
        print("".join(f"  {line}\n" for line in lost), end="")
    assert total >= 20
    assert whole >= 0.95 * total
