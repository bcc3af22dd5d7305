"""Feed hostile inputs to the command and print what comes of each.

    python -m tests.hostile [FOLDER] [--only WORD] [--no-validators] [--write FILE]

FOLDER: inputs of others, listed in its NASTY.tsv (columns file, what) where it has one; without it our own are made.
Ends with 1 where anything is wrong.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.cases import TOKEN, Case, Trap, all_cases
from tests.hostile.judging import judge, summary
from tests.hostile.tables import Row, line, table
from tests.hostile.watching import Listener, watch

_ELSEWHERE = 9  # the port that inputs of others call
_PATIENCE = 90.0  # seconds until a run is ended: more than may be taken, to know how much
_ROOM = 3000.0  # MB, likewise


def main() -> int:
    """Run what the command line asks for; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--only", default="", help="the inputs with this in their name")
    parser.add_argument("--no-validators", action="store_true")
    parser.add_argument("--keep", type=Path, help="keep the outputs in this new folder")
    parser.add_argument("--write", type=Path, help="write the table into this file, too")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="hostile-") as temporary:
        rows = list(_rows(asked, asked.keep or Path(temporary)))
        if not asked.no_validators:
            rows = _validated(rows)
    sys.stdout.write("\n" + summary(row.verdict for row in rows) + "\n")
    for row in rows:
        for fault in row.verdict.faults:
            sys.stdout.write(f"{row.name}: {fault}\n")
    if asked.write:
        asked.write.write_text(table(rows), "utf-8")
    return int(any(row.verdict.faults for row in rows))


def _rows(asked: argparse.Namespace, room: Path) -> Iterator[Row]:
    listeners = [Listener(), *_elsewhere()]
    trap = Trap(room / "inputs", room / "canary.txt", listeners[0].port)
    trap.folder.mkdir(parents=True)
    trap.canary.write_text(TOKEN)
    for number, (name, about, path, case) in enumerate(_inputs(asked.folder, trap)):
        if asked.only not in name:
            continue
        options = [option.replace("{folder}", str(path.parent)) for option in case.options] if case else []
        run = watch(path, room / f"{number:03}", options, listeners, most_seconds=_PATIENCE, most_mb=_ROOM)
        row = Row(name, about, judge(run, case), run.seconds, run.megabytes, path.stat().st_size, run.outputs)
        sys.stdout.write(line(row) + "\n")
        sys.stdout.flush()
        yield row


def _elsewhere() -> list[Listener]:
    """Somebody at the port that inputs of others call, where this process may listen there."""
    try:
        return [Listener(_ELSEWHERE)]
    except OSError:
        return []


def _inputs(folder: Path | None, trap: Trap) -> Iterator[tuple[str, str, Path, Case | None]]:
    """Name, description, path and expectation of each input."""
    if folder is None:
        for case in all_cases():
            place = replace(trap, folder=trap.folder / case.family)
            yield f"{case.family}/{case.name}", case.about, case.place(place), case
        return
    listed = folder / "NASTY.tsv"
    if listed.exists():
        with listed.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield row["file"], row["what"], folder.resolve() / row["file"], None
        return
    for path in sorted(folder.resolve().rglob("*")):
        if path.is_file():
            yield path.relative_to(folder.resolve()).as_posix(), "", path, None


def _validated(rows: list[Row]) -> list[Row]:
    from tests.hostile.validating import invalid

    found = invalid(path for row in rows for path in row.outputs)
    return [row.told([f"invalid {p.suffix}: {found[p]}" for p in row.outputs if p in found]) for row in rows]


if __name__ == "__main__":
    sys.exit(main())
