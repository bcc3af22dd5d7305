"""Findings as a person reads them, and as a program does."""

from __future__ import annotations

import re
from typing import Any

from convert.catalogue import Language
from convert.cli.console import Console
from convert.diagnostics import Diagnostic, Report

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LEAST = {"error": -1, "warning": 0, "info": 1}
_STYLE = {"error": "1;31", "warning": "33", "info": "36", "hint": "2"}


def show_report(console: Console, report: Report) -> None:
    """Print the findings of one document: by place, repeats folded, those without a place last."""
    for found in ordered(report):
        show(console, found, report.name)


def show(console: Console, found: Diagnostic, name: str = "") -> None:
    """Print one finding, and its hint: `path:line:column: warning[code] message`."""
    if console.verbosity < _LEAST[found.severity]:
        return
    where = place(name, found)
    times = f" ×{found.count}" if found.count > 1 else ""
    label = _colored(console, f"{found.severity}[{found.code}]", found.severity)
    lines = [f"{where}{label} {printable(found.message(console.language))}{times}"]
    hint = found.hint(console.language)
    if hint:
        lines.append(_colored(console, console.text("hint", hint=printable(hint)), "hint"))
    console.say("\n".join(lines), least=_LEAST[found.severity])


def ordered(report: Report) -> list[Diagnostic]:
    """The folded findings by line and column; those without a place last."""
    folded = report.folded()
    return sorted(folded, key=lambda d: (d.pos.line, d.pos.column) if d.pos and d.pos.line else (float("inf"), 0))


def place(name: str, found: Diagnostic) -> str:
    """`path:line:column: `, or `path: paragraph 14: ` where a source has no lines; empty without both."""
    shown, pos = printable(name), str(found.pos) if found.pos else ""
    if not pos:
        return f"{shown}: " if shown else ""
    return f"{shown}:{pos}: " if found.pos and found.pos.line else f"{shown}: {pos}: "


def printable(text: str) -> str:
    """`text` without characters that could command a terminal or turn its direction: they are shown as escapes."""
    return _CONTROL.sub(
        lambda match: f"\\x{ord(match[0]):02x}" if ord(match[0]) < 256 else f"\\u{ord(match[0]):04x}", text
    )


def as_record(found: Diagnostic, language: Language) -> dict[str, Any]:
    """A finding for `--json`: keys never change with the language; what is not known is left out."""
    record: dict[str, Any] = {
        "code": found.code,
        "severity": found.severity,
        "message": found.message(language),
        "hint": found.hint(language),
        "count": found.count,
        "args": found.args,
    }
    if found.pos:
        position = {"line": found.pos.line, "column": found.pos.column, "place": found.pos.place}
        record |= {key: value for key, value in position.items() if value}
        if found.pos.start >= 0:
            record |= {"start": found.pos.start, "end": found.pos.end}
    return record


def _colored(console: Console, text: str, style: str) -> str:
    return f"\x1b[{_STYLE[style]}m{text}\x1b[0m" if console.colored else text
