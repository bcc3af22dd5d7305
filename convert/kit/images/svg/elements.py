"""Names of an SVG drawing's elements and attributes, and how one is taken out."""

from __future__ import annotations

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"


def cut(element: etree._Element) -> None:
    """Take an element out with all in it, but not the text behind it."""
    parent = element.getparent()
    assert parent is not None
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
