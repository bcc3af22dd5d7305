"""Convert many documents, and tell how it goes: a display that moves for those who watch, a line a document for others."""

from __future__ import annotations

import contextlib
import itertools
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType
from typing import Any

from convert.bulk.items import Items
from convert.bulk.journal import PAGE, Journal
from convert.bulk.kinds import Selection, is_address
from convert.bulk.names import safe_name
from convert.bulk.report import write_report
from convert.bulk.run import Bulk, Hands, run
from convert.bulk.run import workers as make_workers
from convert.bulk.sources import File, Member
from convert.bulk.tasks import Result
from convert.cli.console import Console
from convert.cli.conversion import SOME_FAILED, WARNED
from convert.cli.jobs import DEFAULT_FOLDER, format_names
from convert.cli.progress import Display
from convert.cli.rendering import json_text, ordered, printable, show_report
from convert.cli.telling import record, tell_written
from convert.config import Options
from convert.diagnostics import Report, UsageError
from convert.formats import DEFAULT_OUTPUTS
from convert.kit.files import write_output
from convert.style.compute import read_sheet

_SHOWN_CODES = 10
_TRIED = 2  # inputs that workers of a cluster are asked for


@dataclass
class Tally:
    """How a run went so far."""

    done: int = 0
    unchanged: int = 0
    failed: int = 0
    warnings: int = 0
    codes: Counter[str] = field(default_factory=Counter)

    def count(self, result: Result) -> None:
        """Count one more document."""
        self.done += result.state == "done"
        self.unchanged += result.state == "unchanged"
        self.failed += result.state == "failed"
        self.warnings += result.warnings
        if result.state == "failed":
            self.codes.update({found.code for found in result.diagnostics if found.severity == "error"})


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for: see the parameters of the command `convert`."""

    inputs: list[str]
    formats: tuple[str, ...]
    folder: str
    selection: Selection
    jobs: int
    timeout: float
    memory: int
    force: bool
    cluster: str = ""


def run_request(console: Console, request: Request, options: Options, *, as_json: bool, strict: bool) -> int:
    """Convert what is asked for and tell of it; the exit code. Raises ConvertError."""
    bulk = Bulk(
        format_names(request.formats) or DEFAULT_OUTPUTS, request.folder or str(DEFAULT_FOLDER), request.jobs, request.timeout,
        request.memory, request.force,
    )  # fmt: skip
    read_sheet(options.style, options.settings)  # what is wrong with it is wrong for all
    items = Items(request.inputs, request.selection, console.stdin.buffer, bulk.folder, options.limits, options.roots)
    items.check_outputs(bulk.folder, bulk.formats)
    tally, start = Tally(), time.monotonic()
    with _terminable(), Journal(home_of(bulk.folder)) as journal:
        with (
            _hands(request.cluster, bulk, items, options) as hands,
            Display(console, items.count, hands.executor, shown=not as_json) as display,
        ):
            bulk = replace(bulk, jobs=hands.workers)
            with _telling_of_interruption(console, tally, start):
                for result in run(items, options, bulk, journal, hands.executor, ships=hands.ships):
                    tally.count(result)
                    _tell(console, result, as_json=as_json, watched=display.moves)
                    display.count(tally)
        page = home_of(bulk.folder) / PAGE
        write_output(page, write_report(journal, bulk.folder, console.language), journal.parts)
    _tell_all(console, tally, time.monotonic() - start, page)
    if tally.failed:
        return SOME_FAILED
    return WARNED if strict and tally.warnings else 0


@contextlib.contextmanager
def _hands(address: str, bulk: Bulk, items: Items, options: Options) -> Iterator[Hands]:
    """Who does the work: processes of our own, or the workers of a cluster. Raises UsageError."""
    if not address:
        with make_workers(bulk) as pool:
            yield Hands(pool, False, bulk.jobs)
        return
    from convert.bulk.cluster import cluster_at

    for option, given in (("--timeout", bulk.timeout), ("--max-memory", bulk.memory)):
        if given:
            raise UsageError("option-conflict", first="--cluster", second=option)
    with cluster_at(address, bulk.folder, itertools.islice(_places(items), _TRIED), _needed(options)) as hands:
        yield hands


def _places(items: Items) -> Iterator[str]:
    """The files that are to be read."""
    for item in items.named:
        match item.source:
            case File(place):
                yield place
            case Member(archive):
                yield archive


def _needed(options: Options) -> Iterator[str | Path]:
    """The files and folders that settings name."""
    if options.style.endswith(".toml"):
        yield options.style
    if options.meta_file:
        yield options.meta_file
    yield from (*options.font_folders, *options.roots)


def home_of(folder: str) -> Path:
    """Where the journal of a run and its page are: in the folder of the outputs, for a store in a folder here that is called after
    its address."""
    return Path(safe_name(folder)) if is_address(folder) else Path(folder)


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    """Let SIGTERM, and the end of the terminal, end a run as Ctrl-C does: what is done stays done, and nothing is left
    half-written. What is ignored (`nohup`) stays so."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before: dict[int, Any] = {}
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    with contextlib.suppress(ValueError):  # not the main thread: who runs it decides
        for number in numbers:
            if signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def _telling_of_interruption(console: Console, tally: Tally, start: float) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        _tell_counts(console, tally, time.monotonic() - start)
        raise


def _tell(console: Console, result: Result, *, as_json: bool, watched: bool) -> None:
    report = Report(result.id)
    report.diagnostics = list(result.diagnostics)
    if result.state != "unchanged":
        show_report(console, report)
    if as_json:
        found = ordered(report)
        said = record(console, result.id, result.state, result.outputs, found, result.seconds, result.edits)
        console.data(json_text(said))
    elif result.state == "done" and not watched:
        tell_written(console, result.id, result.outputs, result.diagnostics, result.seconds)
    elif result.state == "unchanged":
        console.say(console.text("unchanged", source=printable(result.id)), least=1)


def _tell_all(console: Console, tally: Tally, seconds: float, page: Path) -> None:
    _tell_counts(console, tally, seconds)
    for code, count in tally.codes.most_common(_SHOWN_CODES):
        console.say(f"{count:>8}  {code}")
    console.say(console.text("page", page=printable(str(page))))


def _tell_counts(console: Console, tally: Tally, seconds: float) -> None:
    total = tally.done + tally.unchanged + tally.failed
    console.say(
        console.text(
            "summary", done=tally.done, unchanged=tally.unchanged, failed=tally.failed, warnings=tally.warnings,
            seconds=f"{seconds:.1f}", rate=f"{total / seconds:.1f}" if seconds else "-",
        )
    )  # fmt: skip
