"""Facts of a PDF, anybody's: measured from its glyphs and strokes, with its tags where it has some.

Foreign PDFs are seldom tagged: lines and paragraphs are then what stands together, and what an element is, is told as
in bare text. This is measurement; no document is converted from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from convert.checks.facts import Facts
from convert.checks.pdf.elements import elements_of
from convert.checks.pdf.lines import Row, above_imprint, in_table, is_furniture, read_rules, rows_of
from convert.checks.pdf.measures import measure_text
from convert.checks.pdf.pages import pages_of
from convert.checks.pdf.paragraphs import Paragraph, paragraphs_of, tagged_paragraphs
from convert.checks.pdf.roles import recognise
from convert.measure.pdf import (
    Area,
    Glyph,
    Picture,
    Stroke,
    Tag,
    page_sizes,
    read_areas,
    read_glyphs,
    read_pictures,
    read_strokes,
    read_tags,
)

__all__ = ["Printed", "facts_of", "measure"]

_UPRIGHT = 5.0  # mm: what is higher and thin is the side of a table's cell


class Printed(NamedTuple):
    """What is read of a PDF: the sizes of its pages in mm, its glyphs, its structure tree if it has one, what is painted."""

    sizes: Sequence[tuple[float, float]]
    glyphs: Sequence[Glyph]
    tags: Tag | None
    strokes: Sequence[Stroke]
    areas: Sequence[Area]
    pictures: Sequence[Picture]


def measure(data: bytes, name: str) -> Facts:
    """What a PDF shows. Raises pypdfium2.PdfiumError for bytes that are no PDF, or one that asks for a password."""
    shapes = read_strokes(data), read_areas(data), read_pictures(data)
    return facts_of(Printed(page_sizes(data), read_glyphs(data), _tags(data), *shapes), name)


def facts_of(printed: Printed, name: str) -> Facts:
    """The facts that glyphs and strokes in their places are."""
    sizes, glyphs, root, strokes, areas, pictures = printed
    rows = rows_of(glyphs)
    around: list[Row] = []
    text: list[Row] = []
    for row in rows:
        (around if is_furniture(row, sizes[row.page - 1], root is not None) else text).append(row)
    furniture = {id(glyph) for row in around for glyph in row.glyphs}
    across = frozenset(number for number, (width, height) in enumerate(sizes, 1) if width > height)
    upright = [each for each in (*strokes, *areas) if each.right - each.left < 1 and each.bottom - each.top > _UPRIGHT]
    outside = [row for row in text if not in_table(row, upright)]
    running = [row for row in outside if row.page not in across]
    rules = {number: read_rules(strokes, areas, number) for number in range(1, len(sizes) + 1)}
    measures = measure_text(above_imprint(running, rules.get(len(sizes), ())) or running, sizes[0][0])
    if root is None:
        apart = [Paragraph((row,)) for row in outside if row.page in across]
        paragraphs = sorted((*paragraphs_of(running, measures), *apart), key=lambda each: each.first.page)
    else:
        paragraphs = tagged_paragraphs(root, [glyph for glyph in glyphs if id(glyph) not in furniture])
    document, blocks = recognise(paragraphs, measures, rules.get(1, ()))
    elements = elements_of(paragraphs, blocks, measures, rules, across)
    pages = pages_of(sizes, elements, text, around, measures, rules, pictures)
    faces = frozenset(glyph.font for glyph in glyphs)
    return Facts("pdf", name, document, pages, elements, measures.pitch, measures.cells, faces)


def _tags(data: bytes) -> Tag | None:
    try:
        return read_tags(data)
    except ValueError:
        return None
