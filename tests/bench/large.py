"""Large documents as whole processes: time and peak memory against pandoc and Typst, and how both grow with the pages.

`python -m tests.bench.large`; it runs in a small process, for one that is forked counts the memory of its parent as its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.bench import peers
from tests.bench.reports import markdown, table_report, text_report
from tests.bench.timing import installed

_ROOT = Path(__file__).parents[2]
_MB = 1024  # KiB
_TABLES = 2_000
_PAGES = (10, 100, 300, 1_000)
_PER_PAGE = 570  # characters of running text that fill a page of the official style with its paragraphs' ends


class Cost(NamedTuple):
    """What processes took: seconds in all, the peak resident memory of the largest in MB."""

    seconds: float
    peak: float


def bench_large(folder: Path) -> None:
    """Measure and print."""
    source = folder / "tables.md"
    source.write_text(markdown(table_report(_TABLES)), "utf-8")
    _compare(f"(g) Markdown with {_TABLES:,} tables, whole process", source, folder)
    grown: list[tuple[int, Cost]] = []
    for pages in _PAGES:
        source = folder / f"text-{pages}.md"
        source.write_text(markdown(text_report(pages * _PER_PAGE)), "utf-8")
        cost = ours(source, folder)
        grown.append((_page_count(folder / f"text-{pages}.pdf"), cost))
    _show_growth(grown)
    _compare(f"(h) text of {grown[-1][0]:,} pages, whole process", source, folder)


def ours(source: Path, folder: Path) -> Cost:
    """Three files by one process."""
    arguments = ["-m", "convert", "convert", str(source), "--fonts", "bundled", "-O", str(folder)]
    return _run([[sys.executable, *arguments]], _ROOT)


def _compare(name: str, source: Path, folder: Path) -> None:
    mine, theirs = ours(source, folder), _run(peers.commands(source, folder), folder)
    print(f"{name}\n  Triptych: {_shown(mine)}")
    speed, memory = theirs.seconds / mine.seconds, theirs.peak / mine.peak
    print(f"  pandoc and Typst as processes: {_shown(theirs)}, ratios: time {speed:.1f}, memory {memory:.1f}")


def _run(commands: Iterable[Sequence[str | Path]], folder: Path) -> Cost:
    """Run commands one after the other. Raises CalledProcessError where one fails."""
    seconds = peak = 0.0
    for command in commands:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=installed(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        seconds += time.perf_counter() - start
        peak = max(peak, usage.ru_maxrss / _MB)
    return Cost(seconds, peak)


def _page_count(file: Path) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(str(file)))


def _show_growth(grown: list[tuple[int, Cost]]) -> None:
    print("(h) running text, whole process, by pages")
    for pages, cost in grown:
        print(f"  {pages:,} pages: {_shown(cost)}")
    (fewest, first), (most, last) = grown[0], grown[-1]
    for (few, less), (many, more) in pairwise(grown):
        slope = (more.seconds - less.seconds) / (many - few)
        print(f"  from {few:,} to {many:,} pages: {1000 * slope:.1f} ms a page")
    seconds, peak = ((b - a) / (most - fewest) for a, b in zip(first, last, strict=True))
    print(f"  from {fewest:,} to {most:,} pages: {1000 * seconds:.1f} ms and {peak:.2f} MB a page")


def _shown(cost: Cost) -> str:
    return f"{cost.seconds:.2f} s, {cost.peak:.0f} MB"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        bench_large(Path(made))
