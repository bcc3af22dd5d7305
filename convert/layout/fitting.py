"""Tables that are wider than their room: smaller characters first, then a page that is read across.

GB/T 9704-2012 cl. 8 knows tables across; how small characters may become is the style's.
"""

from __future__ import annotations

from typing import NamedTuple

from convert.layout.columns import Wants, column_wants, room, shared_widths
from convert.model import Table
from convert.style.sheet import Sheet

_COMFORT = 4.0  # em: what a column needs to be read with ease, or its longest line where that is shorter


class Fit(NamedTuple):
    """How a table is set: the roles of plain paragraphs in cells and in header cells, the columns' widths and the cells'
    padding, in pt; `ease`: the room in which it can be read with ease so, `least`: in the smallest characters."""

    cell: str
    header: str
    widths: list[float]
    padding: float
    ease: float
    least: float

    @property
    def is_smaller(self) -> bool:
        """Whether its characters are smaller than those of other tables."""
        return self.cell != "cell"


def fit_table(table: Table, sheet: Sheet, available: float) -> Fit:
    """A table in `available` pt: in the largest characters with which its short lines (names, dates) stay whole and its
    words keep to the columns that the source gives, else in the smallest."""
    wants, sizes = column_wants(table), _sizes(sheet)
    fitting = (size for size in sizes if _holds(table, wants, available, *_measures(table, sheet, size)))
    size = next(fitting, sizes[-1])
    em, padding = _measures(table, sheet, size)
    widths = shared_widths(table, wants, available, em, padding)
    ease, least = _ease(wants, em, padding), _ease(wants, *_measures(table, sheet, sizes[-1]))
    return Fit(f"{size}cell", f"{size}header-cell", widths, padding, ease, least)


def _ease(wants: Wants, em: float, padding: float) -> float:
    return sum(room(max(word, min(longest, _COMFORT)), em, padding) for word, _, longest in wants)


def _sizes(sheet: Sheet) -> tuple[str, ...]:
    """What the roles of cells begin with, the largest first."""
    return ("", *(f"{size}-" for size in sheet.tables.smaller))


def _measures(table: Table, sheet: Sheet, size: str) -> tuple[float, float]:
    """The width of a character and the padding of cells, in pt."""
    em = sheet.roles[f"{size}cell"].em
    return em, sheet.tables.look_of(table).padding_em * em


def _holds(table: Table, wants: Wants, available: float, em: float, padding: float) -> bool:
    given = [column.width for column in table.columns]
    if given and all(given) and len(given) == len(wants):
        shares = zip(given, wants, strict=True)
        return all(share / sum(given) * available >= room(word, em, padding) for share, (word, *_) in shares)
    return sum(room(short, em, padding) for _, short, _ in wants) <= available
