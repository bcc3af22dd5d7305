"""The reader as a whole: what our writer writes comes back."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from convert.config import Options
from convert.diagnostics import Report
from convert.formats import input_format
from convert.model import (
    Block,
    Cell,
    CodeBlock,
    Column,
    Document,
    Emph,
    Group,
    Heading,
    Link,
    List,
    ListItem,
    Meta,
    PageBreak,
    Para,
    Quote,
    Row,
    Rule,
    Strong,
    Sub,
    Table,
    Text,
    Underline,
    replace,
)
from convert.model.build import heading, para
from convert.model.flat import OBJECT, flatten
from convert.model.walk import nodes, replace_nodes
from convert.pipeline import compose, write_document
from convert.readers.docx import read
from convert.reading.source import Source
from tests.strategies import documents


def back(document: Document) -> Document:
    """What our writer makes of a document, read again; without positions."""
    data = write_document(compose(document, "x", Options(), Report()), "docx")
    return replace_nodes(read(Source(data), Report()), lambda node: replace(node, pos=None))


def items(*texts: str) -> tuple[ListItem, ...]:
    return tuple(ListItem(children=(para(text),)) for text in texts)


@pytest.mark.parametrize(
    "block",
    [
        para("为贯彻", Strong((Text("精神"),)), "，", Emph((Text("认真"),)), "H", Sub((Text("2"),)), "O"),
        para("见", Link((Text("链接"),), "https://example.com/a"), Underline((Text("下划线"),))),
        para("各市人民政府：", role="recipient"),
        para("（撰稿人：张三）", role="byline"),
        para("某某省应急管理厅", align="right"),
        heading(1, "主要任务"),
        List(items("甲", "乙"), ordered=True, start=3),
        List(items("甲", "乙"), ordered=True, style="cjk"),
        List((*items("甲"), ListItem(children=(para("乙"), List(items("丙")), para("丁"))))),
        Quote((para("引文一"), para("引文二"))),
        CodeBlock("a = 1\n  b = 2"),
        Rule(),
        Table(
            (Column(0.25), Column(0.75)),
            (Text("表1 名称"),),
            (Row((Cell((para("A"),), header=True), Cell((para("B"),), header=True))),),
            (Row((Cell((para("1"),), rowspan=2), Cell((para("2"),)))), Row((Cell((para("3"),)),))),
        ),
    ],
)  # fmt: skip
def test_a_block_comes_back(block: Block) -> None:
    read_again = back(Document((para("标题", role="title"), para("前文。"), block, para("后文。")), Meta(title="标题")))
    assert read_again.blocks[2:-1] == (block,)
    assert read_again.meta.title == "标题"


def test_pages_and_metadata_come_back() -> None:
    meta = Meta(title="标题", issuers=("某某厅",), number="某发〔2024〕1号", authors=("张三",), lang="zh-Hans")
    found = back(Document((para("标题", role="title"), para("甲"), PageBreak(), para("乙")), meta))
    assert found.meta == meta
    assert [type(block) for block in found.blocks] == [Group, Para, Para, PageBreak, Para]  # the letterhead first


@settings(max_examples=100, deadline=None)
@given(documents())
def test_no_word_of_any_document_is_lost(document: Document) -> None:
    """White space aside: Word's empty paragraphs and the spaces at their ends are nobody's words."""
    report = Report()
    composition = compose(document, "x", Options(), report)
    found = read(Source(write_document(composition, "docx")), Report())
    written = "".join(flatten(composition.document).text.split())
    again = "".join(flatten(found).text.split())
    assert Counter(written.replace(OBJECT, "")) - Counter(again) == Counter()


def test_all_suffixes_of_word_are_read() -> None:
    assert {input_format("", f"a{suffix}").name for suffix in (".docx", ".DOCM", ".dotx", ".dotm")} == {"docx"}


def test_headings_are_where_they_were() -> None:
    document = Document((heading(1, "一"), para("x"), heading(2, "二"), para("y"), heading(3, "三"), para("z")))
    assert [n.level for n in nodes(back(document)) if isinstance(n, Heading)] == [1, 2, 3]
