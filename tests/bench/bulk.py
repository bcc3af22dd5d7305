"""Many short reports: documents a second with one and two processes, against pandoc and Typst; how workers' memory grows.

`python -m tests.bench.bulk`; it runs in a small process, whose children are to be measured.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bench import peers
from tests.bench.reports import markdown, short_report
from tests.bench.timing import installed

_ROOT = Path(__file__).parents[2]
_REPORTS = 1_000
_PEERS_REPORTS = 40  # they take long, and each of their documents takes the same
_ROUNDS = 2  # one and two processes, ours and theirs, in turn
_EARLY = 100  # documents after which memory should stand still
_KB = 1024


def bench_bulk(folder: Path) -> None:
    """Measure and print."""
    source = folder / "in"
    source.mkdir()
    for seed in range(_REPORTS):
        (source / f"{seed:04d}.md").write_text(markdown(short_report(seed)), "utf-8")
    few = sorted(source.iterdir())[:_PEERS_REPORTS]
    rates: dict[tuple[str, int], list[float]] = {}
    memory = _Memory()
    for turn in range(_ROUNDS):
        for jobs in (1, 2):
            out = folder / f"out-{turn}-{jobs}"
            rates.setdefault(("Triptych", jobs), []).append(_REPORTS / _ours(source, out, jobs, memory))
            rates.setdefault(("processes", jobs), []).append(_PEERS_REPORTS / _as_processes(few, out, jobs))
            rates.setdefault(("warm", jobs), []).append(_PEERS_REPORTS / _warm(few, out, jobs))
    _show(rates)
    memory.show()


def _ours(source: Path, out: Path, jobs: int, memory: _Memory) -> float:
    """Seconds of the whole command."""
    command = [sys.executable, "-m", "convert", "convert", str(source), "--fonts", "bundled", "-O", str(out), "-q"]
    start = time.perf_counter()
    process = subprocess.Popen([*command, "-j", str(jobs)], cwd=_ROOT, env=installed())
    with memory.watching(process.pid, out):
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - start


def _as_processes(sources: list[Path], out: Path, jobs: int) -> float:
    """Seconds of four processes a document, so many documents at a time, as `xargs -P` has it."""
    start = time.perf_counter()
    with ThreadPoolExecutor(jobs) as threads:
        list(threads.map(lambda source: peers.convert_as_processes(source, out), sources))
    return time.perf_counter() - start


def _warm(sources: list[Path], out: Path, jobs: int) -> float:
    """Seconds with Typst in processes that are warm. Starting and warming them is not counted."""
    shares = [sources[at::jobs] for at in range(jobs)]
    code = "import sys; from tests.bench.bulk import serve_warm; serve_warm(sys.argv[1], sys.argv[2:])"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(out), *map(str, share)],
            cwd=_ROOT, env=installed(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )
        for share in shares
    ]  # fmt: skip
    for process in processes:
        assert process.stdout and process.stdin
        process.stdout.readline()
    start = time.perf_counter()
    for process in processes:
        assert process.stdin
        process.stdin.close()
    for process in processes:
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, code)
        assert process.stdout
        process.stdout.close()
    return time.perf_counter() - start


def serve_warm(folder: str, sources: list[str]) -> None:
    """Convert `sources` when standard input ends, all that can be loaded being loaded by then."""
    warm = peers.Warm(Path(folder))
    warm.convert(Path(sources[0]))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.read()
    for source in sources:
        warm.convert(Path(source))


class _Memory:
    """The resident memory of workers while documents are converted: they are the children of the command's children."""

    def __init__(self) -> None:
        self._seen: dict[tuple[int, int], dict[str, float]] = {}  # MB by process and run: early, late, peak
        self._runs = 0

    @contextlib.contextmanager
    def watching(self, main: int, out: Path):  # type: ignore[no-untyped-def]
        """Look at the workers of `main` now and then."""
        ended = threading.Event()
        self._runs += 1
        thread = threading.Thread(target=self._watch, args=(main, out, ended, self._runs))
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _watch(self, main: int, out: Path, ended: threading.Event, run: int) -> None:
        while not ended.wait(0.2):
            done = sum(entry.name.endswith(".epub") for entry in os.scandir(out)) if out.is_dir() else 0
            for worker in grandchildren(main):
                size = resident(worker)
                seen = self._seen.setdefault((run, worker), {})
                if done >= _EARLY:
                    seen.setdefault("early", size)
                seen["late"] = size or seen.get("late", 0.0)
                seen["peak"] = max(seen.get("peak", 0.0), size)

    def show(self) -> None:
        """Print it."""
        whole = [seen for seen in self._seen.values() if "early" in seen]
        for name in ("early", "late", "peak"):
            sizes = [seen[name] for seen in whole]
            label = {"early": f"after {_EARLY} documents", "late": f"at the end of {_REPORTS:,}", "peak": "at most"}[
                name
            ]
            print(f"  memory of a worker {label}: {min(sizes):.0f} to {max(sizes):.0f} MB")


def grandchildren(main: int) -> list[int]:
    """The workers of a command: the children of the server that they are copied from."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    return [pid for pid, parent in parents.items() if parents.get(parent) == main]


def resident(pid: int) -> float:
    """In MB; 0 for a process that is gone."""
    with contextlib.suppress(OSError, IndexError, ValueError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / _KB**2
    return 0.0


def _show(rates: dict[tuple[str, int], list[float]]) -> None:
    print(f"(i) {_REPORTS:,} short reports, three formats, documents a second (each round)")
    names = {"processes": "pandoc and Typst as processes", "warm": "pandoc as processes, Typst warm"}
    for jobs in (1, 2):
        ours = rates["Triptych", jobs]
        print(f"  Triptych -j {jobs}: {', '.join(f'{rate:.1f}' for rate in ours)}")
        for peer, name in names.items():
            theirs = rates[peer, jobs]
            ratios = ", ".join(f"{our / their:.1f}" for our, their in zip(ours, theirs, strict=True))
            print(f"  {name}, {jobs} at a time: {', '.join(f'{rate:.1f}' for rate in theirs)}, ratio {ratios}")
    scaled = ", ".join(f"{two / one:.2f}" for one, two in zip(rates["Triptych", 1], rates["Triptych", 2], strict=True))
    print(f"  two workers against one: {scaled}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        bench_bulk(Path(made))
