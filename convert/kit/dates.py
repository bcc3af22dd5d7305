"""Dates as documents write them."""

from __future__ import annotations

import re
from datetime import date

_COMPLETE = re.compile(r"(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?")


def complete_date(text: str) -> date | None:
    """The first year, month and day in a text (2025年6月23日, 2025-06-23); None where one is missing or impossible."""
    found = _COMPLETE.search(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
