"""Findings of the checker as a person reads them, and as programs do: JSON, GitHub's annotations, SARIF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from convert.catalogue import Language
from convert.checks.rule import STRENGTHS, Finding, Place, Rule
from convert.cli.console import Console
from convert.cli.rendering import as_record, printable
from convert.diagnostics import Diagnostic
from convert.version import __version__

STANDARD = "GB/T 9704-2012"
_SHOWN = 3  # places of a finding
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


class Checked(NamedTuple):
    """A file that was checked: its name, what was found, and what stood in the way of that."""

    name: str
    findings: list[Finding]
    diagnostics: list[Diagnostic]
    failed: bool = False


def authority(rule: Rule, language: Language) -> str:
    """Who says so: the clause with its strength, or practice."""
    strength = STRENGTHS[rule.strength][language]
    clause = f"{STANDARD}, {rule.clause}" if rule.clause[0].isdigit() else rule.clause
    if not rule.standard:
        return f"{strength} ({clause})" if language == "en" else f"{strength}（{clause}）"
    return f"{clause} {strength}" if language == "en" else f"{clause}“{strength}”"


def finding_lines(console: Console, finding: Finding) -> Iterator[str]:
    """A finding on two lines, what follows from it below; all places where the user wants every finding."""
    language = console.language
    every = console.verbosity > 0
    label = f"[{finding.rule.id}] {finding.rule.about.of(language)}"
    yield (
        f"  {authority(finding.rule, language)}: {label}"
        if language == "en"
        else f"  {authority(finding.rule, language)}：{label}"
    )
    yield "    " + console.text(
        "measured",
        required=printable(finding.required.of(language)),
        measured=printable(finding.measured.of(language)),
        where=places(console, finding.places, every=every),
    )
    for below in finding.consequences:
        text = console.text(
            "measured",
            required=printable(below.required.of(language)),
            measured=printable(below.measured.of(language)),
            where=places(console, below.places, every=every),
        )
        yield f"      ↳ {authority(below.rule, language)} [{below.rule.id}] {text}"


def places(console: Console, found: Iterable[Place], *, every: bool) -> str:
    """Where something was found: the first few places and how many there are."""
    told = [text for place in found if (text := printable(place.of(console.language)))]
    shown = told if every else told[:_SHOWN]
    more = f" … ×{len(told)}" if len(shown) < len(told) else ""
    return console.text("where", places=console.text("comma").join(shown) + more) if shown else ""


def record(checked: Checked, language: Language) -> dict[str, Any]:
    """A file for `--json`: keys never change with the language."""
    return {
        "input": checked.name,
        "ok": not checked.failed,
        "findings": [finding_record(finding, language) for finding in checked.findings],
        "diagnostics": [as_record(found, language) for found in checked.diagnostics],
    }


def finding_record(finding: Finding, language: Language) -> dict[str, Any]:
    """A finding for `--json`."""
    rule = finding.rule
    return {
        "rule": rule.id,
        "clause": rule.clause,
        "strength": rule.strength,
        "standard": rule.standard,
        "about": rule.about.of(language),
        "required": finding.required.of(language),
        "measured": finding.measured.of(language),
        "count": len(finding.places),
        "places": [{key: value for key, value in place._asdict().items() if value} for place in finding.places],
        "consequences": [finding_record(below, language) for below in finding.consequences],
    }


def rule_record(rule: Rule, language: Language) -> dict[str, Any]:
    """A line of the table for `--rules --json`."""
    return {
        "rule": rule.id,
        "clause": rule.clause,
        "strength": rule.strength,
        "standard": rule.standard,
        "about": rule.about.of(language),
    }


def github_lines(checked: Checked, language: Language) -> Iterator[str]:
    """Workflow commands (https://docs.github.com/actions/reference/workflow-commands-for-github-actions): an error for
    what the standard asks for, a warning for practice and for what could not be measured."""
    for found in checked.diagnostics:
        kind = "error" if found.severity == "error" else "warning" if found.severity == "warning" else "notice"
        yield printable(f"::{kind} file={_property(checked.name)},title={found.code}::{_data(found.message(language))}")
    for finding in checked.findings:
        kind = "error" if finding.rule.standard else "warning"
        title = _property(f"{authority(finding.rule, language)} [{finding.rule.id}]")
        yield printable(f"::{kind} file={_property(checked.name)},title={title}::{_data(sentence(finding, language))}")


def sentence(finding: Finding, language: Language) -> str:
    """A finding as one sentence."""
    required, measured = finding.required.of(language), finding.measured.of(language)
    where = finding.places[0].of(language) if finding.places else ""
    about = finding.rule.about.of(language)
    if language == "zh":
        return f"{about}：要求 {required}，实测 {measured}" + (f"（{where}）" if where else "")
    return f"{about}: required {required}, measured {measured}" + (f" ({where})" if where else "")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif(files: Iterable[Checked], rules: Iterable[Rule], language: Language) -> dict[str, Any]:
    """A log in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0)."""
    table = list(rules)
    index = {rule.id: number for number, rule in enumerate(table)}
    driver = {
        "name": "triptych",
        "version": __version__,
        "rules": [
            {
                "id": rule.id,
                "shortDescription": {"text": rule.about.of(language)},
                "fullDescription": {"text": f"{rule.about.of(language)} ({authority(rule, language)})"},
                "defaultConfiguration": {"level": _level(rule)},
                "properties": {"clause": rule.clause, "strength": rule.strength},
            }
            for rule in table
        ],
    }
    checked = list(files)
    results = [_result(file, finding, index, language) for file in checked for finding in file.findings]
    problems = [
        {"level": "error" if found.severity == "error" else "warning", "message": {"text": found.message(language)}, "descriptor": {"id": found.code}, "locations": [_location(file.name, [])]}
        for file in checked
        for found in file.diagnostics
        if found.severity != "info"
    ]  # fmt: skip
    invocation = {
        "executionSuccessful": not any(file.failed for file in checked),
        "toolExecutionNotifications": problems,
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}


def _result(file: Checked, finding: Finding, index: dict[str, int], language: Language) -> dict[str, Any]:
    return {
        "ruleId": finding.rule.id,
        "ruleIndex": index[finding.rule.id],
        "level": _level(finding.rule),
        "message": {"text": sentence(finding, language)},
        "locations": [_location(file.name, [place.of(language) for place in finding.places[:1]])],
        "properties": {
            "required": finding.required.of(language),
            "measured": finding.measured.of(language),
            "count": len(finding.places),
            "consequences": [below.rule.id for below in finding.consequences],
        },
    }


def _level(rule: Rule) -> str:
    return "error" if rule.strength == "应" else "warning" if rule.standard else "note"


def _location(name: str, where: list[str]) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(name)}}}
    if where and where[0]:
        location["logicalLocations"] = [{"fullyQualifiedName": where[0]}]
    return location


def _uri(name: str) -> str:
    """A file's name as a relative reference (RFC 3986)."""
    from urllib.parse import quote

    return quote(name.replace("\\", "/"))
