"""MathML becomes the TeX that pandoc writes, or better."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from convert.kit.math.mathml import to_tex


def formula(content: str) -> Any:
    return etree.fromstring(f'<math xmlns="http://www.w3.org/1998/Math/MathML">{content}</math>')


X, Y, N = "<mi>x</mi>", "<mi>y</mi>", "<mi>n</mi>"
HALF = f"<mfrac>{X}<mn>2</mn></mfrac>"


@pytest.mark.parametrize(
    ("content", "tex"),
    [
        ("<mi>f</mi><mo>(</mo><mi>x</mi><mo>)</mo>", "f(x)"),
        (f"<mi>f</mi><mo>(</mo>{HALF}<mo>)</mo>", r"f\left( \frac{x}{2} \right)"),
        (f"<mo>(</mo>{HALF}<msup><mo>)</mo><mn>2</mn></msup>", r"\left( \frac{x}{2} \right)^{2}"),
        (f"<mi>P</mi><mo>(</mo>{X}<mo>|</mo>{Y}<mo>)</mo>", r"P\left( x \middle| y \right)"),
        (f"<mo>|</mo>{X}<mo>|</mo><mo>+</mo><mo>|</mo>{Y}<mo>|</mo>", "|x| + |y|"),
        (f"{HALF}<msub><mo>|</mo><mn>0</mn></msub>", r"\left. \frac{x}{2} \right|_{0}"),
        (f"<mo>]</mo>{X}<mo>,</mo>{Y}<mo>[</mo>", r"\rbrack x,y\lbrack"),
        ("<mi>rank</mi><mo>&#x2061;</mo><mi>A</mi>", r"\operatorname{rank}A"),
        ("<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>", r"\sin x"),
        ("<mi>CO</mi>", r"\mathrm{CO}"),
        ("<mi>速度</mi><mo>=</mo><mtext>路程</mtext>", r"\text{速度} = \text{路程}"),
        ("<mn>1,000.5</mn>", "1,000.5"),
        ("<mi mathvariant='bold'>x</mi>", r"\mathbf{x}"),
        ("<mstyle mathvariant='bold'><mi>x</mi><mi>y</mi></mstyle>", r"\mathbf{xy}"),
        (f"<mover>{X}<mo>¯</mo></mover>", r"\overline{x}"),
        (f"<mover>{X}<mo>^</mo></mover>", r"\hat{x}"),
        (f"<munder>{X}<mo>⏟</mo></munder>", r"\underbrace{x}"),
        ("<munder><mi>lim</mi><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder>", r"\lim\limits_{x \rightarrow 0}"),
        (f"<munderover><mo>∑</mo>{X}{N}</munderover>{Y}", r"\sum\limits_{x}^{n}y"),
        (f"<mfenced>{X}{Y}</mfenced>", "(x,y)"),
        (f'<mfenced open="[" close="]" separators="|">{X}{Y}</mfenced>', r"\left\lbrack x \middle| y \right\rbrack"),
        (f'<mfrac linethickness="0">{N}{X}</mfrac>', r"\binom{n}{x}"),
        (f"<mo>(</mo><mfrac linethickness='0'>{N}{X}</mfrac><mo>)</mo>", r"\binom{n}{x}"),
        (f"<msqrt>{X}{Y}</msqrt><mroot>{X}<mn>3</mn></mroot>", r"\sqrt{xy}\sqrt[3]{x}"),
        (f"<msup>{X}<mo>′</mo></msup>", "x'"),
        (
            f"<mmultiscripts>{X}<mi>a</mi><mi>b</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>",
            "{}_{6}^{14}x_{a}^{b}",
        ),
        ('<mspace width="1em"/><mi>x</mi><mspace width="thinmathspace"/><mi>y</mi>', r"\quad x\,y"),
        ("<ms>a_b</ms>", r"\text{“a\_b”}"),
        (f'<menclose notation="box">{X}</menclose>', r"\boxed{x}"),
        (f'<menclose notation="updiagonalstrike">{X}</menclose>', r"\cancel{x}"),
        (f"<maction selection='2'>{X}{Y}</maction>", "y"),
        (f"<maction selection='9'>{X}{Y}</maction>", "y"),
        ("<merror><mtext>bad</mtext></merror>", r"\text{bad}"),
        ("<mtext>&#xA0;</mtext>", r"\ "),
        ("<apply><ci>x</ci></apply>", r"\text{x}"),
        ("<msub/><mfrac/>", r"{}\frac{}{}"),
    ],
)
def test_mathml_as_tex(content: str, tex: str) -> None:
    assert to_tex(formula(content)) == tex


def test_the_authors_own_tex_is_preferred() -> None:
    note = '<annotation encoding="application/x-tex">\\dfrac12</annotation>'
    assert to_tex(formula(f"<semantics><mrow>{HALF}</mrow>{note}</semantics>")) == r"\dfrac12"


def table(attributes: str, *rows: str) -> str:
    lines = "".join("<mtr>" + "".join(f"<mtd><mi>{c}</mi></mtd>" for c in row) + "</mtr>" for row in rows)
    return f"<mtable {attributes}>{lines}</mtable>"


@pytest.mark.parametrize(
    ("content", "begin"),
    [
        (table("", "ab", "cd"), r"\begin{matrix}"),
        (f"<mo>[</mo>{table('', 'ab')}<mo>]</mo>", r"\begin{bmatrix}"),
        (f"<mo>|</mo>{table('', 'ab')}<mo>|</mo>", r"\begin{vmatrix}"),
        ("<mo>{</mo>" + table('columnalign="left left"', "ab"), r"\begin{cases}"),
        (table('columnalign="right left"', "ab"), r"\begin{aligned}"),
        (table('columnalign="left center"', "ab"), r"\begin{array}{lc}"),
    ],
)
def test_tables_are_named_by_what_stands_around_them(content: str, begin: str) -> None:
    assert to_tex(formula(content)).startswith(begin + "\na & b")


def test_short_rows_are_filled() -> None:
    assert to_tex(formula(table("", "ab", "c"))) == "\\begin{matrix}\na & b \\\\\nc & {}\n\\end{matrix}"


def test_depth_is_no_danger() -> None:
    assert to_tex(formula("<mrow>" * 200 + X + "</mrow>" * 200)) == r"\text{x}"


NAMES = (
    "mrow",
    "mi",
    "mo",
    "mn",
    "mtext",
    "mfrac",
    "msub",
    "msubsup",
    "munderover",
    "mover",
    "mtable",
    "mtr",
    "mtd",
    "mfenced",
    "mmultiscripts",
    "mprescripts",
    "none",
    "mspace",
    "menclose",
    "maction",
    "semantics",
    "mroot",
)


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(st.sampled_from(NAMES))
    inner = (
        "".join(draw(st.lists(trees(depth - 1), max_size=4)))
        if depth
        else draw(st.sampled_from(["x", "", "(", "|", "∑"]))
    )
    attribute = draw(
        st.sampled_from(
            ["", ' columnalign=""', ' separators=""', ' linethickness="thin"', ' width="x"', ' selection="²"']
        )
    )
    return f"<{name}{attribute}>{inner}</{name}>"


@given(trees())
def test_nothing_raises(content: str) -> None:
    to_tex(formula(content))
