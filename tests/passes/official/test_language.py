"""What the passes add around the words of metadata is in the document's language."""

from __future__ import annotations

from convert.diagnostics import Report
from convert.kit.cjk import has_han
from convert.model import Document, Meta
from convert.model.build import para
from convert.model.walk import plain
from convert.passes.official import arrange
from convert.style.compute import read_sheet

META = Meta(
    issuers=("Safety Bureau",),
    number="SR-2025-12",
    signers=("A. Smith",),
    recipients=("All departments", "Schools"),
    date="2025-06-03",
    cc=("City Office",),
    annotation="Public",
    printing_office="Office",
    printing_date="2025-06-04",
    lang="en",
)


def test_nothing_chinese_is_added_to_an_english_document() -> None:
    report = Report()
    document = Document((para("Annual Report", role="title"), para("Text.")), META)
    for style in ("gbt9704", "gbt9704-letter", "gbt9704-minutes"):
        placed, _ = arrange(document, read_sheet(style), report)
        words = "\n".join(map(plain, placed.blocks))
        assert not has_han(words) and not set(words) & set("：，。（）"), words
    placed, _ = arrange(document, read_sheet("gbt9704"), report)
    words = "\n".join(map(plain, placed.blocks))
    for said in ("All departments, Schools:", "2025-06-03", "cc: City Office", "(Public)"):
        assert said in words
