"""版记 in a table, as clerks make it for the sake of its rules (GB/T 9704-2012 cl. 7.4)."""

from __future__ import annotations

import pytest

from convert.diagnostics import Report
from convert.model import Block, Cell, Column, Document, Image, Para, Row, Table, Text
from convert.model.build import para
from convert.model.walk import plain
from convert.passes.roles import recognise_roles

CC = "抄送：省委办公厅，省人大常委会办公厅。"
OFFICE, DATE = "某省应急管理厅办公室", "2025年6月24日印发"


def table(*rows: tuple[str, ...], **more: object) -> Table:
    cells = (Row(tuple(Cell((para(text),) if text else ()) for text in row)) for row in rows)
    return Table((Column(),) * max(map(len, rows)), body=tuple(cells), **more)  # type: ignore[arg-type]


def read(*blocks: Block) -> list[tuple[str, str]]:
    text = (para("关于开展检查的通知"), para("各地要压实责任，认真抓好落实。"), *blocks)
    document = recognise_roles(Document(text), Report())
    return [
        (block.role, plain(block)) if isinstance(block, Para) else ("table", plain(block))
        for block in document.blocks[2:]
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ((CC,), (f"{OFFICE}　{DATE}",)),
        ((CC, ""), (OFFICE, DATE)),
        ((CC, "", ""), (OFFICE, "", DATE)),
        (("抄送：", CC.removeprefix("抄送：")), (OFFICE, DATE)),
    ],
)
def test_its_rows_are_its_lines(rows: tuple[tuple[str, ...], ...]) -> None:
    assert read(table(*rows)) == [("cc", CC), ("printing", f"{OFFICE}　{DATE}")]


def test_copies_alone_and_the_printing_alone() -> None:
    assert read(table((CC,))) == [("cc", CC)]
    assert read(table((OFFICE, DATE))) == [("printing", f"{OFFICE}　{DATE}")]


@pytest.mark.parametrize(
    "other",
    [
        table((CC,), ("序号", "单位")),
        table(("单位", "份数"), ("某厅", "3")),
        table((CC,), (OFFICE, DATE), caption=(Text("表1"),)),
        Table((Column(),), body=(Row((Cell((para(CC), para(Image("m")))),)),)),
    ],
)
def test_any_other_table_stays_one(other: Table) -> None:
    assert [role for role, _ in read(other)] == ["table"]
