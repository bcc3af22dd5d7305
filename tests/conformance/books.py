"""The books that Ace and Chromium are asked about."""

from __future__ import annotations

from collections.abc import Callable

from convert.layout.composition import Composition
from tests.conformance.test_notes import ended
from tests.specimens import composition, everything, report_composition

SPECIMENS: dict[str, Callable[[], Composition]] = {
    "report": report_composition,
    "everything": lambda: composition(everything()),
    "endnotes": lambda: composition(ended()),
}
