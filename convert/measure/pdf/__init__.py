"""Finished PDF files, anybody's, back to facts: where glyphs stand, what is painted, where links lead, what the tags say.

Read with PDFium (Chromium's PDF library) and QPDF; optional dependencies, see the extra `measure`. Lengths are in mm
from the page's top left corner, sizes in pt, pages count from 1.
"""

from convert.measure.pdf.glyphs import Glyph, Line, group_lines, page_sizes, read_glyphs, read_lines
from convert.measure.pdf.metadata import read_metadata
from convert.measure.pdf.navigation import Link, OutlineEntry, page_labels, read_links, read_outline
from convert.measure.pdf.shapes import Area, Picture, Stroke, read_areas, read_pictures, read_strokes
from convert.measure.pdf.tags import Tag, read_tags, read_text

__all__ = [
    "Area",
    "Glyph",
    "Line",
    "Link",
    "OutlineEntry",
    "Picture",
    "Stroke",
    "Tag",
    "group_lines",
    "page_labels",
    "page_sizes",
    "read_areas",
    "read_glyphs",
    "read_lines",
    "read_links",
    "read_metadata",
    "read_outline",
    "read_pictures",
    "read_strokes",
    "read_tags",
    "read_text",
]
