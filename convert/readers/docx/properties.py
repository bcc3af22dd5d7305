"""What a run says of its characters: the few properties that mean something, read from `w:rPr` (17.3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from convert.readers.docx.tags import VAL, is_on, number, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

RunProperties: TypeAlias = dict[str, "bool | str | float"]
"""Property → what it is set to; what is not there was not said."""

TOGGLES = frozenset({"b", "i", "strike", "dstrike", "smallCaps", "vanish"})
"""Properties that styles switch over rather than set (17.7.3)."""

_SWITCHES = {w(name): name for name in (*sorted(TOGGLES), "specVanish")}
_WORDS = {w(name): name for name in ("u", "vertAlign", "highlight", "em", "rStyle", "color")}
_SIZE, _FONTS, _LANG = w("sz"), w("rFonts"), w("lang")
_HALVES = 2  # of a pt: the unit of sizes


def run_properties(properties: Element | None) -> RunProperties:
    """What `w:rPr` says. Sizes are in pt."""
    found: RunProperties = {}
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag in _SWITCHES:
            found[_SWITCHES[tag]] = is_on(child)
        elif tag in _WORDS:
            found[_WORDS[tag]] = child.get(VAL) or ""
        elif tag == _SIZE:
            found["size"] = number(child.get(VAL)) / _HALVES
        elif tag == _FONTS:
            found |= {
                name: face for name, key in (("font", "ascii"), ("han-font", "eastAsia")) if (face := child.get(w(key)))
            }
        elif tag == _LANG:
            found |= {
                name: tag for name, key in (("lang", "val"), ("han-lang", "eastAsia")) if (tag := child.get(w(key)))
            }
    return found
