"""How much of the code the inputs of a run reach: each is tried once more, and lines are counted (coverage.py)."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Lines(NamedTuple):
    """Lines of some rooms that were run, and all that could be."""

    run: int
    all: int


def count(name: str, folder: Path, seconds: float) -> Lines:
    """The lines that the corpus in `folder` reaches of a target's rooms; at most `seconds` of trying. Raises ImportError
    where coverage.py is not installed."""
    import coverage

    measuring = coverage.Coverage(data_file=None, source=[str(ROOT / "convert")], config_file=False)
    measuring.start()
    from tests.fuzz.targets import TARGETS
    from tests.fuzz.watch import cpu_seconds, watched

    target = TARGETS[name]
    paths = sorted((folder / "corpus").iterdir(), key=lambda path: (not path.name.startswith("seed"), path.name))
    tail = [path for path in paths if not path.name.startswith("seed")]
    Random(0).shuffle(tail)
    begun = cpu_seconds()
    for path in [*(path for path in paths if path.name.startswith("seed")), *tail]:
        if cpu_seconds() - begun > seconds:
            break
        watched(target.check, path.read_bytes(), slack=10)
    measuring.stop()
    return _counted(measuring, target.rooms)


def _counted(measuring: object, rooms: tuple[str, ...]) -> Lines:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.json"
        measuring.json_report(outfile=str(path))  # type: ignore[attr-defined]
        files = json.loads(path.read_text("utf-8"))["files"]
    found = [file["summary"] for name, file in files.items() if _in(name, rooms)]
    return Lines(sum(each["covered_lines"] for each in found), sum(each["num_statements"] for each in found))


def _in(name: str, rooms: tuple[str, ...]) -> bool:
    path = Path(name)
    shown = (path.relative_to(ROOT) if path.is_absolute() else path).as_posix()
    return any(shown == room or shown.startswith(f"{room}/") for room in rooms)


if __name__ == "__main__":
    print(json.dumps(count(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]))))
