"""Convert one document, and tell how it went."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from convert.bulk.kinds import STREAM
from convert.cli.console import Console
from convert.cli.jobs import Job
from convert.cli.rendering import json_text, ordered, show_report
from convert.cli.telling import record, tell_written
from convert.config import Options
from convert.diagnostics import ConvertError, OutputError, Report
from convert.kit.files import read_input, read_stream, write_output
from convert.kit.limits import Limits
from convert.pipeline import convert_bytes

SOME_FAILED, WARNED = 1, 3
"""Exit codes: an input could not be converted; all were, but with warnings under `--strict`."""


@dataclass
class Outcome:
    """How one job went. `written`: the files as they were named; `failed`: something could not be, as the report says."""

    job: Job
    report: Report
    written: list[str] = field(default_factory=list)
    failed: bool = False
    seconds: float = 0.0

    @property
    def warnings(self) -> int:
        """How many warnings were found, repeats counted."""
        return sum(found.count for found in self.report.of("warning"))


def run_one(
    console: Console, job: Job, options: Options, *, as_json: bool, strict: bool, repair_log: Path | None
) -> int:
    """Convert one document and tell of it; the exit code.

    Raises StyleError and UsageError: what is wrong with the settings.
    """
    outcome = run_job(console, job, options, repair_log)
    show_report(console, outcome.report)
    if as_json:
        state, found = "failed" if outcome.failed else "done", ordered(outcome.report)
        edits = sum(len(stage.edits) for stage in outcome.report.edits.stages)
        said = record(console, job.source, state, outcome.written, found, outcome.seconds, edits)
        console.data(json_text(said))
    elif not outcome.failed:
        tell_written(console, outcome.report.name, outcome.written, outcome.report.diagnostics, outcome.seconds)
    if outcome.failed:
        return SOME_FAILED
    return WARNED if strict and outcome.warnings else 0


def run_job(console: Console, job: Job, options: Options, repair_log: Path | None) -> Outcome:
    """Convert one job; what goes wrong with its document is in the outcome's report.

    Raises StyleError and UsageError.
    """
    outcome = Outcome(job, Report("<stdin>" if job.source == STREAM else job.source))
    start = time.perf_counter()
    try:
        _convert(console, job, options, outcome)
        if repair_log:
            write_output(repair_log, outcome.report.edits.encode(), named=True)
    except ConvertError as error:
        if error.exit_code != SOME_FAILED:
            raise
        outcome.report.diagnostics.append(error.diagnostic)
        outcome.failed = True
    except BrokenPipeError:
        raise
    except Exception as error:  # a bug, but not the other documents'
        from convert.cli.bugs import tell_bug

        outcome.report.diagnostics.append(tell_bug(console, error))
        outcome.failed = True
    outcome.seconds = time.perf_counter() - start
    return outcome


def _convert(console: Console, job: Job, options: Options, outcome: Outcome) -> None:
    """All of a document's files are made before the first one is written."""
    source = read_source(console, job.source, options.limits)
    made = convert_bytes(source, job.name, tuple(job.targets), options, outcome.report, folder_of(job.source))
    for name, path in job.targets.items():
        if path is None:
            _hand_out(console, made[name])
        else:
            write_output(path, made[name], named=job.named)
            outcome.written.append(str(path))


def _hand_out(console: Console, data: bytes) -> None:
    try:
        console.data_bytes(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError("output-unwritable", path="<stdout>", reason=error.strerror or error) from None


def read_source(console: Console, source: str, limits: Limits) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises InputError."""
    return read_stream(console.stdin.buffer, limits) if source == STREAM else read_input(Path(source), limits)


def folder_of(source: str) -> Path | None:
    """Where pictures that an input names may lie: its folder; nowhere for standard input."""
    return None if source == STREAM else Path(source).parent
