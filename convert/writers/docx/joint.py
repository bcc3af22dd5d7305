"""The mark of several issuers, as clerks make it: a table of one row without rules, the names in one cell and what stands beside
them in the other, in the middle of its height."""

from __future__ import annotations

from convert.writers.docx.geometry import twips
from convert.writers.docx.xml import paragraph, switch, value

_SIDES = ("top", "left", "bottom", "right")
_LEAST = 1.0  # pt: the lowest line that Word sets


def joint_table(cells: tuple[str, ...], widths: tuple[float, ...], style: str, division: str) -> str:
    """Written cells of so many pt in a table of the style with that id; `division`: that it is in."""
    none = "".join(value(side, "nil") for side in (*_SIDES, "insideH", "insideV"))
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in _SIDES)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{value("vAlign", "center")}</w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr>{value("tblStyle", style)}<w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{none}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr>{division}<w:cantSplit/></w:trPr>{written}</w:tr></w:tbl>"
    )


def room(height: float, division: str) -> str:
    """An empty paragraph that is so many pt high: a table has no space before it."""
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{twips(height)}" w:lineRule="exact"/>'
    return paragraph("", switch("keepNext", True) + spacing + division) if height >= _LEAST else ""
