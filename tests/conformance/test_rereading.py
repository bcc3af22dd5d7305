"""Clerks edit the DOCX and convert it again: read by our reader, it is the document that was written."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given, settings

from convert.diagnostics import Report
from convert.formats import INPUTS, load_reader
from convert.model import (
    Block,
    Cell,
    Code,
    CodeBlock,
    Column,
    Document,
    Emph,
    Group,
    Inline,
    Link,
    List,
    ListItem,
    Math,
    Meta,
    Node,
    Note,
    Para,
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
from convert.model.walk import replace_nodes
from convert.reading.source import Source
from tests.conformance.rereading import normal_form, reread
from tests.readers.test_readers import CASES, FIXTURES
from tests.specimens import composition, everything, report_composition
from tests.strategies import inlines


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
        pytest.param(
            (*(para("文字") for _ in range(44)), para("抄送：甲厅。", role="cc"), para("乙厅 2025年6月24日印发", role="printing")),
            id="an imprint after a blank page",
        ),
        pytest.param((para("甲厅", Span((Text("印发"),), role="far")), para("甲厅" * 20, Span((Text("印发"),), role="far"))), id="ends apart"),
        pytest.param((para(Span((Text("第一条"),), role="article"), Span((Text("一"),), role="heading1")),), id="opening words"),
        pytest.param((Quote((para("引"), List((item(para("点")),)), Quote((para("再引"),)), para("续"))), Quote((para("又引"),))), id="quotations"),
        pytest.param((Quote((Group((heading(2, "注"), CodeBlock("x")), role="details"), Table((Column(),), body=(Row((Cell((para("格"),)),)),)))),), id="in a quotation"),
        pytest.param((Group((para("甲"), Group((para("乙"),), role="boxed")), role="details"), para("丙")), id="groups"),
        pytest.param((CodeBlock("a", "C++"), CodeBlock("b", "c#")), id="languages of code"),
        pytest.param((para("甲", Span((Text("Wort"),), lang="de"), Span((Text("word"),), lang="en")),), id="languages"),
        pytest.param((Table((Column(),), body=(Row((Cell((para("格"),)),)),), role="three-line"),), id="looks of tables"),
        pytest.param((para("见", Ref("first", "page"), Ref("first"), "。"),), id="references"),
        pytest.param((para(Link((Text("网"), Underline((Text("站"),))), "https://example.org/"),),), id="a line under a link"),
    ],
)  # fmt: skip
def test_what_was_written_is_read_again(blocks: tuple[Block, ...]) -> None:
    wanted, found = both(Document((heading(1, "标题", id="first"), *blocks), Meta(title="题")))
    assert found == wanted


def test_every_element_is_read_again() -> None:
    wanted, found = both(everything())
    assert found == wanted


def test_the_report_is_read_again() -> None:
    made = report_composition()
    assert normal_form(reread(made), made.sheet) == normal_form(made.document, made.sheet)


_ON_OWN_PAGES = {"divisions on pages of their own are groups"}  # front matter and covers: sections, not groups


def test_cases_of_markdown_are_read_again() -> None:
    """Whatever the Markdown reader has cases for, as far as the style has roles for it."""
    differing = {}
    for case in (case for case in CASES if case.format == "markdown"):
        report = Report(case.name)
        if case.name in _ON_OWN_PAGES:
            continue
        document = load_reader(INPUTS["markdown"])(Source(case.source.encode(), "case.md", FIXTURES), report)
        titled = replace(document.meta, title=document.meta.title or "题")  # else a lone heading becomes the title
        wanted, found = both(replace(document, meta=titled))
        if wanted != found:
            differing[case.name] = list(difflib.unified_diff(wanted, found, lineterm="", n=1))
    assert not differing


def _plain(node: Node) -> Node | tuple[Node, ...]:
    """What tests of their own are about kept simple: languages, formulas, references, what notes hold."""
    match node:
        case Ref():
            return ()
        case Math():
            return Math("x^2")
        case Note():
            return replace(node, children=(para("注"),))
        case Text() | Span():
            return replace(node, lang="")
        case _:
            return node


@settings(max_examples=200, deadline=None)
@given(inlines(2))
def test_whatever_stands_in_a_line_is_read_again(line: tuple[Inline, ...]) -> None:
    document = Document((Para((Text("会议指出，"), *line)),), Meta(title="题"))
    wanted, found = both(replace_nodes(document, _plain))
    assert found == wanted
