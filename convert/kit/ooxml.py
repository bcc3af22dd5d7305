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
    "m": f"{_OFFICE}/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "c": f"{_DRAWING}/chart",
    "dgm": f"{_DRAWING}/diagram",
}
"""Namespaces by their customary prefixes."""

_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", f"{_OFFICE}/extended-properties".encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/customProperties", f"{_OFFICE}/custom-properties".encode()),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", NAMESPACES["w"].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/", f"{_OFFICE}/".encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", f"{_DRAWING}/".encode()),
)
"""Namespaces of ISO/IEC 29500-1 Strict (2008), and those of Transitional that hold the same names (29500-4)."""


def as_transitional(part: bytes) -> bytes:
    """The XML of a part in the Transitional namespaces, whichever it was written in."""
    if b"http://purl.oclc.org/ooxml/" in part:
        for strict, transitional in _STRICT:
            part = part.replace(strict, transitional)
    return part


def qualified(name: str) -> str:
    """`w:p` as lxml writes it: the namespace in braces. Raises KeyError for a prefix that is not known."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def declarations(*prefixes: str) -> str:
    """The namespace declarations of a part's root element."""
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)
