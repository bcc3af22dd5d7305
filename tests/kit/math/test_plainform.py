"""Formulas in plain MathML: what is understood comes out whole and in order, what is not is refused."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.kit.math.plainform import plain_form
from convert.kit.math.presentation import NAMESPACE, characters, parse

ELEMENTS = frozenset(
    [
        "math",
        "mi",
        "mn",
        "mo",
        "mtext",
        "mspace",
        "mrow",
        "mfrac",
        "msqrt",
        "mroot",
        "mstyle",
        "msub",
        "msup",
        "msubsup",
        "munder",
        "mover",
        "munderover",
        "mtable",
        "mtr",
        "mtd",
        "menclose",
    ]
)
ARGUMENTS = {"mfrac": 2, "mroot": 2, "msqrt": 1, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2}
ARGUMENTS |= {"munderover": 3, "mstyle": 1, "menclose": 1}


def made(tex: str = "", mathml: str = "", *, display: bool = True) -> str:
    """The content of the formula's element."""
    text = plain_form(tex, f'<math xmlns="{NAMESPACE}">{mathml}</math>' if mathml else "", display=display)
    return re.sub(r"^<math[^>]*>|</math>$", "", text)


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"E=mc^2", "E=mc2"),
        (r"x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}", "x=−b±b2−4ac2a"),
        (r"\sqrt[3]{x}", "x3"),
        (r"\text{总量 if }x", "总量ifx"),
        (r"\begin{align}a&=b\\c&=d\end{align}", "a=bc=d"),
        (r"\begin{eqnarray}a&=&b\end{eqnarray}", "a=b"),
        (r"\begin{alignat}{2}a&=b\end{alignat}", "a=b"),
        (r"\begin{gather}a\\b\end{gather}", "ab"),
        (r"a \\ b", "ab"),
        (r"\hat{x}\vec{v}\overline{AB}\underline{x}", "xˆv→AB¯x_"),
        (r"\mathbf{F}=m\mathbb{R}", "F=mR"),
        (r"\left.x\right|_0^1", "x|01"),
        (r"a\not=b, a\not\in b", "a≠b,a∉b"),
        (r"x % a comment", "x"),
        (r"x \label{eq:1}\nonumber", "x"),
        (r"1{,}000", "1,000"),
        (r"x \tag{1}", "x(1)"),
        (r"\operatorname*{arg\,max}_x f", "argmaxxf"),
        (r"\begin{aligned}[t]a&=b\end{aligned}", "a=b"),
        (r"\begin{dcases}a & \&\end{dcases}", "{a&"),
    ],
)
def test_tex_keeps_its_characters_in_order(tex: str, text: str) -> None:
    for display in (True, False):
        found = plain_form(tex, "", display=display)
        assert characters(parse(found)) == text
        assert "&" not in re.sub("&(amp|lt|gt);", "", found)


def test_a_number_keeps_its_distance() -> None:
    made = plain_form(r"x \tag{1}", "", display=True)
    assert made is not None and '<mspace width="2em"/><mtext>(1)</mtext>' in made


