"""What the package document says of the book."""

from __future__ import annotations

import pytest

from convert.model import Document, Meta
from convert.model.build import para
from convert.writers.epub.metadata import properties
from tests.specimens import composition


@pytest.mark.parametrize(
    ("written", "expected"), [("2025年6月3日", ["2025-06-03"]), ("2025年13月3日", []), ("6月3日", [])]
)
def test_the_date_is_a_possible_one_that_the_document_gives(written: str, expected: list[str]) -> None:
    made = composition(Document((para("文"),), Meta(date=written)))
    found = properties(made, pictures=False, described=True, formulas=False)
    assert [entry.value for entry in found if entry.dc == "date"] == expected


@pytest.mark.parametrize(
    ("pictures", "described", "sufficient"),
    [(False, True, "textual"), (True, True, "textual"), (True, False, "textual,visual")],
)
def test_text_is_enough_where_all_pictures_are_described(pictures: bool, described: bool, sufficient: str) -> None:
    made = composition(Document((para("文"),)))
    entries = list(properties(made, pictures=pictures, described=described, formulas=False))
    found = {(entry.attributes.get("property"), entry.value) for entry in entries}
    assert ("schema:accessModeSufficient", sufficient) in found
    assert (("schema:accessMode", "visual") in found) == pictures
    assert (("schema:accessibilityFeature", "alternativeText") in found) == (pictures and described)
