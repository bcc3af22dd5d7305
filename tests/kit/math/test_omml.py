"""Office Math becomes the TeX that pandoc writes, or better."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from convert.kit.math.omml import to_tex
from convert.kit.ooxml import NAMESPACES

_DECLARED = f'xmlns:m="{NAMESPACES["m"]}" xmlns:w="{NAMESPACES["w"]}"'


def formula(content: str) -> Any:
    return etree.fromstring(f"<m:oMath {_DECLARED}>{content}</m:oMath>")


def run(text: str, properties: str = "") -> str:
    return f"<m:r><m:rPr>{properties}</m:rPr><w:rPr/><m:t>{text}</m:t></m:r>"


def element(name: str, /, properties: str = "", **parts: str) -> str:
    inner = "".join(f"<m:{part}>{content}</m:{part}>" for part, content in parts.items())
    return f"<m:{name}><m:{name}Pr>{properties}</m:{name}Pr>{inner}</m:{name}>"


def value(name: str, text: str) -> str:
    return f'<m:{name} m:val="{text}"/>'


X, Y, N = run("x"), run("y"), run("n")


@pytest.mark.parametrize(
    ("content", "tex"),
    [
        (run("12.5%"), r"12.5\%"),
        (run("α=β≠γ→∞"), r"\alpha = \beta \neq \gamma \rightarrow \infty"),
        (run("a b"), r"a\ b"),
        (run("产值", "<m:nor/>") + run("=") + run("10元"), r"\text{产值} = 10\text{元}"),
        (run("总产x+值", value("sty", "b")), r"\textbf{总产}\mathbf{x +}\textbf{值}"),
        (run("=β", "<m:lit/><m:nor/>") + run("按 x", "<m:lit/><m:nor/>"), r"= \beta\text{按 x}"),
        (run("总产") + run("值x"), r"\text{总产值}x"),
        (run("a", "<m:nor m:val='0'/>"), "a"),
        (run("A", value("sty", "b")) + run("x", value("sty", "b")), r"\mathbf{Ax}"),
        (run("R", value("scr", "double-struck") + value("sty", "p")), r"\mathbb{R}"),
        (run("g", value("scr", "fraktur")) + run("L", value("scr", "script")), r"\mathfrak{g}\mathcal{L}"),
        (run("𝐀𝑥ℝ"), r"\mathbf{A}x\mathbb{R}"),
        (run("sin", value("sty", "p")), r"\sin"),
        (element("f", num=X, den=Y), r"\frac{x}{y}"),
        (element("f", value("type", "lin"), num=X, den=Y), r"\frac{x}{y}"),
        (element("d", e=element("f", value("type", "noBar"), num=N, den=X)), r"\binom{n}{x}"),
        (element("rad", value("degHide", "1"), deg="", e=X), r"\sqrt{x}"),
        (element("rad", deg=run("3"), e=X), r"\sqrt[3]{x}"),
        (element("sSub", e=X, sub=N), "x_{n}"),
        (element("sSub", e=run("=x"), sub=N), "= x_{n}"),
        (element("sSup", e=element("sSub", e=X, sub=N), sup=run("2")), "{x_{n}}^{2}"),
        (element("sSubSup", e=X, sub=N, sup=run("2")), "x_{n}^{2}"),
        (element("sSup", e=run("f"), sup=run("′′")), "f''"),
        (element("sPre", sub=run("6"), sup=run("14"), e=run("C")), "{}_{6}^{14}C"),
        (element("nary", sub=run("0"), sup=run("1"), e=X + run("dx")), r"\int_{0}^{1}{xdx}"),
        (element("nary", value("chr", "∑") + value("limLoc", "undOvr"), sub="", sup="", e=X), r"\sum x"),
        (element("nary", value("chr", "∑") + value("limLoc", "undOvr"), sub=N, sup=Y, e=X), r"\sum_{n}^{y}x"),
        (element("d", value("begChr", "[") + value("endChr", ")"), e=run("0,1")), r"\lbrack 0,1)"),
        (element("d", e=element("f", num=X, den=Y)), r"\left( \frac{x}{y} \right)"),
        (f"<m:d><m:dPr>{value('sepChr', ',')}</m:dPr><m:e>{X}</m:e><m:e>{Y}</m:e></m:d>", r"\left( x,y \right)"),
        (f"<m:d><m:e>{X}</m:e><m:e>{Y}</m:e></m:d>", r"\left( x \middle| y \right)"),
        (element("d", value("begChr", "∥") + value("endChr", "∥"), e=run("A")), r"\left\| A \right\|"),
        (element("acc", e=X), r"\widehat{x}"),
        (element("acc", value("chr", "\u0307"), e=X), r"\dot{x}"),
        (element("acc", value("chr", "\u20d7"), e=X), r"\overrightarrow{x}"),
        (element("bar", value("pos", "top"), e=X), r"\overline{x}"),
        (element("bar", e=X), r"\underline{x}"),
        (element("groupChr", e=X + run("+") + Y), r"\underbrace{x + y}"),
        (element("groupChr", value("chr", "⏞") + value("pos", "top") + value("vertJc", "bot"), e=X), r"\overbrace{x}"),
        (element("groupChr", value("chr", "→") + value("vertJc", "bot"), e=run("f")), r"\xrightarrow{f}"),
        (element("limLow", e=element("groupChr", e=X), lim=N), r"\underset{n}{\underbrace{x}}"),
        (element("func", fName=element("limLow", e=run("lim"), lim=run("n→∞")), e=X), r"\lim_{n \rightarrow \infty}x"),
        (element("func", fName=run("rank", value("sty", "p")), e=X), r"\operatorname{rank}x"),
        (
            element("func", fName=element("limLow", e=run("argmax", value("sty", "p")), lim=N), e=X),
            r"\operatorname*{argmax}_{n}x",
        ),
        (run("d", value("sty", "p")) + run("x"), r"\mathrm{d}x"),
        (run("\u2009", "<m:nor/>"), r"\,"),
        (element("limUpp", e=run("="), lim=run("!")), r"\overset{!}{=}"),
        (element("box", e=X), "x"),
        (element("borderBox", e=X), r"\boxed{x}"),
        (element("phant", e=X), r"\phantom{x}"),
        ("<m:unknown><m:e>" + X + "</m:e></m:unknown>", "x"),
        ('<w:ins w:id="1">' + X + '</w:ins><w:del w:id="2">' + Y + "</w:del>", "x"),
        ('<m:r><w:sym w:font="Cambria Math" w:char="03B1"/><w:tab/><m:t>x</m:t></m:r>', "\\alpha\tx"),
        ("<m:f/>", r"\frac{}{}"),
        ("<!-- nothing -->", ""),
    ],
)
def test_office_math_as_tex(content: str, tex: str) -> None:
    assert to_tex(formula(content)) == tex


def test_matrices_and_arrays() -> None:
    rows = "".join(f"<m:mr><m:e>{run(a)}</m:e><m:e>{run(b)}</m:e></m:mr>" for a, b in ("ab", "cd"))
    matrix = f"<m:m>{rows}</m:m>"
    assert to_tex(formula(matrix)) == "\\begin{matrix}\na & b \\\\\nc & d\n\\end{matrix}"
    assert to_tex(formula(element("d", e=matrix))).startswith("\\begin{pmatrix}\n")
    lines = [f"<m:e>{run(text)}</m:e>" for text in ("x,&amp;x≥0", "y,&amp;x&lt;0")]
    equations = f"<m:eqArr>{''.join(lines)}</m:eqArr>"
    assert to_tex(formula(equations)) == "\\begin{aligned}\nx, & x \\geq 0 \\\\\ny, & x < 0\n\\end{aligned}"
    braced = element("d", value("begChr", "{") + value("endChr", ""), e=equations)
    assert to_tex(formula(braced)) == "\\begin{cases}\nx, & x \\geq 0 \\\\\ny, & x < 0\n\\end{cases}"


def test_a_paragraph_of_formulas_has_a_line_for_each() -> None:
    both = f"<m:oMathPara {_DECLARED}><m:oMath>{X}</m:oMath><m:oMath>{Y}</m:oMath></m:oMathPara>"
    assert to_tex(etree.fromstring(both)) == "x\ny"


def test_depth_is_no_danger() -> None:
    deep = formula("<m:e>" * 200 + run("x") + "</m:e>" * 200)
    assert to_tex(deep) == r"\text{x}"


NAMES = ("r", "t", "e", "f", "num", "den", "d", "dPr", "begChr", "nary", "naryPr", "sub", "sup", "rad", "deg", "acc", "m", "mr")  # fmt: skip


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(st.sampled_from(NAMES))
    inner = (
        "".join(draw(st.lists(trees(depth - 1), max_size=3))) if depth else draw(st.sampled_from(["x", "", "∑&amp;"]))
    )
    attribute = draw(st.sampled_from(["", ' m:val=""', ' m:val="("']))
    return f"<m:{name}{attribute}>{inner}</m:{name}>"


@given(trees())
def test_nothing_raises(content: str) -> None:
    to_tex(formula(content))
