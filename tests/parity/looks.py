"""How characters look in each output, in words and units that all share. They find the character `靶` in the file."""

from __future__ import annotations

import re
from typing import NamedTuple

from convert.measure import docx, epub, pdf
from tests.fontconfig import FAMILIES

TARGET = "靶"
BODY = 16.0
"""The size that EPUB's sizes are relative to: the body's, in pt."""
PT_PER_MM = 72 / 25.4
OFFICIAL = {
    re.sub(r"^(Liberation\w+)-Regular$", r"\1", file.split(".")[0]): family for file, family in FAMILIES.items()
}
"""The official faces that the bundled ones stand for, by the names in a PDF."""


class Look(NamedTuple):
    """A face by its official name, the size in pt, the rise in em of the text around, a line (under, through, dots),
    colours ("" for none)."""

    face: str
    size: float
    rise: float
    line: str
    color: str
    background: str


def pdf_look(data: bytes, char: str = TARGET) -> Look:
    """By the glyph, and by what is painted around it."""
    glyphs = pdf.read_glyphs(data)
    glyph = next(glyph for glyph in glyphs if glyph.char == char)
    around = min((g for g in glyphs if g.page == glyph.page and g != glyph), key=lambda g: _distance(g, glyph))
    middle, width = (glyph.left + glyph.right) / 2, glyph.right - glyph.left
    grounds = [
        area.color
        for area in pdf.read_areas(data)
        if area.page == glyph.page and area.left <= middle <= area.right and area.top < glyph.middle < area.bottom
    ]
    return Look(
        OFFICIAL.get(glyph.font, glyph.font),
        glyph.size,
        (around.baseline - glyph.baseline) * PT_PER_MM / around.size,
        _pdf_line(data, glyph, middle, width),
        glyph.color,
        grounds[0] if grounds else "",
    )


def _distance(one: pdf.Glyph, other: pdf.Glyph) -> float:
    return abs(one.left - other.right) + 3 * abs(one.baseline - other.baseline)


def _pdf_line(data: bytes, glyph: pdf.Glyph, middle: float, width: float) -> str:
    for stroke in pdf.read_strokes(data):
        near = stroke.page == glyph.page and stroke.left - 0.1 <= middle <= stroke.right + 0.1
        if near and abs(stroke.top - glyph.middle) < width:
            below = "under" if stroke.right - stroke.left > width / 2 else "dots"
            return below if stroke.top > glyph.baseline else "through"
    return "none"


def docx_look(data: bytes, char: str = TARGET) -> Look:
    """By the run."""
    run = next(run for run in docx.read_runs(data) if char in run.text)
    around = next((other for other in docx.read_runs(data) if char not in other.text), run)
    line = "under" if run.underline == "single" else "through" if run.strike else "none"
    face = run.latin if char.isascii() else run.east_asian
    return Look(
        face, run.size, run.rise / around.size, "dots" if run.emphasis == "dot" else line, run.color, run.background
    )


def epub_look(data: bytes, char: str = TARGET) -> Look:
    """By the innermost element that holds the character alone, or else one that holds it at all."""
    elements = [each for each in epub.read_elements(data) if char in each.text]
    element = next((each for each in reversed(elements) if each.text.strip() == char), elements[-1])
    styles = element.styles
    raised = styles.get("vertical-align", "baseline")
    rise = float(raised.removesuffix("em")) * element.size if raised.endswith("em") else 0.0
    decoration = styles.get("text-decoration", "none")
    line = {"underline": "under", "line-through": "through"}.get(decoration, "none")
    return Look(
        _family(element.families, char),
        element.size * BODY,
        rise,
        "dots" if styles["text-emphasis"].startswith("filled dot") else line,
        styles["color"],
        styles.get("background", ""),
    )


def _family(families: list[str], char: str) -> str:
    """The first official face of a stack for the character's script: Latin ones have Latin names."""
    known = (family for family in families if family in OFFICIAL.values() and family.isascii() == char.isascii())
    return next(known, families[0])


def pdf_tags(data: bytes, type: str) -> list[pdf.Tag]:
    """The structure elements of a type, in reading order."""
    return [tag for tag in pdf.read_tags(data).walk() if tag.type == type]


def book_elements(data: bytes, name: str) -> list[epub.Element]:
    """The elements of a name, in reading order."""
    return [each for each in epub.read_elements(data) if each.name == name]


def pdf_alignment(data: bytes) -> str:
    """How the text of a file is aligned, by the ends of its lines in the type area of GB/T 9704 (28 to 184 mm): the
    narrowest one below the first stands at a side or in the middle; where the others reach both edges they are stretched."""
    found = [line for line in pdf.read_lines(data) if not line.is_artifact]
    narrow = min(found[1:] or found, key=lambda line: line.right - line.left)
    if abs(narrow.left - 28) < 0.5:
        stretched = all(abs(line.right - 184) < 0.5 for line in found[:-1])
        return "justify" if stretched else "left"
    return "center" if abs((narrow.left + narrow.right) / 2 - 106) < 1 else "right"


def words(data: bytes) -> str:
    """All words of a file, white space left out."""
    match data[:4]:
        case b"%PDF":
            return pdf.read_text(data)
        case _ if b"mimetypeapplication/epub" in data[:80]:
            text = epub.read_text(data)
        case _:
            text = docx.read_text(data)
    return "".join(text.split())
