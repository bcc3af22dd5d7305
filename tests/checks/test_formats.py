from __future__ import annotations

import pytest

from convert.checks.formats import format_of
from tests.checks.drawn import drawn, moved, official, without
from tests.checks.findings import facts

LETTERS = without(official(), "copy-number", "classification", "urgency")


@pytest.mark.parametrize(
    ("changes", "style"),
    [
        ({}, "gbt9704"),
        ({"text": "北江省人民政府令", "dy": -15.0}, "gbt9704-order"),
        ({"text": "北江省人民政府常务会议纪要"}, "gbt9704-minutes"),
        ({"text": "北江省应急管理厅", "dy": -42.0}, "gbt9704-letter"),
        ({"dy": -42.0}, "gbt9704"),
    ],
)
def test_the_mark_shows_the_format(changes: dict[str, object], style: str) -> None:
    assert format_of(drawn(moved(LETTERS, "mark", **changes))) == style  # type: ignore[arg-type]


def test_a_file_without_a_mark_is_an_ordinary_one() -> None:
    assert format_of(facts()) == "gbt9704"
