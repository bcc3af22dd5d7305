"""Place the title, and break it into balanced lines: the same breaks in every output.

GB/T 9704-2012 cl. 7.3.1: a title of several lines breaks where its sense allows (词意完整), lines symmetrical and of
fitting length, in the shape of a trapezoid (梯形) or a diamond (菱形).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from convert.kit.cjk import display_em, has_han
from convert.layout.sections import COVER, FRONT
from convert.model import Block, Document, Group, Inline, LineBreak, Node, Para, Text, replace
from convert.model.walk import replace_nodes
from convert.passes.cover import with_cover
from convert.passes.roles import BALANCE
from convert.passes.title_block import with_title_block
from convert.passes.title_breaks import NAME, breaks_of
from convert.style.sheet import Computed, Sheet

_MOST_LINES = 5
_SHORTEST_LINE = 4  # em: a line of fewer characters than 通知 and its verb looks lost
_GAPS = " \u3000\u2003"
_GAP = re.compile(f"[{_GAPS}]+")

# Penalties beside those of the breaks: shape, then evenness.
_EQUAL_LINES, _EQUAL_NEIGHBOURS, _SHAPELESS, _SHORT_LINE, _EXTRA_LINE = 8.0, 4.0, 12.0, 8.0, 3.5
_SPREAD, _STEPS, _DIAMOND_SPREAD, _DIAMOND_ENDS = 0.4, 0.3, 0.2, 0.5  # per em


def place_title(document: Document, sheet: Sheet) -> Document:
    """`document` with its title as a paragraph of the text or on its cover, and every paragraph whose look asks for it balanced."""
    if document.meta.title and not any(map(_is_title, _top(document.blocks))):
        title = Para((Text(document.meta.title),), role="title")
        at = next((n for n, block in enumerate(document.blocks) if not _stands_before(block)), len(document.blocks))
        document = replace(document, blocks=(*document.blocks[:at], title, *document.blocks[at:]))
    document = with_cover(replace(document, blocks=tuple(_joined(document.blocks))), sheet)
    document = with_title_block(document, sheet)

    def balanced(node: Node) -> Node:
        return _balanced(node, sheet) if isinstance(node, Para) and sheet.look(node).balance else node

    return replace_nodes(document, balanced)


def _top(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with those of covers."""
    for block in blocks:
        yield from block.children if isinstance(block, Group) and block.role == COVER else (block,)


def _is_title(block: Block) -> bool:
    return isinstance(block, Para) and block.role == "title"


def _stands_before(block: Block) -> bool:
    """Whether it is a cover or front matter, which the title of the text does not come before."""
    return isinstance(block, Group) and block.role in (COVER, FRONT)


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with a title that was typed as several paragraphs as one of several lines."""
    title: Para | None = None
    for block in blocks:
        if isinstance(block, Para) and block.role == "title" and title and title.align == block.align and not block.id:
            title = replace(title, children=(*title.children, LineBreak(), *block.children))
            continue
        if title:
            yield title
        title = block if isinstance(block, Para) and block.role == "title" else None
        if not title:
            yield block
    if title:
        yield title


def _balanced(para: Para, sheet: Sheet) -> Para:
    """Only plain text is balanced: a title with markup keeps the breaks its author gave it."""
    match para.children:
        case (Text() as only,):
            look = sheet.look(para)
            lines = balance(only.text, _measure(look, sheet))
            parts: list[Inline] = []
            for line in lines:
                parts += (LineBreak(role=BALANCE), replace(only, text=line))
            return replace(para, children=tuple(parts[1:]))
        case _:
            return para


def _measure(look: Computed, sheet: Sheet) -> float:
    return sheet.page.area_width / look.em - look.left_em - look.right_em


def balance(text: str, measure: float) -> list[str]:
    """`text` in lines that are at most `measure` em wide, broken at words into a trapezoid or a diamond.

    A text that fits stays on one line. White space at a break goes. Where no allowed break serves (one long word), the
    text is given back whole and layout breaks it as it can.
    """
    if display_em(text) <= measure:
        return [text]
    for breaks in _choices(text, measure):
        best = min(_layouts(text, breaks, measure), default=None, key=lambda layout: layout[0])
        if best:
            return best[1]
    return [text]


def _choices(text: str, measure: float) -> Iterator[dict[int, float]]:
    """Places where lines may begin, with what each costs, the best ones first: the author's gaps, and between words."""
    named = {at for name in NAME.finditer(text) for at in range(*name.span())}
    chinese = has_han(text)
    yield {m.end(): 0.0 for m in _GAP.finditer(text) if m.start() not in named and _parts(text, m, chinese)}
    if chinese:
        yield breaks_of(text, measure)


def _parts(text: str, gap: re.Match[str], chinese: bool) -> bool:
    """Whether a gap parts phrases, and is not one that some put beside numbers and Latin words (2025 年). `chinese`: whether the
    text has Han characters."""
    return gap.start() > 0 and (
        "\u3000" in gap[0]
        or not chinese
        or (has_han(text[gap.start() - 1]) and has_han(text[gap.end() : gap.end() + 1]))
    )


def _layouts(text: str, breaks: dict[int, float], measure: float) -> Iterator[tuple[float, list[str]]]:
    """Every way to break with the fewest lines that fit, and with one more, each with its penalty."""
    fewest = 0
    places = sorted(breaks)
    for count in range(2, _MOST_LINES + 1):
        if fewest and count > fewest + 1:
            return
        for starts in _fitting(text, places, count, measure):
            fewest = fewest or count
            lines = [text[a:b].strip(_GAPS) for a, b in itertools.pairwise((0, *starts, len(text)))]
            cost = sum(breaks[at] for at in starts) + _penalty([display_em(line) for line in lines])
            yield cost + _EXTRA_LINE * (count - fewest), lines


def _fitting(text: str, places: list[int], count: int, measure: float, start: int = 0) -> Iterator[tuple[int, ...]]:
    """Where lines begin in every way to break `text` from `start` into so many lines that fit, none of them empty."""
    if display_em(_GAP.sub("", text[start:])) > count * measure:
        return
    if count == 1:
        if 0 < display_em(text[start:].strip(_GAPS)) <= measure:
            yield ()
        return
    for at in places:
        line = text[start:at].strip(_GAPS) if at > start else ""
        if display_em(line) > measure:
            return
        if line:
            yield from ((at, *rest) for rest in _fitting(text, places, count - 1, measure, at))


def _penalty(widths: list[float]) -> float:
    """What is wrong with a shape that is neither a trapezoid nor a diamond, is uneven, or has a line that looks lost."""
    spread = max(widths) - min(widths)
    if not spread:
        return _EQUAL_LINES
    steps = [b - a for a, b in itertools.pairwise(widths)]
    peak = widths.index(max(widths))
    total = _SHORT_LINE * sum(width < _SHORTEST_LINE for width in widths) + _EQUAL_NEIGHBOURS * steps.count(0)
    if all(step <= 0 for step in steps) or all(step >= 0 for step in steps):
        sizes = [abs(step) for step in steps]
        return total + _SPREAD * spread + _STEPS * (max(sizes) - min(sizes))
    if all(step >= 0 for step in steps[:peak]) and all(step <= 0 for step in steps[peak:]):
        return total + _DIAMOND_SPREAD * spread + _DIAMOND_ENDS * abs(widths[0] - widths[-1])
    return total + _SHAPELESS + _SPREAD * spread
