"""What stands on a page outside the type area: the page number."""

from __future__ import annotations

from dataclasses import replace

from convert.kit.fonts import Face
from convert.layout.paragraphs import Frame, set_block
from convert.layout.result import Element, Line, Page
from convert.layout.setting import Setting
from convert.model import Text
from convert.style.sheet import Alignment

_DASHES = "—–-"


def page_number(on: Page, setting: Setting, artifact: Element) -> tuple[str, list[Line]]:
    """A page's printed number and the line that shows it, placed (GB/T 9704-2012 cl. 7.5): the dash's stroke lies
    `drop` below the type area, the text one `inset_em` from the side that the page's parity gives it.

    On a page that is read across it stands where it does on the others: it is turned with the sheet (cl. 8).
    """
    number = on.number
    spec, page = setting.sheet.page_number, setting.sheet.page
    if not spec.font:
        return "", []
    side: Alignment = spec.odd if number % 2 else spec.even
    body = setting.sheet.roles["body"]
    look = replace(
        body, font=spec.font, size=spec.size, tracking=0.0, pitch=spec.size, align=side, indent_em=0.0, on_grid=False
    )
    inset = spec.inset_em * spec.size if side != "center" else 0.0
    frame = Frame(inset, page.area_width - 2 * inset)
    label = str(number)
    text = spec.text.format(page=label)
    lines = [p for p in set_block((Text(text),), look, frame, artifact, setting) if isinstance(p, Line)]
    left = page.right if page.mirror and number % 2 == 0 else page.left
    for line in lines:
        line.x += left
        line.y = page.height - page.bottom + spec.drop + _stroke_height(text, line) * spec.size
        if on.turned:
            line.x, line.y, line.turned = page.height - line.y, line.x, True
    return label, lines


def _stroke_height(text: str, line: Line) -> float:
    """How far the dash's stroke lies above the baseline, in em; the middle of the digits where there is no dash."""
    dash = next((c for c in text if c in _DASHES), "0")
    face: Face | None = next((run.face for run in line.text.runs if dash in line.text.text[run.start : run.end]), None)
    extents = face.hb_font.get_glyph_extents(face.glyph[ord(dash)]) if face else None
    if face is None or extents is None:
        return 0.35
    return float(extents.y_bearing + extents.height / 2) / face.units_per_em
