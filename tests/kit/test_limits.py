from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

import convert
from convert.config import Options
from convert.diagnostics import InputError, UsageError
from convert.kit.limits import USUAL, Limits


def test_settings_change_what_they_name() -> None:
    assert USUAL.with_settings(["pages=5", " input_mb = 3 "]) == Limits(pages=5, input_mb=3)


@pytest.mark.parametrize(
    "setting", ["pages", "pages=", "pages=0", "pages=-1", "pages=1.5", "pages=٣", "pages=" + "9" * 5000]
)
def test_a_limit_is_a_whole_number_above_0(setting: str) -> None:
    with pytest.raises(UsageError) as caught:
        USUAL.with_settings([setting])
    assert caught.value.diagnostic.code == "limit-syntax"


def test_an_input_beyond_a_limit_is_refused_with_its_name() -> None:
    with pytest.raises(InputError, match=r"input_mb is 1, and here it is 2") as caught:
        convert.read(b"a" * (2**20 + 1), name="a.txt", options=Options(limits=Limits(input_mb=1)))
    assert caught.value.diagnostic.code == "limit-exceeded"
    assert "--limit input_mb=N" in caught.value.diagnostic.hint()


def test_the_table_of_the_docs_is_the_struct() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "security.md").read_text("utf-8")
    table = re.findall(r"^\| `(\w+)` \| (\d+) \|", page, re.MULTILINE)
    assert [(name, int(value)) for name, value in table] == [
        (field.name, field.default) for field in dataclasses.fields(Limits)
    ]


def test_each_limit_has_a_transcript_or_needs_a_server() -> None:
    page = (Path(__file__).resolve().parents[1] / "commands" / "limits.md").read_text("utf-8")
    net = (Path(__file__).parent / "test_fetching.py").read_text("utf-8")
    shown = {name for name in Limits.__slots__ if f"--limit {name}=" in page}
    assert {name for name in Limits.__slots__ if f'match="{name}=N' not in net} == shown


@pytest.mark.parametrize(
    ("source", "name", "limits"),
    [
        ("a\n\n" * 200, "a.md", Limits(pages=2)),
        ("<table border=1><tr><td colspan=9>a</table>", "a.html", Limits(cells=8)),
    ],
)  # fmt: skip
def test_limits_hold_in_the_library(source: str, name: str, limits: Limits, tmp_path: Path) -> None:
    (tmp_path / name).write_text(source)
    with pytest.raises(InputError) as caught:
        convert.convert(tmp_path / name, tmp_path / "a.pdf", tmp_path / "a.epub", options=Options(limits=limits))
    assert caught.value.diagnostic.code == "limit-exceeded"
    assert not (tmp_path / "a.pdf").exists() and not (tmp_path / "a.epub").exists()
