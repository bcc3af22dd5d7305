"""The parts of a WordprocessingML package (ISO/IEC 29500-2) and what is said in them."""

from __future__ import annotations

import posixpath
import re
from typing import Any, NamedTuple

from convert.kit.archive import Archive
from convert.kit.ooxml import as_transitional
from convert.kit.xml import parse_xml
from convert.measure.docx.numbers import number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TWIPS_PER_PT, EMU_PER_PT = 20, 12700
_MAIN = "document.xml"
_MAIN_RELATION = re.compile(r'<[^>]*/officeDocument"[^>]*Target="([^"]+)"|<[^>]*Target="([^"]+)"[^>]*/officeDocument"')
THEMED = {"eastAsia": "eastAsiaTheme", "ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "cs": "cstheme"}
"""The attributes of faces, and those that name a theme's in their stead."""
_EIGHTHS = 8  # of a pt: the unit of a border's weight


def part(data: bytes, name: str) -> Any:
    """The root of a part by its path in the package (`word/styles.xml`); None where the file has no such part. What limits
    there are was looked at before: see `convert.checking`."""
    package = Archive(data, None, key=str.lower)
    member = _member(package, name)
    return parse_xml(as_transitional(package.read(member)), None, mend=True) if member else None


def _member(package: Archive, name: str) -> str:
    """The member of the archive that is a part: names differ in case (29500-2, 6.3.5), and the main part may be called
    otherwise than Word calls it; "" for none."""
    if name in package or _MAIN not in name:
        return name if name in package else ""
    rels = package.read("_rels/.rels").decode("utf-8", "replace") if "_rels/.rels" in package else ""
    told = _MAIN_RELATION.search(rels)
    main = name.replace(_MAIN, posixpath.basename(told[1] or told[2]) if told else _MAIN)
    return main if main in package else ""


def relations(data: bytes, name: str) -> dict[str, str]:
    """What a part refers to: by the relation's id a path in the package, or a URL outside of it."""
    folder, file = posixpath.split(name)
    root = part(data, f"{folder}/_rels/{file}.rels")
    found: dict[str, str] = {}
    for relation in root if root is not None else ():
        target = str(relation.get("Target"))
        inside = relation.get("TargetMode") != "External"
        found[relation.get("Id")] = posixpath.normpath(posixpath.join("/", folder, target))[1:] if inside else target
    return found


def properties_of(element: Any) -> dict[str, str]:
    """What an element of properties (`w:pPr`, `w:rPr` …) says: each property by its name with its value ("1" where it
    just stands there), each attribute as `property.attribute`. Tracking is `rPr.spacing`: paragraphs have another
    `spacing`."""
    if element is None:
        return {}
    prefix = "rPr." if element.tag == f"{W}rPr" else ""
    found: dict[str, str] = {}
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name = child.tag.removeprefix(W)
        start = f"{prefix}{name}" if name == "spacing" else name
        found[start] = child.get(f"{W}val", "1")
        found |= {f"{start}.{key.removeprefix(W)}": value for key, value in child.attrib.items()}
        if name == "rFonts":  # a face by its name takes the place of a theme's that is said further off
            found |= {
                f"rFonts.{theme}": ""
                for face, theme in THEMED.items()
                if child.get(f"{W}{face}") and not child.get(f"{W}{theme}")
            }
    return found


class Border(NamedTuple):
    """A rule at a side: its weight (0 where it is taken away) and its distance from the text in pt, its colour."""

    weight: float
    space: float
    color: str


def borders_of(element: Any) -> dict[str, Border]:
    """The rules that an element of borders (`w:tblBorders`, `w:pBdr` …) names, by side."""
    found: dict[str, Border] = {}
    for each in element if element is not None else ():
        drawn = each.get(f"{W}val") not in ("nil", "none")
        weight = number(each.get(f"{W}sz")) / _EIGHTHS if drawn else 0.0
        color = each.get(f"{W}color", "auto").lower()
        space = number(each.get(f"{W}space"))
        found[each.tag.removeprefix(W)] = Border(weight, space, "#000000" if color == "auto" else f"#{color}")
    return found


def is_on(value: str) -> bool:
    """Whether a value of a property that is on or off (17.17.4) says on; a property that nobody names is off."""
    return value in ("1", "true", "on")
