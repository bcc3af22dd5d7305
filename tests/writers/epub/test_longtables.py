"""Tables too long for one content document."""

from __future__ import annotations

import pytest

from convert.kit.archive import unpack
from convert.measure import docx, epub
from convert.model import Cell, Column, Document, Link, Row, Table, Text
from convert.model.build import para
from convert.model.walk import plain
from convert.pipeline import write_document
from convert.writers.epub.longtables import pieces
from tests.specimens import composition


def table(rows: int) -> Table:
    """Every other row is tied to the next."""
    body = [
        Row((Cell((para(f"甲{n}"),), rowspan=2), Cell((para("乙" * 8),))))
        if n % 2 == 0
        else Row((Cell((para("丙" * 8),)),))
        for n in range(rows)
    ]
    head = (Row((Cell((para("单位"),)), Cell((para("情况"),)))),)
    return Table((Column(), Column()), (Text("长表"),), head, tuple(body), (para("注：无。"),), id="long")


def test_pieces_hold_all_rows_and_no_span_is_cut() -> None:
    whole = table(201)
    made = list(pieces(whole, 100))
    assert len(made) > 10
    assert sum((piece.body for piece in made), ()) == whole.body
    assert all(piece.head == whole.head for piece in made)
    assert all(len(piece.body) % 2 == 0 for piece in made[:-1])
    assert [bool(piece.caption and piece.id) for piece in made] == [True] + [False] * (len(made) - 1)
    assert [bool(piece.notes) for piece in made] == [False] * (len(made) - 1) + [True]


@pytest.mark.parametrize("rows", [3, 20])
def test_a_table_that_is_not_much_longer_stays_whole(rows: int) -> None:
    whole = table(rows)
    assert list(pieces(whole, len(plain(whole.body)) // 2 + 1)) == [whole]


def test_a_book_has_the_words_of_a_long_table_once() -> None:
    made = composition(Document((para("前", Link((Text("见表"),), "#long")), table(6000), para("后"))))
    book = write_document(made, "epub")
    files = {name: data.decode() for name, data in unpack(book).items() if "content-" in name}
    assert len(files) > 1
    assert all(text.count("<thead>") == 1 for text in files.values())
    assert [name for name, text in files.items() if "goes-on" in text] == sorted(files)[1:]
    assert "".join(epub.read_text(book).split()) == "".join(docx.read_text(write_document(made, "docx")).split())
