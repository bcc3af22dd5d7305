"""Which characters may stand in a document, and what becomes of all others.

Every text that comes from outside passes through here once, so that no output has to ask: what is left can be written
in XML 1.0 (https://www.w3.org/TR/xml/#charsets), in PDF and in JSON.

- Control characters (C0, DEL, C1) but for tab and line feed have no shape and no meaning: they go.
- Halves of surrogate pairs and noncharacters (Unicode 16, 23.7) stand for nothing: U+FFFD takes their place.
- Vertical tab, form feed, NEL, U+2028 and U+2029 end lines (Unicode 16, 5.8): they become line breaks where a text can
  have one, spaces elsewhere. A carriage return becomes a line feed, as in XML (2.11).
- Tag characters (U+E0000 to U+E007F) outside of a flag's emoji sequence (UTS #51) are letters that nobody sees: they go.

Everything else stays as it is: nothing is normalised, private and unassigned characters are kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from convert.diagnostics import Pos, Report

Kind = Literal["control", "nothing", "break", "hidden", "return"]

REPLACEMENT = "\ufffd"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_NOTHING = "\ud800-\udfff\ufdd0-\ufdef" + "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(17))
_BREAK = "\x0b\x0c\x85\u2028\u2029"
_TAG = "\U000e0000-\U000e007f"
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]+\U000e007f"
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")  # asked first: a class of both is ten times slower
_SUSPECT_ASTRAL = re.compile(f"[{''.join(_NOTHING[-32:])}{_TAG}]")
_FAULT = re.compile(
    f"{_FLAG}|(?P<control>[{_CONTROL}]+)|(?P<nothing>[{_NOTHING}]+)|(?P<break>[{_BREAK}])|(?P<hidden>[{_TAG}]+)|(?P<return>\r\n?)"
)
_ENDS = ("break", "return")
_TAG_TO_ASCII = {code: code - 0xE0000 for code in range(0xE0020, 0xE007F)}


class Fault(NamedTuple):
    """Characters `[start, end)` of a text that may not stand in it."""

    start: int
    end: int
    kind: Kind


def is_clean(text: str) -> bool:
    """Whether all characters of a text may stand in a document."""
    return next(faults(text), None) is None


def faults(text: str) -> Iterator[Fault]:
    """What may not stand in a text, in its order."""
    if not _SUSPECT.search(text) and not (_ASTRAL.search(text) and _SUSPECT_ASTRAL.search(text)):
        return
    for match in _FAULT.finditer(text):
        match match.lastgroup:
            case "control" | "nothing" | "break" | "hidden" | "return" as kind:
                yield Fault(*match.span(), kind)
            case _:  # a flag
                pass


def clean(text: str, line_end: str | None = " ") -> str:
    """The text with what may stand in it; `line_end`: what stands for characters that end a line, None where these stay."""
    pieces: list[str] = []
    done = 0
    for fault in faults(text):
        if line_end is None and fault.kind in _ENDS:
            continue
        pieces += text[done : fault.start], _instead(fault, line_end)
        done = fault.end
    return "".join([*pieces, text[done:]]) if pieces else text


def _instead(fault: Fault, line_end: str | None) -> str:
    match fault.kind:
        case "control" | "hidden":
            return ""
        case "nothing":
            return REPLACEMENT * (fault.end - fault.start)
        case "break":
            return line_end or ""
        case "return":
            return "\n"


def report_faults(text: str, pos: Pos | None, report: Report, *, ends: bool = True) -> None:
    """Tell what `clean` changes in a text, each character once with how often it comes; `ends`: those that end lines, too."""
    codes = {
        "control": "character-illegal",
        "nothing": "character-replaced",
        "break": "character-break" if ends else "",
    }
    found: Counter[tuple[str, str]] = Counter()
    for fault in faults(text):
        shown = text[fault.start : fault.end]
        if fault.kind == "hidden":
            spelt = "".join(char for char in shown.translate(_TAG_TO_ASCII) if char.isascii())
            report.add("character-hidden", pos, n=len(shown), text=spelt)
        elif codes.get(fault.kind):
            found.update((codes[fault.kind], f"{ord(char):04X}") for char in shown)
    for (code, point), times in found.items():
        report.add_often(code, times, pos, point=point)
