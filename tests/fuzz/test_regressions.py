"""What fuzzing has found is tried again each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS
from tests.fuzz.watch import watched

FOLDER = Path(__file__).parent / "regressions"
STORIES = dict(
    line.split(": ", 1) for line in (FOLDER / "LIST.txt").read_text("utf-8").splitlines() if not line.startswith("#")
)
FILES = sorted(f"{path.parent.name}/{path.name}" for path in FOLDER.glob("*/*"))


@pytest.mark.parametrize("name", FILES)
def test_what_once_broke_it_does_not_break_it_again(name: str) -> None:
    _, finding = watched(TARGETS[name.split("/")[0]].check, (FOLDER / name).read_bytes())
    assert finding is None, f"{STORIES.get(name)}\n{finding.story}"


def test_each_has_its_story() -> None:
    assert sorted(STORIES) == FILES
