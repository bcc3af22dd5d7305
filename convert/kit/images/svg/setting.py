"""A drawing made independent of where it is shown: its style written into its elements, its letters set as outlines."""

from __future__ import annotations

from lxml import etree

from convert.kit.images.svg.lettering import Lettering
from convert.kit.images.svg.letters import set_letters
from convert.kit.images.svg.source import Drawing
from convert.kit.images.svg.stylesheet import flatten


def set_drawing(drawing: Drawing, lettering: Lettering) -> Drawing:
    """The drawing with outlines for letters, as far as its style sheets and texts are understood."""
    root = etree.fromstring(drawing.data)
    if not flatten(root):
        return drawing
    set_letters(root, lettering)
    return drawing._replace(data=etree.tostring(root, encoding="UTF-8", xml_declaration=True))
