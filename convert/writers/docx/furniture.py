"""Headers and footers (ISO/IEC 29500-1, 17.10): parts of their own, with Word's fields for what changes from page to
page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convert.kit.ooxml import declarations
from convert.layout.fields import HEADING_LEVEL, pieces
from convert.style.page import Band, Side, Texts
from convert.style.sheet import Sheet
from convert.writers.docx.edges import Edge, Piece, ordered, rule_piece, stacked
from convert.writers.docx.geometry import Kind, band_pitch, distance, twips
from convert.writers.docx.looks import char_look, char_properties, differing, paragraph_properties
from convert.writers.docx.names import FOOTER, HEADER
from convert.writers.docx.runs import hinted
from convert.writers.docx.styles import band_look
from convert.writers.docx.xml import characters, paragraph, part, run, value

HEADING_NUMBER = "heading number"
"""The field for the number of a heading, where Word counts it: it stands before the heading's own."""
_FIELDS = {
    HEADING_NUMBER: f"STYLEREF {HEADING_LEVEL} \\n",
    "page": "PAGE",
    "pages": "NUMPAGES",
    "title": "TITLE",
    "heading": f"STYLEREF {HEADING_LEVEL}",
}
"""Word's names. Of the others it has none: what they say stands as text."""
_ROOTS: dict[Kind, str] = {"header": "hdr", "footer": "ftr"}


