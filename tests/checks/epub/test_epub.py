"""Facts of books, ours and others': blocks, roles by class and by words, looks by CSS."""

from __future__ import annotations

from convert.checks.epub import measure
from convert.checks.facts import Facts
from convert.model import Document, Heading, Span, Text
from convert.model.build import para
from convert.pipeline import write_document
from convert.style.compute import read_sheet
from tests.measure.test_epub import book
from tests.specimens import composition

SHEET = read_sheet("gbt9704", ())


def facts(data: bytes) -> Facts:
    return measure(data, "a.epub", SHEET.roles, SHEET.roles["body"].size)


def test_our_own_books_show_what_the_style_says() -> None:
    blocks = (
        para("关于开展检查的通知", role="title"),
        para("各市人民政府：", role="recipient"),
        Heading((Text("总体要求"),), 1, number="一、"),
        para("各地要认真贯彻执行。"),
        para(Span((Text("一是加强领导。"),), role="heading1"), "落实责任。"),
    )
    title, recipient, heading, body, opened = facts(write_document(composition(Document(blocks)), "epub")).elements
    assert [each.role for each in (title, recipient, heading, body)] == ["title", "recipient", "heading1", "body"]
    assert (title.size, title.align, title.runs[0].face) == (22, "center", "方正小标宋_GBK")
    assert (recipient.indent, body.indent, body.size) == (0, 2, 16)
    assert (opened.lead_role, opened.lead[0].face, opened.runs[0].text) == ("heading1", "黑体", "落实责任。")


def test_an_imprint_may_have_more_words_than_the_text() -> None:
    text, cc = para("各地要认真贯彻执行。"), para(f"抄送：{'某某厅，' * 80}某某局。", role="cc")
    body, copies = facts(write_document(composition(Document((text, cc))), "epub")).elements
    assert (body.size, copies.size) == (16, 14)


def test_other_books_are_told_by_their_elements_and_their_words() -> None:
    css = "h1{text-align:center;font-size:1.5em;font-weight:bold}div{text-indent:2em}.a{margin-right:4em;text-align:right}"
    body = "<h1>关于开展检查的通知</h1><div>各地要认真贯彻执行。</div><table><tr><td>甲</td></tr></table><div class='a'>2025年6月3日</div>"
    _, title, text, cell, date = facts(book(css, body)).elements
    assert [each.role for each in (title, text, cell, date)] == ["title", "body", "cell", "date"]
    assert (title.size, title.runs[0].bold, title.align) == (24, True, "center")
    assert (text.indent, date.right) == (2, 4)


def test_sizes_are_those_beside_the_running_text() -> None:
    css = "h1{font-size:30px}p{font-size:20px}"
    _, title, body = facts(book(css, "<h1>关于开展检查的通知</h1><p>各地要认真贯彻执行。</p>")).elements
    assert (title.size, body.size) == (24, 16)


def test_selectors_that_are_none_select_nothing() -> None:
    css = "p:hover{text-indent:9em}@namespace a url(b);a|p{text-indent:8em}p{text-indent:2em}::{}"
    assert facts(book(css, "<p>各地要认真贯彻执行。</p>")).elements[1].indent == 2


def test_what_a_flexible_box_places_has_no_indents_of_its_own() -> None:
    css = "div{display:flex}p{margin-right:1em;text-align:justify}"
    boxed, free = facts(book(css, "<div><p>某某省人民政府</p></div><p>各地要认真贯彻执行。</p>")).elements[1:]
    assert (boxed.align, boxed.right) == (None, None)
    assert (free.align, free.right) == ("justify", 1)


def test_the_running_text_is_what_says_so() -> None:
    css = ".cc{font-size:0.875em}"
    body, cc = facts(
        book(css, "<p class='body'>各地要落实。</p><p class='cc'>抄送：各市各县各单位各部门。</p>")
    ).elements[1:]
    assert (body.size, cc.size) == (16, 14)
