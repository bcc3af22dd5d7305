"""Small Word documents, made of the XML that a test is about."""

from __future__ import annotations

from datetime import UTC, datetime

from convert.diagnostics import Report
from convert.kit.ooxml import NAMESPACES, declarations
from convert.kit.packing import pack
from convert.model import Document
from convert.model.dump import dump
from convert.readers.docx import read
from convert.reading.source import Changes, Source

_PREFIXES = ("w", "r", "wp", "a", "pic", "m", "mc", "v", "o", "w14", "wps")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc00000000301010018dd8db00000000049454e44ae426082"
)
"""A picture of one red point."""


def root(name: str, content: str) -> bytes:
    """A part of WordprocessingML."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {declarations(*_PREFIXES)}>{content}</w:{name}>'.encode()


def relations(items: dict[str, tuple[str, str]]) -> bytes:
    """A relationships part: id → kind and target. A target with `:` is outside."""
    outside = ' TargetMode="External"'
    found = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"{outside * (":" in target)}/>'
        for key, (kind, target) in items.items()
    )
    return f'<Relationships xmlns="{NAMESPACES["rel"]}">{found}</Relationships>'.encode()


def package(body: str, refers: dict[str, tuple[str, str]] | None = None, /, **parts: str | bytes) -> bytes:
    """A document with this in its body. `parts`: the content of `styles`, `numbering` …, or with a name like
    `word_header1_xml` the whole part; `refers`: what the document refers to beside them, by id."""
    known = {name: content for name, content in parts.items() if name in _PARTS}
    refers = {**{name: (name, f"{name}.xml") for name in known}, **(refers or {})}
    members: list[tuple[str, bytes]] = [
        ("_rels/.rels", relations({"main": ("officeDocument", "word/document.xml"), **_PROPERTIES})),
        ("word/document.xml", root("document", f"<w:body>{body}</w:body>")),
        ("word/_rels/document.xml.rels", relations(refers)),
        *((f"word/{name}.xml", root(name, str(content))) for name, content in known.items()),
    ]
    for name, content in parts.items():
        if name not in known:
            path = name.replace("_", "/", name.count("_") - 1).replace("_", ".")
            members.append((path, content if isinstance(content, bytes) else content.encode()))
    return pack(members, datetime(2024, 1, 1, tzinfo=UTC))


_PROPERTIES = {
    "core": ("core-properties", "docProps/core.xml"),
    "custom": ("custom-properties", "docProps/custom.xml"),
}


def understood(data: bytes, changes: Changes = "accept") -> tuple[Document, Report]:
    """What the reader makes of a document, and what it finds."""
    report = Report()
    return read(Source(data, "case.docx", changes=changes), report), report


def dumped(body: str, changes: Changes = "accept", **parts: str | bytes) -> str:
    """The blocks of a document with this in its body, as `triptych inspect` prints them."""
    text = dump(understood(package(body, **parts), changes)[0])
    return "\n".join(line for line in text.splitlines() if not line.startswith(("meta ", "media ")))


def codes(body: str, **parts: str | bytes) -> list[str]:
    """The codes of what is found."""
    return [found.code for found in understood(package(body, **parts))[1].diagnostics]


def p(text: str = "", style: str = "", properties: str = "", content: str = "") -> str:
    """A paragraph: a text, or some content; with a style and other properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{r(text) if text else ''}{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    """A complex field with a result of runs."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{instruction}</w:instrText>'
        f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def style(id: str, name: str, content: str = "", kind: str = "paragraph", based_on: str = "") -> str:
    """A style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{base}{content}</w:style>'


def item(text: str, level: int = 0, number: int = 1, properties: str = "") -> str:
    """A numbered paragraph."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, properties=numbering + properties)


def level(depth: int, form: str, text: str, content: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{content}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*lists: str) -> str:
    """The part: a definition of these levels and a list of it, for each."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n, levels in enumerate(lists)
    )
    nums = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _ in enumerate(lists))
    return abstract + nums
