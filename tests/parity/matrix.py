"""The matrix as Markdown, and which cells do not hold."""

from __future__ import annotations

from pathlib import Path

from tests.parity import (  # noqa: F401 (cases)
    blocks,
    boxes,
    characters,
    counting,
    furniture,
    imprint,
    inlines,
    letterheads,
    lines,
    metadata,
    notes,
    pages,
    paragraphs,
    rules,
    tables,
)
from tests.parity.cells import CASES, OUTPUTS, Limit, failures
from tests.parity.rows import rows

PAPER = Path(__file__).parents[2] / "docs" / "parity.md"

_HEAD = """\
# Parity

What each output holds of every node of the model, of what a document says of itself, and of every property of a style.
`python -m tests.parity --write docs/parity.md` writes this page. A ✓ is a measured value: a small document that uses the
row is written, read back by `convert/measure` (which knows no writer and no style), and says what was wanted; for a
property of a style there are documents in styles that differ in it alone. A link leads to what that output does not hold.

"""


def markdown() -> str:
    """The page, every cell as its case claims it."""
    parts = [_HEAD]
    for chapter, names in rows().items():
        parts.append(f"## {chapter}\n\n| | PDF | DOCX | EPUB |\n|---|---|---|---|\n")
        for name in names:
            cells = " | ".join(cell(name, output) for output in OUTPUTS)
            parts.append(f"| {name} | {cells} |\n")
        parts.append("\n")
    return "".join(parts).rstrip() + "\n"


def cell(row: str, output: str) -> str:
    """What a cell claims: a check mark, a link to a limit, nothing where no case covers the row."""
    if row not in CASES:
        return ""
    probe = CASES[row]().of(output)
    return f"[limit](limits.md#{probe.anchor})" if isinstance(probe, Limit) else "✓"


def broken() -> list[str]:
    """The cells whose files say otherwise than wanted."""
    found: list[str] = []
    for row, make in CASES.items():
        for output in OUTPUTS:
            found += (f"{row}, {output}: {failure}" for failure in failures(make(), output))
    return found
