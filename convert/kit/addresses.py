"""Addresses on the web that a document may link to (RFC 3986)."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_SCHEMES = ("http", "https", "mailto")
_SAFE = "!#$&'()*+,/:;=?@[]~%"  # what a URL is made of besides letters and digits
_BAD_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def web_address(target: str) -> str:
    """A link's target as a valid URL, "" where it is none or its scheme is not http, https or mailto: other schemes
    may run programs, or name files of one machine."""
    try:
        parts = urlsplit(target.strip())
        allowed = parts.scheme.lower() in _SCHEMES and bool(parts.path if parts.scheme == "mailto" else parts.hostname)
        parts.port  # noqa: B018 - raises ValueError for a port that is no number
    except ValueError:
        return ""
    return quote(_BAD_PERCENT.sub("%25", target.strip()), safe=_SAFE) if allowed else ""
