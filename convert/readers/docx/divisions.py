"""Divisions: what Word knows of blocks that belong together, from a web page or from us (ISO/IEC 29500-1, 17.15.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convert.diagnostics import Pos
from convert.model import Block, Figure, Group, Para, Quote, replace
from convert.readers.docx.tags import ID, VAL, is_on, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.readers.docx.package import Package

_DIVISION, _QUOTED, _CHILDREN, _VARIABLE = w("div"), w("blockQuote"), w("divsChild"), w("docVar")
_NAME = "division "
"""What the names of document variables begin with that tell a division's role (17.15.1.32)."""
_FIGURE = "figure"  # the role of one that is a figure
_DEEPEST = 40


class Division(NamedTuple):
    """A quotation, or a group with a role."""

    number: str
    quoted: bool
    role: str

    def around(self, blocks: tuple[Block, ...], pos: Pos | None) -> Block:
        """The blocks in it."""
        if self.quoted:
            return Quote(blocks, role=self.role, pos=pos)
        return _figure(blocks, pos) if self.role == _FIGURE else Group(blocks, role=self.role, pos=pos)


def _figure(blocks: tuple[Block, ...], pos: Pos | None) -> Figure:
    """A figure of several blocks; its caption is the last of them, and may have joined the picture before it."""
    match blocks:
        case (*above, Figure() as last):
            return replace(last, children=(*above, *last.children), pos=pos)
        case (*above, Para(role="caption", children=caption) as last):
            return Figure(tuple(above), caption, id=last.id, pos=pos)
        case _:
            return Figure(blocks, pos=pos)


class Divisions:
    """The divisions of one document that mean something; others are a web page's."""

    def __init__(self, package: Package) -> None:
        settings = package.root(package.main, "settings")
        self._roles = {
            variable.get(w("name"), "").removeprefix(_NAME): variable.get(VAL, "")
            for variable in (settings.iter(_VARIABLE) if settings is not None else ())
            if variable.get(w("name"), "").startswith(_NAME)
        }
        self._paths: dict[str, tuple[Division, ...]] = {}
        root = package.root(package.main, "webSettings")
        for top in root.iterchildren(w("divs")) if root is not None else ():
            self._read(top, ())

    def path(self, number: str) -> tuple[Division, ...]:
        """The divisions that something stands in, the outermost first."""
        return self._paths.get(number, ())

    def _read(self, container: Element, path: tuple[Division, ...]) -> None:
        for element in container.iterchildren(_DIVISION):
            number, mark = element.get(ID, ""), element.find(_QUOTED)
            division = Division(number, mark is not None and is_on(mark), self._roles.get(number, ""))
            means = (division.quoted or division.role) and len(path) < _DEEPEST
            self._paths[number] = own = (*path, division) if means else path
            for below in element.iterchildren(_CHILDREN):
                self._read(below, own)
