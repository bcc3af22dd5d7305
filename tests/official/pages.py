"""Sheets, lines of text, page numbers: cl. 5, 7.3.3, 7.5."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from convert.measure.pdf import Line
from tests.measure.ruler import text_left, text_right
from tests.official import required as r
from tests.official.fixtures import Fixture
from tests.official.paper import Paper, Places
from tests.official.rows import Row, worst


def page_rows(fixture: Fixture, paper: Paper, places: Places) -> Iterator[Row]:
    """The sheets, and the lines of text on them."""
    yield from worst("5.1", "sheets, width", r.SHEET[0], map(min, paper.sizes))
    yield from worst("5.1", "sheets, height", r.SHEET[1], map(max, paper.sizes))
    lines = [line for line in places.text if line.size == r.BODY_SIZE]
    yield from _text_rows(lines, fixture)
    yield from number_rows(paper)
    yield from _across_rows(paper, places)


def _text_rows(lines: list[Line], fixture: Fixture) -> Iterator[Row]:
    first = next((line for line in lines if line.page > 1), None)
    if first:
        yield Row("5.2.1", f"first line of page {first.page}, top", r.TOP, first.top)
    if not fixture.rules.fitted:
        off = (_off_grid(line, _grid_top(line, lines, fixture)) for line in lines)
        yield from worst("5.2.3", "lines of text, off the grid", 0, off)
    inner = [line for line in lines if not _indented(line)]
    yield from worst("5.2.1", "lines of text, left", r.LEFT, (text_left(line) for line in inner))
    indented = [line for line in lines if _indented(line)]
    yield from worst("7.3.3", "first lines, left", r.INDENT, (text_left(line) for line in indented))
    full = [line for line, after in pairwise(lines) if not _indented(after)]
    yield from worst("5.2.1", "full lines, right", r.RIGHT, (text_right(line) for line in full))
    cells = [len(line.text) + 2 * _indented(line) for line in full if line.text.isalpha()]
    yield from (Row("5.2.3", "characters a full line", 28.0, float(cells[0]), "") for _ in cells[:1])
    for page in sorted({line.page for line in lines})[1:-1]:
        count = sum(line.page == page for line in lines)
        yield Row("5.2.3", f"lines of page {page}", 22.0, float(count), "")
    sizes = {line.size for line in lines}
    yield Row("5.2.2", "text, size", r.BODY_SIZE, max(sizes, default=0.0), "pt")


def number_rows(paper: Paper) -> Iterator[Row]:
    """The page numbers: at their height, one 4号 character in, outside on either side."""
    for page, (width, height) in enumerate(paper.sizes, 1):
        line = paper.numbers.get(page)
        if line is None or width > height:
            continue
        name = f"number of page {page}"
        yield Row("7.5", f"{name}, words", f"—{page}—", line.text)
        yield Row("7.5", f"{name}, size", r.SMALL_SIZE, line.size, "pt")
        dash = line.glyphs[0]
        yield Row("7.5", f"{name}, dash", r.NUMBER_DASH, (dash.ink[1] + dash.ink[3]) / 2)
        if page % 2:
            yield Row("7.5", f"{name}, right", r.NUMBER_RIGHT, line.right)
        else:
            yield Row("7.5", f"{name}, left", r.NUMBER_LEFT, line.left)


def _across_rows(paper: Paper, places: Places) -> Iterator[Row]:
    """Pages that are read across: turned clockwise, their head lies at the sheet's left edge, their number on its foot."""
    for label in (words[0] for words in places.all("label")):
        width, height = paper.sizes[label.page - 1]
        if width < height:
            continue
        page = label.page
        yield Row("8", f"page {page} across, head from the sheet's left", r.LEFT, label.top)
        yield Row("8", f"page {page} across, left margin", r.SHEET[1] - r.BOTTOM, label.left)
        glyphs = paper.across.get(page)
        if not glyphs:
            yield Row("8", f"page {page} across, number", "there", "missing")
            continue
        dash = glyphs[0].ink
        yield Row(
            "8",
            f"number of page {page}, dash from the sheet's top",
            r.NUMBER_DASH,
            r.SHEET[1] - (dash[0] + dash[2]) / 2,
        )
        upright = [line for number, line in paper.numbers.items() if number % 2 == page % 2]
        side = max if page % 2 else min
        if upright:
            at = side(edge for glyph in glyphs for edge in (glyph.ink[1], glyph.ink[3]))
            edges = [edge for glyph in upright[0].glyphs for edge in (glyph.ink[0], glyph.ink[2])]
            yield Row("8", f"number of page {page}, side as on page {upright[0].page}", side(edges), at)


def _grid_top(line: Line, lines: list[Line], fixture: Fixture) -> float:
    """Where the grid of a line's page begins. On a letter's first page lines are bound to the rule at its foot, on one with
    blank lines from edge to edge (GB/T 33476.2) to what stands above them."""
    own = fixture.letter or fixture.rules.style == "gbt33476"
    return lines[0].top if own and line.page == 1 else r.TOP


def _off_grid(line: Line, top: float) -> float:
    row = round((line.top - top) / r.PITCH)
    return line.top - (top + row * r.PITCH)


def _indented(line: Line) -> bool:
    return text_left(line) > r.LEFT + r.CELL
