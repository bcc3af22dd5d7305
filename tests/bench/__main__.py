"""How fast Triptych is against public tools, from one run on one machine: `python -m tests.bench`.

Needs the packages of the group `bench`. Ratios are times of the peers over ours: above 1 we are faster. Each time is the
median of some runs, ours and theirs in turn where they are few, so that a busy moment hits both.
"""

from __future__ import annotations

import functools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from convert.config import Options
from convert.diagnostics import Report
from convert.formats import DEFAULT_OUTPUTS
from convert.model import Document
from convert.model.json import encode
from convert.pipeline import convert_bytes
from tests.bench import peers
from tests.bench.reports import REPORT, long_report, markdown, short_report

T = TypeVar("T")

_ROOT = Path(__file__).parents[2]
_OPTIONS = Options(fonts="bundled")
_SHORT_REPORTS = 200
_PEERS_SHORT_REPORTS = 20  # they take long, and each of their documents takes the same


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        _bench_cold(Path(folder))
        _bench_short(Path(folder))
        _bench_long(Path(folder))


def _bench_cold(folder: Path) -> None:
    source = folder / "report.md"
    source.write_text((REPORT.parent / "meeting-report.expected.txt").read_text("utf-8").replace("\n", "\n\n"), "utf-8")
    command = [sys.executable, "-m", "convert", "convert", str(REPORT), "--fonts", "bundled", "-O", str(folder)]
    ours, theirs = _in_turn(
        range(9),
        lambda _: subprocess.run(command, cwd=_ROOT, env=_installed(), check=True, capture_output=True),
        lambda _: peers.convert_as_processes(source, folder),
    )
    _print("(a) the report, cold, whole process", ours, {"pandoc and Typst as processes": theirs})


def _installed() -> dict[str, str]:
    """The environment of a process that finds its modules compiled, as an installed package's are."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _bench_short(folder: Path) -> None:
    documents = [short_report(seed) for seed in range(_SHORT_REPORTS)]
    sources = [_written(document, folder / f"{seed}.md") for seed, document in enumerate(documents)]
    _convert(short_report(-1))
    warm = peers.Warm(folder)
    warm.convert(sources[-1])
    (ours,) = _in_turn(documents, _convert)
    theirs, fastest = _in_turn(
        sources[:_PEERS_SHORT_REPORTS], lambda source: peers.convert_as_processes(source, folder), warm.convert
    )
    _print(
        f"(b) {_SHORT_REPORTS} short reports in one process, each",
        ours,
        {"pandoc and Typst as processes": theirs, "pandoc as processes, Typst warm": fastest},
    )


def _bench_long(folder: Path) -> None:
    documents = [long_report(seed) for seed in range(3)]  # different ones: Typst remembers what it has set
    sources = {id(document): _written(document, folder / f"long-{i}.md") for i, document in enumerate(documents)}
    warm = peers.Warm(folder)
    warm.convert(_written(short_report(0), folder / "short.md"))
    ours, theirs, fastest = _in_turn(
        documents,
        _convert,
        lambda document: peers.convert_as_processes(sources[id(document)], folder),
        lambda document: warm.convert(sources[id(document)]),
    )
    against = {"pandoc and Typst as processes": theirs, "pandoc as processes, Typst warm": fastest}
    _print("(c) a report of 325,000 characters with headings and tables", ours, against)


def _convert(document: Document) -> None:
    convert_bytes(encode(document), "report.json", DEFAULT_OUTPUTS, _OPTIONS, Report())


def _written(document: Document, path: Path) -> Path:
    path.write_text(markdown(document), "utf-8")
    return path


def _in_turn(items: Sequence[T], *works: Callable[[T], object]) -> list[float]:
    """The median seconds of each piece of work for one item; for each item one piece after the other."""
    taken = [[_time(functools.partial(work, item)) for work in works] for item in items]
    return [statistics.median(times) for times in zip(*taken, strict=True)]


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _print(name: str, ours: float, theirs: dict[str, float]) -> None:
    print(f"{name}\n  Triptych: {_shown(ours)}")
    for peer, taken in theirs.items():
        print(f"  {peer}: {_shown(taken)}, ratio {taken / ours:.1f}")


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    main()
