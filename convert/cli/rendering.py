"""Findings as a person reads them, and as a program does."""

from __future__ import annotations

import json
import re
from typing import Any

from convert.catalogue import Language
from convert.cli.console import Console
from convert.diagnostics import Diagnostic, Report

_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What commands a terminal, turns the direction of writing, ends a line for some programs, or is not seen at all."""
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
    shown, pos = printable(name), printable(str(found.pos)) if found.pos else ""
    if not pos:
        return f"{shown}: " if shown else ""
    return f"{shown}:{pos}: " if found.pos and found.pos.line else f"{shown}: {pos}: "


def printable(text: str) -> str:
    """`text` without characters that could command a terminal or turn its direction: they are shown as escapes."""
    return _CONTROL.sub(_escape, text)


def printable_lines(text: str) -> str:
    """`printable`, line by line."""
    return "\n".join(map(printable, text.split("\n")))


def json_text(value: object, indent: int | None = None) -> str:
    """JSON for standard output, with a line end: on one line if `indent` is None, whatever a program takes for the end of a line,
    and without characters that could command a terminal."""
    return harmless_json(json.dumps(value, ensure_ascii=False, indent=indent)) + "\n"


def harmless_json(text: str) -> str:
    """JSON that says the same, with what could command a terminal, or end a line, as escapes."""
    return "\n".join(_CONTROL.sub(_escape_json, line) for line in text.split("\n"))


def _escape(match: re.Match[str]) -> str:
    point = ord(match[0])
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def _escape_json(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1].replace("\x7f", "\\u007f")


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
