"""Reading alone: Markdown against pandoc, DOCX against pandoc and python-docx.

Pandoc is a process that writes its syntax tree; so are we then, with the same tree to write. python-docx opens a file in
this process; there only our reader is measured.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from convert.diagnostics import Report
from convert.formats import INPUTS, load_reader
from convert.reading.source import Source
from tests.bench import peers
from tests.bench.reports import long_report, markdown, marked_markdown
from tests.bench.timing import in_turn, installed, show

_ROOT = Path(__file__).parents[2]
_MARKDOWN = 325_000  # characters: 1 MB of UTF-8
_DOCX = 123_000  # characters: 200 pages of 22 lines of 28
_RUNS = range(5)


def bench_reading(folder: Path) -> None:
    """Measure and print."""
    text = folder / "reading.md"
    text.write_text(markdown(long_report(7, _MARKDOWN)), "utf-8")
    marked = folder / "marked.md"
    marked.write_text(marked_markdown(7), "utf-8")
    _bench_processes("(d) 1 MB of plain Markdown read, whole process", text)
    _bench_reader("    the same, reading alone", text)
    _bench_processes("(e) 1 MB of Markdown full of marks read, whole process", marked)
    _bench_reader("    the same, reading alone", marked)
    source = folder / "pages.md"
    source.write_text(markdown(long_report(8, _DOCX)), "utf-8")
    word = folder / "pages.docx"
    subprocess.run([peers.pandoc(), source, "-o", word], check=True, capture_output=True)
    _bench_processes("(f) a DOCX of 200 pages read, whole process", word)
    _bench_reader("    the same, reading alone", word)


def _bench_processes(name: str, source: Path) -> None:
    """With the syntax tree to write, as JSON."""
    target = str(source.with_suffix(".tree.json"))
    command = [
        sys.executable,
        "-m",
        "convert",
        "convert",
        str(source),
        "-t",
        "json-pandoc",
        "--roles",
        "off",
        "-o",
        target,
    ]
    ours, theirs = in_turn(
        _RUNS,
        lambda _: subprocess.run(command, cwd=_ROOT, env=installed(), check=True, capture_output=True),
        lambda _: _read_by_pandoc(source),
    )
    show(name, ours, {"pandoc -t json": theirs})


def _bench_reader(name: str, source: Path) -> None:
    """Our reader in this process, warm. Of pandoc's time its start is taken off; python-docx opens DOCX only."""
    data = source.read_bytes()
    read = load_reader(next(known for known in INPUTS.values() if source.suffix in known.suffixes))
    nothing = source.with_name("nothing.md")
    nothing.touch()
    works: list[Callable[[int], object]] = [
        lambda _: read(Source(data, source.name, source.parent), Report()),
        lambda _: _read_by_pandoc(source),
        lambda _: _read_by_pandoc(nothing),
    ]
    if source.suffix == ".docx":
        works += (lambda _: peers.open_by_python_docx(source)), (lambda _: peers.read_by_python_docx(source))
    for work in works:
        work(0)
    ours, whole, start, *opened = in_turn(_RUNS, *works)
    peer_times = {"pandoc -t json, less its start": whole - start}
    show(
        name,
        ours,
        peer_times | dict(zip(("python-docx, opening", "python-docx, the words alone"), opened, strict=False)),
    )


def _read_by_pandoc(source: Path) -> None:
    target = source.with_suffix(".pandoc.json")
    subprocess.run([peers.pandoc(), "-t", "json", source, "-o", target], check=True, capture_output=True)
