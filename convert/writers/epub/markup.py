"""XHTML as text: escaped characters, tags, names that XML and CSS accept."""

from __future__ import annotations

import re

_UNSAFE_IN_NAMES = re.compile(r"[^\w-]")
_XML_ID = re.compile(r"[^\W\d][\w.-]*")
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*|x(-[A-Za-z0-9]{1,8})+")


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


def xml_id(name: str) -> str:
    """A node's id as an XML id: its own where that is one, else its characters by number."""
    if _XML_ID.fullmatch(name):
        return name
    return "id-" + "".join(c if re.fullmatch(r"[\w.-]", c) else f"_{ord(c):x}_" for c in name)


def is_language(lang: str) -> bool:
    """Whether it has the form of a language tag (BCP 47)."""
    return _LANG.fullmatch(lang) is not None
