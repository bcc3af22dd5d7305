"""The tables of a DOCX (ISO/IEC 29500-1, 17.4): their grid, rules and cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from convert.measure.docx.package import TWIPS_PER_PT, W, borders_of, is_on, part, properties_of
from convert.measure.docx.styles import Styles


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, how many columns it spans, whether it is `merged` with cells below or above it ("restart",
    "continue", ""), the weight of its own rules in pt by side ("nil" ones are 0), its ground (`#rrggbb`, "" for none),
    where its content stands (`top`, `center`, `bottom`)."""

    text: str
    span: int
    merged: str
    rules: dict[str, float]
    shade: str
    valign: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `header`: it comes again on every page; `whole`: it is not broken over pages."""

    cells: tuple[Cell, ...]
    header: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the widths of its columns and its `indent` in pt, the weight of its rules in pt by side (`top`,
    `insideH` …), the `padding` of its cells in pt by side, both as its styles and itself say; its rows; `style`: the id
    of its style; `stands`: where a table that floats stands down the page ("bottom" …), "" for one in the text."""

    widths: tuple[float, ...]
    indent: float
    rules: dict[str, float]
    padding: dict[str, float]
    rows: tuple[Row, ...]
    style: str
    stands: str


def read_tables(data: bytes) -> list[Table]:
    """All tables of the body in reading order, nested ones after those they stand in."""
    styles = Styles(part(data, "word/styles.xml"))
    return [_table(element, styles) for element in part(data, "word/document.xml").iter(f"{W}tbl")]


def _table(element: Any, styles: Styles) -> Table:
    said = properties_of(element.find(f"{W}tblPr"))
    style = said.get("tblStyle", "")
    rules: dict[str, float] = {}
    padding: dict[str, float] = {}
    for source in (*styles.table(style), element):
        rules |= _weights(source.find(f"{W}tblPr/{W}tblBorders"))
        padding |= {side.tag.removeprefix(W): _points(side) for side in source.iterfind(f"{W}tblPr/{W}tblCellMar/*")}
    return Table(
        widths=tuple(_points(column) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")),
        indent=int(said.get("tblInd.w", 0)) / TWIPS_PER_PT,
        rules=rules,
        padding=padding,
        rows=tuple(map(_row, element.iterfind(f"{W}tr"))),
        style=style,
        stands=said.get("tblpPr.tblpYSpec", ""),
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
        rules=_weights(element.find(f"{W}tcPr/{W}tcBorders")),
        shade="" if said.get("shd.fill", "auto") == "auto" else "#" + said["shd.fill"].lower(),
        valign=said.get("vAlign", "top"),
    )


def _weights(borders: Any) -> dict[str, float]:
    """The weights of rules in pt, by side."""
    return {side: border.weight for side, border in borders_of(borders).items()}


def _points(element: Any) -> float:
    """A width in pt."""
    return int(element.get(f"{W}w")) / TWIPS_PER_PT
