from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from convert.cli import app, commands
from convert.diagnostics import UsageError
from tests.cli.running import triptych


@pytest.mark.parametrize("argv", [(), ("--help",), ("convert", "--help"), ("--version",), ("formats",), ("explain",)])
def test_what_was_asked_for_is_on_stdout_alone(argv: tuple[str, ...]) -> None:
    ran = triptych(*argv)
    assert ran.code == 0
    assert ran.out.endswith("\n") and not ran.out.endswith("\n\n")
    assert ran.err == ""


def test_a_bug_is_told_as_one_and_its_trace_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by naught")

    monkeypatch.setattr(app, "build", broken)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ran = triptych("formats")
    assert ran.code == 1
    assert ran.err.startswith("error[internal-error] this is a bug in Triptych: ZeroDivisionError: by naught\nhint: ")
    assert "Traceback" not in ran.err
    (saved,) = tmp_path.iterdir()
    assert str(saved) in ran.err
    assert "ZeroDivisionError: by naught" in saved.read_text("utf-8")
    saved.unlink()
    tmp_path.rmdir()
    assert "ZeroDivisionError: by naught" in triptych("formats").err, "it is told even where it cannot be kept"


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 1)])
def test_an_interruption_ends_the_run(error: type[BaseException], code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(app, "build", stop)
    ran = triptych("formats")
    assert ran.code == code
    assert ran.err == ("interrupted\n" if code == 130 else "")


def test_our_own_usage_errors_pass_through_the_parser() -> None:
    ran = triptych("nonsense")
    assert ran.code == UsageError.exit_code
    assert "command-unknown" in ran.err


def test_every_command_is_offered() -> None:
    public = {name for name, value in vars(commands).items() if getattr(value, "__module__", "") == commands.__name__}
    assert {command.__name__ for command in app.COMMANDS} == {n for n in public if n.islower() and n[0] != "_"} - {
        "root"
    }


def test_the_module_runs(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "convert", "convert", "absent.txt"]
    root = str(Path(app.__file__).parents[2])
    env = {"PYTHONPATH": root, "LANG": "zh_CN.UTF-8", "PATH": "", "PYTHONUTF8": "1"}
    result = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 1
    assert "找不到文件 absent.txt" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    """`triptych schema | head -1`: no traceback, whatever the pipe holds."""
    root = str(Path(app.__file__).parents[2])
    command = [sys.executable, "-m", "convert", "schema"]
    with subprocess.Popen(
        command, cwd=tmp_path, env={"PYTHONPATH": root}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_a_shell_can_ask_what_a_word_could_become(tmp_path: Path) -> None:
    root = str(Path(app.__file__).parents[2])
    asked = {"_TRIPTYCH_COMPLETE": "complete_bash", "COMP_WORDS": "triptych convert -t pdf,d", "COMP_CWORD": "3"}
    command = [sys.executable, "-m", "convert"]
    env = {"PYTHONPATH": root, **asked}
    result = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert result.stdout.split() == ["pdf,docx"]
