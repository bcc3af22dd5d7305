"""Take out of an SVG drawing what a printed picture cannot have: scripts, links, movement, and whatever lies elsewhere.

What a reader would miss is named; editors' own data go silently. Words in HTML inside a drawing become text of it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"

_SHAPES = "path rect circle ellipse line polyline polygon text tspan textPath image"
_STRUCTURE = "svg g defs symbol use switch title desc style"
_PAINT = "linearGradient radialGradient stop pattern clipPath mask marker filter"
_FILTERS = ("Blend ColorMatrix ComponentTransfer Composite ConvolveMatrix DiffuseLighting DisplacementMap DistantLight "
            "DropShadow Flood FuncA FuncB FuncG FuncR GaussianBlur Image Merge MergeNode Morphology Offset PointLight "
            "SpecularLighting SpotLight Tile Turbulence")  # fmt: skip
_KEPT = frozenset((*_SHAPES.split(), *_STRUCTURE.split(), *_PAINT.split(), *(f"fe{name}" for name in _FILTERS.split())))
_ATTRIBUTES = (
    "attributeName baseFrequency clipPathUnits diffuseConstant edgeMode filterUnits gradientTransform gradientUnits "
    "kernelMatrix lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits "
    "numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha "
    "preserveAspectRatio primitiveUnits refX refY specularConstant specularExponent spreadMethod startOffset stdDeviation "
    "stitchTiles surfaceScale tableValues targetX targetY textLength viewBox xChannelSelector yChannelSelector"
)
_CASES = {name.lower(): name for name in (*_KEPT, *_ATTRIBUTES.split(), "foreignObject") if name != name.lower()}
"""Names as XML writes them, by how HTML may (https://html.spec.whatwg.org/multipage/parsing.html#adjust-svg-attributes)."""
_SILENT = frozenset(("metadata", "view", "cursor", "font", "font-face"))  # nothing to see in them
_EXTERNAL = re.compile(r"url\(\s*(['\"]?)\s*(?!#)[^)]*\)", re.IGNORECASE)
_IMPORT = re.compile(r"@import[^;]*;?|@font-face\s*\{[^}]*\}|expression\s*\(|javascript:", re.IGNORECASE)
_DATA = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp)[^,]*;base64,", re.IGNORECASE)
_LOCAL = re.compile(r"url\(\s*['\"]?#([^'\")]*)['\"]?\s*\)(\s*[#\w][^;]*)?")
_LINES = frozenset(
    ("address", "blockquote", "br", "div", "dd", "dt", "h1", "h2", "h3", "h4", "li", "p", "pre", "td", "tr")
)
_LEADING = 1.2  # em
_NAME = re.compile(r"[^\W\d][\w.-]*")
_MOST = 300_000
"""Elements that a drawing may have once all of `use` are put in: a few lines can stand for billions."""


def clean(root: etree._Element) -> tuple[str, ...]:
    """Clean the drawing under `root`. Returns what was taken out that may be missed, each name once. Raises ValueError
    for a drawing that unfolds without end."""
    removed: dict[str, None] = {}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        _clean_element(element, removed)
        if element is root or element.getparent() is not None:
            waiting += reversed(element)
    for switch in list(root.iter(f"{{{SVG}}}switch")):
        _choose(switch)
    _mend_names(root, removed)
    if _unfolded(root) > _MOST:
        raise ValueError("too many elements")
    etree.cleanup_namespaces(root, top_nsmap={None: SVG})
    return tuple(removed)


def _clean_element(element: etree._Element, removed: dict[str, None]) -> None:
    if not isinstance(element.tag, str):
        _cut(element)
        return
    name = etree.QName(element)
    if name.localname in _CASES:
        name = etree.QName(SVG, _CASES[name.localname])
        element.tag = name
    if name.namespace != SVG:
        _cut(element)
    elif name.localname == "a":
        element.tag = f"{{{SVG}}}g"
    elif name.localname == "foreignObject":
        if not _put_words(element):
            removed["foreignObject"] = None
    elif name.localname not in _KEPT:
        if name.localname not in _SILENT:
            removed[name.localname] = None
        _cut(element)
        return
    elif name.localname == "style" and element.text:
        element.text = _clean_css(element.text, removed)
    _clean_attributes(element, removed)


def _clean_attributes(element: etree._Element, removed: dict[str, None]) -> None:
    for key, value in element.items():
        name = etree.QName(key)
        if key in _CASES:
            del element.attrib[key]
            key = _CASES[key]
            element.set(key, value)
        if name.localname == "href" and name.namespace in (None, XLINK):
            _clean_reference(element, key, value, removed)
        elif (
            name.namespace not in (None, _XML)
            or name.localname.startswith(("data-", "aria-"))
            or name.localname == "base"
        ):
            del element.attrib[key]
        elif name.localname[:2].lower() == "on":
            removed[name.localname] = None
            del element.attrib[key]
        elif "url(" in value or name.localname == "style":
            element.set(key, _clean_css(value, removed))


def _clean_reference(element: etree._Element, key: str, value: str, removed: dict[str, None]) -> None:
    """Keep a reference into the drawing itself, and a picture written into the address; in the form that all know."""
    del element.attrib[key]
    if etree.QName(element).localname == "g":  # a link once
        return
    if value.strip().startswith("#") or (_DATA.match(value) and _is_picture(value)):
        element.set(f"{{{XLINK}}}href", value.strip())
    else:
        removed["href"] = None


def _is_picture(address: str) -> bool:
    from convert.kit.images.faults import fault_of

    try:
        data = base64.b64decode(address.partition(",")[2])
    except (binascii.Error, ValueError):
        return False
    return fault_of(data) is None


