"""How fast Triptych is against public tools, from one run on one machine: `python -m tests.bench`.

Needs the packages of the group `bench`. Ratios are times of the peers over ours: above 1 we are faster. Each time is the
median of some runs, ours and theirs in turn, so that a busy moment hits both.
"""

from __future__ import annotations

import functools
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
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
    ours, theirs = _alternate(
        9,
        lambda: subprocess.run(command, cwd=_ROOT, check=True, capture_output=True),
        lambda: peers.convert_as_processes(source, folder),
    )
    _print("(a) the report, cold, whole process", ours, {"pandoc and Typst as processes": theirs})


def _bench_short(folder: Path) -> None:
    documents = [short_report(seed) for seed in range(_SHORT_REPORTS)]
    sources = [_written(document, folder / f"{seed}.md") for seed, document in enumerate(documents)]
    _convert(short_report(-1))
    ours = _each(documents, _convert)
    few = sources[:_PEERS_SHORT_REPORTS]
    warm = peers.Warm(folder)
    warm.convert(sources[-1])
    _print(
        f"(b) {_SHORT_REPORTS} short reports in one process, each",
        ours,
        {
            "pandoc and Typst as processes": _each(few, lambda source: peers.convert_as_processes(source, folder)),
            "pandoc as processes, Typst warm": _each(few, warm.convert),
        },
    )


def _bench_long(folder: Path) -> None:
    document = long_report()
    source = _written(document, folder / "long.md")
    warm = peers.Warm(folder)
    ours, theirs = _alternate(3, lambda: _convert(document), lambda: peers.convert_as_processes(source, folder))
    _, fastest = _alternate(1, lambda: None, lambda: warm.convert(source))
    against = {"pandoc and Typst as processes": theirs, "pandoc as processes, Typst warm": fastest}
    _print("(c) a report of 325,000 characters with headings and tables", ours, against)


def _convert(document: Document) -> None:
    convert_bytes(encode(document), "report.json", DEFAULT_OUTPUTS, _OPTIONS, Report())


def _written(document: Document, path: Path) -> Path:
    path.write_text(markdown(document), "utf-8")
    return path


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _alternate(times: int, one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The median seconds of two pieces of work, done in turn."""
    taken = [(_time(one), _time(other)) for _ in range(times)]
    return statistics.median(t for t, _ in taken), statistics.median(t for _, t in taken)


def _each(items: Iterable[T], work: Callable[[T], object]) -> float:
    """The median seconds for one item."""
    return statistics.median(_time(functools.partial(work, item)) for item in items)


def _print(name: str, ours: float, theirs: dict[str, float]) -> None:
    print(f"{name}\n  Triptych: {_shown(ours)}")
    for peer, taken in theirs.items():
        print(f"  {peer}: {_shown(taken)}, ratio {taken / ours:.1f}")


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    main()
