"""What fields show."""

from __future__ import annotations

import pytest

from tests.readers.docx.packages import codes, dumped, field, p, package, r, understood

MARKED = '<w:bookmarkStart w:id="1" w:name="_Ref1"/>' + r("图 1") + '<w:bookmarkEnd w:id="1"/>'


def test_a_hyperlink_field_is_a_link() -> None:
    body = p(content=r("见") + field('HYPERLINK "https://a.example/x" \\l "y" \\o "tip"', r("此处")))
    assert dumped(body) == ('para\n  text "见"\n  link target="https://a.example/x#y" title=tip\n    text "此处"')


def test_a_hyperlink_over_paragraphs_is_a_link_in_each() -> None:
    whole = field('HYPERLINK "https://a.example"', r("甲") + "</w:p><w:p>" + r("乙"))
    assert dumped(f"<w:p>{whole}</w:p>").count("link target") == 2


def test_an_element_is_the_link_it_relates_to() -> None:
    body = p(content=f'<w:hyperlink r:id="r1">{r("甲", "<w:u/>")}</w:hyperlink>')
    document, _ = understood(package(body, {"r1": ("hyperlink", "https://a.example/")}))
    assert [type(i).__name__ for i in document.blocks[0].children] == ["Link"]  # type: ignore[union-attr]
    anchored = p(content=f'<w:hyperlink w:anchor="top">{r("上")}</w:hyperlink>')
    assert 'link target="#top"' in dumped(anchored)


@pytest.mark.parametrize(
    ("instruction", "kind"), [("REF _Ref1 \\h", "text"), ("REF _Ref1 \\r", "number"), ("PAGEREF _Ref1", "page")]
)
def test_a_reference_leads_to_its_bookmark(instruction: str, kind: str) -> None:
    dump = dumped(p(content=MARKED) + p(content=field(instruction, r("图 1"))))
    shown = "" if kind == "number" else f" kind={kind}"
    assert dump.splitlines()[0] == "para id=_Ref1"
    assert f'ref target=_Ref1{shown}\n    text "图 1"' in dump


def test_a_reference_to_nowhere_is_its_words() -> None:
    assert dumped(p(content=field("REF gone", r("上文")))) == 'para\n  text "上文"'


def test_bookmarks_that_nothing_refers_to_leave_no_trace() -> None:
    assert dumped(p(content=MARKED)) == 'para\n  text "图 1"'


def test_a_bookmark_within_a_line_is_a_place_in_it() -> None:
    assert "span id=_Ref1" in dumped(p(content=r("见") + MARKED) + p(content=field("PAGEREF _Ref1", r("1"))))


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        ("eq \\o\\ac(○,3)", 'text "③"'),
        ("EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(hàn),汉)", 'ruby reading="hàn"\n    text "汉"'),
        ("SYMBOL 254 \\f Wingdings \\s 12", 'text "☑"'),
    ],
)
def test_fields_without_a_result_are_worked_out(instruction: str, shown: str) -> None:
    assert shown in dumped(p(content=field(instruction, "")))


def test_an_equation_that_cannot_be_read_is_told() -> None:
    assert codes(p(content=r("x") + field("EQ \\i(1,2,x)", ""))) == ["docx-object-dropped"]


def test_boxes_and_choices_of_forms() -> None:
    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>{}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert 'text "☐"' in dumped(p(content=box.format("")))
    assert 'text "☒"' in dumped(p(content=box.format("<w:checked/>")))
    choice = box.replace("FORMCHECKBOX", "FORMDROPDOWN").replace(
        '<w:checkBox><w:default w:val="0"/>{}</w:checkBox>',
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList>',
    )
    assert 'text "乙"' in dumped(p(content=choice))


def test_a_simple_field_shows_its_result() -> None:
    assert dumped(p(content=f'<w:fldSimple w:instr=" DATE ">{r("今天")}</w:fldSimple>')) == 'para\n  text "今天"'
