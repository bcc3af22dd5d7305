from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import NamedTuple

import pytest

from convert.catalogue import CATALOGUE
from tests.commands.branches import Record, branches
from tests.commands.transcript import matches, prepare, run

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.md"))

UNREACHED = {
    "bulk/cluster.py:check_needed:cluster-unseen": "needs a cluster of several machines (tests/bulk/test_cluster.py)",
    "bulk/cluster.py:check_versions:cluster-version": "needs a cluster of several machines (tests/bulk/test_cluster.py)",
    "bulk/run.py:_Run._shipped:input_mb": "needs a cluster whose workers do not see the inputs (tests/bulk/test_run.py)",
    "kit/files.py:read_input:input-folder": "one of the two is for Windows; the other has a transcript",
    "pipeline.py:read_document:input_mb": "for callers of the library: the command looks at the size before it reads",
}
"""The branches that no transcript comes to, and why: file, function and code (or the first word that is given)."""

UNSEEN = {
    "cluster-unseen": "needs a cluster of several machines (tests/bulk/test_cluster.py)",
    "cluster-version": "needs a cluster of several machines (tests/bulk/test_cluster.py)",
}
"""The codes of errors that no transcript shows, and why."""


_NEEDS = {"cluster": "distributed", "stores": "fsspec"}
"""The libraries that a transcript is about."""
_POSIX = ("bulk", "unreadable", "stores")
"""Those with links, pipes, scripts and other things of POSIX."""


def missing(path: Path) -> str:
    """What a transcript needs that is not here; "" for nothing."""
    if os.name == "nt" and path.stem in _POSIX:
        return "POSIX"
    library = _NEEDS.get(path.stem, "")
    return library if library and not importlib.util.find_spec(library) else ""


class Outcome(NamedTuple):
    """What came of running a transcript: how many commands it has, and what differs."""

    steps: int
    faults: list[str]


class Runs:
    """Transcripts, each run once, and what errors were made while they ran."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self.record = Record()
        self._folders = folders
        self._known: dict[Path, Outcome] = {}

    def of(self, path: Path) -> Outcome:
        """What comes of one."""
        if path not in self._known:
            self._known[path] = self._run(path, self._folders.mktemp(path.stem))
        return self._known[path]

    def _run(self, path: Path, folder: Path) -> Outcome:
        steps, faults = 0, []
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            self.record.watch(patch)
            for step in prepare(folder, path.read_text("utf-8")):
                actual = run(step.command)
                shown = [f"{path.name}:{step.line}: $ {step.command}", *actual, "--- expected:", *step.expected]
                faults += [] if matches(step.expected, actual) else ["\n".join(shown)]
                steps += 1
        return Outcome(steps, faults)


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    return Runs(tmp_path_factory)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_command_does_what_its_transcript_shows(path: Path, runs: Runs) -> None:
    if missing(path):
        pytest.skip(f"needs {missing(path)}")
    outcome = runs.of(path)
    assert not outcome.faults, "\n\n".join(outcome.faults)
    assert outcome.steps, "a transcript has commands"


def test_every_branch_that_makes_an_error_has_a_transcript(runs: Runs) -> None:
    if any(map(missing, TRANSCRIPTS)):
        pytest.skip("not all transcripts can be run here")
    for path in TRANSCRIPTS:
        runs.of(path)
    unreached = {branch.name for branch in branches() if not runs.record.reached(branch)}
    assert sorted(unreached - UNREACHED.keys()) == [], "without a transcript"
    assert sorted(UNREACHED.keys() - {branch.name for branch in branches()}) == [], "excepted, but gone"


def test_every_code_of_an_error_is_shown_in_a_transcript() -> None:
    shown = "".join(path.read_text("utf-8") for path in TRANSCRIPTS)
    unseen = {code for code, entry in CATALOGUE.items() if entry.severity == "error" and f"error[{code}]" not in shown}
    assert sorted(unseen - UNSEEN.keys()) == []
    assert sorted(UNSEEN.keys() - unseen) == [], "excepted, but shown"


def test_a_transcript_that_tells_something_else_fails() -> None:
    assert matches(["a [..] c", "...", "z"], ["a b c", "d", "e", "z"])
    assert matches(["...", "z"], ["z"])
    assert not matches(["a"], ["a", "b"])
    assert not matches(["a", "[1]"], ["a"])
    assert not matches(["a.c"], ["abc"])
