"""Cl. 5: the sheet of paper, the type area, the grid, the colour of the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from convert.checks.facts import Facts, PageFacts
from convert.checks.gauge import mm, off_margin, off_place, points
from convert.checks.rule import Fault, Rule, at, rule, words
from convert.kit.units import to_mm
from convert.style.page import Page
from convert.style.sheet import Sheet

_SHEET = 1.0  # mm: what trimming may be off
_MARGIN = 1.0  # mm: cl. 5.2.1
_WIDTH, _FOOT = 1.5, 1.6  # mm
_LEADING = 0.35  # pt
_RESPACED = 0.12  # pt: Word's leading is a multiple of 0.1 pt
_LEAST_FILLED = 2  # pages, so that a short one among them says nothing
_DARK = 0x60


@rule(
    "sheet-size",
    "5.1",
    "应",
    "the sheet has the style's size (A4)",
    "用纸采用样式规定的幅面（A4）",
    causes=(
        "margin-top",
        "margin-left",
        "area-width",
        "area-bottom",
        "grid-pitch",
        "grid-cells",
        "rule-width",
        "page-number-height",
        "imprint-bottom",
        "imprint-rules",
        "page-number-side",
    ),
)
def sheet_size(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Pages of another size."""
    for page in facts.pages:
        wanted = _page(sheet, page)
        width, height = to_mm(wanted.width), to_mm(wanted.height)
        if abs(page.width - width) > _SHEET or abs(page.height - height) > _SHEET:
            yield Fault(
                words(f"{width:g} × {height:g} mm"), words(f"{page.width:.1f} × {page.height:.1f} mm"), at(page)
            )


