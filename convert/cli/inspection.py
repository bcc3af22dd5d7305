"""Show what was understood of a file: its tree, its JSON, or the repairs made to its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from convert.bulk.kinds import STREAM
from convert.cli.console import Console
from convert.cli.conversion import folder_of, read_source
from convert.cli.jobs import Job
from convert.cli.rendering import harmless_json, printable, printable_lines, show_report
from convert.config import Options
from convert.diagnostics import InputError, Report
from convert.edits import EditLog, Stage
from convert.model.dump import dump
from convert.model.json import encode
from convert.pipeline import read_document

Shown = Literal["tree", "json", "repairs"]

_LONGEST = 40  # characters of a long edit


def inspect_source(console: Console, source: str, options: Options, shown: Shown, *, positions: bool) -> int:
    """Read `source` and print it on stdout, findings on stderr; the exit code. Raises StyleError, UsageError."""
    report = Report("<stdin>" if source == STREAM else source)
    try:
        data = read_source(console, source, options.limits)
        document = read_document(data, Job(source, {}).name, options, report, folder_of(source))
    except InputError as error:
        report.diagnostics.append(error.diagnostic)
        show_report(console, report)
        return error.exit_code
    match shown:
        case "tree":
            console.data(printable_lines(dump(document, positions=positions)))
        case "json":
            console.data(harmless_json(encode(document, indent=2).decode()) + "\n")
        case "repairs":
            console.data("".join(f"{line}\n" for line in edit_lines(report.edits, data)))
    show_report(console, report)
    return 0


def edit_lines(log: EditLog, source: bytes) -> Iterator[str]:
    """Every edit of the log, by stage: where it was in the source, what stood there, what stands there now."""
    for stage in log.stages:
        yield f"{stage.name}: {len(stage.edits)}"
        for where, edit in zip(_places(stage, log, source), stage.edits, strict=True):
            yield f"  {where:<10}{edit.rule:<16}{_short(edit.before)} → {_short(edit.after)}"


def _places(stage: Stage, log: EditLog, source: bytes) -> Iterator[str]:
    """`line:column` of each edit, in characters; the source is walked through once."""
    done, line, column = len(log.bom), 1, 1
    for edit in stage.edits:
        if edit.start < done or not log.encoding:
            yield f"@{edit.start}" if edit.start >= 0 else "-"
            continue
        passed = source[done : edit.start].decode(log.encoding, "replace")
        breaks = passed.count("\n")
        column = len(passed) - passed.rfind("\n") if breaks else column + len(passed)
        done, line = edit.start, line + breaks
        yield f"{line}:{column}"


def _short(text: str) -> str:
    shown = printable(text.replace("\n", "↵"))
    return f"“{shown[:_LONGEST]}…”" if len(shown) > _LONGEST else f"“{shown}”"
