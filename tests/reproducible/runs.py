"""Convert a folder under two conditions that differ in all that may not matter, and compare what comes out."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
_ENDS = 0, 1  # exit codes of runs that came to their end
_OURS = ("report.html", ".triptych")  # what a run keeps about itself: it tells seconds


@dataclass(frozen=True)
class Condition:
    """What a run finds around it. `apart`: in another folder, through a link with a Chinese name, by absolute paths."""

    jobs: int
    umask: int
    apart: bool
    environment: dict[str, str] = field(default_factory=dict)


HERE = Condition(1, 0o022, False, {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"})
THERE = Condition(2, 0o077, True, {
    "PYTHONHASHSEED": "987654321", "PYTHONOPTIMIZE": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8",
    "LANG": "zh_CN.UTF-8", "USER": "乙", "LOGNAME": "乙", "COLUMNS": "40",
})  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """`files`: digests by path below the output folder; `told`: state and codes of each document, by its path."""

    folder: Path
    files: dict[str, str]
    told: dict[str, tuple[str, tuple[str, ...]]]


def run(source: Path, work: Path, condition: Condition, *more: str) -> Outcome:
    """Convert all of `source` to the three formats below `work`, in processes of their own; `more`: options. Raises
    CalledProcessError."""
    work.mkdir(parents=True)
    out, named, home = work / "out", source, work / "家"
    home.mkdir()
    if condition.apart:
        named = work / "链接"
        named.symlink_to(source.resolve(), target_is_directory=True)
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    environment |= condition.environment | {"PYTHONPATH": str(ROOT)}
    if condition.apart:
        environment |= {"HOME": str(home), "XDG_CACHE_HOME": str(home), "TMPDIR": str(home)}
    command = [sys.executable, "-m", "convert", "convert", str(named), "-O", str(out), "--fonts", "bundled", "--json"]
    made = subprocess.run(
        [*command, "-j", str(condition.jobs), *more],
        cwd=work if condition.apart else ROOT, env=environment, umask=condition.umask, capture_output=True, text=True,
    )  # fmt: skip
    if made.returncode not in _ENDS:
        raise subprocess.CalledProcessError(made.returncode, command, made.stdout[-500:], made.stderr[-2000:])
    return Outcome(out, dict(_digests(out)), dict(_told(made.stdout, str(named))))


def _digests(out: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_file() and not name.startswith(_OURS):
            yield name, hashlib.sha256(path.read_bytes()).hexdigest()


def _told(lines: str, named: str) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    for line in lines.splitlines():
        said = json.loads(line)
        if "input" in said:
            codes = tuple(sorted({found["code"] for found in said["diagnostics"]}))
            yield said["input"].removeprefix(named), (said["state"], codes)


def differences(first: Outcome, second: Outcome) -> list[str]:
    """A line for each file, and each document's state and findings, that are not the same."""
    found = []
    for name in sorted({*first.files, *second.files}):
        if name not in first.files or name not in second.files:
            found.append(f"{name}: made once only")
        elif first.files[name] != second.files[name]:
            found.append(f"{name}: {_parts(first.folder / name, second.folder / name)}")
    documents = sorted({*first.told, *second.told})
    found += [
        f"{d}: {first.told.get(d)}, {second.told.get(d)}" for d in documents if first.told.get(d) != second.told.get(d)
    ]
    return found


def _parts(first: Path, second: Path) -> str:
    """Where two files differ."""
    if first.suffix != ".pdf":
        with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as other:
            mine, theirs = ({name: file.read(name) for name in file.namelist()} for file in (one, other))
        parts = [name for name in dict.fromkeys((*mine, *theirs)) if mine.get(name) != theirs.get(name)]
        return ", ".join(parts) or "the zip file alone"
    bytes_1, bytes_2 = first.read_bytes(), second.read_bytes()
    pairs = enumerate(zip(bytes_1, bytes_2, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(bytes_1), len(bytes_2)))
    return f"byte {at}: {bytes_1[max(at - 40, 0) : at + 40]!r}"
