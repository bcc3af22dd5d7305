"""The tokens of a table, as little of them as is needed."""

from __future__ import annotations

from markdown_it.token import Token

from convert.model import Column
from convert.model.nodes import Align

_ALIGNS: dict[str, Align] = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}


class TableTokens(list[Token]):
    """Takes a table's tokens as the rule adds them, and keeps the contents of the cells: three tokens a cell are many times
    as large as these. `rows`: the contents by rows; `columns`: their alignments."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._heads: list[Token] = []
        self._cell: Token | None = None

    def append(self, token: Token) -> None:
        """Take a token, which is filled after that: the one before it is complete now."""
        if self._cell:
            self.rows[-1].append(self._cell.content)
        self._cell = token if token.type == "inline" else None
        if token.type == "tr_open":
            self.rows.append([])
        elif token.type == "th_open":
            self._heads.append(token)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns as the header row says they are aligned."""
        return tuple(Column(align=_ALIGNS.get(str(head.attrs.get("style", "")), "")) for head in self._heads)
