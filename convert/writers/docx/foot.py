"""What stands at the foot of the last page, as a table of one cell that floats there (ISO/IEC 29500-1, 17.4.57): it stays there
when the text above grows or shrinks, in Word, WPS and LibreOffice.

LibreOffice heeds the place of a table as wide as the text only if it is counted from the sheet's edge; frames of
paragraphs with rules it heeds nowhere. Both belong to the page of the paragraph that follows.
"""

from __future__ import annotations

from convert.layout.result import FootPlace
from convert.layout.sections import Section
from convert.style.sheet import Sheet
from convert.writers.docx.geometry import twips, word_page
from convert.writers.docx.sections import NEXT_TO_NOTHING
from convert.writers.docx.xml import paragraph, switch, value


def floating(content: str, style: str, sheet: Sheet, place: FootPlace) -> str:
    """Content in a table at the foot of the type area: Word's own reaches further down, by half of the leading. `style`: the
    id of the table's, which says what it is."""
    page = sheet.page
    left = page.right if page.mirror and place.even else page.left
    below, edge = twips(page.bottom) - word_page(sheet, Section()).bottom, "margin"
    if page.opening.bottom != page.bottom:  # the section's margin is one page's only: see `word_page`
        below, edge = twips(page.opening.bottom if place.first else page.bottom), "page"
    size = f'w:w="{twips(page.area_width)}" w:type="dxa"'
    margins = f'<w:left w:w="0" w:type="dxa"/><w:bottom w:w="{below}" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    return (
        f'<w:tbl><w:tblPr>{value("tblStyle", style)}<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="{edge}"'
        f' w:horzAnchor="page" w:tblpX="{twips(left)}" w:tblpYSpec="bottom"/>{value("tblOverlap", "never")}<w:tblW {size}/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>{margins}</w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{twips(page.area_width)}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
        f"<w:tc><w:tcPr><w:tcW {size}/></w:tcPr>{content}</w:tc></w:tr></w:tbl>"
    )


def anchor(*, new_page: bool) -> str:
    """The paragraph whose page it stands on: as little as Word sets."""
    return paragraph("", (switch("pageBreakBefore", True) if new_page else "") + NEXT_TO_NOTHING)
