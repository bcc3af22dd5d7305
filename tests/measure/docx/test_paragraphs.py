"""Paragraphs of files that others made: faces of themes, indents in characters or twips, grids, boxes."""

from __future__ import annotations

import pytest

from convert.kit.ooxml import NAMESPACES
from convert.measure.docx import Paragraph, read_paragraphs
from tests.readers.docx.packages import package

THEME = (
    f'<a:theme xmlns:a="{NAMESPACES["a"]}"><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/>'
    '<a:ea typeface="等线"/></a:minorFont></a:fontScheme></a:theme>'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
    '<w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
)


def paragraphs(body: str, styles: str = STYLES) -> list[Paragraph]:
    return read_paragraphs(package(body, styles=styles, word_theme_theme1_xml=THEME))


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_faces_are_the_themes_unless_something_nearer_names_one() -> None:
    named = run("乙", '<w:rFonts w:eastAsia="仿宋"/>')
    (first,) = paragraphs(f"<w:p>{run('甲a')}{named}</w:p>")
    assert [(piece.text, piece.face, piece.size) for piece in first.pieces] == [
        ("甲", "等线", 10.5),
        ("a", "Calibri", 10.5),
        ("乙", "仿宋", 10.5),
    ]


def test_marks_that_both_scripts_have_go_with_the_hint() -> None:
    faces = 'w:eastAsia="仿宋" w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
    without, with_one = (run("“甲”", f"<w:rFonts {hint} {faces}/>") for hint in ("", 'w:hint="eastAsia"'))
    plain, hinted = paragraphs(f"<w:p>{without}</w:p><w:p>{with_one}</w:p>")
    assert [piece.face for piece in plain.pieces] == ["Times New Roman", "仿宋", "Times New Roman"]
    assert [piece.face for piece in hinted.pieces] == ["仿宋"]


@pytest.mark.parametrize(
    ("indent", "first", "left", "right"),
    [
        ('w:firstLineChars="200" w:firstLine="420"', 2, 0, 0),
        ('w:firstLine="640"', 2, 0, 0),
        ('w:left="640" w:hanging="640"', 0, 2, 0),
        ('w:leftChars="100" w:hangingChars="100"', 1, 2, 0),
        ('w:leftChars="200" w:left="1280" w:hangingChars="300" w:hanging="960"', 1, 4, 0),
        ('w:rightChars="400"', 0, 0, 4),
        ('w:rightChars="400" w:right="1120"', 0, 0, 3.5),
        ('w:end="320"', 0, 0, 1),
    ],
)
def test_indents_are_told_in_characters(indent: str, first: float, left: float, right: float) -> None:
    large = run("甲", '<w:sz w:val="32"/>')
    (found,) = paragraphs(f"<w:p><w:pPr><w:ind {indent}/></w:pPr>{large}</w:p>")
    assert (found.first, found.left, found.right) == (first, left, right)


@pytest.mark.parametrize(
    ("spacing", "rule", "value"),
    [
        ('w:line="592" w:lineRule="exact"', "exact", 29.6),
        ('w:line="360"', "auto", 1.5),
        ('w:line="28pt" w:lineRule="atLeast"', "atLeast", 28),
        ("", "auto", 1),
    ],
)
def test_the_leading_is_told_as_it_is_said(spacing: str, rule: str, value: float) -> None:
    (found,) = paragraphs(f"<w:p><w:pPr><w:spacing {spacing}/></w:pPr>{run('甲')}</w:p>")
    assert found.spacing == (rule, value)


def test_space_in_lines_or_by_the_browsers_habit_is_not_known() -> None:
    lines, auto, plain = paragraphs(
        f'<w:p><w:pPr><w:spacing w:beforeLines="100" w:before="312"/></w:pPr>{run("甲")}</w:p>'
        f'<w:p><w:pPr><w:spacing w:beforeAutospacing="1" w:before="100"/></w:pPr>{run("乙")}</w:p>'
        f'<w:p><w:pPr><w:spacing w:before="100" w:after="40"/></w:pPr>{run("丙")}</w:p>'
    )
    assert (lines.before, auto.before, plain.before, plain.after) == (None, None, 5, 2)


def test_what_was_taken_away_is_not_there_and_fallbacks_are_not_twice() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
    found = paragraphs(
        f"<w:p><w:moveFrom>{run('旧')}</w:moveFrom>{run('新')}<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert [(each.text, each.within, each.drawn) for each in found] == [("新", "", True), ("框", "box", False)]


def test_formulas_and_bases_of_ruby_are_read() -> None:
    (found,) = paragraphs(
        "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:ruby><w:rt><w:r><w:t>jiǎ</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert found.text == "\ufffc甲"


def test_pages_begin_behind_breaks_and_sections() -> None:
    found = paragraphs(
        f'<w:p>{run("一")}</w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p>{run("二")}</w:p>'
        f"<w:p><w:pPr><w:sectPr/></w:pPr>{run('三')}</w:p><w:p>{run('四')}</w:p>"
        f'<w:p><w:r><w:br w:type="page"/><w:t>五</w:t></w:r></w:p><w:p><w:pPr><w:pageBreakBefore/></w:pPr>{run("六")}</w:p>'
    )
    assert [(each.text, each.new_page, each.section) for each in found if each.text.strip()] == [
        ("一", False, 0),
        ("二", True, 0),
        ("三", False, 0),
        ("四", True, 1),
        ("\n五", True, 1),
        ("六", True, 1),
    ]


def test_a_file_without_styles_is_read() -> None:
    (found,) = read_paragraphs(package(f"<w:p>{run('甲')}</w:p>"))
    assert (found.text, found.style, found.pieces[0].size) == ("甲", "", 10)
