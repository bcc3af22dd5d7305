"""Looks: toggles of styles and runs, and marks around words."""

from __future__ import annotations

import pytest

from tests.readers.docx.packages import codes, dumped, p, r, style

BOLD = "<w:rPr><w:b/></w:rPr>"


@pytest.mark.parametrize(
    ("properties", "mark"),
    [
        ("<w:b/>", "strong"),
        ("<w:i/>", "emph"),
        ('<w:u w:val="single"/>', "underline"),
        ("<w:strike/>", "strike"),
        ("<w:dstrike/>", "strike"),
        ('<w:vertAlign w:val="superscript"/>', "super"),
        ('<w:vertAlign w:val="subscript"/>', "sub"),
        ("<w:smallCaps/>", 'span role="small-caps"'),
        ('<w:highlight w:val="yellow"/>', "span role=highlight"),
        ('<w:em w:val="dot"/>', 'span role="emphasis-dots"'),
    ],
)
def test_a_property_is_a_mark(properties: str, mark: str) -> None:
    assert dumped(p(content=r("字", properties))) == f'para\n  {mark}\n    text "字"'


@pytest.mark.parametrize("properties", ['<w:b w:val="0"/>', '<w:u w:val="none"/>', '<w:highlight w:val="none"/>'])
def test_a_property_can_be_off(properties: str) -> None:
    assert dumped(p(content=r("字", properties))) == 'para\n  text "字"'


def test_styles_switch_each_other_over_and_a_run_has_the_last_word() -> None:
    """17.7.3: bold in both styles is not bold; said at the run it is, but the paragraph's own look is no emphasis."""
    styles = style("P", "重", BOLD) + style("C", "字", BOLD, kind="character")
    both = p(style="P", content=r("a", '<w:rStyle w:val="C"/>'))
    one = p(content=r("a", '<w:rStyle w:val="C"/>'))
    own = p(style="P", content=r("a", "<w:b/>"))
    assert "strong" not in dumped(both, styles=styles)
    assert "strong" in dumped(one, styles=styles)
    assert "strong" not in dumped(own, styles=styles)


@pytest.mark.parametrize(("name", "mark"), [("Strong", "strong"), ("Emphasis", "emph"), ("着重号", "span")])
def test_a_character_style_means_what_it_is_called(name: str, mark: str) -> None:
    body = p(content=r("字", '<w:rStyle w:val="C"/>'))
    assert dumped(body, styles=style("C", name, kind="character")).splitlines()[1].strip().startswith(mark)


def test_code_in_a_line_is_one_piece() -> None:
    code = '<w:rStyle w:val="C"/>'
    body = p(
        content=r("run "),
    ) + p(content=r("a  ", code) + r("b", code))
    assert dumped(body, styles=style("C", "Verbatim Char", kind="character")).endswith('code "a  b"')


def test_what_neighbours_share_stands_around_them_once() -> None:
    body = p(content=r("a", "<w:b/>") + r("b", "<w:b/><w:i/>") + r("c", "<w:i/>"))
    assert dumped(body) == ('para\n  strong\n    text "a"\n    emph\n      text "b"\n  emph\n    text "c"')


def test_white_space_at_the_edge_is_not_emphasised_but_a_blank_stays_underlined() -> None:
    assert dumped(p(content=r("a") + r(" b ", "<w:b/>") + r("c"))) == (
        'para\n  text "a "\n  strong\n    text "b"\n  text " c"'
    )
    assert 'underline\n    text "    "' in dumped(p(content=r("姓名") + r("    ", '<w:u w:val="single"/>')))


def test_hidden_words_are_left_out_and_told() -> None:
    body = p(content=r("见") + r("密", "<w:vanish/>"))
    assert dumped(body) == 'para\n  text "见"'
    assert codes(body) == ["docx-hidden"]


def test_a_heading_is_not_bold_besides() -> None:
    assert dumped(p(content=r("标题", "<w:b/>"), style="H"), styles=style("H", "heading 1")) == (
        'heading level=1\n  text "标题"'
    )
