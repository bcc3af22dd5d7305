"""Pages as they are drawn."""

from __future__ import annotations

import io

import pikepdf
import pytest

from convert.measure import pdf
from convert.model.build import para
from tests.specimens import DATE, sealed, sealed_file


def test_pdf_colours_what_is_there_and_tells_what_it_is() -> None:
    data = sealed_file("pdf", para("正文。"), sealed(DATE))
    (seal,) = pdf.read_pictures(data)
    date = [glyph for glyph in pdf.read_glyphs(data) if glyph.char in DATE and glyph.page == 1]
    assert (seal.left + seal.right) / 2 == pytest.approx((date[0].left + date[-1].right) / 2, abs=0.3)
    assert [tag.alt for tag in pdf.read_tags(data).walk() if tag.type == "Figure"] == ["某厅印章"]
    assert DATE in pdf.read_text(data)
    with pikepdf.open(io.BytesIO(data)) as file:
        assert [str(state.BM) for state in file.pages[0].Resources.ExtGState.as_dict().values()] == ["/Multiply"]
