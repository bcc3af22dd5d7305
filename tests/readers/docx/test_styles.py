"""Styles: names in many languages, chains, outline levels, what becomes of each kind."""

from __future__ import annotations

import pytest

from tests.readers.docx.packages import dumped, p, style


@pytest.mark.parametrize(
    ("name", "block"),
    [
        ("heading 2", "heading level=2"),
        ("标题 3", "heading level=3"),
        ("Überschrift 1", "heading level=1"),
        ("Titre 2", "heading level=2"),
        ("Заголовок 4", "heading level=4"),
        ("見出し 1", "heading level=1"),
        ("Title", "para role=title"),
        ("标题", "para role=title"),
        ("Subtitle", "para role=subtitle"),
        ("Author", "para role=byline"),
        ("Date", "para role=date"),
        ("caption", "para role=caption"),
        ("题注", "para role=caption"),
        ("主送机关", "para role=recipient"),
        ("发文字号", "para role=number"),
        ("signature", "para role=signature"),
        ("Quote", "quote\n  para"),
        ("明显引用", "quote\n  para"),
        ("Source Code", 'codeblock "x"'),
        ("Normal", "para"),
        ("标题党", "para"),
    ],
)
def test_a_name_says_what_a_paragraph_is(name: str, block: str) -> None:
    dump = dumped(p("x", "S"), styles=style("S", name))
    assert dump.startswith(block + ("\n" if "code" not in block else "")), dump


def test_a_style_is_what_it_is_based_on() -> None:
    styles = style("A", "我的章", based_on="B") + style("B", "heading 2")
    assert dumped(p("x", "A"), styles=styles).startswith("heading level=2")


def test_an_outline_level_makes_a_heading_and_level_ten_unmakes_it() -> None:
    outline = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
    styles = style("A", "章", outline.format(1)) + style("B", "Contents Head", outline.format(9), based_on="H")
    styles += style("H", "heading 1")
    assert dumped(p("x", "A") + p("y", "B"), styles=styles) == 'heading level=2\n  text "x"\npara\n  text "y"'


def test_a_style_that_is_not_there_is_known_by_its_id() -> None:
    assert dumped(p("x", "Heading1")) == 'heading level=1\n  text "x"'


def test_styles_in_a_circle_end() -> None:
    styles = style("A", "a", based_on="B") + style("B", "b", based_on="A")
    assert dumped(p("x", "A"), styles=styles) == 'para\n  text "x"'


def test_alignment_is_said_where_it_is_not_the_usual_one() -> None:
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
        '<w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
    )
    jc = '<w:jc w:val="{}"/>'
    body = "".join(p(way, properties=jc.format(way)) for way in ("both", "center", "right", "end", "left"))
    assert [line for line in dumped(body, styles=normal).splitlines() if line.startswith("para")] == [
        "para",
        "para align=center",
        "para align=right",
        "para align=right",
        "para align=left",
    ]
    assert dumped(p("x", properties=jc.format("left"))) == 'para\n  text "x"'


def test_words_in_a_pasted_style_are_code_only_in_a_face_for_code() -> None:
    styles = style("P", "HTML Preformatted")
    run = '<w:r><w:rPr><w:rFonts w:ascii="{}"/></w:rPr><w:t>a = 1</w:t></w:r>'
    assert dumped(p(style="P", content=run.format("Courier New")), styles=styles) == 'codeblock "a = 1"'
    assert dumped(p(style="P", content=run.format("Times New Roman")), styles=styles).startswith("para")


def test_lines_of_code_are_one_block_with_its_spaces() -> None:
    body = p("if x:", "S") + p("    y", "S")
    assert dumped(body, styles=style("S", "Source Code")) == 'codeblock "if x:\\n    y"'


def test_terms_and_definitions_are_a_list() -> None:
    styles = style("T", "Definition Term") + style("D", "Definition")
    dump = dumped(p("term", "T") + p("meaning", "D"), styles=styles)
    assert dump == 'list\n  listitem\n    term:\n      text "term"\n    para\n      text "meaning"'
