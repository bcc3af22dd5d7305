"""WordprocessingML as text: elements, attributes, characters. It knows XML, not documents.

Parts are built as strings: a report of a million characters would spend its time in element objects otherwise.
"""

from __future__ import annotations

import re

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTROLS = re.compile("([\t\n])")
_CONTROL_ELEMENTS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def escape(text: str) -> str:
    """Text as character data or as an attribute's value."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def part(root: str) -> bytes:
    """A part of the package: the XML declaration and the root element."""
    return (_HEAD + root).encode("utf-8")


def value(name: str, val: object) -> str:
    """An element whose one attribute is `w:val`: `<w:jc w:val="both"/>`."""
    return f'<w:{name} w:val="{val}"/>'


def switch(name: str, on: bool) -> str:
    """An element that turns something on or off, said outright (ISO/IEC 29500-1, 17.17.4 ST_OnOff)."""
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def list_level(level: int, numbering: int) -> str:
    """What a paragraph or a style says of the list that it is in (17.3.1.19); `level` from 0."""
    return f"<w:numPr>{value('ilvl', level)}{value('numId', numbering)}</w:numPr>"


def characters(text: str) -> str:
    """The content of a run: text, tabs and new lines."""
    if "\t" not in text and "\n" not in text:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    pieces = (p for p in _CONTROLS.split(text) if p)
    return "".join(_CONTROL_ELEMENTS.get(p) or characters(p) for p in pieces)


def run(content: str, properties: str = "") -> str:
    """A run of content that is XML already."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>" if properties else f"<w:r>{content}</w:r>"


def field(instruction: str, result: str) -> str:
    """Runs that show `result`, which Word works out anew by the instruction (ISO/IEC 29500-1, 17.16.18)."""
    return field_start(instruction) + result + FIELD_END


def field_start(instruction: str) -> str:
    """What stands before the result of a field."""
    code = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return run('<w:fldChar w:fldCharType="begin"/>') + run(code) + run('<w:fldChar w:fldCharType="separate"/>')


FIELD_END = run('<w:fldChar w:fldCharType="end"/>')
"""What stands behind the result of a field."""


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>" if properties else f"<w:p>{content}</w:p>"
