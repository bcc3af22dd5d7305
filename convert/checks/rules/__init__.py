"""The table of rules, room by room in the order of the standard's clauses. One function each; the line of the table is
the `rule(…)` above it. Requirements are taken from the style where it knows them, clauses and strengths from here.

What web pages and old habits demand and the standard does not (28 pt of leading, 仿宋_GB2312, a page number in the
middle …) is no rule, and what is but practice is labelled so.
"""

from __future__ import annotations

from convert.checks.rule import Rule
from convert.checks.rules.agreement import RULES as AGREEMENT
from convert.checks.rules.body import RULES as BODY
from convert.checks.rules.closing import RULES as CLOSING
from convert.checks.rules.faces import RULES as FACES
from convert.checks.rules.forms import RULES as FORMS
from convert.checks.rules.head import RULES as HEAD
from convert.checks.rules.imprint import RULES as IMPRINT
from convert.checks.rules.integrity import RULES as INTEGRITY
from convert.checks.rules.numbers import RULES as NUMBERS
from convert.checks.rules.numerals import RULES as NUMERALS
from convert.checks.rules.page_numbers import RULES as PAGE_NUMBERS
from convert.checks.rules.punctuation import RULES as PUNCTUATION
from convert.checks.rules.sheet import RULES as SHEET

PLACES: tuple[Rule, ...] = (*SHEET, *FACES, *HEAD, *BODY, *CLOSING, *IMPRINT, *PAGE_NUMBERS)
"""What pages, faces and places are measured by."""
TEXTS: tuple[Rule, ...] = (*INTEGRITY, *FORMS, *AGREEMENT, *NUMBERS, *PUNCTUATION, *NUMERALS)
"""What the words are read by."""
RULES: tuple[Rule, ...] = (*PLACES, *TEXTS)
