"""Sections (ISO/IEC 29500-1, 17.6): the sheet of a run of pages, and the footers on it (17.10).

The properties of a section stand in its last paragraph; those of the last section at the end of the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from convert.kit.ooxml import declarations
from convert.layout.sections import Section
from convert.style.sheet import Page, Sheet, Side
from convert.writers.docx.geometry import WordPage, footer_pitch, twips, word_page
from convert.writers.docx.names import FOOTER
from convert.writers.docx.notes import note_properties
from convert.writers.docx.xml import characters, paragraph, part, run, value

_END = "\x00"  # around the properties of a section that ends here: no text has it
_ENDS = re.compile(f"{_END}([^{_END}]*){_END}")
_PARAGRAPH, _PARAGRAPH_END, _PROPERTIES, _PROPERTIES_END = "<w:p>", "</w:p>", "<w:pPr>", "</w:pPr>"
_NEXT_TO_NOTHING = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
NO_LINE = paragraph("", _NEXT_TO_NOTHING)
"""What stands behind a table that ends its pages: as little as Word sets, 1 pt."""


class Sections:
    """The sections of one document. `relate`: puts a footer into the package, and gives the name of the relation to it."""

    def __init__(self, sheet: Sheet, relate: Callable[[bytes], str]) -> None:
        self._sheet, self._relate = sheet, relate
        self._relations: dict[bytes, str] = {}

    def properties(self, section: Section) -> str:
        """The properties of a section (17.6.17)."""
        page = word_page(self._sheet, section.page(self._sheet))
        orientation = ' w:orient="landscape"' if section.turned else ""
        return (
            f"<w:sectPr>{self._footers(section)}"
            f"{note_properties(self._sheet)}"  # LibreOffice looks for it here
            f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{orientation}/>'
            f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
            f' w:header="{page.footer}" w:footer="{page.footer}" w:gutter="0"/></w:sectPr>'
        )

    def _footers(self, section: Section) -> str:
        number = self._sheet.page_number
        sides = {"default": number.odd, "even": number.even}
        return "".join(
            f'<w:footerReference w:type="{kind}" r:id="{self._related(_footer(self._sheet, side, section))}"/>'
            for kind, side in sides.items()
        )

    def _related(self, footer: bytes) -> str:
        if footer not in self._relations:
            self._relations[footer] = self._relate(footer)
        return self._relations[footer]


def end_of(properties: str) -> str:
    """What stands behind the last block of a section until `settle`."""
    return f"{_END}{properties}{_END}"


def settle(content: str) -> str:
    """Content with the properties of sections in their last paragraphs; behind a table they get one that is next to
    nothing."""
    if _END not in content:
        return content
    *pieces, last = _ENDS.split(content)
    ended = (_ended(text, properties) for text, properties in zip(pieces[::2], pieces[1::2], strict=True))
    return "".join((*ended, last))


def _ended(text: str, properties: str) -> str:
    if not text.endswith(_PARAGRAPH_END):
        return text + paragraph("", _NEXT_TO_NOTHING + properties)
    start = text.rindex(_PARAGRAPH) + len(_PARAGRAPH)
    if not text.startswith(_PROPERTIES, start):
        return f"{text[:start]}{_PROPERTIES}{properties}{_PROPERTIES_END}{text[start:]}"
    at = text.index(_PROPERTIES_END, start)
    return text[:at] + properties + text[at:]


def _footer(sheet: Sheet, side: Side, section: Section) -> bytes:
    """The page number (GB/T 9704-2012 cl. 7.5): one character in from the side it stands on. On pages that are read across
    it is turned with the sheet (cl. 8), in a frame that stands where it does on the others."""
    number = sheet.page_number
    content, properties = "", value("pStyle", FOOTER) if number.font else ""
    if number.font:
        before, _, after = number.text.partition("{page}")
        field = f'<w:fldSimple w:instr=" PAGE ">{run(characters("1"))}</w:fldSimple>'
        content = run(characters(before), _hint()) + field + run(characters(after), _hint())
        if section.turned:
            frame = _frame(sheet, side)
            turned = f'{properties}{frame}{value("jc", side)}<w:textDirection w:val="tbRl"/>'
            return _part(paragraph(content, turned) + paragraph("", properties))
        if side != "center":
            inset = twips(number.inset_em * number.size)
            chars = round(100 * number.inset_em)
            properties += f'<w:ind w:{side}Chars="{chars}" w:{side}="{inset}"/>'
        properties += value("jc", side)
    return _part(paragraph(content, properties))


def _part(content: str) -> bytes:
    return part(f"<w:ftr {declarations('w', 'r')}>{content}</w:ftr>")


def _frame(sheet: Sheet, side: Side) -> str:
    """A frame (17.3.1.11) at the left edge of a sheet that is turned: its foot."""
    upright: Page = sheet.page
    page: WordPage = word_page(sheet, upright)
    inset = 0.0 if side == "center" else sheet.page_number.inset_em * sheet.page_number.size
    return (
        f'<w:framePr w:w="{twips(footer_pitch(sheet))}" w:h="{twips(upright.area_width - 2 * inset)}" w:hRule="exact"'
        f' w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{page.footer}" w:y="{twips(upright.left + inset)}"/>'
    )


def _hint() -> str:
    """The dashes are the Chinese face's."""
    return '<w:rFonts w:hint="eastAsia"/>'
