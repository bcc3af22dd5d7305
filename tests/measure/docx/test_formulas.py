"""Office Math that other programs wrote: what is not said has its default."""

from __future__ import annotations

import pytest
from lxml import etree

from convert.kit.ooxml import declarations
from convert.measure.docx.formulas import formula_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<m:r><m:t>a </m:t></m:r><m:r><m:t>+𝐛</m:t></m:r>", "a+b"),
        ("<m:nary><m:sub><m:r><m:t>0</m:t></m:r></m:sub><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary>", "∫0x"),
        ('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary>', "∑x"),
        ("<m:d><m:e><m:r><m:t>a</m:t></m:r></m:e><m:e><m:r><m:t>b</m:t></m:r></m:e></m:d>", "(a|b)"),
        ('<m:d><m:dPr><m:begChr m:val=""/><m:endChr m:val="]"/></m:dPr><m:e><m:r><m:t>a</m:t></m:r></m:e></m:d>', "a]"),
        ("<m:acc><m:e><m:r><m:t>x</m:t></m:r></m:e></m:acc>", "xˆ"),
        ("<m:bar><m:e><m:r><m:t>x</m:t></m:r></m:e></m:bar>", "x_"),
        ("<m:groupChr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:groupChr>", "x⏟"),
        ("<m:rad><m:deg><m:r><m:t>3</m:t></m:r></m:deg><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad>", "x3"),
        ("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "12"),
        ("<m:r><m:rPr><m:nor/></m:rPr><w:rPr><w:b/></w:rPr><m:t>若</m:t></m:r><!-- note -->", "若"),
    ],
)
def test_characters_come_in_reading_order(markup: str, text: str) -> None:
    assert formula_text(etree.fromstring(f"<m:oMath {declarations('m', 'w')}>{markup}</m:oMath>")) == text
