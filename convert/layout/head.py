"""Where the parts of a letterhead stand on the first page: the mark by its ink, the text on the grid.

GB/T 9704-2012 cl. 7.2.4 gives the mark the place of its top edge, whatever its size is; from there on cl. 7.2.5 to 7.3.2 count
blank lines (空二行, 空一行) and millimetres, and cl. 5.2.3 has the text on a grid. A blank line may be read as a distance
from edge to edge (GB/T 33476.2) or as an empty line of the grid: the gaps breathe between the two, so that the text comes to stand
on the grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from convert.diagnostics import Report
from convert.kit.fonts import Library
from convert.layout.faces import Typefaces
from convert.layout.ink import ink_depth, ink_height
from convert.layout.positions import snapped
from convert.layout.result import ASCENT
from convert.layout.usage import font_texts
from convert.model import Block, Document, Group, LineBreak, Para, Rule
from convert.model import replace as replace_node
from convert.model.walk import plain
from convert.style.sheet import Computed, Grid, Sheet
from convert.style.variants import Variants

LETTERHEAD = "letterhead"
"""The role of the group, and of the rule that ends it."""


@dataclass(slots=True)
class _Gap:
    """A gap that may become wider. `para`: the one below it; `top`: where that could begin without the gap, `start`: where it
    begins at the least, in pt below the type area's top."""

    para: Para
    top: float
    start: float


@dataclass(frozen=True, slots=True)
class _Marked:
    """Where a mark ends, in pt below the type area's top: `top`, where the next line could begin, `edge` of its em boxes,
    `ink` of its characters; and what stands below it."""

    top: float
    edge: float
    ink: float
    rest: Sequence[Block]


def place_head(document: Document, sheet: Sheet, library: Library) -> tuple[Document, Sheet]:
    """`document` with the parts of its letterhead, and its title, in roles that put them where they belong, and the sheet with
    these."""
    at = next((n for n, b in enumerate(document.blocks) if isinstance(b, Group) and b.role == LETTERHEAD), -1)
    if at < 0:
        return document, sheet
    group, below = document.blocks[at], document.blocks[at + 1 :]
    assert isinstance(group, Group)
    variants, moved = Variants(sheet), dict[int, str]()
    faces = Typefaces(sheet, library, font_texts(Document(blocks=(group,)), sheet), Report(""))
    mark = _marked(group, faces, variants, moved)
    if mark is None:
        return document, sheet
    _spread(mark, below, variants, moved)
    placed = (*document.blocks[:at], _moved(group, moved), *(_moved(block, moved) for block in below))
    return replace_node(document, blocks=placed), variants.sheet


def _moved(block: Block, moved: dict[int, str]) -> Block:
    """A block with its new role, if it got one."""
    if isinstance(block, Group) and block.role != "":
        inside = tuple(_moved(child, moved) for child in block.children)
        if any(new is not old for new, old in zip(inside, block.children, strict=True)):
            return replace_node(block, children=inside)
    return replace_node(block, role=moved[id(block)]) if id(block) in moved else block


def _lines(para: Para) -> int:
    return 1 + sum(isinstance(part, LineBreak) for part in para.children)


def _marked(group: Group, faces: Typefaces, variants: Variants, moved: dict[int, str]) -> _Marked | None:
    """Give the mark its place; None for a letterhead without a mark."""
    sheet, top = variants.sheet, 0.0
    for number, block in enumerate(group.children):
        paras = (
            [block] if isinstance(block, Para) else [b for b in getattr(block, "children", ()) if isinstance(b, Para)]
        )
        if not paras:
            continue
        look = sheet.look(paras[0])
        if look.ink_top is None:
            top += _lines(paras[0]) * look.pitch
            continue
        em_top = look.ink_top - ASCENT * look.size + _ink_height(paras[0], look, faces)
        em_top = max(em_top, top) if top else em_top
        moved[id(paras[0])] = variants.of(paras[0].role, before_lines=(em_top - top) / sheet.grid.pitch)
        count = sum(_lines(para) for para in paras if sheet.look(para).align == look.align)
        end = em_top + count * look.pitch
        last = end - look.pitch
        ink = last + ASCENT * look.size + _ink_depth(paras[-1], look, faces)
        return _Marked(end, last + look.size, ink, group.children[number + 1 :])
    return None


def _ink_height(para: Para, look: Computed, faces: Typefaces) -> float:
    """How far the ink of the first line reaches above its baseline, in pt."""
    line = plain(para, notes=False).partition("\n")[0]
    return ink_height(line, faces[look.font], look.size)


def _ink_depth(para: Para, look: Computed, faces: Typefaces) -> float:
    """How far the ink of the last line reaches below its baseline, in pt."""
    line = plain(para, notes=False).rpartition("\n")[2]
    return ink_depth(line, faces[look.font], look.size)


def _spread(mark: _Marked, below: Iterable[Block], variants: Variants, moved: dict[int, str]) -> None:
    """Give the gaps below the mark what brings the text onto the grid, each the same share. A rule right below the mark keeps
    its distance from the ink (cl. 10.1)."""
    sheet, gaps, due = variants.sheet, list[_Gap](), 0.0
    top, ink = mark.top, max(mark.edge, mark.ink)
    for block in (*mark.rest, *below):
        if isinstance(block, Rule) and block.role in sheet.rules:
            rule = sheet.rules[block.role]
            if top == mark.top:
                ink = mark.ink
                moved[id(block)] = variants.of_rule(block.role, before=rule.before - (mark.edge - mark.ink))
            ink += rule.before + rule.height
            top, due = ink + rule.after, rule.after
            continue
        if not isinstance(block, Para):
            return
        look = sheet.look(block)
        if look.on_grid:
            least = ink + due if due else top + look.before_lines * sheet.grid.pitch
            _settle(gaps, snapped(least, sheet.grid) - least, breathing=bool(due), variants=variants, moved=moved)
            return
        start = top
        if look.before_lines:
            start = ink + due + _empty_lines(look, sheet.grid) * sheet.grid.pitch
            gaps.append(_Gap(block, top, start))
        top = start + _lines(block) * look.pitch
        ink, due = top - look.pitch + look.size, look.after_lines * sheet.grid.pitch


def _empty_lines(look: Computed, grid: Grid) -> float:
    """The empty lines before a block, counted from edge to edge."""
    leading = (grid.pitch - grid.cell) / grid.pitch
    return look.before_lines + leading if look.before_lines and grid.blank == "edges" else look.before_lines


def _settle(gaps: list[_Gap], slack: float, *, breathing: bool, variants: Variants, moved: dict[int, str]) -> None:
    """Share what is left to the next line of the grid among the gaps; `breathing`: the one above the text takes its part."""
    pitch = variants.sheet.grid.pitch
    share = max(slack, 0.0) / max(len(gaps) + breathing, 1)
    for number, gap in enumerate(gaps):
        wider = number * share  # what stands above has moved it down with itself
        before = gap.start + share * (number + 1) - (gap.top + wider)
        moved[id(gap.para)] = variants.of(gap.para.role, before_lines=before / pitch)
