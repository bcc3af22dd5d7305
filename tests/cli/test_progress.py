from __future__ import annotations

from pathlib import Path

import pytest

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
    assert " a second, " not in ran.err


def test_one_file_has_no_bar(files: tuple[str, str]) -> None:
    ran = triptych("convert", files[0], "-t", "json", terminal=True, env={"TERM": "xterm"})
    assert " a second, " not in ran.err
    assert "\x1b[33mwarning[title-missing]\x1b[0m" in ran.err
