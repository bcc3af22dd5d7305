"""Tables that are too long for one content document, in pieces for several."""

from __future__ import annotations

from collections.abc import Iterator

from convert.model import Row, Table, replace
from convert.model.walk import plain


def pieces(table: Table, longest: int) -> Iterator[Table]:
    """A table as several of about `longest` characters: each with the head, the first with caption and id, the last with
    the notes. It is cut where no cell reaches into the next row; one that is not much longer stays whole."""
    lengths = [len(plain(row.cells)) for row in table.body]
    if sum(lengths) < 2 * longest:
        yield table
        return
    cuts = list(_cuts(table.body, lengths, longest))
    for start, end in zip([0, *cuts], [*cuts, len(table.body)], strict=True):
        piece = replace(table, body=table.body[start:end])
        if start:
            piece = replace(piece, caption=(), number="", id="")
        yield piece if end == len(table.body) else replace(piece, notes=())


def _cuts(rows: tuple[Row, ...], lengths: list[int], longest: int) -> Iterator[int]:
    done = reach = 0  # characters since the last cut; rows that cells reach over from here
    for number, (row, length) in enumerate(zip(rows, lengths, strict=True)):
        if done >= longest and not reach:
            yield number
            done = 0
        done += length
        reach = max([reach, *(cell.rowspan for cell in row.cells)], default=1) - 1
