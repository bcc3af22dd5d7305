"""The package of an EPUB (EPUB 3.3 §5): its content documents, its navigation, what it says of itself."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from convert.kit.archive import Archive
from convert.kit.xml import parse_xml

OPS = "{http://www.idpf.org/2007/ops}"


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """An entry of a navigation: its `kind` (toc, page-list, landmarks), how deep it stands (from 1), text, target."""

    kind: str
    level: int
    text: str
    href: str


def documents(data: bytes) -> Iterator[tuple[str, Any, str]]:
    """The content documents of the spine, navigation left out: each by its file, as its tree, names without their
    namespace, with the CSS it links to."""
    book = Archive(data, None)
    package, folder = _package(book)
    items = {item.get("id"): item for item in package.iterfind(".//{*}manifest/{*}item")}
    for entry in package.iterfind(".//{*}spine/{*}itemref"):
        item = items.get(entry.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        file = posixpath.normpath(posixpath.join(folder, unquote(item.get("href"))))
        root = _plain(book.read(file))
        links = [unquote(link.get("href", "")) for link in root.iterfind(".//link") if link.get("rel") == "stylesheet"]
        sheets = (posixpath.normpath(posixpath.join(posixpath.dirname(file), link)) for link in links)
        own = [style.text or "" for style in root.iterfind(".//head/style")]
        linked = [book.read(sheet).decode("utf-8", "replace") for sheet in sheets if sheet in book]
        yield file, root, "\n".join((*linked, *own))


def target_of(href: str, file: str) -> tuple[str, str]:
    """The file and the id that an address in `file` leads to."""
    path, _, id = href.partition("#")
    return (posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file), id


def read_navigation(data: bytes) -> list[NavigationEntry]:
    """The entries of all navigations of the book, in order."""
    book = Archive(data, None)
    package, folder = _package(book)
    items = package.iterfind(".//{*}manifest/{*}item")
    href = next(item.get("href") for item in items if "nav" in (item.get("properties") or "").split())
    root = _plain(book.read(posixpath.join(folder, href)))
    return [
        NavigationEntry(
            nav.get(f"{OPS}type", ""), sum(1 for _ in link.iterancestors("li")), _words(link), link.get("href")
        )
        for nav in root.iter("nav")
        for link in nav.iter("a")
    ]


def read_metadata(data: bytes) -> dict[str, str]:
    """Dublin Core elements as `dc:title`, meta properties by their names, those that refine another as
    `creator role` (the refined element's name first). Several values of one property stand on lines."""
    package, _ = _package(Archive(data, None))
    found: dict[str, str] = {}
    entries = list(package.find("{*}metadata"))
    names = {entry.get("id"): entry.tag.rpartition("}")[2] for entry in entries if entry.get("id")}
    for entry in entries:
        local = entry.tag.rpartition("}")[2]
        name = f"dc:{local}" if entry.prefix == "dc" else entry.get("property", local)
        if entry.get("refines"):
            name = f"{names.get(entry.get('refines')[1:], '')} {name}"
        found[name] = f"{found[name]}\n{entry.text}" if name in found else entry.text or ""
    return found


def _package(book: Archive) -> tuple[Any, str]:
    """The root of the package document and the folder it is in."""
    file = parse_xml(book.read("META-INF/container.xml"), None).find(".//{*}rootfile").get("full-path")
    return parse_xml(book.read(file), None), posixpath.dirname(file)


def _plain(page: bytes) -> Any:
    """The tree of a page, names without their namespace."""
    from lxml import etree

    root = parse_xml(page, None, mend=True, doctype="passed")
    if root is None:
        return etree.Element("html")
    for each in root.iter(etree.Element):
        each.tag = etree.QName(each).localname
    return root


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
