"""The words that Word shows of a DOCX file, read from its XML without Triptych's reader, to judge that by.

They are the `w:t` of body, notes and text boxes that are neither deleted nor hidden (ECMA-376 part 1, 17.3.2.41 `vanish`,
17.13.5 revisions). Of two forms of one thing (`mc:AlternateContent`) one counts. What a table of contents stores of its
last layout counts apart.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

_OFF = {"0", "false", "off"}
_DELETED = {"del", "moveFrom"}
_NOTES = ("footnotes", "endnotes")


@dataclass
class Shown:
    """What is shown: `paragraphs` in the order of the file, and the entries of tables of contents."""

    paragraphs: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of it but tables of contents, without spaces."""
        return "".join("".join(self.paragraphs).split())


def shown_words(data: bytes) -> Shown:
    """What a file shows."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = _Package(archive)
        return _Reading(package).shown()


class _Package:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
        self.document = next(iter(self.related("", "officeDocument")), "word/document.xml")

    def part(self, path: str) -> Any:
        """The root of a part; an empty element where it is missing."""
        name = self._names.get(path.lower())
        if name is None:
            return etree.Element("none")
        parser = etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False)
        root = etree.fromstring(self._archive.read(name), parser)
        return etree.Element("none") if root is None else root

    def related(self, path: str, kind: str) -> list[str]:
        """The parts that a part has a relationship of that kind with."""
        folder, name = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        return [
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
            for relation in root
            if str(relation.get("Type", "")).rpartition("/")[2] == kind and relation.get("TargetMode") != "External"
        ]


class _Reading:
    def __init__(self, package: _Package) -> None:
        self._package = package
        self._styles: dict[str, Any] = {}
        for path in package.related(package.document, "styles"):
            for style in _each(package.part(path), "style"):
                self._styles[_attribute(style, "styleId")] = style
        self._shown = Shown()
        self._fields: list[str] = []  # the instructions of the fields that are open
        self._notes: list[tuple[str, str]] = []

    def shown(self) -> Shown:
        package = self._package
        self._walk(package.part(package.document))
        notes = {
            (kind, _attribute(note, "id")): note
            for kind in _NOTES
            for path in package.related(package.document, kind)
            for note in package.part(path)
            if _local(note) in ("footnote", "endnote")
        }
        for reference in dict.fromkeys(self._notes):
            if reference in notes:
                self._fields = []
                self._walk(notes[reference])
        return self._shown

    def _walk(self, root: Any) -> None:
        """In document order. An end of an element is marked by a pair with None."""
        stack: list[Any] = [root]
        while stack:
            element = stack.pop()
            name = _local(element)
            if name in _DELETED or name == "glossaryDocument":
                continue
            if name == "AlternateContent":
                stack += [branch] if (branch := _branch(element)) is not None else []
                continue
            if name == "p":
                self._shown.paragraphs.append("")
            elif name == "r" and self._is_hidden(element):
                self._follow_fields(element)
                continue
            elif name == "t":
                self._add(element.text or "")
            elif name in ("footnoteReference", "endnoteReference"):
                self._notes.append((f"{name.removesuffix('Reference')}s", _attribute(element, "id")))
            else:
                self._follow_field(element, name)
            stack.extend(reversed(element))

    def _add(self, text: str) -> None:
        contents = any(instruction.split()[:1] == ["TOC"] for instruction in self._fields)
        target = self._shown.contents if contents else self._shown.paragraphs
        if not target:
            target.append("")
        target[-1] += text

    def _follow_fields(self, run: Any) -> None:
        for element in run:
            self._follow_field(element, _local(element))

    def _follow_field(self, element: Any, name: str) -> None:
        if name == "fldChar":
            kind = _attribute(element, "fldCharType")
            if kind == "begin":
                self._fields.append("")
            elif kind == "end" and self._fields:
                self._fields.pop()
        elif name == "instrText" and self._fields:
            self._fields[-1] += element.text or ""

    def _is_hidden(self, run: Any) -> bool:
        """The run's own word, else its style's, else its paragraph's style's."""
        properties = _child(run, "rPr")
        own = _switch(properties, "vanish")
        if own is not None:
            return own
        paragraph = next((e for e in run.iterancestors() if _local(e) == "p"), None)
        styles = (_style(properties, "rStyle"), _style(_child(paragraph, "pPr"), "pStyle"))
        found = (self._vanishes(style) for style in styles)
        return next((hidden for hidden in found if hidden is not None), False)

    def _vanishes(self, name: str) -> bool | None:
        for _ in range(50):  # of styles based on styles
            style = self._styles.get(name)
            if style is None:
                return None
            hidden = _switch(_child(style, "rPr"), "vanish")
            if hidden is not None:
                return hidden
            name = _style(style, "basedOn")
        return None


def _branch(alternates: Any) -> Any:
    """The form that says something: the first choice that does, else the fallback."""
    branches = [branch for branch in alternates if _local(branch) in ("Choice", "Fallback")]
    return next(
        (branch for branch in branches if next(_each(branch, "t"), None) is not None), next(iter(branches), None)
    )


def _local(element: Any) -> str:
    """An element's name in WordprocessingML, transitional or strict, or in the compatibility namespace."""
    if not isinstance(element.tag, str):
        return ""
    namespace, _, name = element.tag.rpartition("}")
    return name if "wordprocessingml/" in namespace or "markup-compatibility" in namespace else ""


def _each(root: Any, name: str) -> Iterator[Any]:
    return (element for element in root.iter() if _local(element) == name)


def _child(element: Any, name: str) -> Any:
    return None if element is None else next((child for child in element if _local(child) == name), None)


def _attribute(element: Any, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _style(properties: Any, name: str) -> str:
    found = _child(properties, name)
    return "" if found is None else _attribute(found, "val")


def _switch(properties: Any, name: str) -> bool | None:
    found = _child(properties, name)
    return None if found is None else _attribute(found, "val").lower() not in _OFF
