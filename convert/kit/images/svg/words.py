"""Words of a drawing that are HTML inside it, and the choices between them and others (SVG 1.1, 5.8 and 23)."""

from __future__ import annotations

import re

from lxml import etree

from convert.kit.images.svg.elements import SVG, cut

_LINES = frozenset(
    ("address", "blockquote", "br", "div", "dd", "dt", "h1", "h2", "h3", "h4", "li", "p", "pre", "td", "tr")
)
_LEADING = 1.2  # em


def put_words(element: etree._Element) -> bool:
    """Make text of HTML inside the drawing, centred lines: diagram editors write labels so. Where a `switch` has a text
    beside it, that gets the words, for it may be cut short or say nothing. Returns whether it says the same."""
    parent, lines = element.getparent(), _lines(element)
    beside = list(parent) if parent is not None and parent.tag == f"{{{SVG}}}switch" else []
    if not lines or len(beside) > 1:
        same = True
        for text in (other for other in beside if other.tag == f"{{{SVG}}}text" and lines):
            same = _lines(text) == lines
            if not same:
                _say(text, lines, "0em")
        cut(element)
        return same and bool(beside)
    x, y, width, height = (_number(element.get(key, "")) for key in ("x", "y", "width", "height"))
    transform = element.get("transform")
    element.attrib.clear()
    element.tag = f"{{{SVG}}}text"
    element.set("x", f"{x + width / 2:.6g}")
    element.set("y", f"{y + height / 2:.6g}")
    element.set("text-anchor", "middle")
    if transform:
        element.set("transform", transform)
    _say(element, lines, ".35em")
    return False


def _lines(element: etree._Element) -> list[str]:
    """The words in an element, cut where HTML begins a new line."""
    pieces: list[str] = []

    def gather(node: etree._Element) -> None:
        cut = isinstance(node.tag, str) and etree.QName(node).localname in _LINES
        pieces.append("\n" if cut else "")
        pieces.append(" ".join((node.text or "").split("\n")))
        for child in node:
            gather(child)
            pieces.append(" ".join((child.tail or "").split("\n")))
        pieces.append("\n" if cut else "")

    gather(element)
    return [line for line in (" ".join(line.split()) for line in "".join(pieces).split("\n")) if line]


def _say(text: etree._Element, lines: list[str], drop: str) -> None:
    """Give a text other words, its lines around where it stands. `drop`: how far below that the baseline of one lies."""
    for child in list(text):
        text.remove(child)
    text.text = lines[0] if len(lines) == 1 else None
    first = float(drop.removesuffix("em")) - (len(lines) - 1) / 2 * _LEADING
    text.set("dy", f"{first:.4g}em")
    if len(lines) > 1:
        for number, line in enumerate(lines):
            span = etree.SubElement(text, f"{{{SVG}}}tspan", x=text.get("x", "0"))
            span.text = line
            if number:
                span.set("dy", f"{_LEADING}em")


def choose(switch: etree._Element) -> None:
    """Make a group of a `switch` with the first of its children, if that asks for nothing (SVG 1.1, 5.8)."""
    if len(switch) and not {"requiredExtensions", "systemLanguage"} & set(switch[0].attrib):
        for other in list(switch)[1:]:
            switch.remove(other)
        switch.tag = f"{{{SVG}}}g"


def _number(text: str) -> float:
    match = re.match(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)", text)
    return float(match[0]) if match else 0.0
