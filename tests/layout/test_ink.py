from __future__ import annotations

import pytest

from convert.layout.ink import ink_height
from convert.model.build import para
from tests.layout.composing import composed


def test_the_ink_is_that_of_the_highest_glyph() -> None:
    face = composed(para("一国，")).faces["fangsong"]
    low, high = ink_height("一", face, 100), ink_height("国", face, 100)
    assert 30 < low < 60 < high < 90
    assert ink_height("一国，", face, 100) == high
    assert ink_height("国", face, 16) == pytest.approx(high * 0.16)


def test_blanks_have_none() -> None:
    assert ink_height("　 ", composed(para("一")).faces["fangsong"], 16) == 0
