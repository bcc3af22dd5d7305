"""EPUB 3.3 by the standard's own checker, epubcheck: no error, no warning, no usage note."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from convert.kit.archive import unpack
from convert.kit.packing import pack
from convert.layout.composition import Composition
from convert.model import (
    Block,
    Column,
    Document,
    Figure,
    Group,
    Link,
    List,
    ListItem,
    Meta,
    PageBreak,
    Quote,
    Span,
    Table,
    Text,
)
from convert.model.build import heading, para
from convert.pipeline import write_document
from tests.conformance.validators import epubcheck_findings, needs_epubcheck
from tests.specimens import SENTENCE, composition, everything, letterhead, long_document, report_composition, sections

pytestmark = [pytest.mark.conformance, needs_epubcheck]


def chapters() -> Document:
    """Long enough to be cut into several files."""
    text = tuple(para(SENTENCE * 5) for _ in range(40))
    blocks: tuple[Block, ...] = ()
    for number in range(6):
        blocks += (heading(1, f"第{number}章"), *text)
    return Document(blocks, Meta(title="长文", lang="zh-Hans"))


def oddities() -> Document:
    """Names that are no XML names or clash with names of ours, languages and dates that are none, empty containers."""
    links = (Link((Text("此"),), f"#{name}") for name in ("title", "a²", "1:b"))
    blocks: tuple[Block, ...] = (
        para("标题", role="title"),
        heading(1, "一", id="title"), heading(1, "二", id="content-1"), heading(2, "三", id="a²"), heading(2, "", id="1:b"),
        para(*links, Span((Text("x"),), lang="no language")),
        List((), id="list"), List((ListItem((), (para("无术语"),)), ListItem((Text("术语"),)))), List((ListItem(),)),
        Table(()), Table((Column(),), (Text("表"),)), Quote(()), Group(()), Figure(()), para(""), PageBreak(), PageBreak(),
    )  # fmt: skip
    meta = Meta(title="标题", date="2025年13月45日", lang="中文", identifier="一 个 <号>")
    return Document(blocks, meta)


SPECIMENS: dict[str, Callable[[], Composition]] = {
    "report": report_composition,
    "everything": lambda: composition(everything()),
    "sections": lambda: composition(sections()),
    "letterhead": lambda: composition(letterhead()),
    "long": lambda: composition(long_document()),
    "chapters": lambda: composition(chapters()),
    "empty": lambda: composition(Document()),
    "oddities": lambda: composition(oddities()),
    "english": lambda: composition(Document((heading(1, "One"), para("Two.")), Meta(title="Report", lang="en-GB"))),
}


@pytest.mark.parametrize("name", SPECIMENS)
def test_epubcheck_finds_nothing(name: str, tmp_path: Path) -> None:
    assert epubcheck_findings(write_document(SPECIMENS[name](), "epub"), tmp_path) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("EPUB/content.opf", b"<dc:language>zh-Hans</dc:language>", b""),
        ("EPUB/content-1.xhtml", b"</p>", b"</q>"),
        ("EPUB/content-1.xhtml", b'href="content-1.xhtml#first"', b'href="content-9.xhtml#first"'),
        ("EPUB/style.css", b"fonts/face-1", b"fonts/face-0"),
        ("EPUB/nav.xhtml", b'epub:type="toc"', b""),
    ],
)
def test_epubcheck_finds_what_is_broken(file: str, old: bytes, new: bytes, tmp_path: Path) -> None:
    made = composition(everything())
    members = unpack(write_document(made, "epub"))
    assert old in members[file]
    members[file] = members[file].replace(old, new)
    assert epubcheck_findings(pack(members.items(), made.timestamp, frozenset({"mimetype"})), tmp_path) != []
