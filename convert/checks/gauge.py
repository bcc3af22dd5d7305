"""What the rules measure with: tolerances, distances in words, blank lines as distances."""

from __future__ import annotations

from collections.abc import Iterable

from convert.checks.facts import Element, Facts, PageFacts
from convert.checks.rule import Fault, Place, Words, at, words
from convert.kit.cjk import display_em
from convert.kit.units import to_mm
from convert.style.sheet import Sheet

POSITION = 1.0
"""How far, in mm, something may be from its place: faces differ by so much in where they stand in their line."""
CHARACTERS = 0.35
"""How far, in characters, an indent may be off."""
_GAP = 0.7  # mm


def mm(value: float) -> Words:
    """A length in mm."""
    return words(f"{value:.1f} mm")


def chars(value: float) -> Words:
    """A length in characters."""
    number = f"{abs(value) if abs(value) < 0.05 else value:.1f}".removesuffix(".0")
    return words(f"{number} characters", f"{number} 字")


def points(value: float) -> Words:
    """A size or a leading in pt."""
    number = f"{value:.1f}".removesuffix(".0")
    return words(f"{number} pt", f"{number} 磅")


def off_place(required: float, measured: float | None, place: Place, tolerance: float = POSITION) -> Iterable[Fault]:
    """A fault where a position in mm is not the required one."""
    if measured is not None and abs(measured - required) > tolerance:
        yield Fault(words(f"{required:.1f} ± {tolerance:g} mm"), mm(measured), place)


def off_margin(required: float, measured: float | None, page: PageFacts, tolerance: float) -> Iterable[Fault]:
    """A fault where a margin in mm is not the required one, neither as it is nor with what a word processor leaves free
    between it and the characters (GB/T 33476.2 has margins smaller by that)."""
    if measured is not None and page.leading is not None and abs(measured + page.leading - required) <= tolerance:
        return
    yield from off_place(required, measured, at(page), tolerance)


def off_indent(required: float, measured: float | None, place: Place) -> Iterable[Fault]:
    """A fault where a distance in characters is not the required one."""
    if measured is not None and abs(measured - required) > CHARACTERS:
        yield Fault(chars(required), chars(measured), place)


def may_wrap(element: Element, facts: Facts) -> bool:
    """Whether an element can have a second line: of a Word file, which tells indents but no lines, whether its text is
    wider than its first line has room, but for a character; in all else, yes."""
    widths = [
        page.width - page.left - page.right for page in facts.pages if page.left is not None and page.right is not None
    ]
    if facts.kind != "docx" or not widths or not element.size or "\n" in element.text:
        return True
    return display_em(element.text) > min(widths) / to_mm(element.size) - max(element.indent or 0, 0) - 1


def pitch_mm(sheet: Sheet) -> float:
    """From one line of the grid to the next."""
    return to_mm(sheet.grid.pitch)


def blank_lines(sheet: Sheet, count: int) -> tuple[float, float]:
    """The least and the most that `count` blank lines can be, in mm: from edge to edge of the characters (GB/T 33476.2),
    or so many empty lines of the grid, as who types them counts."""
    pitch = pitch_mm(sheet)
    return count * (pitch - 0.06), count * pitch + pitch - to_mm(sheet.roles["body"].size) + 0.1


def off_gap(sheet: Sheet, count: int, element: Element | None) -> Iterable[Fault]:
    """A fault where an element does not stand `count` blank lines below what is above it."""
    if element is None or element.gap is None:
        return
    least, most = blank_lines(sheet, count)
    if not least - _GAP <= element.gap <= most + _GAP:
        lines = words(
            f"{count} blank line{'s' * (count > 1)} ({least:.1f} to {most:.1f} mm)",
            f"空{'一二三'[count - 1]}行（{least:.1f}～{most:.1f} mm）",
        )
        yield Fault(lines, mm(element.gap), at(element))


def off_next_line(sheet: Sheet, element: Element | None) -> Iterable[Fault]:
    """A fault where an element does not stand on the line right below what is above it."""
    if element is None or element.gap is None:
        return
    least, _ = blank_lines(sheet, 1)
    if element.gap > least - 1.5:
        yield Fault(words("the next line", "下一行，不空行"), mm(element.gap), at(element))
