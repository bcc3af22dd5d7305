"""Numbers in attributes, as files have them."""

from __future__ import annotations

import pytest

from convert.measure.docx.numbers import number


@pytest.mark.parametrize(
    ("value", "read"), [("240", 240), ("28.8", 28.8), ("-5", -5), ("12pt", 240), ("1in", 1440), ("auto", 7), (None, 7)]
)
def test_numbers_are_read_as_files_have_them(value: str | None, read: float) -> None:
    assert number(value, 7) == read
