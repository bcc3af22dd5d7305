"""Alternate content (ISO/IEC 29500-3, 7.5): of several forms of one thing keep the one that this reader understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convert.kit.ooxml import qualified

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ALTERNATES, _CHOICE, _FALLBACK = (qualified(f"mc:{n}") for n in ("AlternateContent", "Choice", "Fallback"))
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "a14"})


def choose_alternates(root: Element) -> None:
    """Put in the place of every alternate content its first understood choice, else its fallback, else its first
    choice. The forms hold the same words: only one may stay."""
    for alternates in list(root.iter(_ALTERNATES)):
        parent = alternates.getparent()
        if parent is None:
            continue
        choices, fallback = alternates.findall(_CHOICE), alternates.find(_FALLBACK)
        chosen = next((choice for choice in choices if _understood(choice)), None)
        if chosen is None:
            chosen = fallback if fallback is not None else choices[0] if choices else None
        for child in list(chosen) if chosen is not None else ():
            alternates.addprevious(child)
        parent.remove(alternates)


def _understood(choice: Element) -> bool:
    names = choice.get("Requires", "").split()
    return bool(names) and len(choice) > 0 and all(name in _UNDERSTOOD for name in names)
