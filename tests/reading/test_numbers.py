"""Numbers that no output has room for."""

from __future__ import annotations

import pytest

from convert.diagnostics import Report
from convert.model import Cell, Column, Document, Heading, Image, List, ListItem, Node, Para, Row, Table, Text, Toc
from convert.model.build import para
from convert.model.walk import nodes
from convert.reading.numbers import bound_numbers

WORD = (Text("甲"),)


def table(*cells: Cell, width: float = 0) -> Table:
    return Table((Column(width),), body=(Row(cells), Row((Cell((para("乙"),)),))))


def bounded(document: Document) -> tuple[Document, list[str]]:
    report = Report()
    return bound_numbers(document, report), [found.message() for found in report.diagnostics]


@pytest.mark.parametrize(
    ("node", "name", "expected"),
    [
        (Heading(WORD, 0), "level", 1),
        (Heading(WORD, 10**30), "level", 9),
        (Toc(-1), "depth", 1),
        (List((ListItem(children=(para("甲"),)),), ordered=True, start=10**18), "start", 2**31 - 1),
        (table(Cell((para("甲"),), colspan=10**9)), "colspan", 1000),
        (table(Cell((para("甲"),), colspan=-5)), "colspan", 1),
        (table(Cell((para("甲"),), rowspan=0)), "rowspan", 1),
        (table(Cell((para("甲"),)), width=-3.0), "width", 0.0),
        (table(Cell((para("甲"),)), width=float("nan")), "width", 0.0),
        (Para((Image("x", width=float("inf")),)), "width", 14_400.0),
    ],
)
def test_the_nearest_that_has_a_meaning_stands_in_its_place(node: Node, name: str, expected: float) -> None:
    made, told = bounded(Document((node,)))  # type: ignore[arg-type]
    found = [getattr(each, name) for each in nodes(made) if hasattr(each, name)]
    assert found[0] == expected and type(found[0]) is type(expected)
    assert len(told) == 1 and told[0].startswith(f"{name} ")  # number-bounded


def test_a_cell_ends_with_its_table() -> None:
    made, told = bounded(Document((table(Cell((para("甲"),), rowspan=99), Cell((para("丙"),), rowspan=2)),)))
    assert [each.rowspan for each in nodes(made) if isinstance(each, Cell)] == [2, 2, 1]
    assert told == []


def test_what_has_a_meaning_stays_as_it_is() -> None:
    document = Document((Heading(WORD, 9), table(Cell((para("甲"),), 2, 2), width=0.5), Toc(3)))
    assert bounded(document) == (document, [])
    assert bound_numbers(document, Report()) is document