@pytest.mark.parametrize(
    "tex",
    [
        "", " ", "%", r"\foo x", r"\ce{H2O}", r"\begin{tikzcd}a&b\end{tikzcd}", "{a", "a}", "a^", r"\left(x", r"\frac{a}",
        r"a&b", "x" * 100_000, "{" * 1000 + "x" + "}" * 1000, "x^{" * 1000 + "x" + "}" * 1000, r"\left(" * 3000, "a\x01b",
        r"\text{$x$ is}", r"\eqref{a}", "\\", "^", "_{_{_", r"\begin{array}", r"\end{matrix}",
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_and_soon(tex: str) -> None:
    start = time.perf_counter()
    assert plain_form(tex, "", display=True) == ""
    assert time.perf_counter() - start < 1


@given(st.text(r"\{}^_&%$ab1+-=()[]|" + "中", max_size=40), st.booleans())
def test_any_tex_is_made_or_refused(tex: str, display: bool) -> None:
    found = plain_form(tex, "", display=display)
    if found:
        for element in parse(found).iter():
            assert element.tag in ELEMENTS
            assert len(element) == ARGUMENTS.get(element.tag, len(element))


@pytest.mark.parametrize(
    ("mathml", "wanted"),
    [
        ("<mrow><mi>a</mi><mrow><mo>-</mo><mn> 1 </mn></mrow></mrow>", "<mi>a</mi><mo>−</mo><mn>1</mn>"),
        ("<mfenced open='['><mi>a</mi><mi>b</mi></mfenced>",
         '<mrow><mo fence="true" stretchy="true" form="prefix">[</mo><mi>a</mi><mo>,</mo><mi>b</mi>'
         '<mo fence="true" stretchy="true" form="postfix">)</mo></mrow>'),
        ("<semantics><mi>a</mi><annotation>a</annotation></semantics>", "<mi>a</mi>"),
        ("<mi mathvariant='double-struck'>R</mi>", "<mi>ℝ</mi>"),
        ("<mstyle mathvariant='bold'><mi>x</mi></mstyle>", "<mi>𝐱</mi>"),
        ("<mi>f</mi><mo>&#x2061;</mo><mi>x</mi>", "<mi>f</mi><mi>x</mi>"),
        ("<mmultiscripts><mi>X</mi><mi>a</mi><none/><mprescripts/><mi>b</mi><mi>c</mi></mmultiscripts>",
         "<msubsup><mrow/><mi>b</mi><mi>c</mi></msubsup><msubsup><mi>X</mi><mi>a</mi><mrow/></msubsup>"),
        ("<mover><mi>x</mi><mo>‾</mo></mover>", "<mover><mi>x</mi><mo>¯</mo></mover>"),
        ("<mfrac linethickness='0pt'><mi>a</mi><mi>b</mi></mfrac>", '<mfrac linethickness="0"><mi>a</mi><mi>b</mi></mfrac>'),
        ("<msqrt><mi>a</mi><mi>b</mi></msqrt>", "<msqrt><mrow><mi>a</mi><mi>b</mi></mrow></msqrt>"),
        ("<mtable columnalign='left right'><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>",
         '<mtable><mtr><mtd columnalign="left"><mi>a</mi></mtd><mtd columnalign="right"><mi>b</mi></mtd></mtr></mtable>'),
    ],
)  # fmt: skip
def test_mathml_takes_its_plain_form(mathml: str, wanted: str) -> None:
    assert made(mathml=mathml) == wanted


@pytest.mark.parametrize(
    "mathml", ["<apply><plus/><ci>a</ci></apply>", "<mi>a", "<mfrac><mi>a</mi><mi>b</mi><mi>c</mi></mfrac>",
               "<mrow>" * 300 + "<mi>a</mi>" + "</mrow>" * 300, "<mi>a</mi>" * 6000],
)  # fmt: skip
def test_mathml_that_is_not_understood_gives_way_to_tex(mathml: str) -> None:
    assert made("b", mathml) == "<mi>b</mi>"
    assert made("", mathml) == ""


def test_limits_stand_where_they_belong() -> None:
    for tex in (r"\sum_{i=1}^n i", r"\lim_{x\to0} x"):
        assert "<munder" in plain_form(tex, "", display=True)
        assert "<munder" not in plain_form(tex, "", display=False)
    assert "<msubsup>" in plain_form(r"\int_0^1 x", "", display=True)


def test_the_plain_form_is_its_own() -> None:
    for tex in (r"\frac{a}{b}", r"\left(\begin{matrix}a\\b\end{matrix}\right)", r"\widehat{abc}", r"\sum_{i}^n \sin x"):
        once = plain_form(tex, "", display=True)
        assert plain_form("", once, display=True) == once
