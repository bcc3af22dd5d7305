"""Formulas: MathML, and the TeX that MathJax and KaTeX pages keep beside what they show."""

from __future__ import annotations

from typing import Any

from lxml import etree

from convert.kit.xml import parse_xml
from convert.model import Inline, Math, MathBlock
from convert.reading.html.context import Context
from convert.reading.html.parsing import MATHML
from convert.reading.html.styles import Style


def inline_math(element: Any, style: Style, context: Context) -> list[Inline]:
    """A `math` element within a line."""
    tex, mathml = _formula(element)
    return [Math(tex, mathml, pos=context.pos(element))] if tex else []


def tex_source(element: Any, style: Style, context: Context) -> list[Inline]:
    """The source of a formula that MathJax keeps in a `script`."""
    tex = (element.text or "").strip()
    return [Math(tex, pos=context.pos(element))] if tex else []


def math_block(element: Any, context: Context) -> MathBlock | None:
    """A `math` element on a line of its own; None where it holds nothing."""
    tex, mathml = _formula(element)
    return MathBlock(tex, mathml, id=context.take_id(), pos=context.pos(element)) if tex else None


def is_displayed(element: Any) -> bool:
    """Whether a `math` element stands on a line of its own."""
    return bool(
        element.tag == f"{MATHML}math" and (element.get("display") == "block" or element.get("mode") == "display")
    )


def _formula(element: Any) -> tuple[str, str]:
    """A formula in TeX (the author's own, where the element keeps it) and in MathML."""
    from convert.kit.math.mathml import to_tex

    tex = next(
        (
            note.text or ""
            for note in element.iter(f"{MATHML}annotation")
            if "tex" in (note.get("encoding") or "").lower()
        ),
        "",
    )
    clean = parse_xml(etree.tostring(element, with_tail=False), None, mend=True)
    etree.strip_attributes(clean, "_at")
    return tex.strip() or to_tex(element).strip(), etree.tostring(clean, encoding="unicode")
