"""Take out of an SVG drawing what a printed picture cannot have: scripts, links, movement, and whatever lies elsewhere.

What a reader would miss is named; editors' own data go silently. Words in HTML inside a drawing become text of it.
"""

from __future__ import annotations

import base64
import binascii
import re

from lxml import etree

from convert.kit.images.svg.containment import contain, may_fetch
from convert.kit.images.svg.elements import SVG, XLINK, cut
from convert.kit.images.svg.words import choose, put_words

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
_NAMING = frozenset(
    ("src", "srcset", "ping", "action", "formaction", "poster", "background", "codebase", "data", "manifest")
)
"""Attributes by which other languages name what to fetch, in lower case: they are of no use in a drawing."""
_SILENT = frozenset(("metadata", "view", "cursor", "font", "font-face"))  # nothing to see in them
_DATA = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp)[^,]*;base64,", re.IGNORECASE)
_LOCAL = re.compile(r"url\(\s*['\"]?#([^'\")]*)['\"]?\s*\)(\s*[#\w][^;]*)?")
_NAME = re.compile(r"[^\W\d][\w.-]*")
_OCTAVES = "9"
"""Of turbulence: each is half as strong as the one before, so that eight bits a colour show no more, and takes as long."""


def clean(root: etree._Element) -> tuple[str, ...]:
    """Clean the drawing under `root`. Returns what was taken out that may be missed, each name once."""
    removed: dict[str, None] = {}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        _clean_element(element, removed)
        if element is root or element.getparent() is not None:
            waiting += reversed(element)
    for switch in list(root.iter(f"{{{SVG}}}switch")):
        choose(switch)
    _mend_names(root, removed)
    etree.cleanup_namespaces(root, top_nsmap={None: SVG})
    return tuple(removed)


def _clean_element(element: etree._Element, removed: dict[str, None]) -> None:
    if not isinstance(element.tag, str):
        cut(element)
        return
    name = etree.QName(element)
    if name.localname in _CASES:
        name = etree.QName(SVG, _CASES[name.localname])
        element.tag = name
    if name.namespace != SVG:
        cut(element)
        return
    if name.localname == "a":
        element.tag = f"{{{SVG}}}g"
    elif name.localname == "foreignObject":
        if not put_words(element):
            removed["foreignObject"] = None
    elif name.localname not in _KEPT:
        if name.localname not in _SILENT:
            removed[name.localname] = None
        cut(element)
        return
    elif name.localname == "style":
        words = "".join(element.itertext())
        del element[:]
        element.text = _clean_css(words, removed)
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
        elif (
            name.localname[:2].lower() == "on" or name.localname.lower() in _NAMING or name.localname.lower() == "href"
        ):
            removed[name.localname] = None
            del element.attrib[key]
        elif name.localname == "style" or may_fetch(value):
            element.set(key, _clean_css(value, removed))
        elif name.localname == "numOctaves" and len(value.strip()) > 1:
            element.set(key, _OCTAVES)


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
    text, lost = contain(text)
    if lost:
        removed["url"] = None
    return text


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
        cut(element)
    else:
        del element.attrib[key]
