"""Pictures over words in Word."""

from __future__ import annotations

import pytest

from convert.kit.units import PT_PER_MM
from convert.measure import docx
from convert.model.build import para
from tests.specimens import DATE, sealed, sealed_file


def test_word_anchors_it_in_its_paragraph() -> None:
    data = sealed_file("docx", para("正文。"), sealed(DATE))
    (seal,) = docx.read_pictures(data)
    assert seal.across is not None and seal.down is not None
    assert (seal.width / PT_PER_MM, seal.height / PT_PER_MM) == pytest.approx((42, 42), abs=0.1)
    assert seal.down + seal.height / 2 == pytest.approx(29.6 / 2 - 9.4 * PT_PER_MM, abs=0.1)
    middle = 156 * PT_PER_MM - 6.5 / 2 * 15.75  # from the column's left edge
    assert seal.across + seal.width / 2 == pytest.approx(middle, abs=0.1)


def test_word_has_it_in_the_next_paragraph_where_there_is_space_above() -> None:
    """Programs do not agree where a paragraph with space above begins."""
    data = sealed_file("docx", para("正文。"), sealed("某某厅", "cover-date"), para(DATE))
    (seal,) = docx.read_pictures(data)
    assert seal.down is not None
    assert seal.down + seal.height / 2 == pytest.approx(-29.6 / 2 - 9.4 * PT_PER_MM, abs=0.1)


def test_a_line_with_one_is_as_high_as_others() -> None:
    data = sealed_file("docx", para("正文。"), sealed(DATE))
    assert {(block.pitch, block.exact) for block in docx.read_blocks(data)} == {(29.6, True)}
