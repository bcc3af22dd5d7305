"""What is put aside while the text is written comes out where it belongs."""

from __future__ import annotations

import io

import docx

from convert.kit.archive import unpack
from convert.model import Cell, Column, Document, Row, Table
from convert.model.build import heading, para
from convert.writers.docx import write
from convert.writers.docx.aside import Aside
from tests.specimens import composition

ROWS = 900


def test_marks_stand_for_what_was_put_aside() -> None:
    aside = Aside()
    first, second = aside.put(str(n) for n in range(3000)), aside.put(())
    chunks = list(aside.resolved(f"甲{first}乙{second}丙"))
    assert b"".join(chunks).decode() == f"甲{''.join(map(str, range(3000)))}乙丙"
    assert len(chunks) == 6, "in chunks: never as one text"


def test_long_tables_stand_whole_between_what_surrounds_them() -> None:
    rows = tuple(Row((Cell((para(f"甲{n}"),)), Cell((para(f"乙{n}"),)))) for n in range(ROWS))
    long = Table((Column(), Column()), head=rows[:1], body=rows[1:])
    data = write(composition(Document((heading(1, "一"), long, para("间"), long, para("末")))))
    word = docx.Document(io.BytesIO(data))
    assert [len(table.rows) for table in word.tables] == [ROWS, ROWS]
    assert word.tables[1].rows[-1].cells[1].text == f"乙{ROWS - 1}"
    assert [p.text for p in word.paragraphs if p.text] == ["一", "间", "末"]
    assert b"\x01" not in unpack(data)["word/document.xml"]
