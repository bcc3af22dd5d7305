"""Presentation MathML in the plain form that all outputs are made from; `plainform` brings formulas into it.

Few elements are left: `mi mn mo mtext mspace mrow mfrac msqrt mroot mstyle msub msup msubsup munder mover munderover
mtable mtr mtd menclose`. An element has as many arguments as it must have; a row that is no argument is not there; letters
are those of Unicode's alphabets; brackets are operators; what has no ink is gone. `characters` is the text of a formula:
the same in every output.
"""

from __future__ import annotations

from typing import Any

from convert.kit.math.characters import plain_characters
from convert.kit.math.symbols import FUNCTIONS

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
LIMITED = frozenset({"lim", "max", "min", "sup", "inf", "limsup", "liminf", "argmax", "argmin", "Pr", "gcd", "det"})
"""Functions whose limits stand below them in a formula of its own."""
OPERATORS = frozenset("∑∏∐⋀⋁⋂⋃⨀⨁⨂⨃⨄⨅⨆")
"""Large operators whose limits stand above and below them in a formula of its own."""
INTEGRALS = frozenset("∫∬∭⨌∮∯∰∱∲∳")
"""Large operators whose limits stand beside them."""
ACCENTS = frozenset("´`˘ˇ˙¨˚ˆ˜¯→←↔⏞⏟⎴⎵_")
"""What stands over or under an expression as its mark."""


def parse(text: str) -> Any:
    """The element of a formula in the plain form, names without their namespace."""
    from lxml import etree

    root = etree.fromstring(text)
    for each in root.iter():
        each.tag = etree.QName(each).localname
    etree.cleanup_namespaces(root)
    return root


def characters(root: Any) -> str:
    """The characters of a formula in the order of its MathML."""
    return plain_characters("".join(root.itertext()))


def is_function(element: Any) -> bool:
    """Whether an identifier is the name of a function: several letters, set upright."""
    text = (element.text or "").replace("\u2006", "").replace("\u2009", "").replace(" ", "")
    return bool(element.tag == "mi" and (text in FUNCTIONS or (len(text) > 1 and text.isalpha() and text.isascii())))
