"""Formulas as MathML that browsers show (MathML Core; EPUB 3.3 §6.1.4)."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from lxml import etree

from convert.kit.math.characters import MARKS, OVERLINE
from convert.kit.math.presentation import NAMESPACE, is_function

_THIN = "0.167em"
_FRAME = "framed"
_WIDE = {"ˆ": MARKS["ˆ"], "˜": MARKS["˜"], "¯": OVERLINE, "_": "_"}
"""What grows, in browsers and in the face, with what it stands over."""
_SCRIPTS = frozenset({"msub", "msup", "msubsup", "munder", "mover", "munderover"})


def formula(root: Any, alternative: str, attributes: dict[str, str]) -> str:
    """The element of a formula in the plain form, `root`, which is changed. `alternative`: what it is read out as where MathML is not known."""
    for row in list(root.iter()):
        if row.tag in ("math", "mrow", "mtd", "msqrt"):
            _set_functions_apart(row)
    for each in list(root.iter("menclose")):
        if each.get("notation") == "box":  # MathML Core has no frames
            each.tag, each.attrib["class"] = "mrow", _FRAME
            del each.attrib["notation"]
    for each in root.iter("mover", "munder"):
        if each[1].text in _WIDE and len("".join(each[0].itertext())) > 1:
            each[1].text = _WIDE[each[1].text]
            each[1].set("stretchy", "true")
    for each in root.iter("mtext"):
        each.text = _with_edges(each.text or "")
    for name, value in attributes.items():
        if value:
            root.set(name, value)
    root.set("alttext", alternative)
    markup = etree.tostring(root, encoding="unicode", with_tail=False)
    return str(markup).replace("<math", f'<math xmlns="{NAMESPACE}"', 1)


def _set_functions_apart(row: Any) -> None:
    """Put a thin space between the name of a function and a letter or a number beside it, as TeX does."""
    children = list(row)
    for before, after in pairwise(children):
        if (_names(before) or _names(after)) and "mspace" not in (before.tag, after.tag) and _is_plain(before, after):
            before.addnext(etree.Element("mspace", {"width": _THIN}))


def _names(element: Any) -> bool:
    return is_function(element[0] if element.tag in _SCRIPTS else element)


def _is_plain(before: Any, after: Any) -> bool:
    """Whether both are letters, numbers or what is made of them: operators make their own room."""
    return "mo" not in (before.tag, after.tag)


def _with_edges(text: str) -> str:
    """A text whose white space at its ends counts."""
    start, end = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    return "\xa0" * start + text.strip(" ") + "\xa0" * (end if text.strip(" ") else 0)
