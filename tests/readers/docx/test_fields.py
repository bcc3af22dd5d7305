"""Fields: what they ask for, and what of them is complete."""

from __future__ import annotations

import pytest

from convert.readers.docx.fields import parse_field
from tests.readers.docx.packages import codes, dumped, field, p, r

BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))


@pytest.mark.parametrize(
    ("instruction", "name", "words", "switches"),
    [
        (" PAGE ", "PAGE", (), {}),
        (
            'HYPERLINK "http://a.b/c d" \\o "tip" \\t "_blank"',
            "HYPERLINK",
            ("http://a.b/c d",),
            {"o": "tip", "t": "_blank"},
        ),
        ('HYPERLINK \\l "place"', "HYPERLINK", (), {"l": "place"}),
        ('TOC \\o "1-3" \\h \\z \\u', "TOC", (), {"o": "1-3", "h": "", "z": "", "u": ""}),
        ("SEQ 表 \\* ARABIC", "SEQ", ("表",), {"*": "ARABIC"}),
        ("ref _Ref12 \\r \\h", "REF", ("_Ref12",), {"r": "", "h": ""}),
        ('HYPERLINK "C:\\\\a\\\\b.doc"', "HYPERLINK", ("C:\\a\\b.doc",), {}),
        ("", "", (), {}),
    ],
)
def test_instructions(instruction: str, name: str, words: tuple[str, ...], switches: dict[str, str]) -> None:
    found = parse_field(instruction)
    assert (found.name, found.words, found.switches) == (name, words, switches)


def test_a_field_without_an_end_takes_nothing_with_it() -> None:
    assert dumped(p(content=BEGIN + r("甲")) + p("乙")) == 'para\n  text "甲"\npara\n  text "乙"'
    assert dumped(p(content=END + r("甲"))) == 'para\n  text "甲"'


def test_a_table_of_contents_stands_for_its_entries() -> None:
    toc = (
        p(content=BEGIN + '<w:r><w:instrText>TOC \\o "1-2"</w:instrText></w:r>'
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("一、概况 1"))
        + p("二、做法 2") + p(content=END)
    )  # fmt: skip
    body = p("目录") + toc + p("正文")
    assert dumped(body) == 'para\n  text "目录"\ntoc depth=2\npara\n  text "正文"'
    assert codes(body) == ["docx-toc"]


def test_lists_of_tables_and_figures() -> None:
    assert dumped(p(content=field('TOC \\h \\c "表"', r("表1 1")))) == "toc of=tables"
    assert dumped(p(content=field('TOC \\c "Figure"', r("Figure 1")))) == "toc of=figures"


def test_fields_within_fields_show_the_outer_result() -> None:
    nested = field("IF " + "</w:instrText></w:r>" + field("PAGE", r("9")) + "<w:r><w:instrText> = 1", r("甲"))
    assert dumped(p(content=nested)) == 'para\n  text "甲"'


def test_fields_nested_without_measure_are_words() -> None:
    deep = r("甲")
    for _ in range(200):
        deep = field('HYPERLINK "https://a.example"', deep)
    assert 'text "甲"' in dumped(p(content=deep))
    assert dumped(p(content=deep)).count("link") <= 32
