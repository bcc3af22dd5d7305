"""What the declarations of an element say of its looks, in the units of the facts."""

from __future__ import annotations

import re

from convert.checks.facts import TextAlign
from convert.checks.typefaces import is_latin, kind_of
from convert.measure.epub import Element

_EM = re.compile(r"(-?\d*\.?\d+)(em|rem|px|pt|%)?")
_PER_EM = {"em": 1.0, "rem": 1.0, "px": 16.0, "pt": 12.0}
_ALIGNMENTS: dict[str, TextAlign] = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "justify": "justify"}  # fmt: skip
_GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", ""})
_BOLD = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_COLOR = re.compile("#([0-9a-f]{6})|#([0-9a-f])([0-9a-f])([0-9a-f])")


def em(value: str | None) -> float | None:
    """A length in em; None for what is none (auto, a share of the line)."""
    found = _EM.fullmatch((value or "0").strip())
    if not found or found[2] == "%":
        return None
    return float(found[1]) / _PER_EM[found[2] or "em"] if found[2] or not float(found[1]) else None


def indents_of(element: Element) -> tuple[float | None, float | None, float | None]:
    """Where the first line begins, where the others do, what is left free at the right, in em of the element's text."""
    first, left, right = (
        em(element.styles.get("text-indent")),
        em(element.margins["left"]),
        em(element.margins["right"]),
    )
    return (first + left if first is not None and left is not None else None), left, right


def align_of(element: Element) -> TextAlign | None:
    """How its lines stand."""
    return _ALIGNMENTS.get(element.styles.get("text-align", "start"))


def face_of(element: Element) -> str:
    """The first face of its stack that Chinese characters can be set in, by its name; "" where none is named."""
    named = [name for name in element.families if name not in _GENERIC and "/" not in name]
    return next((name for name in named if kind_of(name) or not is_latin(name)), "")


def bold(element: Element) -> bool:
    """Whether its characters are bold."""
    return element.styles.get("font-weight", "normal") in _BOLD


def color_of(element: Element) -> str | None:
    """Its colour as `#rrggbb`; None where it is said otherwise."""
    found = _COLOR.fullmatch(element.styles.get("color", "").lower())
    if not found:
        return None
    return f"#{found[1]}" if found[1] else "#" + "".join(2 * found[n] for n in (2, 3, 4))
