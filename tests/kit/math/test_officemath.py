"""Formulas as Office Math: native constructs, the same characters in the same order, TeX again through our reader."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from convert.kit.math import omml
from convert.kit.math.officemath import office_math
from convert.kit.math.plainform import plain_form
from convert.kit.math.presentation import characters, parse
from convert.kit.ooxml import NAMESPACES, declarations
from convert.measure.docx.formulas import formula_text

PIECES = st.sampled_from([
    r"\frac{%s}{%s}", r"\sqrt{%s}", r"\sqrt[%s]{%s}", "{%s}_{%s}", "{%s}^{%s}", "{%s}_{%s}^{%s}", r"\sum_{%s}^{%s} %s", r"\hat{%s}",
    r"\overline{%s}", r"\left(%s\right]", r"\begin{pmatrix}%s & %s \\ %s & %s\end{pmatrix}", r"\int %s", r"\sin %s", r"\lim_{%s} %s",
    r"\underbrace{%s}_{%s}", r"\text{%s}", r"\binom{%s}{%s}", r"\mathbf{%s}", r"\boxed{%s}", r"%s + %s", r"\begin{cases}%s & %s\end{cases}",
])  # fmt: skip
LEAVES = st.sampled_from(["x", "y", "12", r"\alpha", r"\infty", "中", "a"])


def filled(pattern: str, inner: list[str]) -> str:
    count = pattern.count("%s")
    return pattern % tuple((inner * count)[:count])


TEX = st.recursive(
    LEAVES, lambda inner: st.builds(filled, PIECES, st.lists(inner, min_size=1, max_size=4)), max_leaves=12
)


def element(tex: str, *, display: bool = True, properties: str = "") -> Any:
    content = office_math(parse(plain_form(tex, "", display=display)), properties)
    return etree.fromstring(f"<m:oMath {declarations('m', 'w')}>{content}</m:oMath>")


def names(tex: str) -> list[str]:
    """The constructs in a formula."""
    kinds = (
        "f",
        "rad",
        "sSub",
        "sSup",
        "sSubSup",
        "nary",
        "d",
        "m",
        "acc",
        "bar",
        "func",
        "limLow",
        "limUpp",
        "groupChr",
        "borderBox",
    )
    return [each.tag.partition("}")[2] for each in element(tex).iter() if each.tag.partition("}")[2] in kinds]


@given(TEX, st.booleans())
def test_any_formula_keeps_its_characters_in_order(tex: str, display: bool) -> None:
    plain = plain_form(tex, "", display=display)
    if plain:
        assert formula_text(element(tex, display=display)) == characters(parse(plain))


@pytest.mark.parametrize(
    ("tex", "kinds"),
    [
        (r"\frac{a}{b}", ["f"]), (r"\sqrt[3]{x}", ["rad"]), ("a_1^2", ["sSubSup"]), (r"\sum_{i}^n x", ["nary"]),
        (r"\left[x\right)", ["d"]), (r"\begin{pmatrix}1&2\end{pmatrix}", ["d", "m"]), (r"\hat{x}", ["acc"]),
        (r"\overline{AB}", ["bar"]), (r"\sin x", ["func"]), (r"\lim_{x\to0}x", ["func", "limLow"]),
        (r"\underbrace{x}_{n}", ["limLow", "groupChr"]), (r"\boxed{x}", ["borderBox"]), (r"\overset{a}{b}", ["limUpp"]),
    ],
)  # fmt: skip
def test_each_construct_is_word_s_own(tex: str, kinds: list[str]) -> None:
    assert names(tex) == kinds


def test_what_a_fraction_lacks_a_line_and_a_root_a_degree_is_said() -> None:
    assert element(r"\binom{n}{k}").xpath("//m:f/m:fPr/m:type/@m:val", namespaces=NAMESPACES) == ["noBar"]
    assert element(r"\sqrt{x}").xpath("//m:degHide/@m:val", namespaces=NAMESPACES) == ["1"]
    assert element(r"\int x").xpath("//m:subHide/@m:val | //m:supHide/@m:val", namespaces=NAMESPACES) == ["1", "1"]


def test_an_operator_applies_to_what_follows_it() -> None:
    for tex, operand in ((r"\sum_i x_i + 1", "xi"), (r"\sin(x+1) y", "(x+1)"), (r"\sum_i = 1", "")):
        (found,) = element(tex).xpath("//m:nary/m:e | //m:func/m:e", namespaces=NAMESPACES)
        assert formula_text(found) == operand


def test_no_argument_is_empty() -> None:
    root = element(r"{}_a^b X + \sum_i + \left(\right)")
    assert all(len(each) for each in root.iter("{*}e", "{*}num", "{*}den"))


def test_every_run_and_mark_takes_the_properties() -> None:
    root = element(r"\frac{a}{\hat{b}}", properties='<w:sz w:val="32"/>')
    assert len(root.xpath("//m:r/w:rPr/w:sz", namespaces=NAMESPACES)) == 2
    assert len(root.xpath("//m:ctrlPr/w:rPr/w:sz", namespaces=NAMESPACES)) == 2


@pytest.mark.parametrize("tex", [
    r"E=mc^2", r"x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}", r"\sum_{i=1}^n i", r"\sqrt[3]{x}", r"\begin{pmatrix}1&2\\3&4\end{pmatrix}",
    r"f(x)=\begin{cases}1&x>0\\0&\text{其他}\end{cases}", r"\lim_{x\to 0}\frac{\sin x}{x}", r"\hat{x}+\overline{AB}", r"\mathbf{F}=m\mathbb{R}",
    r"\left[\frac12\right)", r"\int_0^\infty e^{-x^2}dx",
])  # fmt: skip
def test_our_reader_gives_the_same_formula_back(tex: str) -> None:
    back = omml.to_tex(element(tex))
    assert plain_form(back, "", display=True), back
    assert characters(parse(plain_form(back, "", display=True))) == characters(parse(plain_form(tex, "", display=True)))
