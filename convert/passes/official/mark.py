"""The issuers' mark (发文机关标志), GB/T 9704-2012 cl. 7.2.4: the largest characters that fit, several names one below the other.

The standard gives no size (醒目、美观、庄重): the style's is taken where there is room for it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from convert.diagnostics import Report
from convert.kit.cjk import display_em
from convert.layout.joint import ENDING, JOINT
from convert.model import Block, Group, Inline, LineBreak, Meta, Para, Text, replace
from convert.model.walk import plain
from convert.passes import wording
from convert.passes.official.language import is_chinese
from convert.passes.title_lines import balance
from convert.style.sheet import Computed, Sheet
from convert.style.variants import Variants

_STEP = 2  # sizes in half points: Word has no others
_EASE_EM = 0.1  # more than the longest of several names needs: Word rounds
_GAP_EM = 0.5
"""Between several names and what stands beside them."""
_MOST_LINES = 3
_WIDER = {"M": 0.5, "W": 0.55}  # em: capital letters that are wider than others
_LEAST = 10.5  # pt: 五号; smaller characters are no mark


class Mark(NamedTuple):
    """The names that are printed, and what stands beside several of them."""

    names: tuple[Para, ...]
    ending: Para | None = None


def given_mark(meta: Meta, sheet: Sheet) -> Mark | None:
    """The mark that the metadata gives: its own words, or the issuers' names with the style's ending, which is
    Chinese."""
    look = sheet.letterhead
    ending = look.ending if is_chinese(meta, sheet) else ""
    if meta.mark and "mark" not in meta.inferred:
        return Mark((_para(meta.mark),))
    if not meta.issuers or "issuers" in meta.inferred:
        return None
    names = meta.issuers[:1] if look.issuers == "host" else meta.issuers
    if len(names) == 1:
        ending = "" if wording.MARK_ENDING.search(names[0][-2:]) else ending
        return Mark((_para(names[0] + ending),))
    return Mark(tuple(map(_para, names)), _para(ending, ENDING) if ending else None)


def joint_mark(joint: Group | None, issuers: list[Para]) -> Mark:
    """The mark of several issuers that the text has: what ends one of the names, or stands alone, stands beside them all."""
    paras = [block for block in joint.children if isinstance(block, Para)] if joint else issuers
    names: list[Para] = []
    ending: Para | None = None
    for para in paras:
        words = wording.tight(plain(para))
        if para.role.startswith(ENDING) or wording.MARK_ENDING.fullmatch(words):
            ending = replace(para, role=ENDING)
            continue
        match para.children:
            case (Text() as only,) if words.endswith("文件"):
                ending = ending or _para("文件", ENDING)
                names.append(replace(para, children=(replace(only, text=only.text.rstrip()[:-2].rstrip()),)))
            case _:
                names.append(para)
    return Mark(tuple(names), ending)


def _para(words: str, role: str = "issuer") -> Para:
    return Para((Text(words),), role=role)


def set_mark(mark: Mark, room: float, variants: Variants, report: Report) -> Block:
    """The mark in the largest size at which it fits on the type area's width, and `room` pt down. A smaller size than the
    style's is told (`mark-reduced`)."""
    sheet = variants.sheet
    look, width = sheet.roles["issuer"], sheet.page.area_width
    block: Block
    if len(mark.names) == 1 and mark.ending is None:
        size, lines = _broken(plain(mark.names[0]), look, sheet.letterhead.smallest, width)
        block = _alone(mark.names[0], lines, size, variants)
    else:
        widest = max(_em(plain(name)) for name in mark.names) + _EASE_EM
        beside = _GAP_EM + _em(plain(mark.ending)) if mark.ending else 0.0
        ratio = look.pitch / look.size
        size = _halved(min(look.size, width / (widest + beside), room / (len(mark.names) * ratio)))
        block, lines = _joint(mark, size, widest, beside, variants), [plain(name) for name in mark.names]
    if size < look.size:
        report.add("mark-reduced", mark.names[0].pos, size=f"{size:g}", wanted=f"{look.size:g}", lines=len(lines))
    return block


def _broken(words: str, look: Computed, smallest: float, width: float) -> tuple[float, list[str]]:
    """The size of one name and its lines: one where it fits in characters that are not too small."""
    sides = look.left_em + look.right_em
    if "\n" in words:  # as it was typed
        lines = words.split("\n")
        return _halved(min(look.size, width / (max(map(_em, lines)) + sides))), lines
    whole = _halved(min(look.size, width / max(_em(words) + sides, 1.0)))
    if whole >= smallest:
        return whole, [words]
    lines = _at_organs(words)
    size = _halved(min(look.size, width / (max(map(_em, lines)) + sides)))
    if size >= smallest:
        return size, lines
    for count in range(2, _MOST_LINES + 1):
        for size in _sizes(look.size, smallest):
            lines = balance(words, width / size)
            if len(lines) <= count and all((_em(line) + sides) * size <= width for line in lines):
                return size, lines
    size = max(whole, _LEAST)
    return size, balance(words, width / size - sides)


def _at_organs(words: str) -> list[str]:
    """Two lines of the name of an organ within another, the larger one on the first line; as equal as can be."""
    breaks = [at for at in range(2, len(words) - 1) if wording.is_organ(words[:at]) and wording.is_organ(words[at:-2])]
    if not breaks:
        return [words]
    at = min(breaks, key=lambda at: abs(at - len(words) / 2))
    return [words[:at], words[at:]]


def _sizes(largest: float, smallest: float) -> Iterator[float]:
    for half_points in itertools.count(0):
        size = _halved(largest) - half_points / _STEP
        if size < smallest:
            return
        yield size


def _halved(size: float) -> float:
    """A size in half points, not larger."""
    return max(int(size * _STEP) / _STEP, 1 / _STEP)


def _alone(name: Para, lines: list[str], size: float, variants: Variants) -> Para:
    """One name. Its lines stand as far apart as the standard's lines do (cl. 3.2)."""
    sheet = variants.sheet
    leading = sheet.grid.pitch - sheet.roles["body"].size
    role = variants.of("issuer", size=size, pitch=size + leading)
    match name.children:
        case (Text() as only,) if len(lines) > 1:
            parts: list[Inline] = []
            for line in lines:
                parts += (LineBreak(), replace(only, text=line))
            return replace(name, role=role, children=tuple(parts[1:]))
        case _:
            return replace(name, role=role)


def _joint(mark: Mark, size: float, widest: float, beside: float, variants: Variants) -> Group:
    """Several names in one measure, each spread over it, and what stands beside them: all of it in the middle of the page."""
    sheet = variants.sheet
    look = sheet.roles["issuer"]
    side = (sheet.page.area_width / size - widest - beside) / 2
    pitch = size * look.pitch / look.size
    right = side if mark.ending is None else _GAP_EM  # of the part of the measure that is the names'
    first = variants.of("issuer", size=size, pitch=pitch, align="spread", left_em=side, right_em=right)
    other = variants.of(first, ink_top=None)
    names = [replace(name, role=other if at else first) for at, name in enumerate(mark.names)]
    if mark.ending is None:
        return Group(tuple(names), role=JOINT)
    ending_role = variants.of(ENDING, size=size, pitch=pitch, right_em=side)
    return Group((*names, replace(mark.ending, role=ending_role)), role=JOINT)


def _em(words: str) -> float:
    """How wide words are, in em; capital letters, which templates have for Chinese characters, are wider than others."""
    return display_em(words) + sum(_WIDER.get(char, 0.3) for char in words if "A" <= char <= "Z")
