"""Finished EPUB files, anybody's, back to facts: the text in reading order, and how CSS makes each block look.

Read with lxml, tinycss2 and cssselect (optional dependencies, see the extra `measure`). The cascade knows what such
books use: selectors with their specificity, order, inheritance. Media queries are taken not to match.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from convert.kit.math.characters import plain_characters
from convert.measure.epub.markers import marker, read_counter_styles

_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "pre", "caption", "figcaption"})
_OPS = "{http://www.idpf.org/2007/ops}"
_INITIAL = {"font-family": "", "line-height": "normal", "text-align": "start", "text-indent": "0", "color": "#000000"}
"""Initial values of the properties that are inherited."""


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
        return [family.strip().strip("\"'") for family in self.styles["font-family"].split(",")]


def read_text(data: bytes) -> str:
    """The text of the content documents in the order of the spine, a line for each document, lists with their markers;
    navigation left out."""
    return "\n".join(_marked(root, css) for root, css in _documents(data))


def read_blocks(data: bytes) -> list[Block]:
    """All blocks of text in reading order with their looks."""
    return [
        block
        for root, css in _documents(data)
        for block in _blocks(root.find("body"), _cascade(root, css), _INITIAL, 1.0)
    ]


def _marked(root: Any, css: str) -> str:
    """The text of a content document, the marker of each list item before it, footnotes where their marks are."""
    from lxml import etree

    _bring_notes_home(root)
    for formula in root.iter("math"):
        for each in formula.iter(etree.Element):
            each.text = plain_characters(each.text or "")
    cascade, styles = _cascade(root, css), read_counter_styles(css)
    for item in root.iter("li"):
        item.text = f"{marker(item, cascade, styles)}\t{item.text or ''}"
    return "".join(root.find("body").itertext())


def _bring_notes_home(root: Any) -> None:
    """Move each footnote of a document right behind the mark that refers to it."""
    notes = {note.get("id"): note for note in root.iter("aside") if note.get(f"{_OPS}type") == "footnote"}
    for mark in list(root.iter("a", "span")):
        note = (
            notes.pop((mark.get("href") or "").removeprefix("#"), None)
            if mark.get(f"{_OPS}type") == "noteref"
            else None
        )
        if note is not None:
            note.getparent().remove(note)
            note.tail, mark.tail = mark.tail, ""
            mark.addnext(note)


def _documents(data: bytes) -> Iterator[tuple[Any, str]]:
    """The content documents of the spine, names without their namespace, each with the CSS it links to."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        container = etree.fromstring(book.read("META-INF/container.xml"), parser)
        package_file = container.find(".//{*}rootfile").get("full-path")
        package = etree.fromstring(book.read(package_file), parser)
        items = {item.get("id"): item for item in package.iterfind(".//{*}manifest/{*}item")}
        for entry in package.iterfind(".//{*}spine/{*}itemref"):
            item = items[entry.get("idref")]
            if "nav" in (item.get("properties") or "").split():
                continue
            file = posixpath.join(posixpath.dirname(package_file), item.get("href"))
            root = etree.fromstring(book.read(file), parser)
            for each in root.iter(etree.Element):
                each.tag = etree.QName(each).localname
            links = (link.get("href") for link in root.iterfind(".//link") if link.get("rel") == "stylesheet")
            sheets = (posixpath.normpath(posixpath.join(posixpath.dirname(file), link)) for link in links)
            yield root, "\n".join(book.read(sheet).decode("utf-8") for sheet in sheets)


def _cascade(root: Any, css: str) -> dict[Any, dict[str, str]]:
    """What a style sheet declares for each element: the more specific, then the later rule wins (CSS Cascading 4 §6)."""
    import tinycss2
    from cssselect import GenericTranslator, parse

    rules: list[tuple[tuple[int, int, int], str, dict[str, str]]] = []
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            found = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
            declared = {d.lower_name: tinycss2.serialize(d.value).strip() for d in found if d.type == "declaration"}
            for selector in parse(tinycss2.serialize(rule.prelude)):
                if selector.pseudo_element:  # what it makes is none of the document's elements
                    continue
                rules.append((selector.specificity(), GenericTranslator().selector_to_xpath(selector), declared))
    styles: dict[Any, dict[str, str]] = {}
    for _, path, declared in sorted(rules, key=lambda rule: rule[0]):
        for element in root.xpath(path):
            styles.setdefault(element, {}).update(declared)
    return styles


def _blocks(
    element: Any, cascade: dict[Any, dict[str, str]], inherited: dict[str, str], size: float
) -> Iterator[Block]:
    """The blocks of text in an element whose parent has these styles and this size."""
    own = cascade.get(element, {})
    styles = inherited | {name: value for name, value in own.items() if value != "inherit"}
    if own.get("font-size", "").endswith("em"):
        size *= float(own["font-size"].removesuffix("em"))
    if element.tag in _BLOCKS:
        yield Block(element.tag, "".join(element.itertext()).strip(), size, styles)
        return
    passed_on = {name: value for name, value in styles.items() if name in _INITIAL}
    for child in element:
        if isinstance(child.tag, str):
            yield from _blocks(child, cascade, passed_on, size)
