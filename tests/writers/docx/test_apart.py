"""Lines that are shared out, in Word."""

from __future__ import annotations

import pytest

from convert.measure import docx
from convert.model import Document, Image, Media, Para, Span, Text
from convert.pipeline import write_document
from tests.specimens import composition, picture

_MM = 72 / 25.4


def written(*names: str) -> bytes:
    seats = [
        Span((Span((Image("seal", "印章"), Text(name)), role="joint-seal"),) if name else (), role="seat")
        for name in names
    ]
    row = Para(tuple(seats), role="byline")
    return write_document(
        composition(Document((row,), media={"seal": Media("image/png", picture(size=(9, 9)))})), "docx"
    )


def test_each_seat_has_a_tab_stop_in_its_middle() -> None:
    (block,) = (block for block in docx.read_blocks(written("甲厅", "乙厅", "丙厅")) if "甲厅" in block.text)
    assert block.text == "\t甲厅\t乙厅\t丙厅"
    assert block.tabs == ("center", "center", "center")


def test_an_empty_one_has_none() -> None:
    (block,) = (block for block in docx.read_blocks(written("", "乙厅")) if "乙厅" in block.text)
    assert (block.text, block.tabs) == ("\t乙厅", ("center",))


def test_seals_stand_over_their_seats() -> None:
    across = [(seal.across or 0) + seal.width / 2 for seal in docx.read_pictures(written("甲厅", "乙厅"))]
    assert across == pytest.approx([39 * _MM, 117 * _MM], abs=0.1)