def _clean_css(text: str, removed: dict[str, None]) -> str:
    text, imports = _IMPORT.subn("", text)
    text, addresses = _EXTERNAL.subn("none", text)
    if imports or addresses:
        removed["url"] = None
    return text


def _cut(element: etree._Element) -> None:
    """Take an element out with all in it, but not the text behind it."""
    parent = element.getparent()
    assert parent is not None
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _put_words(element: etree._Element) -> bool:
    """Make text of HTML inside the drawing, centred lines: diagram editors write labels so. Where a `switch` has a text
    beside it, that gets the words, for it may be cut short or say nothing. Returns whether it says the same."""
    parent, lines = element.getparent(), _lines(element)
    beside = list(parent) if parent is not None and parent.tag == f"{{{SVG}}}switch" else []
    if not lines or len(beside) > 1:
        same = True
        for text in (other for other in beside if other.tag == f"{{{SVG}}}text" and lines):
            same = _lines(text) == lines
            if not same:
                _say(text, lines, "0em")
        _cut(element)
        return same and bool(beside)
    x, y, width, height = (_number(element.get(key, "")) for key in ("x", "y", "width", "height"))
    transform = element.get("transform")
    element.attrib.clear()
    element.tag = f"{{{SVG}}}text"
    element.set("x", f"{x + width / 2:.6g}")
    element.set("y", f"{y + height / 2:.6g}")
    element.set("text-anchor", "middle")
    if transform:
        element.set("transform", transform)
    _say(element, lines, ".35em")
    return False


def _lines(element: etree._Element) -> list[str]:
    """The words in an element, cut where HTML begins a new line."""
    pieces: list[str] = []

    def gather(node: etree._Element) -> None:
        cut = isinstance(node.tag, str) and etree.QName(node).localname in _LINES
        pieces.append("\n" if cut else "")
        pieces.append(" ".join((node.text or "").split("\n")))
        for child in node:
            gather(child)
            pieces.append(" ".join((child.tail or "").split("\n")))
        pieces.append("\n" if cut else "")

    gather(element)
    return [line for line in (" ".join(line.split()) for line in "".join(pieces).split("\n")) if line]


def _say(text: etree._Element, lines: list[str], drop: str) -> None:
    """Give a text other words, its lines around where it stands. `drop`: how far below that the baseline of one lies."""
    for child in list(text):
        text.remove(child)
    text.text = lines[0] if len(lines) == 1 else None
    first = float(drop.removesuffix("em")) - (len(lines) - 1) / 2 * _LEADING
    text.set("dy", f"{first:.4g}em")
    if len(lines) > 1:
        for number, line in enumerate(lines):
            span = etree.SubElement(text, f"{{{SVG}}}tspan", x=text.get("x", "0"))
            span.text = line
            if number:
                span.set("dy", f"{_LEADING}em")


def _choose(switch: etree._Element) -> None:
    """Make a group of a `switch` with the first of its children, if that asks for nothing (SVG 1.1, 5.8)."""
    if len(switch) and not {"requiredExtensions", "systemLanguage"} & set(switch[0].attrib):
        for other in list(switch)[1:]:
            switch.remove(other)
        switch.tag = f"{{{SVG}}}g"


def _number(text: str) -> float:
    match = re.match(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)", text)
    return float(match[0]) if match else 0.0


def _mend_names(root: etree._Element, removed: dict[str, None]) -> None:
    """Let every id be a name and stand once, as XML asks for, and references follow; those to nothing go."""
    new: dict[str, str] = {}
    taken = {element.get("id", "") for element in root.iter()}
    for element in root.iter():
        id = element.get("id")
        if id is None:
            continue
        if id in new or not id:
            del element.attrib["id"]
            continue
        new[id] = id if _NAME.fullmatch(id) else _free(f"n{len(new)}", taken)
        taken.add(new[id])
        element.set("id", new[id])
    for element in list(root.iter()):
        for key, value in element.items():
            if etree.QName(key).localname == "href" and value.startswith("#"):
                _follow(element, key, new.get(value[1:], ""), removed)
            elif "url(" in value:
                element.set(key, _LOCAL.sub(lambda match: _renamed(match, new), value))


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _renamed(match: re.Match[str], new: dict[str, str]) -> str:
    """A reference in a property; for one to nothing, what stands behind it."""
    target, other = match[1], match[2] or ""
    return f"url(#{new[target]}){other}" if target in new else other.strip() or "none"


def _follow(element: etree._Element, key: str, target: str, removed: dict[str, None]) -> None:
    if target:
        element.set(key, f"#{target}")
    elif etree.QName(element).localname == "use":
        removed["href"] = None
        _cut(element)
    else:
        del element.attrib[key]


def _unfolded(root: etree._Element) -> int:
    """How many elements it has with every `use` put in. Raises ValueError for a circle."""
    targets = {element.get("id"): element for element in root.iter() if element.get("id")}
    sizes: dict[etree._Element, int] = {}
    open_: set[etree._Element] = set()

    def size(element: etree._Element) -> int:
        if element not in sizes:
            if element in open_:
                raise ValueError("uses itself")
            open_.add(element)
            sizes[element] = min(1 + sum(map(size, element)) + sum(map(size, _used(element, targets))), _MOST + 1)
            open_.discard(element)
        return sizes[element]

    try:
        return size(root)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _used(element: etree._Element, targets: dict[str | None, etree._Element]) -> Iterator[etree._Element]:
    if element.tag == f"{{{SVG}}}use":
        target = targets.get(element.get(f"{{{XLINK}}}href", "")[1:])
        if target is not None:
            yield target
