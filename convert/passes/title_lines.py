"""Place the title, and break it into balanced lines: the same breaks in every output.

GB/T 9704-2012 cl. 7.3.1: a title of several lines breaks where its sense allows (词意完整), lines symmetrical and of
fitting length, in the shape of a trapezoid (梯形) or a diamond (菱形).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from convert.kit.cjk import NO_END, NO_START, display_em, has_han
from convert.layout.sections import COVER, FRONT
from convert.model import Block, Document, Group, Inline, LineBreak, Node, Para, Text, replace
from convert.model.walk import replace_nodes
from convert.passes.cover import with_cover
from convert.passes.roles import BALANCE
from convert.passes.title_block import with_title_block
from convert.passes.words import word_starts
from convert.style.sheet import Computed, Sheet

_MOST_LINES = 5
_SHORTEST_LINE = 4  # em: a line of fewer characters than 通知 and its verb looks lost
_GAPS = " \u3000\u2003"
_GAP = re.compile(f"[{_GAPS}]+")
_NUMBER = r"[A-Za-z0-9][A-Za-z0-9.,%/-]*[年月日号次届期]?|〔[^〕]*〕|——|……"
_UNBROKEN = re.compile(_NUMBER)
_UNBROKEN_NAME = re.compile(rf"《[^》]*》|〈[^〉]*〉|“[^”]*”|{_NUMBER}")
_NOT_BEFORE = frozenset("的地得和与及等了等者们并")
_GOOD_AFTER = ("关于", "的", "会议", "并", "、", "做好", "加快", "加强", "推进", "开展", "贯彻", "落实")
_GOOD_BEFORE = ("关于", "传达", "学习", "研究", "部署", "印发", "做好", "进一步", "加强", "推进", "开展")

# Penalties, in the order of what the clause asks for first: sense, then shape, then evenness.
_SPREAD, _EQUAL_LINES, _HOURGLASS, _BAD_BREAK, _EXTRA_LINE, _GOOD_BREAK = 1.0, 2.0, 12.0, 8.0, 6.0, -2.0


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
    for breaks in _choices(text):
        best = min(_layouts(text, breaks, measure), default=None, key=lambda layout: layout[0])
        if best:
            return best[1]
    return [text]


def _choices(text: str) -> Iterator[list[int]]:
    """Places where lines may begin, the best ones first: the author's gaps; between words, names kept whole; and
    inside names that are longer than a line."""
    yield [m.end() for m in _GAP.finditer(text) if m.start() > 0]
    if has_han(text):
        words = word_starts(text)
        yield _between(text, words, _UNBROKEN_NAME)
        yield _between(text, words, _UNBROKEN)


def _layouts(text: str, breaks: list[int], measure: float) -> Iterator[tuple[float, list[str]]]:
    """Every way to break with the fewest lines that fit, and with one more, each with its penalty."""
    fewest = 0
    for count in range(2, _MOST_LINES + 1):
        if fewest and count > fewest + 1:
            return
        for lines in _fitting(text, breaks, count, measure):
            fewest = fewest or count
            widths = [display_em(line) for line in lines]
            yield _penalty(lines, widths) + _EXTRA_LINE * (count - fewest), lines


def _fitting(text: str, breaks: list[int], count: int, measure: float) -> Iterator[list[str]]:
    """Every way to break into so many lines that fit, none of them empty."""
    if display_em(_GAP.sub("", text)) > count * measure:
        return
    if count == 1:
        line = text.strip(_GAPS)
        if 0 < display_em(line) <= measure:
            yield [line]
        return
    for number, at in enumerate(breaks):
        line = text[:at].strip(_GAPS)
        if display_em(line) > measure:
            return
        if line:
            for others in _fitting(text[at:], [later - at for later in breaks[number + 1 :]], count - 1, measure):
                yield [line, *others]


def _penalty(lines: list[str], widths: list[float]) -> float:
    total = _SPREAD * (max(widths) - min(widths))
    rises = [b - a for a, b in itertools.pairwise(widths)]
    falling, rising = all(r < 0 for r in rises), all(r > 0 for r in rises)
    peak = widths.index(max(widths))
    diamond = all(r > 0 for r in rises[:peak]) and all(r < 0 for r in rises[peak:]) and 0 < peak < len(widths) - 1
    if len(set(widths)) == 1:
        total += _EQUAL_LINES
    elif not (falling or rising or diamond):
        total += _HOURGLASS
    total += sum(_BAD_BREAK for w in widths if w < _SHORTEST_LINE)
    for before, after in itertools.pairwise(lines):
        total += _BAD_BREAK * (after[0] in _NOT_BEFORE)
        total += _GOOD_BREAK * (before.endswith(_GOOD_AFTER) or after.startswith(_GOOD_BEFORE))
    return total


def _between(text: str, words: list[int], unbroken: re.Pattern[str]) -> list[int]:
    """The word boundaries that are not inside an unbroken piece and that the rules for line starts and ends allow."""
    closed = {i for m in unbroken.finditer(text) for i in range(m.start() + 1, m.end())}
    return [at for at in words if at not in closed and text[at] not in NO_START and text[at - 1] not in NO_END]
