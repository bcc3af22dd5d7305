"""Very many records: documents a second, and the memory of the command and of its workers on the way.

`python -m tests.bench.records --records 100000 --formats json`. Ids are such that no two outputs would have names of their own, if
they were not given some.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tests.bench.bulk import grandchildren, resident
from tests.bench.timing import installed
from tests.bulk.corpus import report

_ROOT = Path(__file__).parents[2]
_LOOKS = 50  # times that memory is looked at between two lines


def bench_records(folder: Path, records: int, formats: str, jobs: int) -> None:
    """Measure and print."""
    source, out = folder / "records.jsonl", folder / "out"
    _write(source, records)
    print(f"(j) {records:,} records to {formats}, {jobs} workers", flush=True)
    command = [
        sys.executable, "-m", "convert", "convert", str(source), "-t", formats, "--fonts", "bundled", "-O", str(out),
        "-j", str(jobs), "--json", "-qq",
    ]  # fmt: skip
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=_ROOT, env=installed(), stdout=subprocess.PIPE, text=True)
    assert process.stdout
    failed = _watched(process.stdout, process.pid, records, start)
    if process.wait() not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command)
    names = [entry.name for entry in os.scandir(out) if entry.is_file() and entry.name != "report.html"]
    unique = len({unicodedata.normalize("NFC", name).casefold() for name in names})
    print(f"  outputs {len(names):,}, names unique to every file system {unique:,}, failed {failed:,}")
    size = sum(path.stat().st_size for path in (out / ".triptych").iterdir() if path.is_file())
    print(f"  journal {size / 2**20:.0f} MB, page {(out / 'report.html').stat().st_size / 2**20:.1f} MB")
    start = time.perf_counter()
    subprocess.run(command, cwd=_ROOT, env=installed(), stdout=subprocess.DEVNULL, check=not failed)
    print(f"  again, all as they were: {time.perf_counter() - start:.0f} s", flush=True)


def _write(source: Path, records: int) -> None:
    with source.open("w", encoding="utf-8") as file:
        for number in range(records):
            record = {"id": f"../报告:{number % (records // 2 or 1)}", "text": report(number)}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _watched(lines: Iterator[str], main: int, records: int, start: float) -> int:
    """Print how it goes, at a tenth, the half and the end; how many failed."""
    failed = 0
    peak: dict[str, float] = {"main": 0.0, "workers": 0.0}
    stops = {records // 10, records // 2, records}
    for done, line in enumerate(lines, 1):
        failed += '"ok": false' in line[:4_000]
        if done % max(records // 10 // _LOOKS, 1) == 0 or done in stops:
            sizes = {"main": resident(main), "workers": max(map(resident, grandchildren(main)), default=0.0)}
            peak = {name: max(peak[name], size) for name, size in sizes.items()}
            if done in stops:
                seconds = time.perf_counter() - start
                print(
                    f"  {done:,} after {seconds:.0f} s, {done / seconds:.1f} a second; command {sizes['main']:.0f} MB (at most "
                    f"{peak['main']:.0f}), a worker {sizes['workers']:.0f} MB (at most {peak['workers']:.0f})",
                    flush=True,
                )
    return failed


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--formats", default="json")
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        bench_records(Path(made), asked.records, asked.formats, asked.jobs)
