"""The pages of a Word file as its sections declare them, with the numbers at their feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from convert.checks.docx.pitches import size_of
from convert.checks.facts import Box, Element, PageFacts, Run, TextAlign, TextLine
from convert.kit.cjk import display_em
from convert.kit.units import mm, to_mm
from convert.measure.docx import Page, foot_parts
from convert.measure.docx.paragraphs import Paragraph, read_foot_paragraphs

_NUMBER = re.compile(r"[—–\-－─·\s]*(?:\d{1,4}|[ivxlc]{1,7})[—–\-－─·\s]*", re.IGNORECASE)
_FEET = ("default", "even")
_ALIGNMENTS: dict[str, TextAlign] = {"left": "left", "start": "left", "both": "left", "center": "center", "right": "right", "end": "right"}  # fmt: skip
_OUTSIDE: tuple[TextAlign, TextAlign] = ("right", "left")  # on odd pages, on even ones
_RUNNING = 1000  # times as much running text counts
_LINE = 1.3  # times the size: a single line


def pages_of(data: bytes, sections: Sequence[Page], leading: float | None) -> tuple[PageFacts, ...]:
    """The pages of each section: its odd ones, then its even ones. `leading`: half of the running text's, in mm."""
    found: list[PageFacts] = []
    for number, page in enumerate(sections):
        feet = foot_parts(data, number)
        for even, kind in enumerate(_FEET if page.mirrored else ("default", "default")):
            label = _label(data, feet[kind], page, bool(even)) if kind in feet else None
            found.append(_page(page, leading, label))
    return tuple(found)


def _page(page: Page, leading: float | None, label: Element | None) -> PageFacts:
    return PageFacts(
        0,
        page.width,
        page.height,
        top=page.top,
        bottom=page.bottom,
        left=page.left,
        right=page.right,
        label=label,
        turned=page.width > page.height,
        leading=leading,
    )


def _label(data: bytes, name: str, page: Page, even: bool) -> Element | None:
    """The page number in a footer: the paragraph that says nothing else."""
    foot = read_foot_paragraphs(data, name)
    for paragraph in foot:
        if not _NUMBER.fullmatch(paragraph.text):
            continue
        runs = tuple(Run(p.text, p.face, p.size, p.bold, p.color) for p in paragraph.pieces if p.text.strip())
        align = _align(paragraph, even)
        indent, right = _sides(paragraph, align, page)
        text = "".join(paragraph.text.split())
        lines = _lines(paragraph, page, runs) if paragraph is foot[-1] and not paragraph.within else ()
        number = 2 if even else 1
        return Element("page-number", text, runs, page=number, lines=lines, align=align, indent=indent, right=right)
    return None


def _align(paragraph: Paragraph, even: bool) -> TextAlign | None:
    if paragraph.within != "box":
        return _ALIGNMENTS.get(paragraph.align)
    if paragraph.frame in ("outside", "inside"):
        return _OUTSIDE[even != (paragraph.frame == "inside")]
    return _ALIGNMENTS.get(paragraph.frame)


def _sides(paragraph: Paragraph, align: TextAlign | None, page: Page) -> tuple[float | None, float | None]:
    """What is free at the left of the number and at its right, in em of its characters."""
    em = size_of(paragraph)
    blank = paragraph.text != paragraph.text.strip() or "\t" in paragraph.text  # as wide as the face has it
    if not em or align is None or paragraph.first is None or (align != "center" and (blank or paragraph.within)):
        return None, None
    free = mm(page.width - page.left - page.right) / em - display_em(paragraph.text)
    match align:
        case "right":
            return free - paragraph.right, paragraph.right
        case "center":
            return free / 2, free / 2
        case _:
            return paragraph.first, free - paragraph.first


def _lines(paragraph: Paragraph, page: Page, runs: tuple[Run, ...]) -> tuple[TextLine, ...]:
    """The line of a number that is the last thing on its page: the footer's distance is from its bottom to the sheet's."""
    rule, value = paragraph.spacing
    size = size_of(paragraph)
    height = to_mm(
        value if rule == "exact" else max(value, _LINE * size) if rule == "atLeast" else value * _LINE * size
    )
    middle = page.height - page.footer - to_mm(paragraph.after or 0) - height / 2
    half = to_mm(size) / 2
    box = Box(page.left, middle - half, page.width - page.right, middle + half)
    return (TextLine(0, runs, box, box),)


def half_leading(elements: Sequence[Element]) -> float | None:
    """Half of what most lines of the text have above their characters and below them, in mm; of all lines where there is
    no running text."""
    found: Counter[float] = Counter()
    for element in elements:
        if element.pitch and element.size and element.role != "cell":
            found[(element.pitch - element.size) / 2] += len(element.text) * (_RUNNING if element.role == "body" else 1)
    leading = found.most_common(1)[0][0] if found else 0.0
    return to_mm(leading) if leading > 0 else None
