"""The elements of an EPUB's content documents, each with what CSS makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from convert.measure.epub.cascade import INITIAL, SIDES, Styles, cascade, computed, read_faces
from convert.measure.epub.package import OPS, documents

_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "pre", "caption", "figcaption"})


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
    of the elements it stands in, the nearest last. `faces`: what the book's own font families stand for, by family."""

    name: str
    attributes: dict[str, str]
    text: str
    styles: dict[str, str]
    before: dict[str, str]
    size: float
    within: tuple[str, ...]
    faces: dict[str, tuple[str, ...]]

    @property
    def families(self) -> list[str]:
        """The font stack, quotes taken off; in the place of a family of the book's own what it stands for."""
        return [name for family in _families(self.styles) for name in self.faces.get(family, (family,))]

    @property
    def margins(self) -> dict[str, str]:
        """The margins by side."""
        return {side: self.styles.get(f"margin-{side}", "0") for side in SIDES}

    @property
    def rules(self) -> dict[str, str]:
        """The widths of its borders by side; whether they are drawn `border-style` says."""
        return {side: self.styles.get(f"border-{side}-width", "0") for side in SIDES}


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
        reading = _Reading(cascade(root, css), cascade(root, css, "before"), read_faces(css))
        body = root.find("body")
        found += reading.elements(body, INITIAL, 1.0, ()) if body is not None else ()
    return found


class _Reading:
    """What is declared in one content document: for its elements, before them, and its font families."""

    def __init__(self, styles: Styles, before: Styles, faces: dict[str, tuple[str, ...]]) -> None:
        self._styles, self._before, self._faces = styles, before, faces

    def elements(
        self, element: Any, inherited: dict[str, str], size: float, within: tuple[str, ...]
    ) -> Iterator[Element]:
        """An element whose parent has these styles and this size, and all in it."""
        own = self._styles.get(element, {})
        now = computed(own, inherited)
        size = _size(own.get("font-size", ""), size)
        attributes = {str(key).replace(OPS, "epub:").rpartition("}")[2]: value for key, value in element.attrib.items()}
        text, before = "".join(element.itertext()), self._before.get(element, {})
        yield Element(element.tag, attributes, text, now, before, size, within, self._faces)
        passed_on = {name: value for name, value in now.items() if name in INITIAL}
        for child in element:
            if isinstance(child.tag, str):
                yield from self.elements(child, passed_on, size, (*within, element.tag))


_SIZE = re.compile(r"(\d*+\.\d++|\d++)(em|rem|%|px|pt)")
_OF_BOOK = {"rem": 1.0, "px": 16.0, "pt": 12.0}  # how many make the book's own size


def _size(said: str, inherited: float) -> float:
    """A size of characters in times the book's own; what is said in words is taken for the inherited one."""
    found = _SIZE.fullmatch(said)
    if not found:
        return inherited
    number, unit = float(found[1]), found[2]
    if unit in _OF_BOOK:
        return number / _OF_BOOK[unit]
    return inherited * (number / 100 if unit == "%" else number)


def _families(styles: dict[str, str]) -> list[str]:
    return [family.strip().strip("\"'") for family in styles["font-family"].split(",")]
