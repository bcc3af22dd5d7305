"""Formulas in and between lines."""

from __future__ import annotations

from tests.readers.docx.packages import dumped, p, r

FRACTION = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
INLINE = f"<m:oMath>{FRACTION}</m:oMath>"
DISPLAYED = f"<m:oMathPara>{INLINE}</m:oMathPara>"


def test_a_formula_in_a_line() -> None:
    assert dumped(p(content=r("得") + INLINE + r("。"))) == ('para\n  text "得"\n  math "\\\\frac{1}{2}"\n  text "。"')


def test_a_displayed_formula_is_a_block_where_it_stands_alone() -> None:
    assert dumped(p(content=DISPLAYED)) == 'mathblock "\\\\frac{1}{2}"'
    assert dumped(DISPLAYED) == 'mathblock "\\\\frac{1}{2}"'
    assert dumped(p(content=r("得") + DISPLAYED)).startswith('para\n  text "得"\n  math ')


def test_formulas_nested_without_measure_are_read() -> None:
    deep = "<m:oMath>" + "<m:e>" * 1500 + "<m:r><m:t>x</m:t></m:r>" + "</m:e>" * 1500 + "</m:oMath>"
    assert "x" in dumped(p(content=r("a") + deep))
