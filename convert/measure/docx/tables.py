"""The tables of a DOCX (ISO/IEC 29500-1, 17.4): their grid, rules and cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from convert.measure.docx.package import TWIPS_PER_PT, W, is_on, part, properties_of

_EIGHTHS = 8  # of a pt: the unit of a border's weight


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, how many columns it spans, whether it is `merged` with cells below or above it ("restart",
    "continue", ""), the weight of its own rules in pt by side ("nil" ones are 0)."""

    text: str
    span: int
    merged: str
    rules: dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `header`: it comes again on every page; `whole`: it is not broken over pages."""

    cells: tuple[Cell, ...]
    header: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the widths of its columns and its `indent` in pt, the weight of its rules in pt by side (`top`,
    `insideH` …), the `padding` of its cells in pt by side, its rows; `style`: the id of its style."""

    widths: tuple[float, ...]
    indent: float
    rules: dict[str, float]
    padding: dict[str, float]
    rows: tuple[Row, ...]
    style: str


def read_tables(data: bytes) -> list[Table]:
    """All tables of the body in reading order, nested ones after those they stand in."""
    return [_table(element) for element in part(data, "word/document.xml").iter(f"{W}tbl")]


def _table(element: Any) -> Table:
    own = element.find(f"{W}tblPr")
    said = properties_of(own)
    grid, margins = element.iterfind(f"{W}tblGrid/{W}gridCol"), element.find(f"{W}tblPr/{W}tblCellMar")
    return Table(
        widths=tuple(_points(column) for column in grid),
        indent=int(said.get("tblInd.w", 0)) / TWIPS_PER_PT,
        rules=_rules(element.find(f"{W}tblPr/{W}tblBorders")),
        padding={_side(margin): _points(margin) for margin in margins} if margins is not None else {},
        rows=tuple(map(_row, element.iterfind(f"{W}tr"))),
        style=said.get("tblStyle", ""),
    )


def _row(element: Any) -> Row:
    said = properties_of(element.find(f"{W}trPr"))
    cells = tuple(map(_cell, element.iterfind(f"{W}tc")))
    return Row(cells, is_on(said.get("tblHeader", "")), is_on(said.get("cantSplit", "")))


def _cell(element: Any) -> Cell:
    said = properties_of(element.find(f"{W}tcPr"))
    merged = said.get("vMerge", "")
    return Cell(
        text="".join(text.text or "" for text in element.iter(f"{W}t")),
        span=int(said.get("gridSpan", 1)),
        merged="continue" if merged == "1" else merged,
        rules=_rules(element.find(f"{W}tcPr/{W}tcBorders")),
    )


def _rules(borders: Any) -> dict[str, float]:
    """The weight of rules in pt by side."""
    if borders is None:
        return {}
    drawn = ((_side(each), each.get(f"{W}val"), int(each.get(f"{W}sz", 0))) for each in borders)
    return {side: 0.0 if kind in ("nil", "none") else weight / _EIGHTHS for side, kind, weight in drawn}


def _points(element: Any) -> float:
    """A width in pt."""
    return int(element.get(f"{W}w")) / TWIPS_PER_PT


def _side(element: Any) -> str:
    return str(element.tag.removeprefix(W))
