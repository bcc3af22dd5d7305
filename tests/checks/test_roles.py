"""Paragraphs of a file found again in the document that was read from it."""

from __future__ import annotations

from convert.checks.roles import Roles
from convert.model import Cell, Document, Heading, LineBreak, List, ListItem, Para, Quote, Row, Span, Table, Text
from convert.model.build import para
from convert.model.nodes import Column

ROW = Row((Cell((para("甲"),)),))
DOCUMENT = Document(
    (
        Para((Text("某厅"), LineBreak(), Text("关于通知")), role="title"),
        Heading((Text("甲"),), 1, number="一、"),
        para("正文"),
        Para((Span((Text("一是甲。"),), role="heading3"), Text("乙"))),
        List((ListItem((Text("词"),), (para("释义"),)),)),
        Quote((para("引文"),)),
        Table((Column(),), caption=(Text("表"),), number="表1　", body=(ROW,)),
        para("某厅", role="signature"),
    )
)


def test_paragraphs_are_found_in_order_with_or_without_their_numbers() -> None:
    roles = Roles(DOCUMENT)
    asked = ["某厅\n关于通知", "一、甲", "正 文", "词", "释义", "引文", "表1　表", "甲", "某厅"]
    found = [roles.find(text) for text in asked]
    assert [said.role if said else None for said in found] == [
        "title", "heading1", "body", "term", "list", "quote", "caption", "cell", "signature",
    ]  # fmt: skip


def test_a_line_of_a_paragraph_tells_it_where_nothing_else_does() -> None:
    said = Roles(DOCUMENT).find("关于通知")
    assert said and said.role == "title"


def test_a_heading_that_runs_in_is_told_with_its_words() -> None:
    said = Roles(DOCUMENT).find("一是甲。乙")
    assert said and (said.role, said.lead_role, said.lead) == ("body", "heading3", "一是甲。")


def test_what_the_document_does_not_say_is_not_found() -> None:
    assert Roles(DOCUMENT).find("别的") is None
