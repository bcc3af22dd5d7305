"""`python -m tests.fuzz NAME … [--seconds N] [--folder F] [--seeds FOLDER …]`: look for faults, print a row for each target.

`NAME`: of `targets.TARGETS`, `all` for each in turn; `--seconds`: of the processor, each; `--folder`: where inputs that reach
something new, counts and faults are kept (default `.fuzz`), to go on from the next time; `--lines`: count only; `--seeds`:
more to start from. A fault is printed and kept there with its smallest input. Exit code 1 where there is one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from tests.fuzz import log
from tests.fuzz.engine import fuzz, has_atheris

_COUNTING = 90.0  # seconds of trying for the lines of one target
_MOST_ENDS = 20


def main(words: list[str]) -> int:
    """The command; gives its exit code."""
    parser = argparse.ArgumentParser("python -m tests.fuzz")
    parser.add_argument("names", nargs="+")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--folder", type=Path, default=Path(".fuzz"))
    parser.add_argument("--seeds", type=Path, nargs="*", default=[])
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(words)
    if given.worker:
        fuzz(given.names[0], given.folder, given.seconds, given.seeds)
        return 0
    from tests.fuzz.targets import TARGETS

    names = list(TARGETS) if given.names == ["all"] else given.names
    print("| target | executions | CPU s | lines reached | faults |\n|---|---:|---:|---:|---:|", flush=True)
    found = 0
    for name in names:
        folder = given.folder / name
        if not given.lines:
            _run(name, folder, given.seconds, given.seeds)
        counts, faults = log.read(folder), log.faults(folder)
        found += len(faults)
        print(
            f"| {name} | {counts['executions']:,} | {counts['seconds']:,.0f} | {_lines(name, folder)} | {len(faults)} |",
            flush=True,
        )
        for path in faults:
            print(f"  {path}: {path.with_suffix('.story').read_text('utf-8').splitlines()[-1]}", file=sys.stderr)
    return 1 if found else 0


def _run(name: str, folder: Path, seconds: float, seeds: list[Path]) -> None:
    """Fuzz in other processes, until the time is used: one that is killed from within is a fault."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "tests.fuzz",
        name,
        "--worker",
        "--folder",
        str(folder),
        "--seconds",
        str(log.read(folder)["seconds"] + seconds),
    ]
    if seeds:
        command += ["--seeds", *map(str, seeds)]
    for _ in range(_MOST_ENDS):
        with (folder / "fuzzer.log").open("ab") as out:
            ended = subprocess.run(command, stdout=out, stderr=out, check=False).returncode
        hard = sorted(folder.glob("hard-[!s]*"))
        for path in hard:
            path.rename(folder / "faults" / path.name)
            (folder / "faults" / path.with_suffix(".story").name).write_text(f"the process ended: {ended}\n", "utf-8")
        if not ended:
            return
    raise SystemExit(f"{name}: the fuzzer does not stay up, see {folder / 'fuzzer.log'}")


def _lines(name: str, folder: Path) -> str:
    command = [sys.executable, "-m", "tests.fuzz.lines", name, str(folder), str(_COUNTING)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return "–"
    run, of = json.loads(done.stdout)
    return f"{run:,} of {of:,} ({run / of:.0%})" if of else "–"


if __name__ == "__main__":
    if not has_atheris():
        print("atheris is not installed: mutations are kept by what the checks tell, not by coverage", file=sys.stderr)
    sys.exit(main(sys.argv[1:]))
