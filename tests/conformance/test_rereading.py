"""Clerks edit the DOCX and convert it again: read by our reader, it is the document that was written."""

from __future__ import annotations

import pytest

from convert.model import (
    Block,
    Cell,
    Code,
    CodeBlock,
    Column,
    Document,
    Emph,
    Group,
    Link,
    List,
    ListItem,
    Meta,
    Quote,
    Ref,
    Row,
    Span,
    Strong,
    Table,
    Text,
    Underline,
    replace,
)
from convert.model.build import heading, para
from convert.model.walk import nodes
from tests.conformance.rereading import normal_form, reread
from tests.specimens import composition, everything, report_composition


def both(document: Document) -> tuple[list[str], list[str]]:
    """What was written, in printable form (whatever that cannot hold was told before), and what is read again."""
    made = composition(document)
    return normal_form(made.document, made.sheet), normal_form(reread(made), made.sheet)


def item(*blocks: Block, **more: object) -> ListItem:
    return ListItem((), blocks, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param((List((item(para("甲"), CodeBlock("x = 1\ny"), para("乙")), item(para("丙")))),), id="code in an item"),
        pytest.param((List((item(CodeBlock("x")), item(para("乙"))), ordered=True),), id="an item that begins with code"),
        pytest.param((List((item(List((item(para("内")),))), item(para("外"))), ordered=True),), id="an item of a list"),
        pytest.param((List((item(para("甲")),)), List((item(para("乙")),))), id="two lists of marks"),
        pytest.param((List((item(para("甲")),), True), List((item(para("乙")),), True, 2)), id="a list from 2 after one"),
        pytest.param((List((item(para("办"), checked=True), item(para("未"), checked=False))),), id="tasks"),
        pytest.param((List((item(para("办"), checked=True),)), List((item(para("未"), checked=False),))), id="two of tasks"),
        pytest.param(
            (List((ListItem((Text("词"),), (para("一"), List((item(para("点")),)))), ListItem((Text("语"),), (para("二"),)))),
             para("后")),
            id="terms",
        ),
        pytest.param((List((item(para("甲"), List((ListItem((Text("词"),), (para("义"),)),)), para("续")),)),), id="terms in an item"),
        pytest.param((List((item(para("甲"), Quote((para("引"),)), para("续")),)), para("后")), id="a quotation in an item"),
        pytest.param((para(Strong((Emph((Text("重"),)), Text("的"))), Underline((Emph((Text("线"),)),))),), id="marks in marks"),
        pytest.param((para(Strong((Link((Text("网"),), "https://example.org/"), Code("x")))),), id="a link and code in marks"),
        pytest.param((para(Span((Text("第一条"),), role="article"), Span((Text("一"),), role="heading1")),), id="opening words"),
        pytest.param((Quote((para("引"), List((item(para("点")),)), Quote((para("再引"),)), para("续"))), Quote((para("又引"),))), id="quotations"),
        pytest.param((Quote((Group((heading(2, "注"), CodeBlock("x")), role="details"), Table((Column(),), body=(Row((Cell((para("格"),)),)),)))),), id="in a quotation"),
        pytest.param((Group((para("甲"), Group((para("乙"),), role="boxed")), role="details"), para("丙")), id="groups"),
        pytest.param((CodeBlock("a", "C++"), CodeBlock("b", "c#")), id="languages of code"),
        pytest.param((para("甲", Span((Text("Wort"),), lang="de"), Span((Text("word"),), lang="en")),), id="languages"),
    ],
)  # fmt: skip
def test_what_was_written_is_read_again(blocks: tuple[Block, ...]) -> None:
    wanted, found = both(Document((heading(1, "标题"), *blocks), Meta(title="题")))
    assert found == wanted


def _comes_back(block: Block) -> bool:
    """Whether nothing is in a block that is read as something else for now: references are links."""
    return not any(isinstance(node, Ref) for node in nodes(block))


def test_every_element_is_read_again() -> None:
    document = everything()
    wanted, found = both(replace(document, blocks=tuple(filter(_comes_back, document.blocks))))
    assert found == wanted


def test_the_report_is_read_again() -> None:
    made = report_composition()
    assert normal_form(reread(made), made.sheet) == normal_form(made.document, made.sheet)
