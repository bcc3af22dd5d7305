"""Cl. 5: the sheet of paper, the type area, the grid."""

from __future__ import annotations

from collections.abc import Iterable

from convert.checks.facts import Facts, PageFacts
from convert.checks.rule import Fault, Rule, at, rule, words
from convert.kit.units import to_mm
from convert.style.page import Page
from convert.style.sheet import Sheet

_SHEET = 1.0  # mm: what trimming may be off


@rule("sheet-size", "5.1", "应", "the sheet has the style's size (A4)", "用纸幅面为 A4 型（210 mm × 297 mm）")
def sheet_size(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Pages of another size."""
    for page in facts.pages:
        wanted = _page(sheet, page)
        width, height = to_mm(wanted.width), to_mm(wanted.height)
        if abs(page.width - width) > _SHEET or abs(page.height - height) > _SHEET:
            yield Fault(
                words(f"{width:g} × {height:g} mm"), words(f"{page.width:.1f} × {page.height:.1f} mm"), at(page)
            )


def _page(sheet: Sheet, page: PageFacts) -> Page:
    return sheet.page.turned if page.turned else sheet.page


RULES: tuple[Rule, ...] = (sheet_size,)
