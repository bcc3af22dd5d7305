"""The table of what came of hostile inputs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.hostile.judging import Verdict, summary


@dataclass(frozen=True, slots=True)
class Row:
    """An input and what came of it; `size` in bytes, `outputs` the files that were made."""

    name: str
    about: str
    verdict: Verdict
    seconds: float
    megabytes: float
    size: int
    outputs: tuple[Path, ...] = ()

    def told(self, faults: list[str]) -> Row:
        """The same with further faults."""
        return replace(self, verdict=replace(self.verdict, faults=(*self.verdict.faults, *faults)))

    @property
    def outcome(self) -> str:
        """In a word or two: done, or the code that it was refused with."""
        told = self.verdict.codes[-1:] if self.verdict.outcome == "refused" else ()
        return ": ".join((self.verdict.outcome, *told))


def line(row: Row) -> str:
    """A row for a terminal."""
    faults = f"  !! {'; '.join(row.verdict.faults)}" if row.verdict.faults else ""
    return f"{row.seconds:6.1f} s {row.megabytes:6.0f} MB  {row.outcome:32} {row.name}{faults}"


def table(rows: Iterable[Row]) -> str:
    """All rows in Markdown, under the counts."""
    rows = list(rows)
    lines = [
        f"{summary(row.verdict for row in rows)}.",
        "",
        "| input | what it is | outcome | s | MB |",
        "|---|---|---|--:|--:|",
    ]
    for row in rows:
        about = row.about.replace("|", "\\|")
        cells = f"`{row.name}`", about, row.outcome, f"{row.seconds:.1f}", f"{row.megabytes:.0f}"
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
