"""Print a document anew in the official style, and tell what is better for it: which findings are gone, which are left, and
whether its words are as they were. Exit codes: 0 nothing is left and no word is other · 1 something is · 2 called wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from convert.checking import Fixed, fix_bytes
from convert.checks.engine import count
from convert.checks.integrity import Difference
from convert.checks.rule import Rule
from convert.cli.commands import Form
from convert.cli.console import Console
from convert.cli.conversion import folder_of, read_source
from convert.cli.findings import finding_lines, finding_record
from convert.cli.jobs import Job, plan
from convert.cli.rendering import as_record, json_text, ordered, printable, show_report
from convert.config import Options
from convert.diagnostics import Report, UsageError
from convert.kit.files import write_output

LEFT = 1


def fixing(files: Sequence[str], output: str, form: Form, *, fix: bool, against: str) -> Job:
    """What is to be printed anew, and where to. Raises UsageError where that cannot be."""
    if not fix:
        raise UsageError("option-needs", option="-o", needed="--fix")
    if not output:
        raise UsageError("argument-missing", name="-o FILE", command="triptych check --fix")
    if against:
        raise UsageError("option-conflict", first="--fix", second="--against")
    if form not in ("text", "json"):
        raise UsageError("option-conflict", first="--fix", second=f"--format {form}")
    if output == "-":
        raise UsageError("option-conflict", first="--fix", second="-o -")
    if len(files) > 1:
        raise UsageError("single-input", option="--fix", n=len(files))
    return plan(list(files), (), output, None)


def fix_file(console: Console, job: Job, options: Options, rules: Sequence[Rule], form: Form) -> int:
    """Print the document anew and tell; the exit code. Raises ConvertError."""
    ((format, path),) = job.targets.items()
    assert path is not None
    report = Report(job.name)
    source = read_source(console, job.source, options.limits)
    fixed = fix_bytes(source, job.name, format, options, report, rules, folder_of(job.source))
    write_output(path, fixed.data, named=True)
    if form == "json":
        console.data(json_text(_record(console, job, path, fixed, report)))
    else:
        show_report(console, report)
        _tell(console, job, path, fixed)
    whole = not (fixed.unread or fixed.changed)
    return 0 if whole and not count(fixed.after, standard=True) else LEFT


def _gone(fixed: Fixed) -> list[str]:
    """The rules that found something in the old file and nothing in the new one."""
    left = {finding.rule.id for finding in fixed.after}
    return [id for id in dict.fromkeys(finding.rule.id for finding in fixed.before) if id not in left]


def _tell(console: Console, job: Job, path: Path, fixed: Fixed) -> None:
    if gone := _gone(fixed):
        console.data(console.text("fixed-gone", n=len(gone), rules=console.text("comma").join(gone)) + "\n")
    if fixed.after:
        console.data(console.text("fixed-left", n=len(fixed.after)) + "\n")
        console.data("".join(f"{line}\n" for finding in fixed.after for line in finding_lines(console, finding)))
    for key, found in (("fixed-unread", fixed.unread), ("fixed-changed", fixed.changed)):
        if found:
            console.data(console.text(key, n=len(found)) + "\n")
            console.data("".join(f"{line}\n" for line in _lines(console, found)))
    if not (fixed.unread or fixed.changed):
        console.data(console.text("fixed-words") + "\n")
    console.say(console.text("written", source=printable(job.source), targets=printable(str(path))))


def _lines(console: Console, found: Sequence[Difference]) -> Iterator[str]:
    """A difference on a line."""
    for before, after, _ in found:
        yield "  " + console.text("fixed-word", before=printable(before), after=printable(after))


def _record(console: Console, job: Job, path: Path, fixed: Fixed, report: Report) -> dict[str, object]:
    language = console.language
    return {
        "input": job.source,
        "output": str(path),
        "gone": _gone(fixed),
        "left": [finding_record(finding, language) for finding in fixed.after],
        "unread": [{"before": before, "after": after} for before, after, _ in fixed.unread],
        "changed": [{"before": before, "after": after} for before, after, _ in fixed.changed],
        "diagnostics": [as_record(found, language) for found in ordered(report)],
    }
