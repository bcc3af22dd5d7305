from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.transcript import matches, prepare, run

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.md"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_command_does_what_its_transcript_shows(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    steps = 0
    for step in prepare(tmp_path, path.read_text("utf-8")):
        actual = run(step.command)
        shown = "\n".join([f"{path.name}:{step.line}: $ {step.command}", *actual, "--- expected:", *step.expected])
        assert matches(step.expected, actual), shown
        steps += 1
    assert steps, "a transcript has commands"


def test_a_transcript_that_tells_something_else_fails() -> None:
    assert matches(["a [..] c", "...", "z"], ["a b c", "d", "e", "z"])
    assert matches(["...", "z"], ["z"])
    assert not matches(["a"], ["a", "b"])
    assert not matches(["a", "[1]"], ["a"])
    assert not matches(["a.c"], ["abc"])
