"""The parity matrix holds: no row is empty, every value reads back, every limit is written down, the page is up to date."""

from __future__ import annotations

import re

import pytest

from tests.parity.cells import CASES, OUTPUTS, Limit, failures
from tests.parity.matrix import PAPER, markdown
from tests.parity.rows import rows


def test_every_row_has_a_case_and_every_case_a_row() -> None:
    wanted = {name for names in rows().values() for name in names}
    assert (wanted - CASES.keys(), CASES.keys() - wanted) == (set(), set())


@pytest.mark.parametrize("row", CASES)
def test_the_files_say_what_they_should(row: str) -> None:
    case = CASES[row]()
    assert {output: found for output in OUTPUTS if (found := failures(case, output))} == {}


def test_every_limit_is_written_down() -> None:
    headings = re.findall(r"^#+ (.*)$", (PAPER.parent / "limits.md").read_text("utf-8"), re.MULTILINE)
    known = {re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-")) for heading in headings}
    named = {limit.anchor for row in CASES.values() for o in OUTPUTS if isinstance(limit := row().of(o), Limit)}
    assert named - known == set()


def test_the_page_is_up_to_date() -> None:
    """`python -m tests.parity --write docs/parity.md` brings it there."""
    assert PAPER.read_text("utf-8") == markdown()
