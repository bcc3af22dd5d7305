"""The leading of the text: what fills the type area, and what a signature allows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.findings import element, facts, found

SIGNED = (element("signature", "某省人民政府"), element("date", "2025年6月23日"))


@pytest.mark.parametrize(
    ("pitch", "signed", "wrong"),
    [
        (29.6, False, False),
        (28.95, False, False),
        (28.0, False, True),
        (28.0, True, True),
        (28.2, True, False),  # 23 lines
        (31.1, True, False),  # 21 lines
        (31.1, False, True),
        (30.0, True, True),
    ],
)
def test_a_line_more_or_less_may_be_for_the_seal(pitch: float, signed: bool, wrong: bool) -> None:
    measured = replace(facts(*(SIGNED if signed else ())), pitch=pitch)
    assert ("grid-pitch" in found(measured)) == wrong
