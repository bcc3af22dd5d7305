"""The mark of several issuers: their names one below the other, and what stands beside them all in the middle of their height
(GB/T 9704-2012 cl. 7.2.4: 文件)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from convert.kit.cjk import display_em
from convert.layout.context import Context
from convert.layout.paragraphs import set_block
from convert.layout.result import Element, Line
from convert.layout.setting import Setting
from convert.layout.strips import Strip, TextStrip
from convert.model import Block, Group, Para
from convert.model.walk import plain
from convert.style.sheet import Sheet

JOINT = "joint"
"""The role of the group."""
ENDING = "issuer-ending"
"""The role of what stands beside the names."""


def is_joint(block: Block) -> bool:
    """Whether a block is the mark of several issuers."""
    return isinstance(block, Group) and block.role == JOINT


def names_and_ending(group: Group, sheet: Sheet) -> tuple[tuple[Block, ...], Para | None]:
    """The names, and what stands beside them; None for names alone."""
    last = group.children[-1] if group.children else None
    if isinstance(last, Para) and sheet.base_role(last.role) == ENDING:
        return group.children[:-1], last
    return group.children, None


def names_width(ending: Para | None, sheet: Sheet, width: float) -> float:
    """What the names have of a measure, in pt; the rest is the ending's."""
    if ending is None:
        return width
    look = sheet.look(ending)
    return width - (display_em(plain(ending)) + look.right_em) * look.em


def beside(
    strips: Iterator[Strip], ending: Para, element: Element, context: Context, setting: Setting
) -> Iterator[Strip]:
    """The strips of the names, with the ending beside them."""
    names = list(strips)
    texts = [strip for strip in names if isinstance(strip, TextStrip) and strip.lines]
    look = setting.sheet.look(ending)
    left = names_width(ending, setting.sheet, context.frame.width)
    frame = context.frame.narrowed(left, 0.0)
    lines = [p for p in set_block(ending.children, look, frame, element, setting, ending.pos) if isinstance(p, Line)]
    if not texts:
        yield from names
        yield TextStrip(lines, look, element)
        return
    last, pitch = texts[-1].lines[-1], texts[-1].look.pitch
    count = sum(len(strip.lines) for strip in texts)
    for number, line in enumerate(lines):
        line.x -= last.x
        line.y = (number - (len(lines) - 1) / 2) * look.pitch - (count - 1) / 2 * pitch
        last.beside.append(line)
    yield from names


def names_context(ending: Para | None, context: Context, sheet: Sheet) -> Context:
    """Where the names stand."""
    width = names_width(ending, sheet, context.frame.width)
    return replace(context, frame=context.frame.narrowed(0.0, context.frame.width - width))
