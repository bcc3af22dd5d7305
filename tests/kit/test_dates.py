"""Dates as documents write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.kit.dates import complete_date


@given(st.dates(), st.sampled_from(["{0:04}年{1}月{2}日", "{0:04}-{1:02}-{2:02}", "于 {0:04}/{1}/{2} 印发"]))
def test_complete_dates_are_read(day: date, pattern: str) -> None:
    assert complete_date(pattern.format(day.year, day.month, day.day)) == day


@pytest.mark.parametrize("text", ["", "6月23日", "2025年6月", "2025年13月1日", "2025年2月30日", "0000年1月1日"])
def test_nothing_is_added_to_what_is_missing_or_impossible(text: str) -> None:
    assert complete_date(text) is None
