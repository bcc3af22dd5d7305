"""What a run has done and found, in a folder: counts in `run.json`, each fault once as `faults/NAME` with its traceback."""

from __future__ import annotations

import json
import time
from pathlib import Path

from tests.fuzz.watch import Finding, cpu_seconds

_EVERY = 2.0  # seconds between writing


class Log:
    """The log of one process. `seconds`: of the processor, after which it is done; both counts go on from what was there."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self._file, self._faults = folder / "run.json", folder / "faults"
        self._faults.mkdir(parents=True, exist_ok=True)
        before = read(folder)
        self.executions, self._before = int(before["executions"]), before["seconds"]
        self._until, self._written = seconds, time.monotonic()
        self._begun = cpu_seconds()

    @property
    def seconds(self) -> float:
        """Of the processor, in all processes that wrote here."""
        return self._before + cpu_seconds() - self._begun

    def note(self, data: bytes, finding: Finding | None) -> bool:
        """Count an input; whether time is up."""
        self.executions += 1
        if finding is not None:
            self.keep(data, finding)
        if time.monotonic() - self._written > _EVERY:
            self.write()
        return self.seconds >= self._until

    def keep(self, data: bytes, finding: Finding) -> None:
        """Keep an input, the shortest one for each fault."""
        path = self._faults / finding.name
        if not path.exists() or path.stat().st_size > len(data):
            path.write_bytes(data)
            path.with_suffix(".story").write_text(finding.story, "utf-8", errors="backslashreplace")

    def write(self) -> None:
        """Write the counts."""
        self._written = time.monotonic()
        self._file.write_text(json.dumps({"executions": self.executions, "seconds": round(self.seconds, 1)}), "utf-8")


def read(folder: Path) -> dict[str, float]:
    """The counts that were written last."""
    try:
        found: dict[str, float] = json.loads((folder / "run.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {"executions": 0, "seconds": 0.0}
    return found


def faults(folder: Path) -> list[Path]:
    """The inputs that were kept for what they show."""
    found = (folder / "faults").glob("*")
    return sorted(path for path in found if path.suffix not in (".story", ".min"))
