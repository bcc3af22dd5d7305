"""What is told of a document that was converted: lines for a person, a record for a program."""

from __future__ import annotations

from collections.abc import Iterable

from convert.cli.console import Console
from convert.cli.rendering import as_record, printable
from convert.diagnostics import Diagnostic


def tell_written(
    console: Console, name: str, outputs: Iterable[str], found: Iterable[Diagnostic], seconds: float
) -> None:
    """One line for a finished document, and one for what `-v` would list of its findings."""
    places = ", ".join(outputs)
    if places:
        console.say(console.text("written", source=printable(name), targets=printable(places)))
    infos = [each for each in found if each.severity == "info"]
    edits = sum(each.count for each in infos if each.code.startswith("repair-"))
    counts = {"repairs": edits, "notes": sum(each.count for each in infos) - edits}
    if any(counts.values()) and console.verbosity == 0:
        shown = console.text("comma").join(console.text(key, n=n) for key, n in counts.items() if n)
        console.say("  " + console.text("listed", counts=shown))
    console.say("  " + console.text("seconds", seconds=f"{seconds:.2f}"), least=2)


def record(
    console: Console,
    name: str,
    state: str,
    outputs: Iterable[str],
    found: Iterable[Diagnostic],
    seconds: float,
    edits: int,
) -> dict[str, object]:
    """A document for `--json`. `state`: done, unchanged or failed."""
    return {
        "input": name,
        "ok": state != "failed",
        "state": state,
        "outputs": list(outputs),
        "seconds": round(seconds, 3),
        "edits": edits,
        "diagnostics": [as_record(each, console.language) for each in found],
    }
