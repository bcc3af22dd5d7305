"""Tables: the grid that rows of cells make (ISO/IEC 29500-1, 17.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from convert.model import Block, Cell, Column, Group, Quote, Row, Strong, Table, replace
from convert.model.nodes import Align, Para
from convert.model.walk import plain
from convert.readers.docx.stylenames import HEADER_CELL, kind_of
from convert.readers.docx.styles import TWIPS
from convert.readers.docx.tags import (
    SDT,
    SDT_CONTENT,
    TBL_PR,
    TC,
    TC_PR,
    TR,
    TR_PR,
    VAL,
    WRAPPERS,
    is_on,
    number,
    value,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.readers.docx.divisions import Division
    from convert.readers.docx.story import Story

_WIDEST = 1000  # columns: what claims more is broken
_WIDTH, _GRID_SPAN, _V_MERGE, _H_MERGE = w("w"), w("gridSpan"), w("vMerge"), w("hMerge")
_BOX = re.compile(r"(.+) \(box\)")  # the style of a table that is a box of ours
_ROLES = {"三线表": "three-line", "three-line table": "three-line", "无线表": "plain", "plain table": "plain"}
"""Styles of tables that a role gives."""
_JOINT = "joint"
"""The role of the mark of several issuers: what stands beside the names has a cell of its own."""
_FIRST_ROW = 0x0020  # of the bits of w:tblLook (17.4.56)


class ReadTable(NamedTuple):
    """The blocks of a table (itself, as a rule), how far it is indented, in pt, and the divisions that it stands in."""

    blocks: tuple[Block, ...]
    indent: float
    divisions: tuple[Division, ...] = ()


@dataclass(slots=True)
class _Slot:
    """A `w:tc` on the grid. `merge`: "" on its own, `restart` where it goes on below, `continue` where it comes from
    above; `width`: as the cell says it, 0 where it does not."""

    column: int
    span: int
    merge: str
    blocks: tuple[Block, ...]
    width: int = 0
    rows: int = 1


@dataclass(slots=True)
class _Line:
    slots: list[_Slot] = field(default_factory=list)
    header: bool = False


def read_table(element: Element, story: Story) -> ReadTable:
    """Read `w:tbl`. A table without a cell gives no block."""
    lines = [_line(row, story) for row in _children(element, TR)]
    lines = [line for line in lines if line.slots]
    properties = element.find(TBL_PR)
    indent = number(value(properties, w("tblInd"), _WIDTH)) / TWIPS
    if not lines:
        return ReadTable((), indent)
    count = max(slot.column + slot.span for line in lines for slot in line.slots)
    divisions = story.book.divisions.path(value(element.find(f"{TR}/{TR_PR}"), w("divId")))
    style = story.book.styles.names(value(properties, w("tblStyle")))[0]
    boxed = _BOX.fullmatch(style) if len(lines) == 1 else None
    if boxed and (len(lines[0].slots) == 1 or kind_of((boxed[1],))[2] == _JOINT):
        blocks = tuple(block for slot in lines[0].slots for block in slot.blocks)
        return ReadTable((_box(boxed[1], blocks, story),), indent, divisions)
    columns = _columns(element, lines, count)
    _merge(lines)
    heads = _head_count(lines, element, properties, story)
    rows = [_row(line, header=number < heads) for number, line in enumerate(lines)]
    table = Table(
        columns, head=tuple(rows[:heads]), body=tuple(rows[heads:]), role=_ROLES.get(style, ""), pos=story.pos
    )
    return ReadTable((table,), indent, divisions)


def _box(name: str, blocks: tuple[Block, ...], story: Story) -> Block:
    """What a table is that is a box: a quotation, or a group with the role that its style is called by."""
    kind, _, role = kind_of((name,))
    if kind == "quote":
        return Quote(blocks, pos=story.pos)
    return Group(blocks, role=role or name, pos=story.pos)


def _children(element: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, out of the content controls that may stand around them."""
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == tag:
            yield child
        elif child.tag == SDT:
            stack.append(iter(child.findall(SDT_CONTENT)))
        elif child.tag in WRAPPERS:
            stack.append(iter(child))


def _line(row: Element, story: Story) -> _Line:
    properties = row.find(TR_PR)
    column = min(max(number(value(properties, w("gridBefore"))), 0), _WIDEST)
    line = _Line(header=_says(properties, w("tblHeader")))
    if column:  # room without a cell
        line.slots.append(_Slot(0, column, "", ()))
    for cell in _children(row, TC):
        own = cell.find(TC_PR)
        span = min(max(number(value(own, _GRID_SPAN), 1), 1), max(_WIDEST - column, 1))
        blocks = story.blocks(cell)
        joined = own.find(_H_MERGE) if own is not None else None
        if joined is not None and (joined.get(VAL) or "continue") == "continue" and line.slots:
            line.slots[-1].span += span
            line.slots[-1].blocks += blocks
        else:
            merged = own.find(_V_MERGE) if own is not None else None
            merge = "" if merged is None else (merged.get(VAL) or "continue")
            width = number(value(own, w("tcW"), _WIDTH)) if value(own, w("tcW"), w("type")) != "auto" else 0
            line.slots.append(_Slot(column, span, merge, blocks, width))
        column += span
    return line


