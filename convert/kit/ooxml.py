"""Names of Office Open XML (ISO/IEC 29500-1, transitional): what whoever reads or writes Word files needs to agree on."""

from __future__ import annotations

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/relationships",
    "wp": f"{_DRAWING}/wordprocessingDrawing",
    "a": f"{_DRAWING}/main",
    "pic": f"{_DRAWING}/picture",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ep": f"{_OFFICE}/extended-properties",
    "op": f"{_OFFICE}/custom-properties",
    "vt": f"{_OFFICE}/docPropsVTypes",
}
"""Namespaces by their customary prefixes."""


def qualified(name: str) -> str:
    """`w:p` as lxml writes it: the namespace in braces. Raises KeyError for a prefix that is not known."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def declarations(*prefixes: str) -> str:
    """The namespace declarations of a part's root element."""
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)