@rule(
    "margin-top",
    "5.2.1",
    "应",
    "the type area begins 37 ± 1 mm below the sheet's top",
    "天头（上白边）为 37 mm ± 1 mm",
    causes=("mark-top", "head-stack", "area-bottom"),
)
def margin_top(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Pages whose text begins above or below."""
    for page in facts.pages:
        if not page.turned:
            yield from off_margin(_margin(sheet, page, "top"), page.top, page, _MARGIN)


@rule(
    "margin-left",
    "5.2.1",
    "应",
    "the binding edge is 28 ± 1 mm wide",
    "订口（左白边）为 28 mm ± 1 mm",
    causes=("area-width", "grid-cells", "mark-center", "page-number-side", "rule-width", "imprint-rules"),
)
def margin_left(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Pages whose text begins elsewhere; on even ones the binding edge may be the right one."""
    binding, other = to_mm(sheet.page.left), to_mm(sheet.page.right)
    for page in facts.pages:
        mirrored = page.number and page.number % 2 == 0 and page.left is not None and abs(page.left - other) <= 0.5
        if not page.turned and not mirrored:
            yield from off_place(binding, page.left, at(page), _MARGIN)


@rule("area-width", "5.2.1", "应", "the type area is 156 mm wide", "版心宽 156 mm")
def area_width(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Pages whose lines are longer or shorter."""
    for page in facts.pages:
        if page.left is not None and page.right is not None and not page.turned:
            yield from off_place(to_mm(sheet.page.area_width), page.width - page.left - page.right, at(page), _WIDTH)


@rule(
    "grid-pitch",
    "5.2.3",
    "一般",
    "22 lines fill the type area, from edge to edge of the characters",
    "每面排 22 行，撑满版心",
    causes=("grid-lines", "area-bottom", "title-gap", "number-gap", "recipient-gap", "attachment-note-gap", "text-gap"),
)
def grid_pitch(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """A leading with which the lines do not fill the type area. A line as high as the area's share of it (28.99 pt) is
    taken as well: so it comes out where the leading is thought to lie around the characters. Where a document is signed, a
    line more or less on a page may have been what brought its seal to the text (cl. 7.3.5.5)."""
    least = to_mm(sheet.page.area_height) / sheet.grid.lines / to_mm(1)
    if facts.pitch is None or (facts.of("signature", "date") and _is_respaced(facts.pitch, sheet)):
        return
    if not least - _LEADING <= facts.pitch <= sheet.grid.pitch + _LEADING:
        yield Fault(
            words(f"{least:.1f} to {sheet.grid.pitch:.1f} pt", f"{least:.1f}～{sheet.grid.pitch:.1f} 磅"),
            points(facts.pitch),
        )


def _is_respaced(pitch: float, sheet: Sheet) -> bool:
    """Whether so few lines more or less as the style allows fill the type area with a leading."""
    filled = sheet.grid.pitch * (sheet.grid.lines - 1)
    lines = (sheet.grid.lines + change for change in range(-sheet.respace, sheet.respace + 1) if change)
    return any(abs(pitch - filled / (count - 1)) <= _RESPACED for count in lines)


@rule("grid-lines", "5.2.3", "一般", "a page has 22 lines", "每面排 22 行")
def grid_lines(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Full pages with more lines or fewer."""
    full = [page for page in facts.pages if page.rows is not None and page.number > 1]
    most = max((page.rows or 0 for page in full), default=0)
    lines = sheet.grid.lines
    if most > lines or (len(full) >= _LEAST_FILLED and most < lines):
        worst = next(page for page in full if page.rows == most)
        yield Fault(words(f"{lines} lines", f"{lines} 行"), words(f"{most} lines", f"{most} 行"), at(worst))


@rule("grid-cells", "5.2.3", "一般", "a line has 28 characters", "每行排 28 个字", causes=("area-width",))
def grid_cells(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Lines with more characters or fewer."""
    if facts.cells is not None and facts.cells != sheet.grid.cells:
        number = f"{facts.cells:.0f}"
        cells = sheet.grid.cells
        yield Fault(words(f"{cells} characters", f"{cells} 字"), words(f"{number} characters", f"{number} 字"))


@rule("area-bottom", "5.2.1", "应", "the type area ends 35 mm above the sheet's bottom", "版心下边缘距下页边 35 mm")
def area_bottom(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Text that goes beyond the type area, or pages that all stop before its end."""
    full = [page for page in facts.pages if page.bottom is not None and not page.turned]
    if not full:
        return
    lowest = min(full, key=lambda page: (page.bottom or 0) - _margin(sheet, page, "bottom"))
    wanted, measured = _margin(sheet, lowest, "bottom"), lowest.bottom or 0
    if lowest.leading is not None and abs(measured + lowest.leading - wanted) <= _FOOT:
        return
    stops = len(full) >= _LEAST_FILLED and measured > wanted + _FOOT  # one page alone may be short
    if measured < wanted - _FOOT or stops:
        yield Fault(words(f"{wanted:g} ± {_FOOT:g} mm"), mm(measured), at(lowest))


@rule("text-color", "5.2.4", "应", "text is black where nothing else is said", "如无特殊说明，文字颜色均为黑色")
def text_color(facts: Facts, sheet: Sheet) -> Iterable[Fault]:
    """Elements of the document in a colour that the style does not give them."""
    for element in facts.elements:
        look = sheet.roles.get(element.role)
        if look is None or look.color != "#000000" or element.role in ("code", "toc"):
            continue
        for run in (*element.lead, *element.runs):
            if run.color and _is_colored(run.color) and len(run.text) * 2 > len(element.text):
                yield Fault(words("black", "黑色"), words(run.color), at(element))


def _is_colored(color: str) -> bool:
    return len(color) == 7 and max(int(color[n : n + 2], 16) for n in (1, 3, 5)) > _DARK


def _margin(sheet: Sheet, page: PageFacts, side: Literal["top", "bottom"]) -> float:
    """The margin of a page, in mm. The first one may have one of its own (10.1); of a file without printed pages the nearer
    of both counts, for a section may begin with it."""
    first, others = (to_mm(getattr(each, side)) for each in (sheet.page.opening, sheet.page))
    measured = getattr(page, side) or others
    if page.number == 0:
        return min((others, first), key=lambda wanted: abs(measured - wanted))
    return first if page.number == 1 else others


def _page(sheet: Sheet, page: PageFacts) -> Page:
    return sheet.page.turned if page.turned else sheet.page


RULES: tuple[Rule, ...] = (
    sheet_size,
    margin_top,
    margin_left,
    area_width,
    grid_pitch,
    grid_lines,
    grid_cells,
    area_bottom,
    text_color,
)
