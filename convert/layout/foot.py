"""What stands at the foot of the last page: a group whose role has its place there, as 版记 has (GB/T 9704-2012 cl. 7.4.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from convert.layout.bits import Bit, Slice, bits_height
from convert.layout.result import ASCENT, Line, Page, Stroke
from convert.layout.sections import Section
from convert.layout.strips import RuleStrip, Strip, TextStrip, height
from convert.layout.tables import bits_of
from convert.model import Block, Group, Node, Note
from convert.model.walk import nodes
from convert.style.sheet import Sheet


def foot_of(blocks: tuple[Block, ...], sheet: Sheet) -> tuple[tuple[Block, ...], Group | None]:
    """The blocks of a document without the group at the foot of its last page, and that: the last one, if its role has its
    place there. Groups elsewhere stand in the text, and one with notes, which would have no place below it."""
    last = blocks[-1] if blocks else None
    if (
        isinstance(last, Group)
        and last.children
        and at_foot(last, sheet)
        and not any(isinstance(node, Note) for node in nodes(last))
    ):
        return blocks[:-1], last
    return blocks, None


def at_foot(node: Node, sheet: Sheet) -> bool:
    """Whether it is a group whose role has its place at the foot of a page."""
    return isinstance(node, Group) and node.role in sheet.roles and sheet.roles[node.role].place == "foot"


def pages_before(last: Page, sheet: Sheet, *, fits: bool) -> int:
    """How many pages begin before what stands at the foot, when the text ends on the page `last`: none if it `fits` there;
    two if it is to stand on an even page and the next one is odd, which stays blank."""
    even = sheet.imprint.page == "even"
    count = last.count if last.section.kind == "body" else 0
    if fits and last.section == Section() and not (even and count % 2):
        return 0
    return 1 if count % 2 or not even else 2


def lowest(page: Page) -> float:
    """How far down the lines of a page reach with what stands over them (a seal), in pt from the sheet's top."""
    lines = (item for item in page.items if isinstance(item, Line))
    return max((line.y + (1 - ASCENT) * line.size + line.reach for line in lines), default=0.0)


def stacked(strips: Iterable[Strip]) -> Slice:
    """Strips below each other. A rule keeps its distance from the em boxes above and below; one that ends them lies with
    its middle on the lower edge."""
    bits: list[Bit] = []
    marks: list[Stroke] = []
    top = ink = lowest = 0.0  # of the next line's room; where the last em box, or rule, ends
    gap: float | None = None  # below a rule
    for strip in strips:
        if isinstance(strip, RuleStrip) and strip.rule:
            ink += strip.rule.before if ink else 0.0
            drawn, ink = _lines(strip, ink)
            marks += drawn
            gap, lowest = strip.rule.after, ink - strip.rule.weights[-1] / 2
            continue
        held = bits_of([strip], 0.0)
        first = held[0].top if held else 0.0
        down = top if gap is None else ink + gap - first
        bits += (replace(bit, top=bit.top + down) for bit in held)
        end = height(strip.lines, strip.look) if isinstance(strip, TextStrip) else bits_height(held)
        trailing = (strip.look.pitch - strip.look.size) / 2 if isinstance(strip, TextStrip) else 0.0
        top, ink, gap = down + end, down + end - trailing, None
        lowest = ink
    return Slice(lowest, bits, list(marks))


def _lines(strip: RuleStrip, top: float) -> tuple[list[Stroke], float]:
    """The lines of a rule whose upper edge is at `top`, and its lower edge."""
    assert strip.rule is not None
    drawn: list[Stroke] = []
    for weight in strip.rule.weights:
        y = top + weight / 2
        drawn.append(Stroke(strip.x, y, strip.x + strip.width, y, weight, strip.rule.color))
        top += weight + strip.rule.gap
    return drawn, top - strip.rule.gap
