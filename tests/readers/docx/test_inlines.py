"""What stands in a line."""

from __future__ import annotations

import pytest

from tests.readers.docx.packages import codes, dumped, p, r, root


@pytest.mark.parametrize(
    ("element", "shown"),
    [
        ("<w:tab/>", 'text "a\\tb"'),
        ("<w:noBreakHyphen/>", 'text "a\u2011b"'),
        ("<w:softHyphen/>", 'text "a\u00adb"'),
        ("<w:br/>", 'text "a"\n  linebreak\n  text "b"'),
        ("<w:cr/>", 'text "a"\n  linebreak\n  text "b"'),
        ("<w:lastRenderedPageBreak/>", 'text "ab"'),
    ],
)
def test_characters_that_are_elements(element: str, shown: str) -> None:
    assert dumped(f"<w:p><w:r><w:t>a</w:t>{element}<w:t>b</w:t></w:r></w:p>") == f"para\n  {shown}"


def test_white_space_is_kept_where_it_is_asked_for() -> None:
    body = '<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b\n c</w:t></w:r></w:p>'
    assert dumped(body) == 'para\n  text "a b  c"'


def test_a_page_break_parts_a_paragraph() -> None:
    broken = p(content=r("甲") + '<w:r><w:br w:type="page"/></w:r>' + r("乙"))
    assert dumped(broken) == 'para\n  text "甲"\npagebreak\npara\n  text "乙"'
    assert dumped(p("丙", properties="<w:pageBreakBefore/>")) == 'pagebreak\npara\n  text "丙"'
    assert "pagebreak" not in dumped(f"<w:tbl><w:tr><w:tc>{broken}</w:tc></w:tr></w:tbl>")


def test_ruby() -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{r('hàn')}</w:rt><w:rubyBase>{r('汉')}</w:rubyBase></w:ruby>"
    assert dumped(f"<w:p><w:r>{ruby}</w:r></w:p>") == 'para\n  ruby reading="hàn"\n    text "汉"'


def test_rubies_within_each_other_are_words_where_they_are_deep() -> None:
    opened, closed = f"<w:r><w:ruby><w:rt>{r('b')}</w:rt><w:rubyBase>", "</w:rubyBase></w:ruby></w:r>"
    body = f"<w:p>{opened * 900}{r('甲')}{closed * 900}</w:p>"
    assert "甲" in dumped(body)
    assert dumped(body).count("ruby reading") == 20
    assert "nesting-flattened" in codes(body)


def test_wrappers_are_looked_through() -> None:
    wrapped = f"<w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>{r('甲')}</w:sdtContent></w:sdt></w:smartTag>"
    assert dumped(p(content=wrapped)) == 'para\n  text "甲"'
    deep = "<w:smartTag>" * 300 + r("乙") + "</w:smartTag>" * 300
    assert dumped(p(content=deep)) == 'para\n  text "乙"'


def test_comments_are_told_with_who_and_where() -> None:
    comments = f'<w:comment w:id="0" w:author="王五">{p("请核实")}</w:comment>'
    body = p("题") + p(content=r("正文") + '<w:r><w:commentReference w:id="0"/></w:r>')
    assert codes(body, comments=comments) == ["docx-comment"]
    assert "请核实" not in dumped(body, comments=comments)


def test_spaces_that_indent_are_taken_off_and_told() -> None:
    body = p("　　为贯彻精神。  ")
    assert dumped(body) == 'para\n  text "为贯彻精神。"'
    assert codes(body) == ["docx-indent-spaces"]


def test_empty_paragraphs_are_none() -> None:
    assert dumped(p() + p("  ") + p("x") + p(content="<w:r><w:br/></w:r>")) == 'para\n  text "x"'
    assert root("x", "")


def test_an_empty_paragraph_with_a_border_is_a_rule() -> None:
    line = '<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>'
    assert dumped(p(properties=line)) == "rule"
    assert dumped(p(properties=line.replace("single", "nil"))) == ""
