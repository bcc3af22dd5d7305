"""Run the jobs one after the other, and tell how each went."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from pathlib import Path

from convert.cli.console import Console
from convert.cli.jobs import STREAM, Job
from convert.cli.progress import moving_bar
from convert.cli.rendering import as_record, ordered, printable, show_report
from convert.config import Options
from convert.diagnostics import ConvertError, OutputError, Report
from convert.kit.files import read_input, write_output
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


def run_jobs(
    console: Console, jobs: list[Job], options: Options, *, as_json: bool, strict: bool, repair_log: Path | None
) -> int:
    """Convert every job and tell of it; the exit code. A document that fails does not stop the others.

    Raises StyleError and UsageError: what is wrong with the settings is wrong for every document.
    """
    outcomes = []
    watched = len(jobs) > 1 and not as_json and console.shows_progress
    with moving_bar(console, len(jobs) if watched else 0) as advance:
        for job in jobs:
            outcome = run_job(console, job, options, repair_log)
            outcomes.append(outcome)
            show_report(console, outcome.report)
            if as_json:
                console.data(json.dumps(_record(console, outcome), ensure_ascii=False) + "\n")
            elif not outcome.failed and not watched:
                _tell(console, outcome)
            advance()
    if len(jobs) > 1:
        _tell_all(console, outcomes)
    if any(outcome.failed for outcome in outcomes):
        return SOME_FAILED
    return WARNED if strict and any(outcome.warnings for outcome in outcomes) else 0


def run_job(console: Console, job: Job, options: Options, repair_log: Path | None) -> Outcome:
    """Convert one job; what goes wrong with its document is in the outcome's report.

    Raises StyleError and UsageError.
    """
    outcome = Outcome(job, Report("<stdin>" if job.source == STREAM else job.source))
    start = time.perf_counter()
    try:
        _convert(console, job, options, outcome)
        if repair_log:
            write_output(repair_log, outcome.report.edits.encode())
    except ConvertError as error:
        if error.exit_code != SOME_FAILED:
            raise
        outcome.report.diagnostics.append(error.diagnostic)
        outcome.failed = True
    except BrokenPipeError:
        raise
    except Exception as error:  # a bug, but not the other documents'
        from convert.cli.bugs import bug_finding

        outcome.report.diagnostics.append(bug_finding(console, error))
        outcome.failed = True
    outcome.seconds = time.perf_counter() - start
    return outcome


def _convert(console: Console, job: Job, options: Options, outcome: Outcome) -> None:
    """All of a document's files are made before the first one is written."""
    source = read_source(console, job.source)
    made = convert_bytes(source, job.name, tuple(job.targets), options, outcome.report, folder_of(job.source))
    for name, path in job.targets.items():
        if path is None:
            _hand_out(console, made[name])
        else:
            write_output(path, made[name])
            outcome.written.append(str(path))


def _hand_out(console: Console, data: bytes) -> None:
    try:
        console.data_bytes(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError("output-unwritable", path="<stdout>", reason=error.strerror or error) from None


def read_source(console: Console, source: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises InputError."""
    return console.stdin.buffer.read() if source == STREAM else read_input(Path(source))


def folder_of(source: str) -> Path | None:
    """Where pictures that an input names may lie: its folder; nowhere for standard input."""
    return None if source == STREAM else Path(source).parent


# --- telling -----------------------------------------------------------------------------------------------------


def _tell(console: Console, outcome: Outcome) -> None:
    """One line for a finished document, and one for what `-v` would list."""
    if outcome.written:
        console.say(
            console.text(
                "written", source=printable(outcome.report.name), targets=printable(", ".join(outcome.written))
            )
        )
    infos = list(outcome.report.of("info"))
    edits = sum(found.count for found in infos if found.code.startswith("repair-"))
    counts = {"repairs": edits, "notes": sum(found.count for found in infos) - edits}
    if any(counts.values()) and console.verbosity == 0:
        shown = console.text("comma").join(console.text(key, n=n) for key, n in counts.items() if n)
        console.say("  " + console.text("listed", counts=shown))
    console.say("  " + console.text("seconds", seconds=f"{outcome.seconds:.2f}"), least=2)


def _tell_all(console: Console, outcomes: list[Outcome]) -> None:
    failed = sum(outcome.failed for outcome in outcomes)
    numbers = {
        "done": len(outcomes) - failed,
        "failed": failed,
        "warnings": sum(outcome.warnings for outcome in outcomes),
        "seconds": f"{sum(outcome.seconds for outcome in outcomes):.1f}",
    }
    console.say(console.text("summary", **numbers))


def _record(console: Console, outcome: Outcome) -> dict[str, object]:
    report = outcome.report
    return {
        "input": outcome.job.source,
        "ok": not outcome.failed,
        "outputs": outcome.written,
        "seconds": round(outcome.seconds, 3),
        "edits": sum(len(stage.edits) for stage in report.edits.stages),
        "diagnostics": [as_record(found, console.language) for found in ordered(report)],
    }
