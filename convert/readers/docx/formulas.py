"""Formulas: Office Math as TeX (ISO/IEC 29500-1, 22.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def tex_of(element: Element) -> str:
    """The TeX of `m:oMath` or `m:oMathPara`."""
    from convert.kit.math.omml import to_tex

    return to_tex(element)
