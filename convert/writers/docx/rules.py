"""Rules that are elements of their own, as empty paragraphs with borders (ISO/IEC 29500-1, 17.3.1.24): a clerk can select
them, and Word, WPS and LibreOffice draw them alike.

The paragraph's line is as high as the gap between two lines is, or hardly anything; so it takes no line of the grid.
"""

from __future__ import annotations

from convert.style.rules import RuleLook
from convert.style.sheet import Sheet
from convert.writers.docx.geometry import lead, twips
from convert.writers.docx.looks import border
from convert.writers.docx.xml import switch

_BODY = "body"
_LEAST = 1.0  # pt: a line that is hardly there; Word takes no less than 0.7


def rule_properties(look: RuleLook, sheet: Sheet) -> str:
    """The paragraph properties of a rule's style. The text around it has half of its leading between it and the rule."""
    leading, line = lead(sheet.roles[_BODY]), look.gap if len(look.weights) > 1 else _LEAST
    above = look.before - leading - (0.0 if len(look.weights) > 1 else line)
    left, width = look.placed(0.0, sheet.page.area_width, sheet.page)
    right = sheet.page.area_width - left - width
    sides = ("top", "bottom") if len(look.weights) > 1 else ("bottom",)
    lines = "".join(border(side, weight, 0, look.color) for side, weight in zip(sides, look.weights, strict=True))
    return (
        f"{switch('keepNext', True)}<w:pBdr>{lines}</w:pBdr>"
        f'<w:spacing w:before="{twips(max(above, 0.0))}" w:after="{twips(max(look.after - leading, 0.0))}"'
        f' w:line="{twips(line)}" w:lineRule="exact"/>'
        f'<w:ind w:leftChars="0" w:left="{twips(left)}" w:rightChars="0" w:right="{twips(right)}" w:firstLineChars="0" w:firstLine="0"/>'
    )
