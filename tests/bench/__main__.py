"""How fast Triptych is against public tools, from one run on one machine: `python -m tests.bench`.

Needs the packages of the group `bench`. Ratios are times of the peers over ours: above 1 we are faster. Each time is the
median of some runs, ours and theirs in turn where they are few, so that a busy moment hits both.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from convert.config import Options
from convert.diagnostics import Report
from convert.formats import DEFAULT_OUTPUTS
from convert.model import Document
from convert.model.json import encode
from convert.pipeline import convert_bytes
from tests.bench import peers
from tests.bench.reading import bench_reading
from tests.bench.reports import REPORT, long_report, markdown, short_report
from tests.bench.timing import in_turn, installed, show

_ROOT = Path(__file__).parents[2]
_OPTIONS = Options(fonts="bundled")
_SHORT_REPORTS = 200
_PEERS_SHORT_REPORTS = 20  # they take long, and each of their documents takes the same


def main() -> None:
    """Measure and print."""
    for part in ("large", "bulk"):  # processes of their own: children are as large as their parent at first
        subprocess.run([sys.executable, "-m", f"tests.bench.{part}"], cwd=_ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        _bench_cold(Path(folder))
        _bench_short(Path(folder))
        _bench_long(Path(folder))
        bench_reading(Path(folder))


def _bench_cold(folder: Path) -> None:
    source = folder / "report.md"
    source.write_text((REPORT.parent / "meeting-report.expected.txt").read_text("utf-8").replace("\n", "\n\n"), "utf-8")
    command = [sys.executable, "-m", "convert", "convert", str(REPORT), "--fonts", "bundled", "-O", str(folder)]
    ours, theirs = in_turn(
        range(9),
        lambda _: subprocess.run(command, cwd=_ROOT, env=installed(), check=True, capture_output=True),
        lambda _: peers.convert_as_processes(source, folder),
    )
    show("(a) the report, cold, whole process", ours, {"pandoc and Typst as processes": theirs})


def _bench_short(folder: Path) -> None:
    documents = [short_report(seed) for seed in range(_SHORT_REPORTS)]
    sources = [_written(document, folder / f"{seed}.md") for seed, document in enumerate(documents)]
    _convert(short_report(-1))
    warm = peers.Warm(folder)
    warm.convert(sources[-1])
    (ours,) = in_turn(documents, _convert)
    theirs, fastest = in_turn(
        sources[:_PEERS_SHORT_REPORTS], lambda source: peers.convert_as_processes(source, folder), warm.convert
    )
    show(
        f"(b) {_SHORT_REPORTS} short reports in one process, each",
        ours,
        {"pandoc and Typst as processes": theirs, "pandoc as processes, Typst warm": fastest},
    )


def _bench_long(folder: Path) -> None:
    documents = [long_report(seed) for seed in range(3)]  # different ones: Typst remembers what it has set
    sources = {id(document): _written(document, folder / f"long-{i}.md") for i, document in enumerate(documents)}
    warm = peers.Warm(folder)
    warm.convert(_written(short_report(0), folder / "short.md"))
    ours, theirs, fastest = in_turn(
        documents,
        _convert,
        lambda document: peers.convert_as_processes(sources[id(document)], folder),
        lambda document: warm.convert(sources[id(document)]),
    )
    against = {"pandoc and Typst as processes": theirs, "pandoc as processes, Typst warm": fastest}
    show("(c) a report of 325,000 characters with headings and tables", ours, against)


def _convert(document: Document) -> None:
    convert_bytes(encode(document), "report.json", DEFAULT_OUTPUTS, _OPTIONS, Report())


def _written(document: Document, path: Path) -> Path:
    path.write_text(markdown(document), "utf-8")
    return path


if __name__ == "__main__":
    main()
