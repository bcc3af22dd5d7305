"""A ruler for pages in the GB/T 9704-2012 layout: what a print shop would measure on the sheet.

It knows the standard's figures and the lines that `convert.measure.pdf` finds, and nothing of the code that set them.
"""

from __future__ import annotations

from collections.abc import Iterator

from convert.measure.pdf import Line

EM = 16 * 25.4 / 72  # 3号, mm
LEFT, RIGHT, TOP = 28.0, 184.0, 37.0  # cl. 5.2.1: margins of the type area, 156 × 225 mm
PITCH = 10.449  # 22 lines from glyph edge to glyph edge: (225 − 16 pt) / 21
ROWS, CELLS = 22, 28  # cl. 5.2.3
NUMBER_DASH = 269.0  # cl. 7.5: 7 mm below the type area
TOLERANCE, NUMBER_TOLERANCE = 0.3, 0.5

OPENING, CLOSING = set("“‘（《〈【「『〔"), set("，。、；：！？”’）》〉】」』〕")


def page_deviations(sizes: list[tuple[float, float]]) -> Iterator[str]:
    """Pages that are not A4."""
    for number, (width, height) in enumerate(sizes, 1):
        if abs(width - 210) > TOLERANCE or abs(height - 297) > TOLERANCE:
            yield f"page {number}: {width:.1f} × {height:.1f} mm"


def line_deviations(lines: list[Line]) -> Iterator[str]:
    """Body lines (3号) off the grid, and lines that leave the type area or do not reach its edges."""
    body = [line for line in lines if not line.is_artifact and line.size == 16]
    for number, line in enumerate(body):
        where = f"page {line.page}, {line.text[:8]}…: "
        row = round((line.top - TOP) / PITCH)
        if abs(TOP + row * PITCH - line.top) > TOLERANCE or not 0 <= row < ROWS:
            yield f"{where}its top is at {line.top:.2f} mm, off line {row + 1}"
        yield from (where + edge for edge in _edges(line, number + 1 < len(body) and not _indented(body[number + 1])))


def _edges(line: Line, full: bool) -> Iterator[str]:
    left, right = text_left(line), text_right(line)
    if not _indented(line) and abs(left - LEFT) > TOLERANCE:
        yield f"begins at {left:.2f} mm"
    if right > RIGHT + TOLERANCE:
        yield f"ends at {right:.2f} mm"
    if full:
        if abs(right - RIGHT) > TOLERANCE:
            yield f"is full but ends at {right:.2f} mm"
        count = len(line.text) + 2 * _indented(line)
        widest = all(glyph.right - glyph.left > EM - 0.1 for glyph in line.glyphs)
        if widest and not CELLS - 1 <= count <= CELLS + 2:
            yield f"holds {count} characters"


def number_deviations(lines: list[Line]) -> Iterator[str]:
    """Page numbers that are not `— n —` with the dash at its height, one character in, outside on either side."""
    numbers = [line for line in lines if line.is_artifact]
    if [line.page for line in numbers] != sorted({line.page for line in lines}):
        yield "not one page number a page"
    for line in numbers:
        if line.text != f"—{line.page}—":
            yield f"page {line.page} is numbered {line.text}"
        inset = line.size * 25.4 / 72
        dash = line.glyphs[0].middle
        side = RIGHT - inset - line.right if line.page % 2 else line.left - LEFT - inset
        if abs(dash - NUMBER_DASH) > NUMBER_TOLERANCE:
            yield f"the number of page {line.page} is at {dash:.2f} mm"
        if abs(side) > NUMBER_TOLERANCE:
            yield f"the number of page {line.page} stands {side:.2f} mm off its place"


def rows(lines: list[Line], page: int) -> int:
    """How many lines of text a page has."""
    return sum(line.page == page and not line.is_artifact for line in lines)


def text_left(line: Line) -> float:
    """Where a line begins: an opening mark there has its blank half outside the measure."""
    first = line.glyphs[0]
    return first.left + EM / 2 if first.char in OPENING and first.left < LEFT - 1 else first.left


def text_right(line: Line) -> float:
    """Where a line ends: a closing mark there may have its blank half outside the measure."""
    last = line.glyphs[-1]
    return last.right - EM / 2 if last.char in CLOSING and last.right > RIGHT + 1 else last.right


def _indented(line: Line) -> bool:
    """Whether a paragraph begins with it: two characters in (cl. 7.3.3)."""
    return text_left(line) > LEFT + EM
