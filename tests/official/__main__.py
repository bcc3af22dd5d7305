"""Prints what the ruler measures: `python -m tests.official [NAME …] [--word] [--all]`; `--write` makes docs/official.md."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.conformance.office import OFFICE, print_without_gaps
from tests.official.files import files_of
from tests.official.fixtures import fixture_names, read_fixture
from tests.official.rows import Row
from tests.official.ruler import PDF_TOLERANCE, WORD_TOLERANCE, measure
from tests.official.screen import screen_rows
from tests.official.tables import write_page


def main() -> None:
    """See above."""
    parser = argparse.ArgumentParser(prog="python -m tests.official")
    parser.add_argument("names", nargs="*", default=fixture_names(), metavar="NAME")
    parser.add_argument("--word", action="store_true", help="measure the DOCX too, as LibreOffice prints it")
    parser.add_argument("--all", action="store_true", help="show what holds, too")
    parser.add_argument("--write", action="store_true", help="write docs/official.md")
    asked = parser.parse_args()
    word = (asked.word or asked.write) and bool(OFFICE)
    with tempfile.TemporaryDirectory() as folder:
        measured: dict[str, dict[str, list[Row]]] = {}
        for name in asked.names:
            fixture, files = read_fixture(name), files_of(name)
            measured[name] = {"PDF": measure(fixture, files["pdf"]), "EPUB": list(screen_rows(fixture, files["epub"]))}
            if word:
                measured[name]["Word"] = measure(fixture, print_without_gaps(files["docx"], Path(folder)))
            _print(name, measured[name], everything=asked.all)
    if asked.write:
        write_page(measured)


def _print(name: str, measured: dict[str, list[Row]], everything: bool) -> None:
    for output, rows in measured.items():
        tolerance = PDF_TOLERANCE if output == "PDF" else WORD_TOLERANCE
        wrong = [row for row in rows if not row.holds(tolerance)]
        print(f"\n== {name}, {output}: {len(rows) - len(wrong)} of {len(rows)} hold")
        for row in rows if everything else wrong:
            required, there, difference = row.cells()
            print(
                f"{' ' if row.holds(tolerance) else '✗'} {row.clause:8} {row.what:44} {required:>16} {there:>12} {difference}"
            )


if __name__ == "__main__":
    main()
