"""Pictures, and what is played or drawn rather than read."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from convert.kit.xml import parse_xml
from convert.model import Image, Inline
from convert.reading.html.context import Context
from convert.reading.html.styles import Style, declarations

PT_PER_PX = 0.75  # CSS Values 3 §6.2: 96 px are an inch

_LAZY = ("data-src", "data-original", "data-original-src", "data-lazy-src", "data-actualsrc", "data-lazyload", "data-url", "data-echo", "data-hi-res-src")  # fmt: skip
_PLACEHOLDER = re.compile(
    r"(?:^|[/_-])(?:blank|spacer|placeholder|loading|lazy\w*|grey|gray|pixel|transparent|1x1)\b[^/]*$"
)
_LENGTH = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*(px|pt|in|cm|mm|em|)")
_PT = {"": PT_PER_PX, "px": PT_PER_PX, "pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "em": 12.0}
_SMALLEST = 3  # px: what is smaller counts readers


def picture(element: Any, style: Style, context: Context) -> list[Inline]:
    """An `img` or `picture`. One of a few pixels is there to count readers and shows nothing."""
    if element.tag == "picture":
        image = next(element.iter("img"), None)
        sources = [_first(source.get("srcset")) for source in element.iter("source")]
        if image is None:
            return []
    else:
        image, sources = element, []
    address = address_of(image) or next((address for address in sources if address), "")
    width, height = length(image, "width"), length(image, "height")
    if not address or any(0 < side < _SMALLEST * PT_PER_PX for side in (width, height)):
        context.counts["ornament"] += bool(address)
        return []
    pos = context.pos(image)
    alt = " ".join((image.get("alt") or "").split())
    title = " ".join((image.get("title") or "").split())
    key = context.pictures.linked(address, pos)
    return [Image(key, alt, width, height, title if title != alt else "", pos=pos)]


def address_of(image: Any) -> str:
    """Where an `img` has its picture: pages that load it later hide the address in attributes of their own."""
    given = (image.get("src") or "").strip()
    if given and not _is_placeholder(given):
        return given
    lazy = next((image.get(name).strip() for name in _LAZY if (image.get(name) or "").strip()), "")
    return lazy or _first(image.get("data-srcset")) or _first(image.get("srcset")) or given


def length(element: Any, name: str) -> float:
    """The width or height that an element asks for, in pt; 0 for none, or one that depends on the page."""
    for value in (declarations(element).get(name), element.get(name)):
        found = _LENGTH.fullmatch((value or "").strip())
        if found:
            return round(min(float(found[1]) * _PT[found[2]], 1e5), 3)
    return 0


def drawing(element: Any, style: Style, context: Context) -> list[Inline]:
    """An `svg`: a picture with its words as alternative text; one without words is an ornament."""
    words = " ".join(" ".join(element.itertext("title", "desc", "text", "tspan", "textPath", "textpath")).split())
    words = words or (element.get("aria-label") or "").strip()
    if not words or element.get("aria-hidden") == "true":
        context.counts["ornament"] += 1
        return []
    copy = parse_xml(etree.tostring(element, with_tail=False), None, mend=True)
    etree.strip_attributes(copy, "_at")
    copy.set("xmlns", "http://www.w3.org/2000/svg")
    key = context.pictures.add(etree.tostring(copy, encoding="utf-8"), "drawing.svg", "image/svg+xml")
    return [Image(key, words, length(element, "width"), length(element, "height"), pos=context.pos(element))]


def embedded(element: Any, style: Style, context: Context) -> list[Inline]:
    """A film, a sound, a frame: nothing of it can be printed."""
    address = element.get("src") or element.get("data") or ""
    source = element.find("source")
    if not address and source is not None:
        address = source.get("src") or ""
    context.report.add("html-embedded", context.pos(element), kind=element.tag, address=address[:80])
    return []


def _is_placeholder(address: str) -> bool:
    return address.startswith("data:image/gif") or (
        len(address) < 400 and (address.startswith("data:image/svg") or bool(_PLACEHOLDER.search(address.lower())))
    )


def _first(srcset: str | None) -> str:
    """The first address of a list of candidates (HTML standard §4.8.4.2.1)."""
    words = (srcset or "").split()
    return words[0].rstrip(",") if words else ""
