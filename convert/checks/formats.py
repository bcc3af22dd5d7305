"""Which of the standard's formats a file has: the ordinary one, or one of cl. 10."""

from __future__ import annotations

import re

from convert.checks.facts import Facts
from convert.checks.rules.head import mark_box

ORDINARY = "gbt9704"
_LETTER = 50.0  # mm: a letter's mark begins 30 mm below the sheet's top, an order's 57, all others' 72


def format_of(facts: Facts) -> str:
    """The name of the style that a file is to be judged by, by its mark: what it says and where it stands."""
    marks = facts.of("issuer")
    words = re.sub(r"\s", "", "".join(mark.text for mark in marks))
    box = mark_box(facts)
    top = box.top if box else next((mark.top for mark in marks if mark.top is not None), None)
    if words.endswith("令"):
        return f"{ORDINARY}-order"
    if words.endswith("纪要"):
        return f"{ORDINARY}-minutes"
    if words and not words.endswith("文件") and top is not None and top < _LETTER:
        return f"{ORDINARY}-letter"
    return ORDINARY
