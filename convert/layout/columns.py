"""How wide a table's columns are. One answer for all outputs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convert.kit.cjk import display_em
from convert.kit.math.presentation import characters, parse
from convert.model import Block, Cell, Group, Math, MathBlock, Node, Para, Table, Text
from convert.model.walk import plain, replace_nodes

_TEX = re.compile(r"[\\^_]")
_LONGEST_WORD = 6.0  # em: what a column keeps for its longest unbreakable piece, at most


def column_widths(table: Table, available: float, em: float, padding: float) -> list[float]:
    """Widths in pt that add up to `available`. `em`: the width of a character, `padding`: of a cell, on each side.

    Columns whose width the source gives keep their share of the table; the others divide the rest in proportion to
    their widest line, but never below their longest word.
    """
    count = column_count(table)
    if not count:
        return []
    given = [c.width for c in table.columns] + [0.0] * (count - len(table.columns))
    least, most = _content(table, count)
    least = [n * em + 2 * padding for n in least]
    most = [max(n * em + 2 * padding, least[i]) for i, n in enumerate(most)]
    fixed = [share * available for share in given]
    free = [i for i in range(count) if not fixed[i]]
    rest = max(available - sum(fixed), 0.0)
    if free:
        for i, width in zip(free, _shared([least[i] for i in free], [most[i] for i in free], rest), strict=True):
            fixed[i] = width
    scale = available / (sum(fixed) or 1.0)
    return [width * scale for width in fixed]


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


def _shared(least: list[float], most: list[float], room: float) -> list[float]:
    spare, wish = room - sum(least), sum(most) - sum(least)
    if sum(most) <= room or wish <= 0:
        return [w * room / (sum(most) or 1.0) for w in most]
    if spare <= 0:
        return [w * room / sum(least) for w in least]
    return [a + spare * (b - a) / wish for a, b in zip(least, most, strict=True)]


def _content(table: Table, count: int) -> tuple[list[float], list[float]]:
    """For each column the longest word and the longest line of the cells that are in it alone, in em."""
    least, most = [1.0] * count, [1.0] * count
    for _, column, cell in placed_cells(table):
        if cell.colspan > 1 or column >= count:
            continue
        lines = [line for block in cell.children for line in _shown(block).split("\n")]
        widest = max(map(display_em, lines), default=0.0)
        word = max((display_em(w) if w.isascii() else 2.0 for line in lines for w in line.split()), default=0.0)
        least[column] = max(least[column], min(word, _LONGEST_WORD))
        most[column] = max(most[column], widest)
    return least, most


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
