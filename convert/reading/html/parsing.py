"""HTML text to a tree of lxml elements, as a browser builds it (lexbor, by way of selectolax, follows the HTML standard).

Four things are added. Every element knows where its tag begins in the text. No element stands deeper than
`DEEPEST`: below that, as in Chromium, children become siblings. MathML elements stand in their namespace. And what is
never closed is not opened again without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from convert.kit.characters import clean, is_clean
from convert.reading.html.formatting import close_formatting

DEEPEST = 150
"""Levels of elements; pages have fewer than 60. Reading them recurses."""

MATHML = "{http://www.w3.org/1998/Math/MathML}"

_MATHML_NAMES = {None: MATHML[1:-1]}
_AT = "\ufdd0"  # a noncharacter: no text has it once its controls are gone
_ENDS = {0x0B: "\u2028", 0x0C: " "}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_TAG = re.compile(
    r"(?!(?:(?<=<br>)|(?<=<br/>)|(?<=<br />))<br[\s/>])<[A-Za-z][^\s/>]*", re.IGNORECASE
)  # of line breaks right behind each other the first: pages can be full of them
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{4000,}>")
_MOST_ATTRIBUTES = 1000
_MARK = re.compile(f" {_AT}=\\d+ ")
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def parse(text: str) -> tuple[Any, int]:
    """The `html` element of a page or a fragment, and how many levels were beyond DEEPEST.

    The attribute `_at` of an element is the character at which its tag begins in `text`; elements that the text has
    no tag for have none, nor have line breaks right behind others. Characters that no text has (controls, noncharacters) are left out.
    """
    clean = _LONG_TAG.sub(_shortened, _CONTROL.sub(lambda c: " " * len(c[0]), text))
    closed, lost = close_formatting(clean)
    marked = _TAG.sub(lambda tag: f"{tag[0]} {_AT}={tag.start()} ", closed)
    root = LexborHTMLParser(marked).root
    assert root is not None
    top, beyond = _built(root)
    return top, max(beyond, int(lost > 0))


def _shortened(tag: re.Match[str]) -> str:
    """A tag without its attributes, where it has thousands: lexbor compares each with all others."""
    if len(tag[0].split(maxsplit=_MOST_ATTRIBUTES)) <= _MOST_ATTRIBUTES:
        return tag[0]
    return tag[0].split(maxsplit=1)[0].ljust(len(tag[0]) - 1) + ">"


def _built(root: Any) -> tuple[Any, int]:
    top = etree.Element("html", _attributes(root))
    open_ones, beyond = [top], 0
    last = [None]  # the last child of each: counting children takes lxml as long as they are many
    texts: list[str] = []  # since the last tag: comments may stand between them
    for node, depth, is_start in _steps(root):
        if node.tag == "-text":
            texts.append(_MARK.sub("", node.text_content or "")) if is_start else None
            continue
        if not _is_element(node):
            continue
        if texts:
            _append_text(open_ones[-1], last[-1], "".join(texts))
            texts = []
        if not is_start:
            if depth < DEEPEST:
                open_ones.pop()
                last.pop()
            continue
        parent = open_ones[-1]
        tag = _tag(node.tag, parent)
        names = _MATHML_NAMES if tag.startswith(MATHML) else None
        last[-1] = etree.SubElement(parent, tag, _attributes(node), names)
        beyond = max(beyond, depth - DEEPEST + 1)
        if depth < DEEPEST:
            open_ones.append(last[-1])
            last.append(None)
    _append_text(open_ones[-1], last[-1], "".join(texts))
    return top, beyond


def _steps(root: Any) -> Iterator[tuple[Any, int, bool]]:
    """Every node below the root with its depth, when it begins and, for elements, when it ends."""
    node, depth = root.child, 1
    while node is not None:
        yield node, depth, True
        if node.child is not None:
            node, depth = node.child, depth + 1
            continue
        if _is_element(node):
            yield node, depth, False
        while node.next is None:
            node, depth = node.parent, depth - 1
            if depth == 0:
                return
            yield node, depth, False
        node = node.next


def _is_element(node: Any) -> bool:
    return bool(node.tag) and not node.tag.startswith(("-", "!"))  # an instruction (<?php) may have no name


def _tag(name: str, parent: Any) -> str:
    name = name.lower()
    if not _NAME.fullmatch(name):
        return "span"  # <o:p>, <st1:date>: what is in it counts
    if name == "math" or (parent.tag.startswith(MATHML)):
        return MATHML + name
    return name


def _attributes(node: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in node.attributes.items():
        if name == _AT:
            found["_at"] = value
        elif _NAME.fullmatch(name) and name != "_at":
            found[name] = _legal(_MARK.sub("", value or ""))
    return found


def _legal(text: str) -> str:
    """Without what a reference (&#1;) may give and no element can hold; who read the text tells that. A form feed is white
    space in HTML; a vertical tab ends a line, as U+2028 does."""
    return text if is_clean(text) else clean(text.translate(_ENDS), None)


def _append_text(parent: Any, last: Any, text: str) -> None:
    text = _legal(text)
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text
