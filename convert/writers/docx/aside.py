"""Text that is put aside while a part is written: what is very long moves through the writer as a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

_MARK = "\x01"  # around a number: no text has it
_MARKS = re.compile(f"{_MARK}(\\d+){_MARK}")
LONG = 400
"""Rows of a table: what more of them hold is put aside."""
_AT_ONCE = 1000  # pieces


class Aside:
    """What was put aside, as UTF-8. A table of a hundred thousand rows is there once, and never as one text."""

    def __init__(self) -> None:
        self._chunks: list[list[bytes]] = []

    def put(self, pieces: Iterable[str]) -> str:
        """Put pieces of text aside. Gives the mark that stands for them."""
        rest = iter(pieces)
        self._chunks.append([])
        mark = f"{_MARK}{len(self._chunks) - 1}{_MARK}"
        chunks = self._chunks[-1]
        while some := "".join(islice(rest, _AT_ONCE)):
            chunks.append(some.encode("utf-8"))
        return mark

    def resolved(self, text: str) -> Iterator[bytes]:
        """The text in chunks, with what its marks stand for."""
        for at, piece in enumerate(_MARKS.split(text)):
            if at % 2:
                yield from self._chunks[int(piece)]
            else:
                yield piece.encode("utf-8")
