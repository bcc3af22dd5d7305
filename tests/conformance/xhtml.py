"""XHTML of two writers made alike: ours for books, and the expected HTML of the Markdown specifications.

What the book's writer does by design and the specifications do not ask for is taken away: sections around headings,
classes, names, sizes, columns' widths, colours of code; `p` in cells and in items; figures around pictures; `s` for `del`; links to nowhere, which are
spans; headings' levels without gaps; characters that no class name can have. White space counts as in a browser. Whether
a list is tight, and the levels of headings, are to be compared in the model itself (`tightness`, `levels`).
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html

from convert.diagnostics import Report
from convert.layout.pictures import Gallery
from convert.model import Document, Heading, Image, List, Media, Node, Para
from convert.model.walk import nodes
from convert.passes.lowering import lower
from convert.style.compute import read_sheet
from convert.writers.epub.blocks import BlockMarkup
from convert.writers.epub.inlines import InlineMarkup
from convert.writers.epub.ledger import Ledger
from convert.writers.epub.markup import css_name
from convert.writers.epub.pagelist import PageMarks
from tests.specimens import picture

_KEPT = {"a": ("href", "title"), "img": ("src", "alt", "title"), "ol": ("start",), "td": ("align",), "th": ("align",)}
_BLOCKS = frozenset({"blockquote", "body", "dd", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "table", "tbody", "td", "th", "thead", "tr", "ul"})  # fmt: skip
_EDGE = "\ue002"  # where a paragraph without a tag of its own begins or ends
_UNWRAPPED = frozenset({"section", "figure", "div"})


class _Addresses(Ledger):
    """Leaves the addresses of pictures and places as the document has them."""

    def picture(self, key: str, media_type: str, data: bytes) -> str:
        return key

    def link(self, target: str, pos: Any) -> str:
        return f"#{target}"


def printed(document: Document, report: Report) -> str:
    """The body that the book's writer makes of a document, in which every picture can be had."""
    keys = [node.media for node in nodes(document) if isinstance(node, Image)]
    media = {key: document.media.get(key) or Media("image/png", picture()) for key in keys}
    sheet = read_sheet("gbt9704")
    document = lower(Document(document.blocks, document.meta, media), sheet, report)
    ledger = _Addresses(report)
    pictures = Gallery(media, report, lambda: None)  # type: ignore[arg-type, return-value]
    inlines = InlineMarkup(document, sheet, ledger, pictures, lambda id: "1", PageMarks(()))
    body = BlockMarkup(sheet, ledger, inlines, titled=False).document(document.blocks, "a.xhtml")
    return next(ledger.settle([body]))


def ours_alike(body: str) -> str:
    """The book's XHTML in the common form."""
    root = etree.fromstring(f'<body xmlns:epub="e">{body}</body>')
    for added in list(root.iter("figcaption", "colgroup")):
        added.getparent().remove(added)
    for item in root.iter("li"):
        if {"checked", "unchecked"} & set((item.get("class") or "").split()):
            item.insert(0, etree.Element("input"))
            item[0].set("checked", "checked" if "checked" in item.get("class").split() else "")
    for code in root.iterfind(".//pre/code"):
        etree.strip_tags(code, "span")  # colours
        code.text = f"{code.text}\n" if code.text else None
    for cell in root.iter("td", "th"):
        aligns = re.findall(r"align-(\w+)", cell.get("class") or "")
        cell.set("align", aligns[0] if aligns else "")
    return _alike(root)


def theirs_alike(expected: str) -> str:
    """The expected HTML in the common form."""
    root = html.document_fromstring(f"<html><body>{expected}</body></html>").body
    level = _Levels()
    for element in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        element.tag = f"h{level.without_gaps(int(element.tag[1]))}"
    for link in root.iter("a"):
        if not link.get("href"):
            link.tag = "span"
    for code in root.iterfind(".//pre/code[@class]"):
        code.set("class", f"language-{css_name(code.get('class').removeprefix('language-'))}")
    for field in root.iter("input"):
        field.set("checked", "checked" if field.get("checked") is not None else "")
    return _alike(root)


