from __future__ import annotations

from pathlib import Path

import pytest

from convert.cli.progress import Pace, as_clock, fitted
from tests.cli.running import triptych


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("各单位要认真落实安全生产责任。", "utf-8")
    return ("a.txt", "b.txt")


def test_a_person_sees_a_bar_and_the_findings_above_it(files: tuple[str, str]) -> None:
    ran = triptych("convert", *files, "-t", "json", "-v", terminal=True, env={"LANG": "zh_CN", "TERM": "xterm"})
    assert "已完成" in ran.err and "失败 0" in ran.err
    assert "\x1b[" in ran.err
    assert ran.err.count("title-missing") == 2
    assert "→" not in ran.err
    assert "已转换 2 个文件" in ran.err


@pytest.mark.parametrize(("more", "env"), [(("--json",), {}), (("-q",), {}), ((), {"CI": "1"})])
def test_nobody_else_does(files: tuple[str, str], more: tuple[str, ...], env: dict[str, str]) -> None:
    ran = triptych("convert", *files, "-t", "json", *more, terminal=True, env={"TERM": "xterm", **env})
    assert ran.code == 0
    assert " done" not in ran.err and "starting" not in ran.err


def test_one_file_has_no_bar(files: tuple[str, str]) -> None:
    ran = triptych("convert", files[0], "-t", "json", terminal=True, env={"TERM": "xterm"})
    assert " done" not in ran.err and "starting" not in ran.err
    assert "\x1b[33mwarning[title-missing]\x1b[0m" in ran.err


def test_how_fast_it_goes_is_how_fast_it_went_of_late() -> None:
    pace = Pace()
    assert pace.rate(100.0, 5_000) == 0.0
    assert pace.rate(110.0, 5_020) == 2.0
    assert [pace.rate(moment, 5_020 + 4 * second) for second, moment in enumerate(range(111, 161))][-1] == 4.0


@pytest.mark.parametrize(
    ("seconds", "clock"), [(5.4, "0:05"), (65, "1:05"), (3_599.7, "1:00:00"), (93_605, "26:00:05")]
)
def test_times_are_read_as_clocks(seconds: float, clock: str) -> None:
    assert as_clock(seconds) == clock


@pytest.mark.parametrize(
    ("name", "width", "shown"),
    [
        ("in/a.txt", 8, "in/a.txt"),
        ("in/a.txt", 6, "…a.txt"),
        ("目录/甲乙.txt", 9, "…甲乙.txt"),
        ("甲乙", 4, "甲乙"),
        ("甲乙", 3, "…乙"),
        ("甲", 0, "…"),
    ],
)
def test_long_names_keep_their_ends(name: str, width: int, shown: str) -> None:
    assert fitted(name, width) == shown
