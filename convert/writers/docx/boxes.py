"""Boxes around blocks: rules and a ground as a paragraph has them, and a table of one cell around several blocks.

Word joins the rules of paragraphs only where these have the same indents; a cell holds lists, tables and pictures too,
and goes on over pages.
"""

from __future__ import annotations

from dataclasses import replace

from convert.style.sheet import Computed, Edge
from convert.writers.docx.geometry import twips
from convert.writers.docx.looks import border, shading
from convert.writers.docx.xml import value

_CONTAINERS = frozenset({"body", "quote", "list", "cell", "header-cell", "note", "toc"})
_SIDES: tuple[Edge, ...] = ("top", "left", "bottom", "right")  # in the order of the schema


def paragraph_look(role: str, look: Computed) -> Computed:
    """The look of a role as its paragraphs have it: the text stands in from the rules by its indents. A role that
    paragraphs take from what they stand in gives them no box: that one has it."""
    if role in _CONTAINERS or role.endswith("-cell"):
        return replace(look, box=replace(look.box, border=0.0, background=""))
    left, right = (look.box.padding_em if look.box.padded(side) else 0.0 for side in ("left", "right"))
    return replace(look, left_em=look.left_em + left, right_em=look.right_em + right)


def boxed(look: Computed, style: str, indent: float, width: float, content: str, division: str) -> str:
    """Content in a table of one cell, `indent` from the left edge and `width` wide, in pt. `style`: the id of its style,
    which says what kind of box it is; `division`: that it is in."""
    box = look.box
    rules = "".join(
        border(side, box.border, 0, box.color) if box.border and side in box.sides else value(side, "nil")
        for side in _SIDES
    )
    margins = "".join(f'<w:{side} w:w="{twips(look.padding(side))}" w:type="dxa"/>' for side in _SIDES)
    ground = shading(box.background) if box.background else ""
    row = f"<w:trPr>{division}</w:trPr>" if division else ""
    size = f'w:w="{twips(width)}" w:type="dxa"'
    return (
        f'<w:tbl><w:tblPr>{value("tblStyle", style)}<w:tblW {size}/><w:tblInd w:w="{twips(indent)}" w:type="dxa"/>'
        f'<w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{twips(width)}"/></w:tblGrid>'
        f"<w:tr>{row}<w:tc><w:tcPr><w:tcW {size}/>{ground}</w:tcPr>{content}</w:tc></w:tr></w:tbl>"
    )
