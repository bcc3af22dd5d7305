"""Check finished files, and tell what was found. Exit codes: 0 nothing · 1 findings of the standard, or a file that cannot
be read · 2 called wrongly."""

from __future__ import annotations

import difflib
import json
from collections.abc import Sequence

from convert.bulk.kinds import STREAM
from convert.checking import check_bytes, source_wording
from convert.checks.engine import count
from convert.checks.integrity import Wording
from convert.checks.rule import Finding, Rule
from convert.checks.rules import RULES
from convert.cli.commands import Form
from convert.cli.console import Console
from convert.cli.conversion import folder_of, read_source
from convert.cli.findings import Checked, authority, finding_lines, github_lines, record, rule_record, sarif
from convert.cli.jobs import Job
from convert.cli.rendering import json_text, printable, show, show_report
from convert.config import Options
from convert.diagnostics import ConvertError, Report, UsageError

FOUND = 1


def chosen(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that apply. Raises UsageError (`rule-unknown`) for a name that no rule has."""
    known = {rule.id for rule in RULES}
    for name in (*select, *ignore):
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0)[0]
            raise UsageError("rule-unknown", name=name, near=near)
    return tuple(rule for rule in RULES if (not select or rule.id in select) and rule.id not in ignore)


def list_rules(console: Console, rules: Sequence[Rule], form: Form) -> int:
    """Print the table of rules."""
    if form == "json":
        lines = [json.dumps(rule_record(rule, console.language), ensure_ascii=False) for rule in rules]
    else:
        width = max(len(rule.id) for rule in rules) + 2
        lines = [
            f"{rule.id:<{width}}{authority(rule, console.language)}: {rule.about.of(console.language)}"
            for rule in rules
        ]
    console.data("\n".join(lines) + "\n")
    return 0


def check_files(
    console: Console,
    files: Sequence[str],
    options: Options,
    rules: Sequence[Rule],
    form: Form,
    *,
    strict: bool,
    against: str = "",
) -> int:
    """Check every file and print what was found; the exit code. A file that cannot be read does not stop the others.
    `against`: the source whose words the files have to have.

    Raises StyleError and UsageError; InputError where the source cannot be read.
    """
    results: list[Checked] = []
    wording = _wording(console, against, options) if against else None
    for name in files:
        checked = _check(console, name, options, rules, wording)
        results.append(checked)
        _print(console, checked, form)
    if form == "sarif":
        console.data(json_text(sarif(results, rules, console.language), 2))
    if len(results) > 1 and form == "text":
        _tell(console, "found-in-all", [finding for each in results for finding in each.findings], n=len(results))
    bad = any(each.failed or is_failing(each.findings, strict=strict) for each in results)
    return FOUND if bad else 0


def is_failing(findings: Sequence[Finding], *, strict: bool) -> bool:
    """Whether findings end the command with 1: those of the standard do, those of practice under `--strict` alone."""
    return bool(findings) if strict else count(findings, standard=True) > 0


def _wording(console: Console, source: str, options: Options) -> Wording:
    """The words of the source; what was mended or numbered in it is told."""
    report = Report(source)
    wording = source_wording(
        read_source(console, source, options.limits), Job(source, {}).name, options, report, folder_of(source)
    )
    show_report(console, report)
    return wording


def _check(console: Console, name: str, options: Options, rules: Sequence[Rule], wording: Wording | None) -> Checked:
    report = Report("<stdin>" if name == STREAM else name)
    try:
        findings = check_bytes(read_source(console, name, options.limits), report.name, options, report, rules, wording)
    except ConvertError as error:
        if error.exit_code != FOUND:
            raise
        return Checked(report.name, [], [*report.folded(), error.diagnostic], failed=True)
    return Checked(report.name, findings, report.folded())


def _print(console: Console, checked: Checked, form: Form) -> None:
    match form:
        case "json":
            console.data(json_text(record(checked, console.language)))
        case "github":
            console.data("".join(f"{line}\n" for line in github_lines(checked, console.language)))
        case "text":
            for found in checked.diagnostics:
                show(console, found, checked.name)
            if checked.findings:
                lines = [line for finding in checked.findings for line in finding_lines(console, finding)]
                console.data("\n".join([printable(checked.name), *lines]) + "\n")
            if not checked.failed:
                _tell(console, "found", checked.findings, name=printable(checked.name))
        case "sarif":
            pass  # one log for all files


def _tell(console: Console, key: str, findings: Sequence[Finding], **args: object) -> None:
    standard, practice = count(findings, standard=True), count(findings, standard=False)
    console.say(console.text(key, standard=standard, practice=practice, **args))
