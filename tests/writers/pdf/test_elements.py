"""Rows of tables in the structure tree: they are written down while the table goes on, and come out whole."""

from __future__ import annotations

import io

import pikepdf

from convert.measure.pdf import read_tags
from convert.model import Cell, Column, Document, Note, Row, Table
from convert.model.build import para
from convert.writers.pdf import write
from tests.specimens import composition

ROWS = 90


def cell(text: str, **spans: int) -> Cell:
    return Cell((para(text),), **spans)  # type: ignore[arg-type]


def written() -> bytes:
    """A table over pages: every other row is tied to the next, some have notes, one holds a table of its own."""
    inner = Table((Column(), Column()), body=(Row((cell("内甲"), cell("内乙"))), Row((cell("内丙", colspan=2),))))
    rows: list[Row] = []
    for number in range(0, ROWS, 2):
        noted = Cell((para(f"乙{number}", Note((para(f"注{number}"),))),)) if number % 20 == 0 else cell(f"乙{number}")
        rows += Row((cell(f"甲{number}", rowspan=2), noted)), Row((cell(f"丙{number}") if number else Cell((inner,)),))
    return write(composition(Document((Table((Column(), Column(), Column()), body=tuple(rows)),))))


def test_rows_come_in_order_each_with_its_cells_and_notes() -> None:
    table = next(tag for tag in read_tags(written()).walk() if tag.type == "Table")
    assert [row.type for row in table.children] == ["TR"] * ROWS
    counts = [len(row.children) for row in table.children]
    assert counts == [3, 2] * (ROWS // 2), "what the source leaves out is an empty cell"
    texts = [row.children[0].text for row in table.children[2:]]
    assert texts == [f"{'丙' if n % 2 else '甲'}{n - n % 2}" for n in range(2, ROWS)]
    assert table.children[1].text == "内甲内乙内丙"
    notes = [tag.text for tag in table.walk() if tag.type == "Note"]
    assert [note.endswith(f"注{number}") for number, note in zip(range(0, ROWS, 20), notes, strict=True)] == [True] * 5


def test_spans_are_said_and_every_object_is_there_once() -> None:
    with pikepdf.open(io.BytesIO(written())) as pdf:
        nodes = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") is not None]
        cells = [node for node in nodes if node.S == "/TD"]
        spans = [int(node.A.get("/RowSpan", 1)) for node in cells if "/A" in node]
        assert sorted(spans) == [1, *[2] * (ROWS // 2)]  # the first is the inner table's cell over columns
        assert sum(node.S == "/TR" for node in nodes) == ROWS + 2
        assert not pdf.check_pdf_syntax()
