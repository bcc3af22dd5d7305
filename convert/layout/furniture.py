"""What stands on pages outside the type area: headers and footers, with the page number among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from convert.kit.fonts import Face
from convert.layout.fields import HEADING_LEVEL, document_fields, filled
from convert.layout.paragraphs import Frame, set_block
from convert.layout.result import Element, Item, Line, OutlineEntry, Page, Stroke
from convert.layout.setting import Setting
from convert.model import Document, Text
from convert.style.page import Band, PageLook, Side, Texts
from convert.style.page import Page as Paper

_DASHES = "—–-"
_WIDE = 10_000.0  # pt: no text is wider
LINE = 1.5
"""The height of a header's or a footer's line, in its size."""


def furnish(pages: list[Page], document: Document, outline: list[OutlineEntry], setting: Setting) -> None:
    """Put headers and footers on pages."""
    fields = document_fields(document) | {"pages": str(len(pages))}
    for page, heading in zip(pages, _headings(len(pages), outline), strict=True):
        look = page.section.look(setting.sheet)
        edge = _Edge(page, look, fields | {"page": page.label or str(page.count), "heading": heading}, setting)
        page.items += (*edge.band(look.header, "header"), *edge.band(look.footer, "footer"))


def _headings(count: int, outline: list[OutlineEntry]) -> Iterator[str]:
    """The heading that holds on each page, as Word's STYLEREF finds it (ISO/IEC 29500-1, 17.16.5.59): the first on the
    page, else the last before it, else the next one."""
    found = [entry for entry in outline if entry.level == HEADING_LEVEL]
    firsts = {entry.page: entry.text for entry in reversed(found)}
    lasts = {entry.page: entry.text for entry in found}
    last = found[0].text if found else ""
    for number in range(1, count + 1):
        yield firsts.get(number, last)
        last = lasts.get(number, last)


@dataclass(frozen=True, slots=True)
class _Edge:
    """The edges of one page."""

    page: Page
    look: PageLook
    fields: dict[str, str]
    setting: Setting

    @property
    def paper(self) -> Paper:
        """What header and footer stand at the edges of: the sheet as it is bound, or the page as it is read."""
        number = self.page.count
        sheet = self.setting.sheet
        return self.look.page.facing(number) if self.look.edges == "sheet" else self.page.section.paper(sheet, number)

    def band(self, band: Band, kind: str) -> Iterator[Item]:
        """A header or a footer, placed."""
        artifact = Element("artifact", furniture="header" if kind == "header" else "footer")
        texts = [(side, filled(text, self.fields)) for side, text in band.texts(self.page.count)]
        texts = [(side, text) for side, text in texts if text.strip()]
        paper = self.paper
        left = paper.left
        middle = paper.top - band.drop if kind == "header" else paper.height - paper.bottom + band.drop
        for line, text in self._lines(texts, band, artifact):
            line.x += left
            line.y = middle + _stroke_height(text, line) * line.size
            yield self._turned(line)
        yield from self._lines_across(band.texts(self.page.count), kind)
        if texts and band.rule:
            y = middle + LINE * band.size / 2 * (1 if kind == "header" else -1)
            yield self._ruled(left, left + paper.area_width, y, band.rule, band.color)

    def _lines_across(self, texts: Texts, kind: str) -> Iterator[Stroke]:
        """A rule that the sheet has at its edge, whatever stands in the type area."""
        if not texts.rule:
            return
        paper, look = self.paper, self.setting.sheet.rules[texts.rule]
        x, width = look.placed(0.0, paper.area_width, paper)
        left = paper.left + x
        top = texts.edge if kind == "header" else paper.height - texts.edge - look.height
        for weight in look.weights:
            yield self._ruled(left, left + width, top + weight / 2, weight, look.color)
            top += weight + look.gap

    def _lines(self, texts: list[tuple[Side, str]], band: Band, artifact: Element) -> Iterator[tuple[Line, str]]:
        """The lines of texts beside each other, smaller where they have no room; with what they say."""
        inset, area = band.inset_em * band.size, self.paper.area_width
        natural = {side: self._line("left", text, band.size, band, Frame(0.0, _WIDE), artifact) for side, text in texts}
        widths = {side: line.width + inset if side != "center" else line.width for side, line in natural.items()}
        outer = max(widths.get("left", 0.0), widths.get("right", 0.0))
        needed = widths["center"] + 2 * outer if "center" in widths else sum(widths.values())
        size = band.size * min(1.0, area / needed) if needed else band.size
        for side, text in texts:
            frame = Frame(0.0, area) if side == "center" else Frame(inset, area - 2 * inset)
            yield self._line(side, text, size, band, frame, artifact), text

    def _line(self, side: Side, text: str, size: float, band: Band, frame: Frame, artifact: Element) -> Line:
        look = replace(
            self.setting.sheet.roles["body"], font=band.font, size=size, tracking=0.0, pitch=size, align=side,
            indent_em=0.0, on_grid=False, color=band.color,
        )  # fmt: skip
        lines = set_block((Text(text),), look, frame, artifact, self.setting)
        return next(line for line in lines if isinstance(line, Line))

    def _turned(self, line: Line) -> Line:
        """The line on a page that is read across, where it stands on the sheet (GB/T 9704-2012 cl. 8)."""
        if self._across:
            line.x, line.y, line.turned = self.look.page.height - line.y, line.x, True
        return line

    def _ruled(self, left: float, right: float, y: float, weight: float, color: str) -> Stroke:
        if self._across:
            x = self.look.page.height - y
            return Stroke(x, left, x, right, weight, color)
        return Stroke(left, y, right, y, weight, color)

    @property
    def _across(self) -> bool:
        return self.page.section.turned and self.look.edges == "sheet"


def _stroke_height(text: str, line: Line) -> float:
    """How far the dash's stroke lies above the baseline, in em; the middle of the digits where there is no dash."""
    dash = next((c for c in text if c in _DASHES), "0")
    face: Face | None = next((run.face for run in line.text.runs if dash in line.text.text[run.start : run.end]), None)
    extents = face.hb_font.get_glyph_extents(face.glyph[ord(dash)]) if face else None
    if face is None or extents is None:
        return 0.35
    return float(extents.y_bearing + extents.height / 2) / face.units_per_em
