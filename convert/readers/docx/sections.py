"""Sections: pages across (landscape), headers and footers (ISO/IEC 29500-1, 17.6, 17.10)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convert.model import Block, Group, Image, PageBreak
from convert.model.nodes import Heading, Para
from convert.model.walk import nodes, plain
from convert.readers.docx.alternates import choose_alternates
from convert.readers.docx.changes import resolve_changes
from convert.readers.docx.story import Story
from convert.readers.docx.tags import R_ID, number, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.readers.docx.book import Book

_HEADER, _FOOTER, _PAGE = w("headerReference"), w("footerReference"), w("pgSz")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［（(【]\s*\d{4}\s*[〕\]］）)】]\s*第?\s*\d+\s*号")
_ISSUER = re.compile(r"([\u4e00-\u9fff ·]{4,40}?)\s*文\s*件")
_PAGE_NUMBER = re.compile(r"[\s\d\-—–·/.|第页共頁of]*|page\s*\d*(\s*of\s*\d*)?", re.IGNORECASE)
_SHOWN = 60  # characters of words that a message quotes


def joined(sections: list[tuple[tuple[Block, ...], Element | None]]) -> tuple[Block, ...]:
    """The blocks of all sections: pages across as groups, where others stand upright; new pages where sections begin
    on one."""
    across = [_is_landscape(properties) for _, properties in sections]
    mixed = any(across) and not all(across)
    blocks: list[Block] = []
    for number_, ((content, properties), landscape) in enumerate(zip(sections, across, strict=True)):
        if not content:
            continue
        if mixed and landscape:
            blocks.append(Group(content, role="landscape", pos=content[0].pos))
            continue
        begins_page = number_ > 0 and value(properties, w("type")) not in ("continuous", "nextColumn")
        if begins_page and blocks and not isinstance(blocks[-1], PageBreak | Group) and not _breaks(content):
            blocks.append(PageBreak(pos=content[0].pos))
        blocks += content
    return tuple(blocks)


def _breaks(content: tuple[Block, ...]) -> bool:
    return isinstance(content[0], PageBreak)


def _is_landscape(properties: Element | None) -> bool:
    size = properties.find(_PAGE) if properties is not None else None
    if size is None:
        return False
    width, height = number(size.get(w("w"))), number(size.get(w("h")))
    return size.get(w("orient")) == "landscape" if not (width and height) else width > height


def read_heads(book: Book, properties: list[Element | None]) -> dict[str, str]:
    """Issuer and document number, where headers or footers have them; whatever else they say is reported."""
    found: dict[str, str] = {}
    told: set[str] = set()
    for section in properties:
        for reference in section.iterchildren(_HEADER, _FOOTER) if section is not None else ():
            relation = book.package.relations(book.package.main).get(reference.get(R_ID, ""))
            if relation is None or relation.external or relation.target in told:
                continue
            told.add(relation.target)
            for line in _lines(book, relation.target):
                _take(line, found, told, book, "header" if reference.tag == _HEADER else "footer")
    return found


def _take(line: str, found: dict[str, str], told: set[str], book: Book, place: str) -> None:
    number_ = _NUMBER.search(line)
    issuer = _ISSUER.fullmatch(line.strip())
    if number_ and "number" not in found:
        found["number"] = number_[0]
    elif issuer and "issuers" not in found:
        found["issuers"] = re.sub(r"\s+", "", issuer[1])
    elif line not in told:
        told.add(line)
        book.report.add("docx-header-dropped", place=place, text=line[:_SHOWN])


def _lines(book: Book, part: str) -> list[str]:
    """The lines of a header, page numbers left out."""
    root = book.package.xml(part)
    if root is None:
        return []
    choose_alternates(root)
    resolve_changes(root, book.changes, book.report)
    blocks = Story(book, part, root, "header, ").blocks(root)
    lines = [plain(node) for node in nodes(blocks) if isinstance(node, Para | Heading)]
    lines += ["[picture]" for node in nodes(blocks) if isinstance(node, Image)]
    return [line.strip() for line in lines if line.strip() and not _PAGE_NUMBER.fullmatch(line.strip())]