class Bands:
    """Writes headers and footers. `fields`: what fields say, on the first page where it is not the same on all."""

    def __init__(self, sheet: Sheet, fields: Mapping[str, str]) -> None:
        self._sheet, self._fields = sheet, fields

    def part(self, edge: Edge, band: Band, texts: Texts) -> bytes:
        """The part that shows `texts` at an edge of pages."""
        kind, section = edge.kind, edge.section
        shown = [(side, text) for side, text in texts if "".join(self._words(text)).strip()]
        properties = self._properties(kind, band)
        if shown and section.turned and section.look(self._sheet).edges == "sheet":
            framed = properties | self._frame(edge, band, shown) | {"textDirection": value("textDirection", "tbRl")}
            content = self._line(shown, framed, self._characters(kind, band)) + stacked([], edge, self._sheet)
        else:
            content = stacked(list(self._pieces(edge, band, texts, shown)), edge, self._sheet)
        root = _ROOTS[kind]
        return part(f"<w:{root} {declarations('w', 'r')}>{content}</w:{root}>")

    def _pieces(self, edge: Edge, band: Band, texts: Texts, shown: list[tuple[Side, str]]) -> Iterator[Piece]:
        """What stands at the edge, but for an edge that is turned with the sheet."""
        page, pitch = edge.section.paper(self._sheet), band_pitch(band)
        if texts.rule:
            yield rule_piece(self._sheet.rules[texts.rule], texts.edge, page)
        if shown:
            placed = self._properties(edge.kind, band) | self._places(band, shown, page.area_width)
            near = max((page.top if edge.kind == "header" else page.bottom) - band.drop - pitch / 2, 0.0)
            yield Piece(near, near + pitch, pitch, self._words_of(shown, self._characters(edge.kind, band)), placed)

    # --- the line ----------------------------------------------------------------------------------------------------

    def _line(self, shown: list[tuple[Side, str]], properties: dict[str, str], look: str) -> str:
        return paragraph(self._words_of(shown, look), ordered(properties))

    def _words_of(self, shown: list[tuple[Side, str]], look: str) -> str:
        """Texts beside each other, tabs between them; one alone needs none."""
        content = ""
        for side, text in shown:
            tab = len(shown) > 1 and side != "left"
            content += (run("<w:tab/>") if tab else "") + "".join(self._runs(text, look))
        return content

    def _runs(self, text: str, look: str) -> Iterator[str]:
        for piece, is_field in _counted(pieces(text)):
            shown = self._fields[piece] if is_field else piece
            runs = "".join(
                run(characters(words), ('<w:rFonts w:hint="eastAsia"/>' if hint else "") + look)
                for words, hint in hinted(shown)
            )
            if is_field and shown and piece in _FIELDS:
                yield f'<w:fldSimple w:instr=" {_FIELDS[piece]} ">{runs}</w:fldSimple>'
            else:
                yield runs

    def _words(self, text: str) -> Iterator[str]:
        return (self._fields[piece] if is_field else piece for piece, is_field in pieces(text))

    # --- looks and places --------------------------------------------------------------------------------------------

    def _own(self, kind: Kind) -> Band:
        """The band that the style of headers or footers is made from."""
        look = self._sheet.pages["body"]
        return look.header if kind == "header" else look.footer

    def _properties(self, kind: Kind, band: Band) -> dict[str, str]:
        """The style, and what the band has otherwise."""
        own, style = self._own(kind), HEADER if kind == "header" else FOOTER
        said = {"pStyle": value("pStyle", style)} if own.words else {}
        if not own.words or own.size != band.size:
            said["spacing"] = paragraph_properties(band_look(band, self._sheet), self._sheet)["spacing"]
        if band.rule:
            side = "bottom" if kind == "header" else "top"
            weight = f'w:sz="{round(band.rule * 8)}" w:space="0" w:color="{band.color.lstrip("#").upper()}"'
            said["pBdr"] = f'<w:pBdr><w:{side} w:val="single" {weight}/></w:pBdr>'
        return said

    def _characters(self, kind: Kind, band: Band) -> str:
        """What the band's characters have that its style does not say."""
        own = self._own(kind)
        if own.words and (own.font, own.size, own.color) == (band.font, band.size, band.color):
            return ""
        return differing(char_properties(char_look(band_look(band, self._sheet)), self._sheet), {})

    def _places(self, band: Band, shown: list[tuple[Side, str]], width: float) -> dict[str, str]:
        inset = band.inset_em * band.size
        if len(shown) > 1:
            left = f'<w:ind w:leftChars="{round(100 * band.inset_em)}" w:left="{twips(inset)}"/>' if inset else ""
            stops = {"center": width / 2, "right": width - inset}
            tabs = "".join(
                f'<w:tab w:val="{side}" w:pos="{twips(stops[side])}"/>' for side, _ in shown if side != "left"
            )
            return {"tabs": f"<w:tabs>{tabs}</w:tabs>", **({"ind": left} if left else {}), "jc": value("jc", "left")}
        side = shown[0][0]
        if side == "center":
            return {"jc": value("jc", side)}
        chars = round(100 * band.inset_em)
        return {"ind": f'<w:ind w:{side}Chars="{chars}" w:{side}="{twips(inset)}"/>', "jc": value("jc", side)}

    def _frame(self, edge: Edge, band: Band, shown: list[tuple[Side, str]]) -> dict[str, str]:
        """A frame (17.3.1.11) at an edge of the sheet that is turned: its foot is on the left, its head on the right."""
        look = edge.section.look(self._sheet)
        page, upright = edge.section.paper(self._sheet), look.page.facing(2 if edge.even else 1)
        inset = band.inset_em * band.size if len(shown) == 1 and shown[0][0] != "center" else 0.0
        width, height = twips(band_pitch(band)), upright.area_width - 2 * inset
        x = twips(max(distance(edge.kind, look, page), 0.0))
        x = x if edge.kind == "footer" else twips(page.width) - x - width
        frame = (
            f'<w:framePr w:w="{width}" w:h="{twips(height)}" w:hRule="exact" w:wrap="around" w:vAnchor="page"'
            f' w:hAnchor="page" w:x="{x}" w:y="{twips(upright.left + inset)}"/>'
        )
        places = self._places(band, shown, height)
        if len(shown) == 1:
            places.pop("ind", None)  # the frame is so much shorter
        return {"framePr": frame, **places}


def _counted(found: Iterator[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Pieces of a text, with a heading's number before it."""
    for piece, is_field in found:
        if is_field and piece == "heading":
            yield HEADING_NUMBER, True
        yield piece, is_field
