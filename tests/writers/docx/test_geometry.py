"""Measures stay within what Word can hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from convert.model import Document
from convert.model.build import para
from convert.writers.docx.faces import WordFace, word_face
from convert.writers.docx.geometry import tracking
from tests.specimens import composition


@pytest.mark.parametrize(("points", "twips"), [(0.5, 10), (9_999.0, 31_680), (-9_999.0, -31_680)])
def test_tracking_stays_within_22_inches(points: float, twips: int) -> None:
    look = composition(Document((para("文"),))).sheet.roles["body"]
    assert tracking(replace(look, tracking=points)) == twips


def test_a_face_is_called_by_no_more_than_31_characters() -> None:
    assert word_face("Times New Roman Bold") == WordFace("Times New Roman", bold=True)
    assert word_face("长" * 40 + " Bold") == WordFace("长" * 31, bold=True)
