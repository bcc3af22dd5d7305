"""The characters of Office Math (ISO/IEC 29500-1, 22.1) in the order in which a formula is read.

Marks, brackets and large operators are attributes there; what is not said has a default.
"""

from __future__ import annotations

from typing import Any

from convert.kit.math.characters import plain_characters

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def formula_text(element: Any) -> str:
    """The characters of a formula, or of a part of one."""
    return plain_characters(_read(element))


def _read(element: Any) -> str:
    name = element.tag.removeprefix(_M)
    match name:
        case "t":
            return element.text or ""
        case "d":
            edges = _said(element, "begChr", "("), _said(element, "endChr", ")")
            return edges[0] + _said(element, "sepChr", "|").join(map(_read, element.findall(f"{_M}e"))) + edges[1]
        case "nary":
            return _said(element, "chr", "∫") + _inside(element)
        case "acc":
            return _inside(element) + _said(element, "chr", "\u0302")
        case "bar":
            return _inside(element) + ("¯" if _said(element, "pos", "bot") == "top" else "_")
        case "groupChr":
            return _inside(element) + _said(element, "chr", "⏟")
        case "rad":
            return "".join(map(_read, (*element.iterfind(f"{_M}e"), *element.iterfind(f"{_M}deg"))))
        case _:
            return "" if name.endswith("Pr") else _inside(element)


def _inside(element: Any) -> str:
    return "".join(_read(child) for child in element if isinstance(child.tag, str))


def _said(element: Any, name: str, default: str) -> str:
    """What a property says; "" where it is there and says nothing."""
    found = element.find(f"{_M}{element.tag.removeprefix(_M)}Pr/{_M}{name}")
    return default if found is None else found.get(f"{_M}val", "")
