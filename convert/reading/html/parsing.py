"""HTML text to a tree of lxml elements, as a browser builds it (lexbor, by way of selectolax, follows the HTML standard).

Three things are added. Every element knows where its tag begins in the text. No element stands deeper than
`DEEPEST`: below that, as in Chromium, children become siblings. And MathML elements stand in their namespace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

DEEPEST = 150
"""Levels of elements; pages have fewer than 60. Reading them recurses."""

MATHML = "{http://www.w3.org/1998/Math/MathML}"

_AT = "\ufdd0"  # a noncharacter: no text has it once its controls are gone
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_TAG = re.compile(r"<[A-Za-z][^\s/>]*")
_MARK = re.compile(f" {_AT}=\\d+ ")
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def parse(text: str) -> tuple[Any, int]:
    """The `html` element of a page or a fragment, and how many levels were beyond DEEPEST.

    The attribute `_at` of an element is the character at which its tag begins in `text`; elements that the text has
    no tag for have none. Characters that no text has (controls, noncharacters) are left out.
    """
    marked = _TAG.sub(lambda tag: f"{tag[0]} {_AT}={tag.start()} ", _CONTROL.sub(lambda c: " " * len(c[0]), text))
    root = LexborHTMLParser(marked).root
    assert root is not None
    return _built(root)


def _built(root: Any) -> tuple[Any, int]:
    top = etree.Element("html", _attributes(root))
    parents, beyond = [top], 0
    for node, depth, is_start in _steps(root):
        if not is_start:
            if depth < DEEPEST:
                parents.pop()
        elif node.tag == "-text":
            _append_text(parents[-1], _MARK.sub("", node.text_content or ""))
        elif _is_element(node):
            element = etree.SubElement(parents[-1], _tag(node.tag, parents[-1]), _attributes(node))
            beyond = max(beyond, depth - DEEPEST + 1)
            if depth < DEEPEST:
                parents.append(element)
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
            found[name] = _MARK.sub("", value or "")
    return found


def _append_text(parent: Any, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
