"""Sections (ISO/IEC 29500-1, 17.6): the sheet of a run of pages, its headers and footers, its numbers.

The properties of a section stand in its last paragraph; those of the last section at the end of the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from convert.layout.sections import Section
from convert.style.page import PageLook
from convert.style.sheet import Sheet
from convert.writers.docx.edges import Edge
from convert.writers.docx.furniture import Bands
from convert.writers.docx.geometry import Kind, word_page
from convert.writers.docx.lists import NUMBER_FORMATS
from convert.writers.docx.notes import note_properties
from convert.writers.docx.xml import paragraph, switch

_ACROSS = ' w:orient="landscape"'
_END = "\x00"  # around the properties of a section that ends here: no text has it
_ENDS = re.compile(f"{_END}([^{_END}]*){_END}")
_PARAGRAPH, _PARAGRAPH_END, _PROPERTIES, _PROPERTIES_END = "<w:p>", "</w:p>", "<w:pPr>", "</w:pPr>"
NEXT_TO_NOTHING = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""The spacing of a paragraph that is as little as Word sets, 1 pt."""
NO_LINE = paragraph("", NEXT_TO_NOTHING)
"""What stands behind a table that ends its pages."""


SectionProperties = Callable[[Section], str]
"""Gives the properties of a section."""

Relate = Callable[[Kind, bytes], str]
"""Puts a header or footer into the package, and gives the name of the relation to it."""


class Sections:
    """The sections of one document, in their order."""

    def __init__(self, sheet: Sheet, bands: Bands, relate: Relate) -> None:
        self._sheet, self._bands, self._relate = sheet, bands, relate
        self._relations: dict[bytes, str] = {}
        self._last: Section | None = None
        looks = sheet.pages.values()
        headed = any(look.header.words or look.page.opening.top != look.page.top for look in looks)
        self._kinds: tuple[Kind, ...] = ("header", "footer") if headed else ("footer",)

    def properties(self, section: Section) -> str:
        """The properties of the next section (17.6.17)."""
        begins = self._last is None or self._last.kind != section.kind  # pages of a kind count on
        page, look = word_page(self._sheet, section, opens=begins), section.look(self._sheet)
        restarts = begins and self._last is not None
        self._last = section
        own = [band.first != band.odd for band in (look.header, look.footer)]
        first = begins and (any(own) or page.opens)
        return (
            f"<w:sectPr>{self._references(section, first=first, opens=begins)}"
            f"{note_properties(self._sheet)}"  # LibreOffice looks for it here
            f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{_ACROSS if section.turned else ""}/>'
            f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
            f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
            f"{_numbering(look, restarts=restarts)}{switch('titlePg', True) if first else ''}</w:sectPr>"
        )

    def _references(self, section: Section, *, first: bool, opens: bool) -> str:
        """The headers and footers of a section: said for each, or it would take those of the one before."""
        written = ""
        for kind in self._kinds:
            look = section.look(self._sheet)
            band = look.header if kind == "header" else look.footer
            texts = {"default": band.odd, "even": band.even} | ({"first": band.first} if first else {})
            for place, shown in texts.items():
                edge = Edge(kind, section, first=place == "first", opens=opens, even=place == "even")
                name = self._related(kind, self._bands.part(edge, band, shown))
                written += f'<w:{kind}Reference w:type="{place}" r:id="{name}"/>'
        return written

    def _related(self, kind: Kind, content: bytes) -> str:
        if content not in self._relations:
            self._relations[content] = self._relate(kind, content)
        return self._relations[content]


def _numbering(look: PageLook, *, restarts: bool) -> str:
    """How pages are numbered (17.6.12), where it is not as in the section before."""
    format_ = f' w:fmt="{NUMBER_FORMATS[look.numbers]}"' if look.numbers != "decimal" or restarts else ""
    start = ' w:start="1"' if restarts else ""
    return f"<w:pgNumType{format_}{start}/>" if format_ or start else ""


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
        return text + paragraph("", NEXT_TO_NOTHING + properties)
    start = text.rindex(_PARAGRAPH) + len(_PARAGRAPH)
    if not text.startswith(_PROPERTIES, start):
        return f"{text[:start]}{_PROPERTIES}{properties}{_PROPERTIES_END}{text[start:]}"
    at = text.index(_PROPERTIES_END, start)
    return text[:at] + properties + text[at:]
