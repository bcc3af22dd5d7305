"""The characters of a file of text: decoded, with a finding for everything that is not as it stands in the file."""

from __future__ import annotations

from convert.diagnostics import Diagnostic, InputError, Pos, Report, diagnostic
from convert.kit.characters import clean, is_clean, report_faults
from convert.kit.damage import Damage
from convert.kit.encoding import Decoded, decode


def decoded_text(source: bytes, report: Report, declared: str = "") -> Decoded:
    """What `convert.kit.encoding.decode` makes of the bytes; what of them is not in the encoding is reported
    (`encoding-damaged`, `encoding-mixed`). Raises InputError."""
    decoded = decode(source, declared)
    report.diagnostics += (_finding(damage, decoded) for damage in decoded.damage)
    return decoded


def strictly_decoded(source: bytes) -> str:
    """The text of a file that nobody reads again, so that nothing in it may be damaged. Raises InputError."""
    decoded = decode(source)
    for damage in decoded.damage:
        found = _finding(damage, decoded)
        raise InputError(found.code, found.pos, **found.args)
    return decoded.text


def settled(text: str, report: Report) -> str:
    """The text without characters that may not stand in a document (`convert.kit.characters`), each reported with its
    line. What ends lines is left to whoever knows what a line is."""
    if is_clean(text):
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not is_clean(line):
            report_faults(line, Pos(number + 1), report, ends=False)
            lines[number] = clean(line, None)
    return "\n".join(lines)


def _finding(damage: Damage, decoded: Decoded) -> Diagnostic:
    encoding = (damage.encoding or decoded.encoding).upper()
    return diagnostic(
        "encoding-mixed" if damage.encoding else "encoding-damaged", damage.pos, n=damage.n, encoding=encoding
    )
