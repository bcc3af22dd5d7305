"""Numeric references in HTML that stand for no character of a text: `&#0;`, `&#xD800;`, `&#1;`.

The parser puts U+FFFD or nothing in their place (HTML standard, 13.2.5.80); here the reader of the page is told.
"""

from __future__ import annotations

import re

from convert.diagnostics import Pos, Report
from convert.kit.characters import clean

_SUSPECT = re.compile(
    r"&#0*(?:(\d{1,2}|127|5[5-7]\d{3}|6553[45]|\d{7,})(?!\d)"
    r"|[xX]0*([0-9a-fA-F]{1,2}|[dD][89a-fA-F][0-9a-fA-F]{2}|[fF]{3}[eEfF]|[0-9a-fA-F]{6,})(?![0-9a-fA-F]))"
)
_LAST = 0x10FFFF
_HIGHEST_C1 = 0x9F
"""References to U+0080 to U+009F mean the characters of windows-1252."""


def report_references(text: str, report: Report, pos: Pos | None = None) -> None:
    """Tell of references to what is no character (`character-replaced`) or a control character (`character-illegal`).
    `pos`: where the text stands, if that is known; else its own lines are told."""
    found: dict[tuple[str, str], list[int]] = {}
    for match in _SUSPECT.finditer(text):
        code = _code(match)
        if 0x7F < code <= _HIGHEST_C1:
            continue
        instead = "\ufffd" if not 0 < code <= _LAST else clean(chr(code), None)
        if instead == "" or (instead == "\ufffd" and code != ord("\ufffd")):
            told = "character-replaced" if instead else "character-illegal"
            found.setdefault((told, f"{code:04X}"), []).append(match.start())
    for (told, point), places in found.items():
        report.add_often(told, len(places), pos or Pos(text.count("\n", 0, places[0]) + 1), point=point)


def _code(match: re.Match[str]) -> int:
    """The number of a reference; all that are too large count as one."""
    digits, base = (match[1], 10) if match[1] else (match[2], 16)
    return int(digits, base) if len(digits) < 9 else _LAST + 1
