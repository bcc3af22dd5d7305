"""How wide a table's columns are. One answer for all outputs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from convert.kit.cjk import display_em
from convert.kit.math.presentation import characters, parse
from convert.model import Block, Cell, Group, Math, MathBlock, Node, Para, Table, Text
from convert.model.walk import plain, replace_nodes

_TEX = re.compile(r"[\\^_]")
_LONGEST_WORD = 6.0  # em: what a column keeps for its longest unbreakable piece, at most
_ROUNDING = 1.0  # pt more than the characters need: Word counts in twips, and rules take from the cells
_SHORT, _SHORT_HEADER = 6.0, 4.0  # em: a line that is to stay one (a name, a date); one of a header


Wants = list[list[float]]
"""For each column what it needs for its longest word, its longest short line and its longest line, in em, none less than
the one before."""


def column_widths(table: Table, available: float, em: float, padding: float) -> list[float]:
    """Widths in pt that add up to `available`. `em`: the width of a character, `padding`: of a cell, on each side.

    Columns whose width the source gives keep their share of the table. The others get what their longest word needs, then
    what keeps short lines whole (names, dates), then what their widest line needs, as far as there is room.
    """
    return shared_widths(table, column_wants(table), available, em, padding)


def shared_widths(table: Table, wants_em: Wants, available: float, em: float, padding: float) -> list[float]:
    """The same, where it is known already what the columns want."""
    count = len(wants_em)
    if not count:
        return []
    given = [c.width for c in table.columns] + [0.0] * (count - len(table.columns))
    wants = [[room(want, em, padding) for want in column] for column in wants_em]
    least = min(room(1.0, em, padding), available / count)  # a character, where all columns can have one
    fixed = [max(share * available, least) if share else 0.0 for share in given]
    free = [i for i in range(count) if not fixed[i]]
    rest = max(available - sum(fixed), 0.0)
    if free:
        for i, width in zip(free, _shared([wants[i] for i in free], rest), strict=True):
            fixed[i] = width
    scale = available / (sum(fixed) or 1.0)
    return [width * scale for width in fixed]


def room(want: float, em: float, padding: float) -> float:
    """The width in pt of a column that is to hold `want` em."""
    return want * em + 2 * padding + _ROUNDING


def column_count(table: Table) -> int:
    """The number of columns: as declared, or as many as the widest row needs."""
    reach = [column + cell.colspan for _, column, cell in placed_cells(table)]
    return max([len(table.columns), *reach], default=0)


def placed_cells(table: Table) -> Iterator[tuple[int, int, Cell]]:
    """Every cell with its row and column (from 0, header rows first): spans from above push cells to the right."""
    taken: dict[int, int] = {}  # column → rows still covered by a span from above
    for number, row in enumerate((*table.head, *table.body)):
        column = 0
        covered, taken = taken, {c: n - 1 for c, n in taken.items() if n > 1}
        for cell in row.cells:
            while column in covered:
                column += 1
            yield number, column, cell
            for c in range(column, column + cell.colspan):
                if cell.rowspan > 1:
                    taken[c] = cell.rowspan - 1
            column += cell.colspan


def _shared(wants: list[list[float]], room: float) -> list[float]:
    """The columns' widths, each between two of its growing wants: all are served alike."""
    steps = list(zip(*wants, strict=True))
    for less, more in pairwise(steps):
        spare, wish = room - sum(less), sum(more) - sum(less)
        if spare < wish:
            if spare < 0:
                break
            return [a + spare * (b - a) / wish for a, b in zip(less, more, strict=True)]
    ends = steps[0] if room < sum(steps[0]) else steps[-1]
    return [width * room / (sum(ends) or 1.0) for width in ends]


def column_wants(table: Table) -> Wants:
    """For each column the longest word, the longest short line and the longest line of the cells that are in it alone."""
    count = column_count(table)
    wants = [[1.0, 1.0, 1.0] for _ in range(count)]
    for row, column, cell in placed_cells(table):
        if cell.colspan > 1 or column >= count:
            continue
        short = _SHORT_HEADER if row < len(table.head) else _SHORT
        known = wants[column]
        for line in (line for block in cell.children for line in _shown(block).split("\n")):
            length = display_em(line)
            if length > known[2]:
                known[2] = length
            if known[1] < length <= short:
                known[1] = length
            if known[0] < _LONGEST_WORD:
                word = max((len(w) / 2 if w.isascii() else 2.0 for w in line.split()), default=0.0)
                known[0] = min(max(known[0], word), _LONGEST_WORD)
    return [list(accumulate(column, max)) for column in wants]


def _shown(block: Block) -> str:
    """The characters of a block; of a formula those that are seen, not its TeX."""
    text = plain(block, notes=False)
    return plain(replace_nodes(Group((block,)), _seen), notes=False) if _TEX.search(text) else text


def _seen(node: Node) -> Node:
    match node:
        case Math(mathml=mathml) if mathml:
            return Text(characters(parse(mathml)))
        case MathBlock(mathml=mathml) if mathml:
            return Para((Text(characters(parse(mathml))),))
        case _:
            return node