def _says(properties: Element | None, tag: str) -> bool:
    """Whether a row's switch is on."""
    found = properties.find(tag) if properties is not None else None
    return found is not None and is_on(found)


def _merge(lines: list[_Line]) -> None:
    """Join cells that go on from above to the one they come from. One without such a cell stands on its own."""
    running: dict[int, _Slot] = {}  # column → the cell that goes on there
    for line in lines:
        below: dict[int, _Slot] = {}
        kept: list[_Slot] = []
        for slot in line.slots:
            above = running.get(slot.column) if slot.merge == "continue" else None
            if above is not None and above.span == slot.span:
                above.rows += 1
                above.blocks += slot.blocks
                below[slot.column] = above
                continue
            if slot.merge:
                below[slot.column] = slot
            kept.append(slot)
        running = below
        line.slots = kept


def _columns(element: Element, lines: list[_Line], count: int) -> tuple[Column, ...]:
    """Columns as wide as the grid says, or else the cells of a whole row, in fractions of the table."""
    grid = element.find(w("tblGrid"))
    widths = [max(number(column.get(_WIDTH)), 0) for column in grid] if grid is not None else []
    widths = [*widths[:count], *[0] * (count - len(widths))]
    if 0 in widths:
        whole = next((line.slots for line in lines if len(line.slots) == count), [])
        widths = [max(slot.width, 0) for slot in whole]
    total = sum(widths)
    if not total or 0 in widths:
        return (Column(),) * count
    return tuple(Column(round(width / total, 4)) for width in widths)


def _row(line: _Line, *, header: bool) -> Row:
    return Row(tuple(_cell(slot, header) for slot in line.slots))


def _cell(slot: _Slot, header: bool) -> Cell:
    """A cell; an alignment that all its paragraphs share is its own, and so is that they are a header's. Word keeps an
    empty paragraph at the end."""
    blocks = slot.blocks
    styled = [isinstance(block, Para) and block.role == HEADER_CELL for block in blocks]
    header = header or (any(styled) and all(styled))
    blocks = tuple(replace(b, role="") if is_header else b for b, is_header in zip(blocks, styled, strict=True))
    aligns: set[Align] = {block.align if isinstance(block, Para) else "" for block in blocks}
    align: Align = aligns.pop() if len(aligns) == 1 else ""
    if align:
        blocks = tuple(replace(block, align="") if isinstance(block, Para) else block for block in blocks)
    return Cell(blocks, slot.span, slot.rows, header, align)


def _head_count(lines: list[_Line], element: Element, properties: Element | None, story: Story) -> int:
    """How many rows are the head: those that are repeated on each page; else the first, where the table's style sets
    first rows apart and the table asks for it, or where it alone is bold. Cells that reach further make it longer."""
    count = 0
    while count < len(lines) and lines[count].header:
        count += 1
    denied = value(properties, w("tblLook"), w("firstRow")) in ("0", "false", "off")
    if not count and len(lines) > 1 and not denied and (_has_styled_head(properties, story) or _is_set_apart(lines)):
        count = 1
    at = 0
    while at < count < len(lines):
        count = max(count, at + max((slot.rows for slot in lines[at].slots), default=1))
        at += 1
    return count if count < len(lines) else 0


def _has_styled_head(properties: Element | None, story: Story) -> bool:
    look = properties.find(w("tblLook")) if properties is not None else None
    if look is None:
        return False
    flag = look.get(w("firstRow"))
    try:
        asked = flag in ("1", "true", "on") if flag is not None else bool(int(look.get(VAL) or "0", 16) & _FIRST_ROW)
    except ValueError:
        asked = False
    return asked and story.book.styles.sets_first_row_apart(value(properties, w("tblStyle")))


def _is_set_apart(lines: list[_Line]) -> bool:
    """Whether the first row is all bold, and no other is."""
    return _is_bold(lines[0]) and not any(_is_bold(line) for line in lines[1:])


def _is_bold(line: _Line) -> bool:
    """Whether there are words in every cell but one of the row, and all of them are bold."""
    blocks = [block for slot in line.slots for block in slot.blocks]
    filled = sum(bool(plain(slot.blocks).strip()) for slot in line.slots)
    return (
        len(line.slots) > 1
        and filled >= len(line.slots) - 1
        and all(
            isinstance(b, Para) and all(isinstance(i, Strong) or not plain(i).strip() for i in b.children)
            for b in blocks
        )
    )
