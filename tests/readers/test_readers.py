"""Cases of each reader: what goes in, and the document that comes out as `triptych inspect` prints it.

A file `<format>.md` holds them. A case is a block fenced with ```` ```` ```` (four or more backticks) that bears its name after `case`; the
input, a line of three dots, and the expected dump:

    ```` case a paragraph
    Some *words*.
    ...
    para
      text "Some "
    ````

The line of dots is the first that holds nothing else. `pytest --update` (without `-n`) writes what comes out in the place
of what is expected. `findings:` lines at the end name the codes of the diagnostics that are expected, in order. Pictures are looked for in
tests/fixtures.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from convert.diagnostics import Report
from convert.formats import INPUTS, load_reader
from convert.model.dump import dump
from convert.reading.source import Source

HERE = Path(__file__).parent
FIXTURES = HERE.parent / "fixtures"
_CASE = re.compile(r"^(````+) case ([^\n]+)\n(.*?)^\.\.\.\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    """One case: its format and name, what is read, what should come out."""

    format: str
    name: str
    source: str
    expected: str


CASES = [
    Case(path.stem, case[2], case[3], case[4])
    for path in sorted(HERE.glob("*.md"))
    for case in _CASE.finditer(path.read_text("utf-8"))
]


def understood(case: Case) -> str:
    """The dump of what the reader makes of the case's source, and the codes of what it finds."""
    report = Report(case.name)
    source = Source(case.source.encode(), f"case.{case.format}", FIXTURES)
    document = load_reader(INPUTS[case.format])(source, report)
    return dump(document) + "".join(f"findings: {found.code}\n" for found in report.folded())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.format}: {case.name}")
def test_a_case_is_understood_as_written(case: Case, pytestconfig: pytest.Config) -> None:
    found = understood(case)
    if found != case.expected and pytestconfig.getoption("--update"):
        path = HERE / f"{case.format}.md"
        before, after = (f" case {case.name}\n{case.source}...\n{expected}" for expected in (case.expected, found))
        path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    assert found == case.expected


@pytest.mark.parametrize("path", sorted(HERE.glob("*.md")), ids=lambda path: path.stem)
def test_every_file_has_cases_and_no_name_twice(path: Path) -> None:
    names = [case.name for case in CASES if case.format == path.stem]
    assert names and len(names) == len(set(names))
