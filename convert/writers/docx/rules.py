"""Rules that are elements of their own, as empty paragraphs with borders (ISO/IEC 29500-1, 17.3.1.24): a clerk can select
them, and Word, WPS and LibreOffice draw them alike.

The paragraph's line is as high as the gap between two lines is, or hardly anything; so it takes no line of the grid.
"""

from __future__ import annotations

from convert.layout.result import ASCENT
from convert.style.page import Page
from convert.style.rules import RuleLook
from convert.style.sheet import Sheet
from convert.writers.docx.geometry import lead, pitch, twips
from convert.writers.docx.looks import border
from convert.writers.docx.xml import switch

_BODY = "body"
_BELOW_BASELINE = 0.2  # of an exact line
_LEAST = 1.0  # pt: a line that is hardly there; Word takes no less than 0.7


def rule_properties(look: RuleLook, sheet: Sheet) -> str:
    """The paragraph properties of a rule's style. The text around it has half of its leading between it and the rule."""
    return (
        f"{switch('keepNext', True)}{rule_borders(look)}"
        f'<w:spacing w:before="{twips(space_above(look, sheet))}" w:after="0"'
        f' w:line="{twips(rule_line(look))}" w:lineRule="exact"/>{rule_indents(look, sheet.page)}'
    )


def rule_line(look: RuleLook) -> float:
    """The height of the paragraph's line, in pt."""
    return look.gap if len(look.weights) > 1 else _LEAST


def rule_borders(look: RuleLook) -> str:
    """Its lines, as borders of the paragraph."""
    sides = ("top", "bottom") if len(look.weights) > 1 else ("bottom",)
    lines = "".join(border(side, weight, 0, look.color) for side, weight in zip(sides, look.weights, strict=True))
    return f"<w:pBdr>{lines}</w:pBdr>"


def rule_indents(look: RuleLook, page: Page) -> str:
    """How far it begins and ends within the type area; beyond it where that is negative."""
    left, width = look.placed(0.0, page.area_width, page)
    right = page.area_width - left - width
    return f'<w:ind w:leftChars="0" w:left="{twips(left)}" w:rightChars="0" w:right="{twips(right)}" w:firstLineChars="0" w:firstLine="0"/>'


def space_above(look: RuleLook, sheet: Sheet) -> float:
    """The space before a rule's paragraph, in pt. LibreOffice has a fifth of an exact line below the baseline, and half of the
    leading below the characters is the other reading of it: the middle of both is taken."""
    body = sheet.roles[_BODY]
    below = (lead(body) + _BELOW_BASELINE * pitch(body) - (1 - ASCENT) * body.size) / 2
    return max(look.before - below - (0.0 if len(look.weights) > 1 else _LEAST), 0.0)


def space_below(look: RuleLook, sheet: Sheet) -> float:
    """What the paragraph after a rule keeps above itself for it, in pt: some readers add up the space of neighbours, some take
    the larger."""
    return max(look.after - lead(sheet.roles[_BODY]), 0.0)


def rule_height(look: RuleLook, sheet: Sheet) -> float:
    """How far a rule's paragraph reaches down, in pt."""
    return space_above(look, sheet) + look.height + (0.0 if len(look.weights) > 1 else _LEAST)
