"""The cascade of an SVG drawing: what style sheets and `style` attributes say, written as attributes of the elements.

SVG 1.1, 6; CSS 2.2, 6.4. Selectors of types, classes and ids, with descendants and children, are known: what programs
that draw charts write.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from convert.kit.images.svg.elements import SVG

PROPERTIES = frozenset(["fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "opacity", "display", "visibility", "color", "clip-path", "clip-rule", "mask", "filter", "font-family", "font-size", "font-weight", "font-style", "font-variant", "font-stretch", "text-anchor", "dominant-baseline", "alignment-baseline", "baseline-shift", "letter-spacing", "word-spacing", "text-decoration", "writing-mode", "direction", "marker-start", "marker-mid", "marker-end", "stop-color", "stop-opacity", "paint-order", "vector-effect", "overflow"])  # fmt: skip
"""The properties that are attributes as well."""

_OTHERS = frozenset((
    "mix-blend-mode", "isolation", "font", "transform", "transform-origin", "transform-box", "clip", "mask-image", "mask-type",
    "r", "cx", "cy", "rx", "ry", "x", "y", "d",
))  # fmt: skip
"""Properties that are none and change what is seen; what else may stand in a style lays out web pages, or is of no use
without letters."""

_INITIAL = {"mix-blend-mode": "normal", "isolation": "auto", "transform": "none", "clip": "auto", "mask-type": "luminance",
            "mask-image": "none"}  # fmt: skip
"""Values that change nothing: editors write them all the same."""

_MOST = 3_000_000  # comparisons of elements with rules
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_FRAMES = re.compile(r"@(?:-\w+-)?keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@charset[^;]*;")
_COMPOUND = re.compile(r"(\*|[\w-]+)?((?:[.#][\w-]+)*)")
_OF_USERS = re.compile(r":(?:hover|active|focus|visited|link|target)\b|::?selection")


class _Compound(NamedTuple):
    """One element's part of a selector. `child`: whether what stands before it must be the element's parent."""

    type: str
    id: str
    classes: frozenset[str]
    child: bool

    def matches(self, element: etree._Element) -> bool:
        return (
            self.type in ("", "*", etree.QName(element).localname)
            and self.id in ("", element.get("id"))
            and self.classes <= frozenset(element.get("class", "").split())
        )


class _Rule(NamedTuple):
    weight: tuple[int, int, int]
    compounds: tuple[_Compound, ...]
    declarations: dict[str, str]


def flatten(root: etree._Element) -> bool:
    """Write what style sheets say into the elements' attributes; what is none stays in `style` if it is to be seen.

    False where a sheet asks for more than is known here: then nothing is changed.
    """
    sheets = list(root.iter(f"{{{SVG}}}style"))
    rules: list[_Rule] = []
    for sheet in sheets:
        found = _rules(sheet.text or "")
        if found is None:
            return False
        rules += found
    elements = list(root.iter())
    if len(elements) * sum(len(rule.compounds) for rule in rules) > _MOST:
        return False
    rules.sort(key=lambda rule: rule.weight)
    said = [[rule.declarations for rule in rules if _applies(rule.compounds, element)] for element in elements]
    for element, declared in zip(elements, said, strict=True):
        _write(element, [*declared, _declarations(element.get("style", ""))])
    for sheet in sheets:
        parent = sheet.getparent()
        if parent is not None:
            parent.remove(sheet)
    return True


def _rules(text: str) -> list[_Rule] | None:
    text = _FRAMES.sub("", _COMMENT.sub("", text))
    if "@" in text:
        return None
    rules: list[_Rule] = []
    for selectors, body in _RULE.findall(text):
        declarations = _declarations(body)
        for selector in selectors.split(","):
            if _OF_USERS.search(selector):
                continue
            compounds = _compounds(selector)
            if compounds is None:
                return None
            ids = sum(bool(part.id) for part in compounds)
            types = sum(part.type not in ("", "*") for part in compounds)
            rules.append(_Rule((ids, sum(len(part.classes) for part in compounds), types), compounds, declarations))
    return rules


def _compounds(selector: str) -> tuple[_Compound, ...] | None:
    """The parts of a selector, the last one first."""
    parts: list[_Compound] = []
    child = False
    for word in selector.replace(">", " > ").split():
        match = _COMPOUND.fullmatch(word)
        if word == ">":
            child = True
        elif match is None:
            return None
        else:
            names = re.findall(r"([.#])([\w-]+)", match[2])
            id = next((name for mark, name in names if mark == "#"), "")
            parts.append(_Compound(match[1] or "", id, frozenset(name for mark, name in names if mark == "."), child))
            child = False
    return tuple(reversed(parts)) or None


def _applies(compounds: tuple[_Compound, ...], element: etree._Element) -> bool:
    if not compounds[0].matches(element):
        return False
    chain = [element, *element.iterancestors()] if len(compounds) > 1 else []
    reached = [0]  # where in the chain the part before can stand
    for last, part in pairwise(compounds):
        places = [at + 1 for at in reached] if last.child else range(reached[0] + 1, len(chain))
        reached = [at for at in places if at < len(chain) and part.matches(chain[at])]
        if not reached:
            return False
    return True


def _declarations(text: str) -> dict[str, str]:
    """Properties with their values; those of a shorthand for markers spelled out."""
    found: dict[str, str] = {}
    for declaration in text.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            names = (
                ("marker-start", "marker-mid", "marker-end") if name.strip() == "marker" else (name.strip().lower(),)
            )
            found.update(dict.fromkeys(names, value.strip()))
    return found


def _write(element: etree._Element, said: list[dict[str, str]]) -> None:
    values: dict[str, str] = {}
    for important in (False, True):
        for declarations in said:
            for name, value in declarations.items():
                bare, mark, _ = value.partition("!")
                if bool(mark) == important:
                    values[name] = bare.strip()
    rest = {name: value for name, value in values.items() if name in _OTHERS and value != _INITIAL.get(name)}
    for name, value in values.items():
        if name in PROPERTIES:
            element.set(name, value)
    for name in ("style", "class"):
        element.attrib.pop(name, None)
    if rest:
        element.set("style", "; ".join(f"{name}: {value}" for name, value in rest.items()))
