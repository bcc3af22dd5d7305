"""Writes docs/official.md: what the standard requires and what the finished files measure, fixture by fixture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.official.fixtures import FOLDER, read_fixture
from tests.official.rows import Row

PAGE = Path(__file__).parents[2] / "docs" / "official.md"

_HEAD = """# GB/T 9704-2012, measured

What the standard requires and what finished files measure: the PDF by the boxes of its glyphs and lines, the DOCX as LibreOffice
prints it. Lengths are in mm from the sheet's top left corner; where the standard leaves two readings (空二行) the least and the most are
given. The difference is how far a measure lies outside of that: at the most {pdf} mm in PDF, {word} mm in LibreOffice. The code
that measures (`convert/measure`, `tests/official`) knows nothing of what wrote the files; required values are written from the standard
(`tests/official/required.py`). `python -m tests.official --write` makes this page anew; all that the documents tell of is invented.
"""


def write_page(measured: Mapping[str, Mapping[str, list[Row]]]) -> None:
    """Write the page from the rows of each fixture by output."""
    sections = ("\n".join(_section(name, rows)) for name, rows in measured.items())
    worst = {output: _worst(rows.get(output, []) for rows in measured.values()) for output in ("PDF", "Word")}
    head = _HEAD.format(pdf=f"{worst['PDF']:.2f}", word=f"{worst['Word']:.2f}")
    PAGE.write_text("\n".join((head, *sections)), "utf-8")


def _worst(measured: Iterator[list[Row]]) -> float:
    differences = [row.difference or 0.0 for rows in measured for row in rows if row.unit == "mm"]
    return max(map(abs, differences), default=0.0)


def _section(name: str, measured: Mapping[str, list[Row]]) -> Iterator[str]:
    fixture = read_fixture(name)
    title = fixture.elements.title or "".join(fixture.elements.mark)
    yield f"## {name}: {title}\n"
    yield f"[{name}.md](../{FOLDER.relative_to(PAGE.parents[1])}/{name}.md), style `{fixture.rules.style}`.\n"
    yield "| clause | measure | required | PDF | difference | LibreOffice | difference |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    word = {row.what: row for row in measured.get("Word", [])}
    for row in measured["PDF"]:
        required, there, difference = row.cells()
        _, printed, off = word[row.what].cells() if row.what in word else ("", "", "")
        yield f"| {row.clause} | {row.what} | {required} | {there} | {difference} | {printed} | {off} |"
    yield ""
