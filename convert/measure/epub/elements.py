"""The elements of an EPUB's content documents, each with what CSS makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from convert.measure.epub.cascade import INITIAL, Styles, cascade, computed
from convert.measure.epub.package import OPS, documents

_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "pre", "caption", "figcaption"})
_SIDES = ("top", "right", "bottom", "left")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text: its element's name, its text without white space at the ends, its computed declarations.

    `size`: of its text, in times the book's own size. `families`: the font stack.
    """

    name: str
    text: str
    size: float
    styles: dict[str, str]

    @property
    def families(self) -> list[str]:
        """The font stack, quotes taken off."""
        return _families(self.styles)


@dataclass(frozen=True, slots=True)
class Element:
    """Any element: its name, its attributes (`epub:type` by that name, others without namespace), its text, its computed
    declarations and those of what is generated `before` it, the `size` of its text in times the book's own, the names
    of the elements it stands in, the nearest last."""

    name: str
    attributes: dict[str, str]
    text: str
    styles: dict[str, str]
    before: dict[str, str]
    size: float
    within: tuple[str, ...]

    @property
    def families(self) -> list[str]:
        """The font stack, quotes taken off."""
        return _families(self.styles)

    @property
    def margins(self) -> dict[str, str]:
        """The margins by side, as the shorthand gives them (CSS Box 4 §3.2)."""
        given = self.styles.get("margin", "0").split()
        return dict(zip(_SIDES, (*given, *_missing(given)), strict=True))


def read_blocks(data: bytes) -> list[Block]:
    """All blocks of text in reading order with their looks."""
    return [
        Block(name=each.name, text=each.text.strip(), size=each.size, styles=each.styles)
        for each in read_elements(data)
        if each.name in _BLOCKS and _BLOCKS.isdisjoint(each.within)
    ]


def read_elements(data: bytes) -> list[Element]:
    """All elements in the bodies of the content documents, in reading order."""
    found: list[Element] = []
    for _, root, css in documents(data):
        found += _elements(root.find("body"), cascade(root, css), cascade(root, css, "before"), INITIAL, 1.0, ())
    return found


def _elements(
    element: Any, styles: Styles, before: Styles, inherited: dict[str, str], size: float, within: tuple[str, ...]
) -> Iterator[Element]:
    """An element whose parent has these styles and this size, and all in it."""
    own = styles.get(element, {})
    now = computed(own, inherited)
    if own.get("font-size", "").endswith("em"):
        size *= float(own["font-size"].removesuffix("em"))
    attributes = {str(key).replace(OPS, "epub:").rpartition("}")[2]: value for key, value in element.attrib.items()}
    text = "".join(element.itertext())
    yield Element(element.tag, attributes, text, now, before.get(element, {}), size, within)
    passed_on = {name: value for name, value in now.items() if name in INITIAL}
    for child in element:
        if isinstance(child.tag, str):
            yield from _elements(child, styles, before, passed_on, size, (*within, element.tag))


def _missing(given: list[str]) -> tuple[str, ...]:
    """The values that a shorthand for four sides leaves out."""
    match given:
        case [one]:
            return one, one, one
        case [top, side]:
            return top, side
        case [_, side, _]:
            return (side,)
        case _:
            return ()


def _families(styles: dict[str, str]) -> list[str]:
    return [family.strip().strip("\"'") for family in styles["font-family"].split(",")]
