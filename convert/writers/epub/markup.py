"""XHTML as text: escaped characters, tags, names that XML and CSS accept."""

from __future__ import annotations

import re

_UNSAFE_IN_NAMES = re.compile(r"[^\w-]")
_LETTERS = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U000dffff\U000e1000-\U000effff"
)
_OTHERS = r"\-.0-9\xb7\u0300-\u036f\u203f-\u2040"
_XML_ID = f"[{_LETTERS}][{_LETTERS}{_OTHERS}]*"
"""Names without colons (https://www.w3.org/TR/xml/#NT-NameStartChar, https://www.w3.org/TR/xml-names/#NT-NCName), of characters
that an address may have (ucschar of RFC 3987)."""
_UNSAFE_IN_IDS = f"[^{_LETTERS}{_OTHERS}]|_"  # both take long to compile: only a book with ids pays
_MADE = "id-"


def escape(text: str) -> str:
    """Text as XML character data."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def tag(name: str, **attributes: str) -> str:
    """A start tag. Attributes without a value are left out; `_` in a name stands for `-`, `__` for `:`."""
    parts = [name]
    for key, value in attributes.items():
        if value:
            key = key.rstrip("_").replace("__", ":").replace("_", "-")
            parts.append(f'{key}="{escape(value).replace(chr(34), "&quot;")}"')
    return f"<{' '.join(parts)}>"


def css_name(role: str) -> str:
    """A role as a class name: a CSS identifier without escapes (CSS Syntax 3 §4.3.11)."""
    name = _UNSAFE_IN_NAMES.sub("-", role)
    return f"_{name}" if not name or name[0].isdigit() or name[0] == "-" else name


def table_class(look: str) -> str:
    """The class of the tables that have a look."""
    return f"table-{css_name(look)}"


def box_class(role: str) -> str:
    """The class of a box that a role has drawn around its blocks."""
    return f"box-{css_name(role)}"


def xml_id(name: str) -> str:
    """A node's id as an XML id: its own where that is one, else its characters by number. No two names give one id."""
    if re.fullmatch(_XML_ID, name) and not name.startswith(_MADE):
        return name
    return _MADE + re.sub(_UNSAFE_IN_IDS, lambda found: f"_{ord(found[0]):x}_", name)


def free_id(name: str) -> str:
    """An XML id that `xml_id` gives to no node: `name` is one already, and does not begin with `id-`."""
    return _MADE + name
