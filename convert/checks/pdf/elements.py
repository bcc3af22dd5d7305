"""The elements of a printed file: its paragraphs with their roles, and where they stand."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from convert.checks.facts import Border, Element
from convert.checks.pdf.lines import MM_PER_PT, runs_of, text_line
from convert.checks.pdf.measures import Measures, end, start
from convert.checks.pdf.paragraphs import Paragraph, align_of
from convert.checks.pdf.roles import lead_of, role_of, roles_by_place
from convert.model import Block


def elements_of(
    paragraphs: Sequence[Paragraph],
    blocks: Sequence[Block],
    measures: Measures,
    rules: Mapping[int, Sequence[Border]],
    turned: frozenset[int] = frozenset(),
) -> tuple[Element, ...]:
    """The elements in reading order; `rules`: those across each page; `turned`: pages that are read across, whose edges are
    others."""
    no_edges = measures._replace(left=None, right=None, reach=None)
    placed = roles_by_place(paragraphs, blocks, measures)
    found: list[Element] = []
    for number, (paragraph, block) in enumerate(zip(paragraphs, blocks, strict=True), 1):
        element = _element(paragraph, block, no_edges if paragraph.first.page in turned else measures)
        element = replace(element, role=placed.get(number - 1, element.role))
        found.append(_placed(replace(element, paragraph=number), found[-1] if found else None, rules))
    return tuple(found)


def _element(paragraph: Paragraph, block: Block, measures: Measures) -> Element:
    rows = paragraph.rows
    glyphs = [glyph for row in rows for glyph in row.glyphs]
    lead_role, length = lead_of(block)
    steps = [b.baseline - a.baseline for a, b in pairwise(rows) if a.page == b.page]
    em = measures.em(rows[0].size)
    indents = (
        [(start(row, em, measures.left) - measures.left) / em for row in rows] if measures.left is not None else []
    )
    right = (
        (measures.right - max(end(row, measures.right) for row in rows)) / em if measures.right is not None else None
    )
    return Element(
        role_of(block, paragraph),
        paragraph.text,
        runs_of(glyphs[length:]),
        page=rows[0].page,
        lines=tuple(map(text_line, rows)),
        lead_role=lead_role,
        lead=runs_of(glyphs[:length]),
        align=align_of(paragraph, measures),
        indent=indents[0] if indents else None,
        left=statistics.median(indents[1:]) if len(indents) > 1 else None,
        right=right,
        pitch=statistics.median(steps) / MM_PER_PT if steps else None,
    )


def _placed(element: Element, above: Element | None, rules: Mapping[int, Sequence[Border]]) -> Element:
    """The element with its distance from what stands above it, and the rules right above and below it."""
    first, last = element.lines[0], element.lines[-1]
    higher = above.lines[-1].em.bottom if above and above.lines[-1].page == first.page else None
    over = [
        rule
        for rule in rules.get(first.page, ())
        if rule.box and (higher or 0) - 1 < rule.box.middle < first.em.top + 1
    ]
    edge = over[-1].box.bottom if over and over[-1].box else higher
    return replace(
        element,
        gap=first.em.top - edge if edge is not None else None,
        new_page=above is None or higher is None,
        border_above=over[-1] if over else None,
        border_below=next(
            (rule for rule in rules.get(last.page, ()) if rule.box and rule.box.middle > last.em.bottom - 1), None
        ),
    )