class _Levels:
    """Headings' levels as the book has them: without gaps."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def without_gaps(self, level: int) -> int:
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return len(self._open)


def _alike(root: Any) -> str:
    pieces: list[str] = []
    _write(root, pieces, pre=False)
    text = re.sub(rf"(<br>|<input[^>]*>)[\s{_EDGE}]+", r"\1", "".join(pieces))
    blocks = "|".join(_BLOCKS)
    text = re.sub(rf"[\s{_EDGE}]*(</?(?:{blocks})\b[^>]*>)[\s{_EDGE}]*", r"\1", text)
    text = re.sub(rf"\s*{_EDGE}[\s{_EDGE}]*", "¶", text)
    return text.replace("\ue000", "\n").replace("\ue001", " ")


def _write(element: Any, pieces: list[str], *, pre: bool) -> None:
    if not isinstance(element.tag, str):
        return  # a comment
    tag = {"del": "s"}.get(element.tag, element.tag)
    in_place = element.tag == "p" and element.getparent().tag in ("li", "td", "th")
    shown = not in_place and tag not in _UNWRAPPED and tag != "body"
    pre = pre or tag == "pre"
    if shown:
        names = [
            *_KEPT.get(tag, ()),
            *(["class"] if tag == "code" and pre else []),
            *(["checked"] if tag == "input" else []),
        ]
        values = [
            f'{name}="{" ".join(element.get(name).split())}"'
            for name in names
            if element.get(name) and _means(tag, name, element)
        ]
        pieces.append(f"<{' '.join([tag, *values])}>")
    elif in_place:
        pieces.append(_EDGE)
    _text(element.text, pieces, pre)
    for child in element:
        _write(child, pieces, pre=pre)
        _text(child.tail, pieces, pre)
    if in_place:
        pieces.append(_EDGE)
    elif shown and tag not in ("br", "hr", "img", "input"):
        if pre and tag == "code" and pieces[-1].endswith("\ue000"):
            pieces[-1] = pieces[-1][:-1]
        pieces.append(f"</{tag}>")


def _means(tag: str, name: str, element: Any) -> bool:
    return not (tag == "ol" and element.get(name) == "1")


def _text(text: str | None, pieces: list[str], pre: bool) -> None:
    if not text:
        return
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    pieces.append(
        re.sub("[ \n]", lambda c: "\ue000" if c[0] == "\n" else "\ue001", text) if pre else re.sub(r"[\n\t]", " ", text)
    )


def levels(document: Document) -> list[int]:
    """The levels of the headings."""
    return [node.level for node in nodes(document) if isinstance(node, Heading)]


def levels_of(expected: str) -> list[int]:
    """The levels of the headings in HTML."""
    return [int(level) for level in re.findall(r"<h([1-6])>", expected)]


def tightness(document: Document) -> list[bool | None]:
    """Of each list, whether it is tight; None where no item begins with words."""
    return [
        node.tight if any(_has_words(item.children) for item in node.items) else None
        for node in nodes(document)
        if isinstance(node, List)
    ]


def _has_words(children: tuple[Node, ...]) -> bool:
    return any(isinstance(child, Para) for child in children)


def tightness_of(expected: str) -> list[bool | None]:
    """The same in HTML: in a loose list the words of items are paragraphs."""
    root = html.document_fromstring(f"<html><body>{expected}</body></html>").body
    found: list[bool | None] = []
    for each in root.iter("ul", "ol"):
        items = each.findall("li")
        texts = [
            (item.text or "").strip() or any((c.tail or "").strip() or c.tag not in _BLOCKS for c in item)
            for item in items
        ]
        is_loose = any(item.find("p") is not None for item in items)
        found.append(False if is_loose else True if any(texts) else None)
    return found
