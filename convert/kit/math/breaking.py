"""Where a formula may be cut into lines: after its relations and operators, outside of brackets (The TeXbook, p. 173)."""

from __future__ import annotations

from typing import Any

from lxml import etree

from convert.kit.math.presentation import NAMESPACE, parse

_SIGNS = frozenset("=<>≤≥≦≧≪≫≠≈≡∼≃≅∝≺≻→←↔⇒⇐⇔⟹⟺↦∈∉∋⊂⊃⊆⊇⊢⊨:∥⟂+−±∓×÷·∗∘∪∩∧∨⊕⊗")
_OPENING, _CLOSING = frozenset("([{⟨⌊⌈"), frozenset(")]}⟩⌋⌉")


def pieces(mathml: str) -> list[str]:
    """The pieces of a formula in plain form, each a formula that ends with the operator it may be cut after; the
    formula itself where it cannot be cut."""
    root = parse(mathml)
    rows: list[list[Any]] = [[]]
    depth = 0
    for at, element in enumerate(root):
        text = element.text or "" if element.tag == "mo" else ""
        depth += (text in _OPENING) - (text in _CLOSING) if text else 0
        rows[-1].append(element)
        if depth == 0 and text in _SIGNS and 0 < at < len(root) - 1:
            element.set("form", "infix")  # the room around it does not depend on where it stands
            rows.append([])
    if len(rows) == 1:
        return [mathml]
    return [_formula(row, root.get("display", "")) for row in rows if row]


def _formula(row: list[Any], display: str) -> str:
    made = etree.Element("math", {"xmlns": NAMESPACE, "display": display})
    made.extend(row)
    return str(etree.tostring(made, encoding="unicode"))
